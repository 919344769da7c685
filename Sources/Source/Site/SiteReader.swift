import Diagnostics
import Model

/// Reads `Content/site.yaml`. Values that are wrong are reported, and stand-ins that no other check stumbles over take
/// their place; nil where the file holds no map of keys at all.
///
/// - Parameter folders: the folders of documents that are there, for the help where none is listed.
func readSite(_ file: SourceFile, folders: [String], findings: Findings) -> SiteSettings? {
    let file = withUsualSpaces(file, 0..<file.utf8Count, findings: findings) ?? file
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
        return values.noKeys(root, in: "site.yaml", help: "write each setting as a key, a colon and a value")
    }
    let site = MappingReader(
        entries, at: root.span, what: "site.yaml", findings: findings, isPartial: text.isPartial)
    return SiteReader(site: site, values: values, file: file, folders: folders).settings()
}

struct SiteReader {
    let site: MappingReader
    let values: ValueReader
    let file: SourceFile
    let folders: [String]

    func settings() -> SiteSettings {
        site.know([
            "organization", "contacts", "url", "authority", "language", "utc_offset", "documents", "products",
            "renamed", "record", "since", "notice", "register", "security_txt", "checks", "mailing_list", "theme",
        ])
        var unread: Set<String> = []
        let names = names(unread: &unread)
        let url = site.required("url", example: "url: https://trust.example.com", values.siteURL)
        let authority = site.required("authority", example: "authority: example.com,2026", authority)
        let offset = site.optional("utc_offset", utcOffset)
        let listed = folders.isEmpty ? "privacy, terms" : folders.joined(separator: ", ")
        var branding = site.optional("theme", theme) ?? Branding()
        let documents = site.required("documents", example: "documents: [\(listed)]") {
            listedDocuments($0, $1, shownBy: &branding, unread: &unread)
        }
        let record = site.optional("record", record)
        let since = site.required(
            "since", example: "since: YYYY-MM-DD, the day on which the site goes public", values.date)
        let (notice, register) = (notice(documents: documents), register())
        unread.formUnion(["notice", "register"].filter { site.unread.contains($0) || site.isMisspelt($0) })
        let settings = SiteSettings(
            source: file, names: names, url: url ?? standIn(SiteURL(origin: "https://site.invalid")),
            authority: authority ?? standIn("site.invalid,2000"),
            utcOffset: offset ?? UTCOffset(minutes: 0),
            documents: documents ?? [], since: since ?? standIn(.distantFuture),
            notice: notice, register: register,
            securityTxt: site.optional("security_txt", securityTxt),
            checks: site.optional("checks", checks) ?? [:],
            recordKeys: record?.keys ?? [], recordWitnesses: record?.witnesses ?? [],
            mailingList: site.optional("mailing_list", mailingList), branding: branding,
            unreadable: unread.union(
                [
                    ("since", since == nil), ("authority", authority == nil), ("documents", documents == nil),
                    ("utc_offset", offset == nil && (site.has("utc_offset") || site.isMisspelt("utc_offset"))),
                ].filter(\.1).map(\.0)))
        site.finish()
        return settings
    }

    /// A value for one that is missing or wrong, placed at the file's first key.
    func standIn<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, at: site.span) }

    /// Ids that are none are reported, and listed all the same, so that their folders are not called unlisted.
    ///
    /// - Parameter unread: gains `documents` where an item could not be read: it may be any of those that are not listed.
    private func listedDocuments(
        _ node: YAMLNode, _ key: String, shownBy branding: inout Branding, unread: inout Set<String>
    ) -> [Sourced<String>]? {
        if node.holdsBroken { unread.insert(key) }
        guard let items = values.list(node, key, example: "[privacy, terms]") else { return nil }
        var seen: [String: SourceSpan] = [:]
        return items.compactMap { item in
            guard let id = item.read(asMap: { introduced(item, &branding) }, otherwise: { documentID(item, key) })
            else {
                unread.insert(key)
                return nil
            }
            if let first = seen[id.value] { return values.twice(id, first: first) }
            seen[id.value] = id.span
            return id
        }
    }

    private func documentID(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        guard let id = values.word(node, key, help: "write an id", form: .id) else { return nil }
        _ = values.id(.document)(node, key)
        return id
    }

    /// `{id: privacy, about: For visitors of the website., group: Data}`.
    private func introduced(_ node: YAMLNode, _ branding: inout Branding) -> Sourced<String>? {
        let example = "{id: privacy, about: For visitors of the website.}"
        guard let map = values.map(node, "documents", what: "a document of the list", example: example) else {
            return nil
        }
        defer { map.finish() }
        let id = map.required("id", example: "id: privacy", documentID)
        let about = map.optional("about", values.text)
        let group = map.optional("group", values.text)
        guard let id else { return nil }
        branding.about[id.value] = about
        branding.group[id.value] = group
        if let group, !branding.groups.isEmpty, !branding.groups.contains(group) {
            let names = branding.groups.map(\.value)
            values.findings.add(
                .conflictingSettings, at: group.span,
                "\"\(shown(group.value))\" is not in the groups of theme",
                help: nearMiss(group.value, among: names).map { "did you mean \($0)?" }
                    ?? "add it there; the groups are \(names.joined(separator: ", "))")
        }
        return id
    }
}
