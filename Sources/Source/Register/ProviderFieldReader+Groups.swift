import Diagnostics
import Model

extension ProviderFieldReader {
    /// A text, or a list of several; a list of one is that one.
    func oneOrMore(_ node: YAMLNode, _ field: ProviderField) -> FieldValue? {
        node.read(asList: { several(node, field) }, otherwise: { one(node, field) })
    }

    private func one(_ node: YAMLNode, _ field: ProviderField) -> FieldValue? {
        let key = field.rawValue
        if case .map = node.content {
            return values.wrong(
                node, "\"\(key)\" is a map, and a text or a list of texts is asked for",
                help: "write \(field.exampleValue), or [\(field.exampleValue), \"Jane Roe, data protection officer\"]")
        }
        return values.text(node, key).map { .text($0.value) }
    }

    private func several(_ node: YAMLNode, _ field: ProviderField) -> FieldValue? {
        let key = field.rawValue
        if case .list(let items) = node.content, items.isEmpty {
            values.findings.add(
                .missingKey, at: node.span, "\"\(key)\" says nothing: this list is empty",
                help: "write \(field.example), or leave the key out")
            return nil
        }
        let repeatable = isErased ? Erasure.standIn : nil
        let example = "[\(field.exampleValue)]"
        return values.texts(node, key, example: example, minimum: 1, repeatable: repeatable).map { texts in
            texts.count == 1 ? .text(texts[0].value) : .texts(texts.map(\.value))
        }
    }

    /// A list of texts and of groups of texts: `[logs, {group: Contact, of: [name, mail]}]`.
    func groups(_ node: YAMLNode, _ field: ProviderField) -> FieldValue? {
        let key = field.rawValue
        let example = "[\(field.exampleValue)]"
        if case .map(let entries) = node.content {
            let groups = entries.map { "{\(groupKeys($0))}" }
            return values.wrong(
                node, "\"\(key)\" is a map, and a list is asked for", help: "write [\(groups.joined(separator: ", "))]")
        }
        let isOfTexts =
            if case .list(let items) = node.content { !items.contains(where: \.isMap) } else { node.probe == nil }
        guard !isOfTexts, let items = values.list(node, key, example: example, minimum: 1) else {
            return values.texts(node, key, example: example, minimum: 1).map { .texts($0.map(\.value)) }
        }
        var seen: [String: SourceSpan] = [:]
        return .groups(
            items.compactMap { item -> TextGroup? in
                let read = item.read(
                    asMap: { group(item, key) }, otherwise: { values.text(item, key).map { $0.map(TextGroup.text) } })
                guard let read else { return nil }
                let names = read.value.texts
                if let first = names.lazy.compactMap({ seen[$0] }).first {
                    return values.twice(read.map(\.line), first: first)
                }
                for name in names { seen[name] = read.span }
                return read.value
            })
    }

    /// `{group: Contact, of: [name, mail]}`.
    private func group(_ node: YAMLNode, _ key: String) -> Sourced<TextGroup>? {
        if case .map(let entries) = node.content, let entry = entries.first, entries.count == 1,
            !["group", "of"].contains(entry.key)
        {
            values.findings.add(
                .wrongType, at: entry.keySpan, "\"\(shown(entry.key))\" has a colon behind it, which makes it a key",
                help: "write {\(groupKeys(entry))}, or put the whole item in quotes")
            return nil
        }
        guard let map = values.map(node, key, what: "a group of data", example: "{group: Contact, of: [name, mail]}")
        else {
            return nil
        }
        defer { map.finish() }
        let name = map.required("group", example: "group: Contact", values.text)
        let texts = map.required("of", example: "of: [name, mail]") { node, key in
            values.texts(node, key, example: "[name, mail]", minimum: 1)
        }
        guard let name, let texts else { return nil }
        guard !texts.isEmpty else {
            values.findings.add(
                .missingKey, at: map.entry("of")?.value.span ?? map.span,
                "the group \"\(shown(name.value))\" holds nothing: this list is empty", help: "write of: [name, mail]")
            return nil
        }
        return Sourced(.group(name.value, of: texts.map(\.value)), at: node.span)
    }

    /// `group: Contact, of: [name, mail]`, of what an author wrote as a key with a value.
    private func groupKeys(_ entry: YAMLNode.Entry) -> String {
        "group: \(plain(entry.key) ?? "Contact"), of: [\(items(of: entry.value) ?? "name, mail")]"
    }

    /// The texts that an author put behind a colon, as a list would have them; nil where they need more care.
    private func items(of node: YAMLNode) -> String? {
        switch node.content {
        case .scalar(let text, isPlain: true):
            let parts = text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
            return parts.isEmpty ? nil : parts.allSatisfy { plain($0) != nil } ? parts.joined(separator: ", ") : nil
        case .list(let nodes):
            let parts = nodes.compactMap { $0.scalar.flatMap(plain) }
            return parts.isEmpty || parts.count < nodes.count ? nil : parts.joined(separator: ", ")
        default: return nil
        }
    }

    /// A text that may stand in a list as it is; nil for any other.
    private func plain(_ text: String) -> String? {
        text.count <= 60 && !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || " -./()".contains($0) }
            ? text : nil
    }
}

extension ProviderFieldReader {
    /// The list under `other` of `links`: `[{name: Trust center, url: https://example.com/trust}]`.
    func namedLinks(_ node: YAMLNode, _ key: String) -> [NamedLink]? {
        let example = "[{name: Trust center, url: https://example.com/trust}]"
        guard let items = values.list(node, key, example: example) else { return nil }
        var seen: [String: SourceSpan] = [:]
        return items.compactMap { item -> NamedLink? in
            guard let map = values.map(item, key, what: "a link", example: "{name: …, url: …}") else { return nil }
            defer { map.finish() }
            let name = map.required("name", example: "name: Trust center", values.text)
            let url = map.required("url", example: "url: https://example.com/trust", address)
            guard let name, let url else { return nil }
            let isErased = isErased && name.value == Erasure.standIn
            if let first = seen[name.value], !isErased { return values.twice(name, first: first) }
            seen[name.value] = name.span
            return NamedLink(name.value, url.value)
        }
    }

    /// Says of keys of `links` that are no keys of it, and have an address, where such a link stands.
    ///
    /// - Returns: the keys that have a finding so.
    func reportOtherLinks(in entries: [YAMLNode.Entry], besides keys: [String]) -> Set<String> {
        guard !values.findings.isFull else { return [] }
        var reported: Set<String> = []
        for entry in entries where !keys.contains(entry.key) && nearMiss(entry.key, among: keys) == nil {
            guard let address = entry.value.scalar, address.contains("://") else { continue }
            reported.insert(entry.key)
            let isField = ProviderField(rawValue: entry.key)?.type == .url
            values.findings.add(
                .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not a key of links",
                help: isField
                    ? "write it beside links, as a key of the provider: \(entry.key): \(shown(address))"
                    : "a link with a name of its own stands under other: "
                        + "[{name: \(shown(entry.key)), url: \(shown(address))}]")
        }
        return reported
    }
}
