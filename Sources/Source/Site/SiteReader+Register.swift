import Diagnostics
import Model

extension SiteReader {
    func registerTerms(_ map: MappingReader) -> RegisterTerms {
        var terms = RegisterTerms()
        if let required = map.optional("required", fields) { terms.required = required }
        if let material = map.optional("material", fields) { terms.material = material }
        if let keys = map.optional("private", privateKeys) { terms.privateKeys = keys }
        if let unrecorded = map.optional("unrecorded", fields) { terms.unrecorded = unrecorded }
        return terms
    }

    private func fields(_ node: YAMLNode, _ key: String) -> Set<ProviderField>? {
        guard let names = values.texts(node, key, example: "[name, entity]") else { return nil }
        let known = ProviderField.allCases.map(\.rawValue)
        return Set(
            names.compactMap { name in
                if let field = ProviderField(rawValue: name.value) { return field }
                values.findings.add(
                    .unknownKey, at: name.span, "\"\(shown(name.value))\" is not a field of a provider",
                    help: nearMiss(name.value, among: known).map { "did you mean \($0)?" }
                        ?? "the fields are \(known.joined(separator: ", "))")
                return nil
            })
    }

    /// Fields of a provider, and free keys; not the keys that say when and why.
    private func privateKeys(_ node: YAMLNode, _ key: String) -> Set<String>? {
        guard let names = values.texts(node, key, example: "[cost_center]") else { return nil }
        return Set(
            names.compactMap { name in
                if ProviderReader.structuralKeys.contains(name.value) {
                    return values.wrong(
                        YAMLNode(content: .broken, span: name.span),
                        "\"\(name.value)\" is part of what is announced and cannot be private",
                        help: "take it out of the list")
                }
                guard isKey(name.value) else {
                    return values.wrong(
                        YAMLNode(content: .broken, span: name.span),
                        "\"\(shown(name.value))\" is not made of a-z, 0-9 and _",
                        help: "write a key as cost_center")
                }
                return name.value
            })
    }

    private func isKey(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }
}
