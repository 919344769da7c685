import Formats

extension YAMLNode {
    /// What the author wrote, in JSON's types: lists and maps in their order, `~` as null, every other value as the
    /// text that was written.
    var written: JSONValue {
        switch content {
        case .scalar(let text, _): isNull || isEmpty ? .null : .string(text)
        case .list(let items): .array(items.map(\.written))
        case .map(let entries): .object(entries.map { JSONValue.Member($0.key, $0.value.written) })
        case .broken: .null
        }
    }

    /// The same, of a key whose type is true or false.
    var writtenBool: JSONValue {
        switch scalar {
        case "true": .bool(true)
        case "false": .bool(false)
        default: written
        }
    }
}
