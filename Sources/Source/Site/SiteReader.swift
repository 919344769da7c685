import Diagnostics
import Model

/// Reads `Content/site.yaml`. Values that are wrong are reported, and stand-ins that no other check stumbles over take
/// their place; nil where the file holds no map of keys at all.
func readSite(_ file: SourceFile, findings: Findings) -> SiteSettings? {
    let text = readYAML(file, 0..<file.utf8Count, findings: findings)
    let values = ValueReader(findings: findings)
    guard let root = text.root, !root.isEmpty else {
        if findings.count == 0 {
            findings.add(
                .missingKey, at: SourceSpan(file, 0..<0), "site.yaml is empty",
                help: "write organization: {name: Example Ltd} and the other settings")
        }
        return nil
    }
    guard case .map(let entries) = root.content else {
        return values.wrong(root, "site.yaml holds no keys", help: "write each setting as a key, a colon and a value")
    }
    let site = MappingReader(
        entries, at: root.span, what: "site.yaml", findings: findings, isPartial: text.isPartial)
    return SiteReader(site: site, values: values, file: file).settings()
}

struct SiteReader {
    let site: MappingReader
    let values: ValueReader
    let file: SourceFile

    func settings() -> SiteSettings {
        let organization = organization()
        let contacts = contacts()
        let url = site.required("url", example: "url: https://trust.example.com", siteAddress)
        let authority = site.required("authority", example: "authority: example.com,2026", authority)
        let language = site.optional("language", language)
        let offset = site.optional("utc_offset", utcOffset)
        let documents = site.required("documents", example: "documents: [privacy, terms]", documents)
        let products = site.optional("products", products)
        let record = site.optional("record", record)
        let since = site.required("since", example: "since: 2026-11-23", values.date)
        let settings = SiteSettings(
            source: file, organization: organization, contacts: contacts,
            url: url ?? standIn("https://site.invalid"), authority: authority ?? standIn("site.invalid,2000"),
            language: language ?? standIn("en"), utcOffset: offset ?? UTCOffset(minutes: 0),
            documents: documents ?? [], products: products ?? [], since: since ?? standIn(.distantFuture),
            notice: notice(documents: documents), register: register(),
            securityTxt: site.optional("security_txt", securityTxt),
            checks: site.optional("checks", checks) ?? [:],
            recordKeys: record?.keys ?? [], recordWitnesses: record?.witnesses ?? [],
            mailingList: site.optional("mailing_list", mailingList))
        site.finish()
        return settings
    }

    /// A value for one that is missing or wrong, placed at the file's first key.
    func standIn<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, at: site.span) }

    private func organization() -> SiteSettings.Organization {
        let example = "organization: {name: Example Ltd}"
        let map = site.required("organization", example: example) { node, key in
            values.map(node, key, what: "organization", example: example)
        }
        let name = map?.required("name", example: "name: Example Ltd", values.text)
        let organization = SiteSettings.Organization(
            name: name ?? standIn("Organization"), legalName: map?.optional("legal_name", values.text),
            address: map?.optional("address", values.text))
        map?.finish()
        return organization
    }

    private func contacts() -> SiteSettings.Contacts {
        let example = "contacts: {security: security@example.com, privacy: …, legal: …}"
        let map = site.required("contacts", example: example) { node, key in
            values.map(node, key, what: "contacts", example: example)
        }
        func address(_ key: String) -> Sourced<String> {
            map?.required(key, example: "\(key): \(key)@example.com", values.mailAddress)
                ?? standIn("\(key)@site.invalid")
        }
        let contacts = SiteSettings.Contacts(
            security: address("security"), privacy: address("privacy"), legal: address("legal"))
        map?.finish()
        return contacts
    }

    /// Ids that are none are reported, and listed all the same, so that their folders are not called unlisted.
    private func documents(_ node: YAMLNode, _ key: String) -> [Sourced<String>]? {
        guard let items = values.list(node, key, example: "[privacy, terms]") else { return nil }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let id = values.scalar(item, key, help: "write an id") else { return nil }
            _ = values.id(.document)(item, key)
            return seen.insert(id.value).inserted ? id : values.twice(id)
        }
    }

    private func products(_ node: YAMLNode, _ key: String) -> [SiteSettings.Product]? {
        guard let map = values.map(node, key, what: key, example: "products: {studio: Studio}") else { return nil }
        return map.entries.compactMap { entry in
            let keyNode = YAMLNode(content: .scalar(entry.key, isPlain: true), span: entry.keySpan)
            guard let id = values.id(.product)(keyNode, key), let name = values.text(entry.value, entry.key) else {
                return nil
            }
            return SiteSettings.Product(id: id, name: name)
        }
    }
}
