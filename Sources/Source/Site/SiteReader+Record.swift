import Diagnostics
import Model
import Signatures

extension SiteReader {
    /// `record: {keys: [{key: …, from: 2026-11-23, until: 2028-01-01}], witnesses: […]}`.
    func record(
        _ node: YAMLNode, _ key: String
    ) -> (keys: [SiteSettings.SignerKey], witnesses: [SiteSettings.SignerKey])? {
        let example = "record: {keys: [{key: …, from: YYYY-MM-DD}]}"
        guard let map = values.map(node, key, what: key, example: example) else { return nil }
        defer { map.finish() }
        return (
            map.optional("keys") { recordKeys($0, $1, what: "a record key", publicKey) } ?? [],
            map.optional("witnesses") { recordKeys($0, $1, what: "a witness", witnessKey) } ?? []
        )
    }

    /// A list of keys with their days; one that stands in it twice for the same day is reported.
    private func recordKeys(
        _ node: YAMLNode, _ key: String, what: String, _ read: (YAMLNode, String) -> Sourced<String>?
    ) -> [SiteSettings.SignerKey]? {
        let items = values.list(node, key, example: "[{key: …, from: YYYY-MM-DD}]")
        var keys: [SiteSettings.SignerKey] = []
        for item in items ?? [] {
            guard let map = values.map(item, key, what: what, example: "{key: …, from: YYYY-MM-DD}") else { continue }
            defer { map.finish() }
            let text = map.required("key", example: "key: …", read)
            let from = map.required("from", example: "from: YYYY-MM-DD, the first day of its use", values.date)
            let until = map.optional("until", values.date)
            guard let text, let from else { continue }
            if let until, until.value < from.value {
                values.findings.add(
                    .invalidDate, at: until.span, "this key ends before it begins, on \(from.value)",
                    help: "write its last day, or leave until out while the key is in use")
                continue
            }
            let new = SiteSettings.SignerKey(key: text, from: from, until: until)
            if let other = keys.first(where: { $0.key.value == text.value && $0.overlaps(new) }) {
                values.findings.add(
                    .duplicateKey, at: text.span, "this key is listed already, from \(other.from.value)",
                    help: "keep one of the two", first: other.key.span)
                continue
            }
            keys.append(new)
        }
        return items == nil ? nil : keys
    }

    /// A public key of one of three forms. A secret one is told at once, before it is published.
    private func publicKey(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        let forms =
            "write what trustpress new key printed (<name>+<id>+<key>), a minisign key (RW…), or an SSH key "
            + "(ssh-ed25519 …)"
        guard let text = values.word(node, key, help: forms, form: .text([.string])) else { return nil }
        if text.value.hasPrefix("PRIVATE+KEY+") || text.value.contains("PRIVATE KEY") {
            return values.wrong(
                node, "this is a secret key, and site.yaml is read by others",
                help: "make a new pair with trustpress new key, and write its public key here")
        }
        if WitnessKey(text.value) != nil {
            return values.wrong(
                node, "this is the key of a witness, which cosigns checkpoints and signs none",
                help: "write it under witnesses:")
        }
        if isPublicKey(text.value) { return text }
        if let key = sshKey(beforeCommentIn: text.value) {
            return values.wrong(
                node, "a comment stands behind this SSH key", help: "leave it out: write \(key)")
        }
        if idProblem(node, text.value) { return nil }
        return values.wrong(node, "\"\(shown(text.value))\" is no public key", help: forms)
    }

    /// Where a key has the id of another one: one of its three parts is mistyped, or the key was renamed.
    private func idProblem(_ node: YAMLNode, _ text: String) -> Bool {
        guard let id = wrongID(in: text) else { return false }
        values.findings.add(
            .wrongType, at: node.span, "the id \(id.written) is not that of this name and this key",
            help: "copy all three parts again, as they were printed; of this name and this key it is \(id.right)")
        return true
    }

    /// The key of a witness (C2SP tlog-cosignature): a verifier key of type 4.
    private func witnessKey(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        let form = "write the verifier key that the witness publishes, <name>+<id>+<key>, whose key begins with B"
        guard let text = values.word(node, key, help: form, form: .text([.string])) else { return nil }
        if WitnessKey(text.value) != nil { return text }
        if idProblem(node, text.value) { return nil }
        return values.wrong(
            node, "\"\(shown(text.value))\" is no key of a witness (C2SP tlog-cosignature, type 4)",
            help: VerifierKey(text.value) == nil ? form : "a key that signs the record itself is written under keys:")
    }
}

extension SiteSettings.SignerKey {
    /// Whether there is a day on which both are in use.
    fileprivate func overlaps(_ other: Self) -> Bool {
        from.value <= other.until?.value ?? .distantFuture && other.from.value <= until?.value ?? .distantFuture
    }
}
