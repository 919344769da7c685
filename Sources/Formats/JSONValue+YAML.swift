extension JSONValue {
    /// The columns that a list or a map on one line of YAML fills at most; a longer one has a line for each item.
    private static let columns = 100

    /// The members of an object as a YAML file in the style of a person: a line for each key, short lists and maps on its
    /// line, lists of maps as items below it. Anything else is written as `flowYAML`, with a line feed.
    ///
    ///     name: Anemone Sign-in
    ///     data: [names, mail addresses]
    ///     changes:
    ///       - announced: 2024-08-01
    ///         note: For pipelines as well.
    package var yaml: String {
        guard case .object(let members) = self else { return flowYAML + "\n" }
        return members.map { $0.yaml(indentation: "") }.joined()
    }

    /// The value as YAML on one line.
    package var flowYAML: String {
        switch self {
        case .null: "~"
        case .bool(let bool): "\(bool)"
        case .integer(let number): "\(number)"
        case .string(let text): text.yaml(inFlow: true)
        case .array(let items): "[\(items.map(\.flowYAML).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\($0.key.yaml(inFlow: true)): \($0.value.flowYAML)" }.joined(separator: ", "))}"
        }
    }

    /// The value as it follows a `key:`, line feeds included.
    fileprivate func yaml(afterKey key: String, indentation: String) -> String {
        let inner = indentation + "  "
        switch self {
        case .array(let items) where !fits(after: indentation + key):
            return "\n" + items.map { "\(inner)- \($0.yamlItem(indentation: inner))" }.joined()
        case .object(let members) where !fits(after: indentation + key):
            return "\n" + members.map { $0.yaml(indentation: inner) }.joined()
        case .string(let text):
            return " \(text.yamlLines(indentation: inner) ?? text.yaml(inFlow: false))\n"
        default: return " \(flowYAML)\n"
        }
    }

    /// The value as it follows a `- `: a map without the indentation of its first line.
    private func yamlItem(indentation: String) -> String {
        switch self {
        case .object(let members) where !members.isEmpty:
            let inner = indentation + "  "
            return String(members.map { $0.yaml(indentation: inner) }.joined().dropFirst(inner.count))
        case .string(let text): return text.yaml(inFlow: false) + "\n"
        default: return flowYAML + "\n"
        }
    }

    /// Whether a list or a map stands on the line of its key. A list of maps alone never does.
    private func fits(after key: String) -> Bool {
        switch self {
        case .array(let items):
            if items.isEmpty { return true }
            let isOfMaps = items.allSatisfy { if case .object(let members) = $0 { !members.isEmpty } else { false } }
            if isOfMaps { return false }
        case .object(let members): if members.isEmpty { return true }
        default: return true
        }
        return key.unicodeScalars.count + 2 + flowYAML.unicodeScalars.count <= Self.columns
    }
}

extension JSONValue.Member {
    /// The member as lines of a block map.
    fileprivate func yaml(indentation: String) -> String {
        let key = self.key.yaml(inFlow: false)
        return "\(indentation)\(key):\(value.yaml(afterKey: key, indentation: indentation))"
    }
}
