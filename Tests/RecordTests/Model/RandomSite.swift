import Model
import Record
import TestSupport

/// A site that an honest author keeps by chance: everything that can be announced, postponed, withdrawn, erased and
/// recorded late.
///
/// The author writes before each build, knows what was published, and leaves room where days are counted: what is
/// merged may be first published days later.
struct RandomSite {
    var random: SeededRandom
    /// Editions by document, changes by `<register>/<provider>`; in the order in which they were written.
    var drafts: [String: [Draft]] = [:]
    var documents = ["privacy", "security", "subprocessors"]
    var settings = Settings()
    /// Linked files by path from the site's folder.
    var attachments: [String: String] = [:]
    var page = "# Welcome\n"
    /// What the last build spoke for, and the lines of its record; until there is one, the first day and none.
    var spoken = AsOf(Moment(RandomSite.firstDay))
    /// What the coming build speaks for: an erasure is announced by then, as its words go at once.
    var coming: AsOf = AsOf(Moment(firstDay))
    /// The most nights from one build to the next.
    static let mostNights = 6
    var lines: [ParsedEntry] = []
    /// The day on which the author writes.
    var today = RandomSite.firstDay
    /// What was done last, for whoever reads a failure.
    var log: [String] = []

    struct Settings {
        var authority = "acme.example,2026"
        var since = "2026-01-01"
        var offset = "+01:00"
        var name = "Acme"
        /// Nil where the site has none.
        var product: String? = "Desk"
        var renamed: [Renamed] = []
        var notice: [Block] = [Block(terms: "days: 10, objection_days: 10, documents: {security: {days: 0}}")]
        var register: [Block] = [Block(terms: "private: [cost_center]")]

        /// An item of `renamed`.
        struct Renamed {
            var from: CalendarDate
            var name: String?
            var product: String?

            var text: String {
                let keys = [
                    name.map { "organization: {name: \($0)}" }, product.map { "products: {desk: \($0)}" },
                ].compactMap { $0 }
                return "{from: \(from), \(keys.joined(separator: ", "))}"
            }
        }

        struct Block {
            var from: CalendarDate?
            var announced: Moment?
            var terms: String

            var text: String {
                let days = [from.map { "from: \($0)" }, announced.map { "announced: \($0)" }].compactMap { $0 }
                return "{\((days + [terms]).joined(separator: ", "))}"
            }
        }
    }

    static let register = "subprocessors"
    static let firstDay = CalendarDate(year: 2026, month: 1, day: 1) ?? .distantPast
    /// The longest notice of any block, and the days that may pass until something is first published.
    static let longestNotice = 20
    static let slack = 12

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        let start = Moment(Self.firstDay)
        for document in documents {
            drafts[document] = [
                Draft(
                    announced: start, effective: Self.firstDay, keys: [("title", "About \(document)")],
                    body: "# Words\n\nWe keep words for 30 days.\n")
            ]
        }
        for provider in ["anchor", "buoy"] {
            var draft = Draft(announced: start, effective: Self.firstDay)
            draft.keys = firstState(of: provider)
            drafts["\(Self.register)/\(provider)"] = [draft]
        }
    }

    /// The sources by path.
    var files: [String: String] {
        var files = attachments
        files["Content/index.md"] = page
        files[Self.settingsPath] = """
            organization: {name: \(settings.name)}
            contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
            url: https://trust.acme.example
            authority: \(settings.authority)
            utc_offset: "\(settings.offset)"
            documents: [\(documents.joined(separator: ", "))]
            products: {\(settings.product.map { "desk: \($0)" } ?? "")}
            renamed: [\(settings.renamed.map(\.text).joined(separator: ", "))]
            since: \(settings.since)
            notice:
            \(settings.notice.map { "  - \($0.text)\n" }.joined())register:
            \(settings.register.map { "  - \($0.text)\n" }.joined())
            """
        for (group, drafts) in drafts {
            if Self.isProvider(group) {
                files[Self.path(of: group)] = Draft.provider(drafts)
            } else {
                for draft in drafts { files[Self.path(of: group, draft)] = draft.edition }
            }
        }
        return files
    }

    static let settingsPath = "Content/site.yaml"

    static func isProvider(_ group: String) -> Bool { group.contains("/") }

    /// The file of a provider, or of an edition.
    static func path(of group: String, _ draft: Draft? = nil) -> String {
        guard isProvider(group) else { return "Content/\(group)/\(draft?.stem ?? "").md" }
        return "Content/" + group.replacing("/", with: "/providers/") + ".yaml"
    }
}

extension RandomSite {
    mutating func chance(_ part: Int, of whole: Int) -> Bool { Int.random(in: 0..<whole, using: &random) < part }

    mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// The moment of the newest line of the record.
    var lastPublished: Moment {
        lines.compactMap { Moment($0.key.moment) }.max() ?? Moment(.distantPast)
    }

    /// The groups in an order that does not depend on a dictionary.
    var groups: [String] { drafts.keys.sorted() }

    /// Every announcement that a build has published.
    func published(by asOf: AsOf) -> [Place] {
        groups.flatMap { group in
            (drafts[group] ?? []).indices.compactMap { index in
                guard let draft = drafts[group]?[index], asOf.covers(draft.moment), !draft.leavesNoTrace else {
                    return nil
                }
                return Place(group: group, index: index, draft: draft)
            }
        }
    }

    struct Place {
        var group: String
        var index: Int
        var draft: Draft

        var isEdition: Bool { !RandomSite.isProvider(group) }
        var path: String { RandomSite.path(of: group, draft) }
    }

    /// What the record calls an edition or a change: its document, and its id in it.
    func id(of place: Place) -> (document: String, item: String) {
        guard !place.isEdition else { return (place.group, place.draft.stem) }
        let parts = place.group.split(separator: "/").map(String.init)
        // Those of one day are numbered in the order in which they entered the record.
        let day = place.draft.announced.day
        let earlier = (drafts[place.group] ?? []).enumerated().filter { index, draft in
            draft.announced.day == day && !draft.leavesNoTrace
                && (draft.moment, index) < (place.draft.moment, place.index)
        }
        return (parts[0], parts[1] + (earlier.isEmpty ? "/\(day)" : "/\(day)-\(earlier.count + 1)"))
    }
}
