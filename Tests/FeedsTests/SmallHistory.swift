import Diagnostics
import Feeds
import Formats
import Model
import Redline
import Testing

/// Builders of small histories, made of values alone: what reading would give of a small site.
let nowhere = SourceSpan(SourceFile(path: "Content/test.yaml", text: ""), 0..<0)

func at<Value: Sendable>(_ value: Value) -> Sourced<Value> { Sourced(value, at: nowhere) }

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
func moment(_ text: String) throws -> Moment { try #require(Moment(text)) }

let acme = Names(
    organization: .init(name: at("Acme")),
    contacts: .init(
        security: at("security@acme.example"), privacy: at("privacy@acme.example"), legal: at("legal@acme.example")),
    language: at("en"),
    products: [.init(id: at("studio"), name: at("Studio")), .init(id: at("cloud"), name: at("Cloud"))])

func settings(_ documents: [String], since: String = "2026-01-01") throws -> SiteSettings {
    SiteSettings(
        source: nowhere.file, names: [Dated(from: nil, terms: acme)],
        url: at(SiteURL(origin: "https://trust.acme.example")),
        authority: at("acme.example,2026"), utcOffset: UTCOffset(minutes: 60), documents: documents.map(at),
        since: at(try day(since)),
        notice: [Dated(from: nil, terms: NoticeTerms(days: at(30), objectionDays: at(30)))],
        register: [Dated(from: nil, terms: RegisterTerms())], securityTxt: nil, checks: [:])
}

/// An announcement; moments and days as they are written in a source.
func announcement(
    _ announced: String, _ effective: String? = nil, material: Bool? = nil,
    postponed: [(String, to: String)] = [], withdrawn: String? = nil
) throws -> Announcement {
    let announced = try moment(announced)
    return Announcement(
        announced: at(announced), effective: at(try effective.map(day) ?? announced.day), material: material.map(at),
        postponed: try postponed.map {
            Postponement(
                announced: at(try moment($0.0)), effective: at(try day($0.to)), reason: at("Later."), written: .null)
        },
        withdrawn: try withdrawn.map {
            Withdrawal(announced: at(try moment($0)), reason: at("Not at all."), written: .null)
        })
}

func edition(
    _ document: String, _ id: String, title: String, _ announcement: Announcement, summary: String? = nil,
    interim: Bool = false, replacedBy: [String]? = nil, text: String = ""
) throws -> Edition {
    let file = SourceFile(path: "Content/\(document)/\(id).md", text: text)
    return Edition(
        document: document, id: try #require(EditionID(id)), source: file, title: at(title),
        announcement: announcement, summary: summary.map(at), interim: interim ? at(true) : nil,
        retired: replacedBy.map { Retirement(replacedBy: $0.map(at), span: nowhere) },
        body: SourceSpan(file, 0..<text.utf8.count), publishedText: text)
}

typealias Fields = [ProviderField: FieldValue?]

/// A provider's first state and its changes, each with what it announces and names.
func provider(
    _ id: String, _ fields: Fields, _ first: Announcement, changes: [ProviderChange] = []
) -> Provider {
    let first = item(fields, first)
    let changes = ([first] + changes).enumerated().map { position, change in
        var change = change
        change.position = position
        return change
    }
    return Provider(
        id: id, source: SourceFile(path: "Content/subprocessors/providers/\(id).yaml", text: ""), changes: changes)
}

func item(
    _ fields: Fields, _ announcement: Announcement, removed: Bool? = nil, trueSince: CalendarDate? = nil,
    note: String? = nil
) -> ProviderChange {
    ProviderChange(
        position: 1, announcement: announcement, note: note.map(at), removed: removed.map(at),
        trueSince: trueSince.map(at), fields: fields.mapValues(at),
        written: [JSONValue.Member("announced", .string("\(announcement.announced.value)"))], span: nowhere)
}

func history(_ documents: [Document], since: String = "2026-01-01") throws -> History {
    History(
        resolving: Library(
            settings: try settings(documents.map(\.id), since: since), pages: [], documents: documents,
            certifications: [], files: []))
}

func register(_ providers: [Provider]) throws -> Document {
    let prose = try edition("subprocessors", "2026-01-01", title: "Subprocessors", announcement("2026-01-01"))
    return Document(id: "subprocessors", editions: [prose], providers: providers)
}

/// The redlines of editions whose texts are empty: nothing changed in any of them.
func noTexts(_ history: History) -> EditionRedlines {
    EditionRedlines(PublicHistory(of: history.library, asOf: AsOf(.last)), texts: [:])
}

/// What `machineJobs` make, one after the other, sorted by path.
func machineFiles(_ history: PublicHistory, redlines: EditionRedlines, pages: [String]) -> [OutputFile] {
    let entries = history.feedEntries(redlines: redlines)
    return machineJobs(history, redlines: redlines, entries: entries, pages: pages)
        .flatMap { $0.make() }.sorted { $0.path < $1.path }
}
