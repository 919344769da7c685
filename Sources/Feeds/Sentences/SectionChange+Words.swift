import Formats
import Redline

extension SectionChange {
    /// `10.2 Third-party AI`, and behind it what number it had where that changed.
    package var name: String {
        let heading = heading ?? "the beginning of the text"
        return previousNumber.map { "\(heading) (was \($0))" } ?? heading
    }

    /// As `changed_clauses` of a notice has it: the weightiest of what became of it.
    var json: JSONValue {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return [
            "number": text(number), "heading": text(heading), "kind": text(kinds.first?.rawValue),
            "anchor": text(anchor), "previous_number": text(previousNumber),
        ]
    }
}

extension [SectionChange] {
    /// One sentence for each kind of change: `Changed: 2 Fees; 10.2 Third-party AI.`
    package var sentences: [String] {
        SectionChange.Kind.allCases.compactMap { kind in
            let names = filter { $0.kinds.first == kind }.map(\.name)
            guard !names.isEmpty else { return nil }
            return "\(kind.words.prefix(1).uppercased() + kind.words.dropFirst()): "
                + names.joined(separator: "; ") + "."
        }
    }
}
