import Model
import TestSupport

/// A register whose author tries, whenever he can, to use customers' data in more ways than he told them in time.
struct HostileSite {
    var random: SeededRandom
    var rows: [String: [Draft]] = [:]
    /// The later blocks of `notice` and `register`, `since`, and what `checks` holds.
    var laterNotice = ""
    var laterRegister = ""
    var since = HostileSite.since
    var checks = ""

    static let since = CalendarDate(year: 2026, month: 1, day: 1) ?? .distantPast
    /// The least days from announced to effective.
    static let days = 10

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        let keys = [
            ("entity", "Anchor Limited"), ("purpose", "Hosts the databases"), ("data", "[logs, mails]"),
            ("subjects", "[users]"), ("locations", "[{rule: Nearest, of: [DE, US]}]"), ("storage", "[DE]"),
            ("access", "[EU]"), ("transfer", "[SCC-3, BCR]"), ("products", "[desk]"), ("enabled", "opt-in"),
            ("condition", "Only on request"), ("retention", "Thirty weekdays"), ("ai", "{training: never}"),
        ]
        rows["anchor"] = [draft(on: Self.since, [("name", "Anchor")] + keys)]
        rows["buoy"] = [draft(on: Self.since, [("name", "Buoy")] + keys.filter { $0.0 != "entity" })]
        rows["cleat"] = [draft(on: Self.since, [("name", "Cleat"), ("role", "recipient")] + keys)]
        for row in rows.keys { rows[row]?[0]["note"] = nil }
    }

    func draft(on day: CalendarDate, _ keys: [(String, String)]) -> Draft {
        Draft(
            announced: Moment(day), effective: day,
            keys: keys.map { (name: $0.0, value: $0.1) } + [("note", "So be it")])
    }

    var files: [String: String] {
        var files = [
            "Content/site.yaml": """
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [subprocessors, terms]
            products: {desk: Desk, chart: Chart}
            since: \(since)
            notice:
              - days: \(Self.days)
                objection_days: \(Self.days)
                documents: {terms: {days: 0, objection_days: 0}}
            \(laterNotice)register:
              - {required: [name], material: [\(Self.material)]}
            \(laterRegister)\(checks)
            """,
            "Content/subprocessors/2026-01-01.md": "---\ntitle: Subprocessors\n---\n\nThe list.\n",
            "Content/terms/2026-01-01.md": "---\ntitle: Terms\n---\n\nA policy without notice.\n",
        ]
        for (row, drafts) in rows { files[Self.path(of: row)] = Draft.provider(drafts) }
        return files
    }

    private static let material = """
        name, entity, role, purpose, data, subjects, locations, storage, access, transfer, products, condition, enabled, \
        via, retention, ai
        """

    /// The row of a document that is a policy until then.
    static let rowOfPolicy = "davit"

    static func path(of row: String) -> String {
        "Content/\(row == rowOfPolicy ? "terms" : "subprocessors")/providers/\(row).yaml"
    }

    /// The fields of a row and whether it is listed, when all that was written has taken effect.
    func state(of row: String) -> (fields: [String: String], isListed: Bool) {
        var (fields, isListed) = ([String: String](), true)
        for draft in rows[row] ?? [] where draft.withdrawn == nil {
            for (name, value) in draft.keys where Use.meanings[name] != nil {
                fields[name] = value == "~" ? nil : value
            }
            if let removed = draft["removed"] { isListed = removed == "false" }
        }
        return (fields, isListed)
    }

    mutating func chance(_ part: Int, of whole: Int) -> Bool { Int.random(in: 0..<whole, using: &random) < part }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func pick<Element>(_ elements: [Element]) -> Element? { elements.randomElement(using: &random) }
}

/// How the author wraps what he does, so that it looks like something that needs no notice.
enum Cover: CaseIterable, Sendable {
    // Honest ones: in time, or said openly.
    case inTime, urgent, late, correction, roleInTime, roleForSomeDays
    // The rest is tried.
    case atOnce, shortNotice, editorial, quietCorrection, blankUrgent, backdated, recordedBack, recordedToday
    case forAllAtOnce, removedAndReturned, removedWithMore, asRecipient, asSubprocessor, newRow, newRecipient, olderRow
    case rewritten, rewrittenFirst, erasedAndMore, postponed, withdrawn, postponedBack, inThePast, twoAtOnce
    case termsFromToday, privateFromToday, unrecordedFromToday, sinceMoved, switchedOff, reordered, dropped
    case onStateToCome, editorialOnStateToCome, foundationWithdrawn, foundationPostponed, policyLists
    case startAgain, termsOfStartAgain

    var isHonest: Bool {
        [.inTime, .urgent, .late, .correction, .roleInTime, .roleForSomeDays].contains(self)
    }
    /// Whether it is tried on the first days alone.
    var isOfStart: Bool { self == .startAgain || self == .termsOfStartAgain }
    /// Whether it works with what is announced and to come.
    var isOfStateToCome: Bool {
        [
            .roleInTime, .roleForSomeDays, .onStateToCome, .editorialOnStateToCome, .foundationWithdrawn,
            .foundationPostponed,
        ].contains(self)
    }
}
