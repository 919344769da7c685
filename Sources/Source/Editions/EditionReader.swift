import Diagnostics
import Formats
import Model

/// What the readers of single files need to know of the site: its settings, where they could be read.
struct ReadingContext {
    var settings: SiteSettings?
    /// Terms that stand for those of all days; nil where each day has its own.
    var allTerms: RegisterTerms?

    /// The terms by which a change is read that was announced at a moment.
    func registerTerms(at moment: Moment) -> RegisterTerms? { allTerms ?? settings?.registerTerms(at: moment) }

    /// Those that hold whatever day a change was announced on; nil where there are several blocks.
    var onlyRegisterTerms: RegisterTerms? {
        allTerms ?? settings.flatMap { $0.register.count == 1 ? $0.register.first?.terms : nil }
    }

    /// The ids of the documents that site.yaml lists; nil where it could not be read.
    var documents: [String]? {
        guard let settings, !settings.unreadable.contains("documents") else { return nil }
        return settings.documents.map(\.value)
    }
}

/// Reads one edition; nil where its front matter is not there, which is reported, and not dated where this says no day on
/// which it was announced that can be read.
func readEdition(
    _ file: SourceFile, document: String, id: EditionID, context: ReadingContext, findings: Findings
) -> (edition: Edition, isDated: Bool)? {
    let file = withUsualSpaces(inFrontMatterOf: file, findings: findings)
    guard let (frontMatter, text) = readFrontMatter(file, findings: findings), let root = text.root,
        case .map(let entries) = root.content
    else { return nil }
    let map = MappingReader(
        entries, at: root.span, what: "an edition", findings: findings, isPartial: text.isPartial)
    let keys = EditionKeys(map, id: id, context: context)
    let edition = Edition(
        document: document, id: id, source: file, title: keys.title ?? Sourced(document, at: map.span),
        announcement: keys.announcement, summary: keys.summary, version: keys.version, interim: keys.interim,
        retired: keys.retired, body: SourceSpan(file, frontMatter.body),
        publishedText: PublishedSource.of(file, tokens: text.tokens),
        frontMatter: .object(PublishedSource.written(entries)))
    return (edition, keys.isDated)
}

/// What the front matter of an edition says.
struct EditionKeys {
    var title: Sourced<String>?
    var summary: Sourced<String>?
    var version: Sourced<String>?
    var interim: Sourced<Bool>?
    var retired: Retirement?
    /// Where its day cannot be read, by that of its effect.
    var announcement: Announcement
    /// Whether the day of announcement can be read.
    var isDated: Bool

    init(_ map: MappingReader, id: EditionID, context: ReadingContext) {
        let values = ValueReader(findings: map.findings)
        title = map.required("title", example: "title: Privacy Policy", values.text)
        let announced =
            map.has("announced") || map.isMisspelt("announced")
            ? map.optional("announced", values.moment) : Sourced(Moment(id.day), at: map.span)
        summary = map.optional("summary", values.sentence)
        version = map.optional("version", values.text)
        interim = map.optional("interim", values.bool)
        retired = map.optional("retired") { node, key in
            readRetirement(node, key, context: context, values: values)
        }
        let effective = Sourced(id.day, at: announced?.span ?? map.span)
        announcement = AnnouncementReader(map).announcement(
            announced: announced ?? Sourced(Moment(id.day), at: map.span), effective: effective)
        refuseEffective(map, of: id)
        map.finish()
        announcement.unread = map.unread
        isDated = announced != nil
    }
}

/// Of an edition its file's name says on which day it takes effect: a key of another tool does not.
private func refuseEffective(_ map: MappingReader, of id: EditionID) {
    for key in ["effective", "effective_date", "effective-date", "effectiveDate"] {
        guard let entry = map.refusedEntry(key) else { continue }
        let day = entry.value.scalar.flatMap { CalendarDate($0) }
        map.findings.add(
            .unknownKey, at: entry.keySpan, "\"\(key)\" is not a key of an edition: its file's name is the day",
            help: day.map { $0 == id.day ? "take the line out" : "rename the file to \($0).md, and take the line out" }
                ?? "rename the file to the day on which it takes effect, and take the line out")
    }
}

private func withUsualSpaces(inFrontMatterOf file: SourceFile, findings: Findings) -> SourceFile {
    guard case .found(let frontMatter) = FrontMatter.cut(file), frontMatter.yaml.count <= FrontMatter.limit else {
        return file
    }
    return withUsualSpaces(file, frontMatter.yaml, findings: findings) ?? file
}

private func readRetirement(
    _ node: YAMLNode, _ key: String, context: ReadingContext, values: ValueReader
) -> Retirement? {
    guard let map = values.map(node, key, what: key, example: "retired: {replaced_by: [terms]}, or retired: {}") else {
        // It is the last edition all the same.
        return node.isBroken ? nil : Retirement(replacedBy: [], span: node.span)
    }
    defer { map.finish() }
    let replacedBy = map.optional("replaced_by") { node, key in
        values.list(node, key, example: "[terms]")?.compactMap { item -> Sourced<String>? in
            let form = context.documents.map(ValueForm.choice) ?? .id
            guard let id = values.word(item, key, help: "write the id of a document", form: form) else { return nil }
            if let documents = context.documents, !documents.contains(id.value) {
                values.findings.add(
                    .invalidID, at: id.span, "\"\(shown(id.value))\" is not a document of this site",
                    help: nearMiss(id.value, among: documents).map { "did you mean \($0)?" }
                        ?? "the documents are \(documents.joined(separator: ", "))")
                return nil
            }
            return id
        }
    }
    return Retirement(replacedBy: replacedBy ?? [], span: node.span)
}
