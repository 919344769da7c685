import Formats
import Model

extension YAMLNode {
    /// What the author wrote, in JSON's types: lists and maps in their order, `~` as null, every other value as the
    /// text that was written.
    var written: JSONValue {
        switch content {
        case .scalar(let text, _): isNull || isEmpty ? .null : .string(text)
        case .list(let items): .array(items.map(\.written))
        case .map(let entries): .object(entries.map { JSONValue.Member($0.key, $0.value.written) })
        case .broken, .probe: .null
        }
    }

    /// The same, of a key whose type is true or false.
    private var writtenBool: JSONValue {
        switch scalar {
        case "true": .bool(true)
        case "false": .bool(false)
        default: written
        }
    }

    /// The same, of a map in which some keys are true or false.
    private func written(bools keys: Set<String>) -> JSONValue {
        switch content {
        case .map(let entries):
            .object(
                entries.map {
                    JSONValue.Member($0.key, keys.contains($0.key) ? $0.value.writtenBool : $0.value.written)
                }
            )
        case .list(let items): .array(items.map { $0.written(bools: keys) })
        default: written
        }
    }

    /// What the author wrote under a key of an edition, a provider or a change, with true and false where the key's type
    /// is so.
    func written(as key: String) -> JSONValue {
        switch key {
        case "removed", "material", "interim": writtenBool
        case "applies": written(bools: ["new"])
        case ProviderField.ai.rawValue:
            written(bools: Set(ProviderField.aiKeys.filter { $0.type == .bool }.map(\.key)))
        default: written
        }
    }
}
