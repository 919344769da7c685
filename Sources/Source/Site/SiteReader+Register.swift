import Diagnostics
import Formats
import Model

extension SiteReader {
    func registerTerms(_ map: MappingReader) -> RegisterTerms {
        let written = WrittenTerms(
            required: map.optional("required") { fields($0, $1) },
            material: map.optional("material") { fields($0, $1) },
            privateKeys: map.optional("private", privateKeys), unrecorded: map.optional("unrecorded", unrecorded))
        written.reportConflicts(to: values.findings)
        var terms = written.terms
        terms.columns = map.optional("columns") { columns($0, $1, terms) }
        if let word = map.optional("group_by", values.choice(RegisterTerms.Grouping.allCases.map(\.rawValue))) {
            terms.groupBy = RegisterTerms.Grouping(rawValue: word.value) ?? .category
        }
        return terms
    }

    private func columns(_ node: YAMLNode, _ key: String, _ terms: RegisterTerms) -> [ProviderField]? {
        let allowed = RegisterTerms.mayBeColumns
        func refuse(_ field: Sourced<ProviderField>, _ reason: String) -> Bool {
            let names = allowed.filter { !terms.isPrivate($0) }.map(\.rawValue).joined(separator: ", ")
            values.findings.add(
                .conflictingSettings, at: field.span, "\"\(field.value.rawValue)\" \(reason)",
                help: "take it out of the list; what may stand here is \(names)")
            return false
        }
        return fields(node, key, allowed: allowed)?.filter { field in
            if terms.isPrivate(field.value) { return refuse(field, "is private, and a column would show it") }
            return allowed.contains(field.value) || refuse(field, "is no column: it stands beside each company")
        }.map(\.value)
    }

    /// - Parameter allowed: the fields that may stand there, which who asks for them checks.
    private func fields(
        _ node: YAMLNode, _ key: String, allowed: [ProviderField] = ProviderField.allCases
    ) -> [Sourced<ProviderField>]? {
        let known = ProviderField.allCases.map(\.rawValue)
        let form = ValueForm.choice(allowed.map(\.rawValue))
        guard let names = values.texts(node, key, example: "[name, entity]", form: form) else { return nil }
        return names.compactMap { name in
            if let field = ProviderField(rawValue: name.value) { return Sourced(field, at: name.span) }
            values.findings.add(
                .unknownKey, at: name.span, "\"\(shown(name.value))\" is not a field of a provider",
                help: nearMiss(name.value, among: known).map { "did you mean \($0)?" }
                    ?? "the fields are \(known.joined(separator: ", "))")
            return nil
        }
    }

    /// What is unrecorded changes without a word, so only fields may be that say nothing of who touches which data.
    private func unrecorded(_ node: YAMLNode, _ key: String) -> [Sourced<ProviderField>]? {
        let allowed = RegisterTerms.mayBeUnrecorded
        return fields(node, key, allowed: allowed)?.filter { field in
            guard !allowed.contains(field.value) else { return true }
            let names = allowed.map(\.rawValue).joined(separator: ", ")
            values.findings.add(
                .conflictingSettings, at: field.span,
                "\"\(field.value.rawValue)\" cannot be unrecorded: customers are told when it changes",
                help: "take it out of the list; what may stand here is \(names)")
            return false
        }
    }

    /// Fields of a provider, and free keys; not the keys that say when and why.
    private func privateKeys(_ node: YAMLNode, _ key: String) -> [Sourced<String>]? {
        guard let names = values.texts(node, key, example: "[cost_center]", form: .key) else { return nil }
        return names.compactMap { name in
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
            return name
        }
    }

    private func isKey(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0.isASCIISmallLetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    }
}

/// The lists of a block of `register` as they are written; nil for one that is left out, which is the default then.
private struct WrittenTerms {
    var required: [Sourced<ProviderField>]?
    var material: [Sourced<ProviderField>]?
    var privateKeys: [Sourced<String>]?
    var unrecorded: [Sourced<ProviderField>]?

    var terms: RegisterTerms {
        func set<Value>(_ items: [Sourced<Value>]?) -> Set<Value>? { items.map { Set($0.map(\.value)) } }
        return RegisterTerms(
            required: set(required) ?? RegisterTerms.requiredByDefault,
            material: set(material) ?? RegisterTerms.materialByDefault, privateKeys: set(privateKeys) ?? [],
            unrecorded: set(unrecorded) ?? RegisterTerms.unrecordedByDefault)
    }

    /// `conflicting-settings`: a field that customers are told of and that is kept from them. Where it stands in a list
    /// by default, the finding is at the list that is written.
    func reportConflicts(to findings: Findings) {
        let terms = terms
        let privateFields = privateKeys?.compactMap { key in
            ProviderField(rawValue: key.value).map { Sourced($0, at: key.span) }
        }
        let kept: [(word: String, fields: Set<ProviderField>, written: [Sourced<ProviderField>]?)] = [
            ("private", Set(terms.privateKeys.compactMap(ProviderField.init)), privateFields),
            ("unrecorded", terms.unrecorded.filter { !terms.isPrivate($0) }, unrecorded),
        ]
        let told = [("required", terms.required, required), ("material", terms.material, material)]
        for (word, fields, written) in kept {
            for field in ProviderField.allCases where fields.contains(field) {
                let places = told.filter { $0.1.contains(field) }
                let itsOwn = [written].compactMap { $0?.first { $0.value == field }?.span }
                let others = places.compactMap { $0.2?.first { $0.value == field }?.span }
                guard !places.isEmpty, let span = (itsOwn + others).first else { continue }
                let name = field.rawValue
                let words = places.map { $0.0 + ($0.2 == nil ? " by default" : "") }.joined(separator: " and ")
                let ways = places.map { lists, fields, list in
                    list == nil
                        ? "write \(lists): [\(Self.names(fields.subtracting([field])))]" : "take it out of \(lists)"
                }
                let first =
                    written == nil
                    ? "write \(word): [\(Self.names(fields.subtracting([field])))]" : "take \(name) out of \(word)"
                findings.add(
                    .conflictingSettings, at: span,
                    "\"\(name)\" is \(words), and \(word)\(written == nil ? " by default" : "") as well",
                    help: "\(first), or \(ways.joined(separator: " and "))")
            }
        }
    }

    private static func names(_ fields: Set<ProviderField>) -> String {
        ProviderField.allCases.filter(fields.contains).map(\.rawValue).joined(separator: ", ")
    }
}
