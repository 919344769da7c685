import Formats
import Redline

extension SectionChange {
    /// As `changed_clauses` of a notice has it: the weightiest of what became of it.
    var json: JSONValue {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return [
            "number": text(number), "heading": text(heading), "kind": text(kinds.first?.rawValue),
            "anchor": text(anchor), "previous_number": text(previousNumber),
        ]
    }
}
