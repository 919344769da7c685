import Formats
import Model

extension JSONValue {
    /// The words of a cell on one line.
    var line: String { lines.withoutLineBreaks(by: " ") }

    /// The words of a cell.
    var lines: String {
        switch self {
        case .null: ""
        case .bool(let bool): bool ? "yes" : "no"
        case .integer(let number): "\(number)"
        case .string(let text): text
        case .array(let items): items.map(\.lines).joined(separator: "; ")
        case .object(let members):
            members.filter { $0.value != .null }
                .map { Self.plainKeys.contains($0.key.lowercased()) ? $0.value.lines : "\($0.key): \($0.value.lines)" }
                .joined(separator: ", ")
        }
    }

    /// Keys that say no more than what stands behind them: `{"country": "Luxembourg"}`.
    private static let plainKeys: Set<String> = [
        "city", "code", "country", "label", "name", "region", "state", "title", "value",
    ]

    /// The items of a cell: those of a list; else what stands on lines of its own or between semicolons; else what stands
    /// between commas outside of brackets, where no words introduce examples.
    var items: [JSONValue]? {
        if case .array(let items) = self, !items.isEmpty { return items.filter { $0 != .null } }
        // A line that ends with a comma goes on in the next.
        let plain = lines.withoutLineBreaks(by: "\n").replacing(",\n", with: ", ")
        var parts = plain.split(onLinesAndAt: String.semicolons + "•").map(\.bare).filter { !$0.isEmpty }
        if parts.count == 1,
            !["such as", "including", "e.g.", "for example"].contains(where: plain.lowercased().contains)
        {
            parts = plain.splitOutsideBrackets.map(\.bare).filter { !$0.isEmpty }
        }
        return parts.isEmpty ? nil : parts.map(JSONValue.string)
    }

    /// A code of a place, or a rule.
    var isPlace: Bool {
        switch self {
        case .string(let code): Country.isKnown(code)
        case .object: self["rule"] != nil
        default: false
        }
    }

    /// Without members that have no value.
    var withoutNulls: JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.value != .null }.map { Member($0.key, $0.value.withoutNulls) })
    }

    /// Whether two values of a field say the same: lists are compared as sets, and a blank is one of any kind.
    func isSame(as other: JSONValue?) -> Bool {
        guard let other else { return false }
        let (one, two) = (withPlainBlanks, other.withPlainBlanks)
        guard case .array(let items) = one, case .array(let others) = two else { return one == two }
        return Set(items) == Set(others)
    }

    private var withPlainBlanks: JSONValue {
        switch self {
        case .string(let text): .string(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        case .array(let items): .array(items.map(\.withPlainBlanks))
        case .object(let members): .object(members.map { Member($0.key, $0.value.withPlainBlanks) })
        case .null, .bool, .integer: self
        }
    }
}

extension StringProtocol {
    /// Without blanks, and without the mark of an item before it or a full stop behind it.
    fileprivate var bare: String {
        let text = trimmed
        let isItem = ["- ", "* ", "– ", "· "].contains(where: text.hasPrefix)
        return isItem ? text.dropFirst(2).trimmed : text
    }

    fileprivate var splitOutsideBrackets: [String] {
        split(outsideBracketsAt: .commas).map { $0.trimmed.hasPrefix("and ") ? String($0.trimmed.dropFirst(4)) : $0 }
    }
}
