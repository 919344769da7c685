import Diagnostics
import Model

extension SiteReader {
    /// `notice:`, one block or a list of dated ones.
    ///
    /// - Parameter documents: those that are listed; nil where the list could not be read.
    func notice(documents: [Sourced<String>]?) -> [Dated<NoticeTerms>] {
        let blocks = site.required("notice", example: "notice: {days: 30, objection_days: 30}") { node, key in
            let example = node.scalar?.daysMeant.map { "{days: \($0)}" } ?? "{days: 30, objection_days: 30}"
            return readBlocks(node, key, what: "notice", example: example) { map in
                noticeTerms(map, documents: documents)
            }
        }
        // Without a period that can be read, nothing is too short for it.
        return blocks ?? [Dated(from: nil, terms: NoticeTerms(days: standIn(0), objectionDays: standIn(0)))]
    }

    /// `register:`, one block or a list of dated ones; the defaults where it is left out.
    func register() -> [Dated<RegisterTerms>] {
        let blocks = site.optional("register") { node, key in
            readBlocks(node, key, what: "register", example: "{required: [name, purpose]}", read: registerTerms)
        }
        return blocks ?? [Dated(from: nil, terms: RegisterTerms())]
    }

    /// Each block is held against all that hold until it does, so their number is bounded: terms of many decades.
    private static let mostBlocks = 200

    private func readBlocks<Terms>(
        _ node: YAMLNode, _ key: String, what: String, example: String, read: (MappingReader) -> Terms
    ) -> [Dated<Terms>]? {
        let items: [YAMLNode]
        var firsts = 1
        switch node.content {
        case .list(let list): items = list
        case .probe(let probe):
            // One block alone, the first of a list, and each of the others.
            let (first, others) = probe.items()
            (items, firsts) = ([node, first, others], 2)
        case .scalar, .map, .broken: items = [node]
        }
        guard !items.isEmpty else { return values.wrong(node, "\"\(key)\" is empty", help: "write \(key): \(example)") }
        if items.count > Self.mostBlocks {
            values.findings.add(
                .tooComplex, at: items[Self.mostBlocks].span, "\"\(key)\" has more than \(Self.mostBlocks) blocks",
                help: "write fewer; what differs for some documents can stand in one block")
        }
        var blocks: [Dated<Terms>] = []
        for (position, item) in items.prefix(Self.mostBlocks).enumerated() {
            guard let map = values.map(item, key, what: what, example: "\(key): \(example)") else { continue }
            let found = values.findings.count
            let days = position < firsts ? refuseDays(map) : readDays(map, after: blocks.last)
            var terms = read(map)
            map.finish()
            guard position < firsts || days != nil else { continue }
            // What a block that is mistyped was to say is not known: it weakens nothing.
            if position >= firsts, values.findings.count > found, let last = blocks.last { terms = last.terms }
            blocks.append(Dated(from: days?.from, announced: days?.announced, terms: terms))
        }
        // Where the first is of no use, the next takes its place.
        if let first = blocks.first { blocks[0] = Dated(from: nil, terms: first.terms) }
        return blocks.isEmpty ? nil : blocks
    }

    /// The day from which a block holds, and when it was announced where that is written.
    private typealias Days = (from: Sourced<CalendarDate>, announced: Sourced<Moment>?)

    private func refuseDays(_ map: MappingReader) -> Days? {
        for key in ["from", "announced"] {
            guard let entry = map.refusedEntry(key) else { continue }
            values.findings.add(
                .unknownKey, at: entry.keySpan, "the first block holds from the beginning, so it has no \"\(key)\"",
                help: "take the line out")
        }
        return nil
    }

    /// Nil where the block cannot be placed among the others, which is reported: blocks stand in the order of their
    /// days, and those of one day in the order of their announcements.
    private func readDays<Terms>(_ map: MappingReader, after last: Dated<Terms>?) -> Days? {
        let announced = map.optional("announced", values.moment)
        guard let from = map.required("from", example: "from: YYYY-MM-DD, the first day of these terms", values.date)
        else { return nil }
        guard let last, let previous = last.from else { return (from, announced) }
        if from.value < previous.value {
            values.findings.add(
                .invalidDate, at: from.span,
                "this block is earlier than the one before it, which holds from \(previous.value)",
                help: "write \(previous.value.adding(days: 1)) or later, or put the blocks in order",
                first: previous.span, firstIs: "the block before it")
            return nil
        }
        if from.value == previous.value, (announced?.value ?? Moment(from.value)) <= last.moment {
            values.findings.add(
                .invalidDate, at: from.span,
                "this block and the one before it hold from \(from.value), and this one is not announced later",
                help: "write announced: and a moment after \(last.moment), or from: "
                    + "\(previous.value.adding(days: 1)) or later", first: previous.span,
                firstIs: "the block before it")
            return nil
        }
        return (from, announced)
    }

    private var days: (YAMLNode, String) -> Sourced<Int>? { values.integer(0...3650) }

    private func noticeTerms(_ map: MappingReader, documents: [Sourced<String>]?) -> NoticeTerms {
        let least = map.required("days", example: "days: 30", days)
        let objection = map.optional("objection_days", days)
        let afterEffect = map.optional("objection_after_effect", values.text)
        let ends = periodEnds(map)
        let perDocument = map.optional("documents") { node, key in
            documentTerms(node, key, documents: documents)
        }
        guard let least else {
            // Without a period, nothing can be said of what is measured by it.
            return NoticeTerms(days: standIn(0), objectionDays: standIn(0), ends: ends)
        }
        return NoticeTerms(
            days: least, objectionDays: objection ?? least, objectionAfterEffect: afterEffect,
            ends: ends, holidays: map.entry("holidays")?.value.span, documents: perDocument ?? [:])
    }

    /// `period_ends: working_day` and `holidays: [2026-12-25]`.
    private func periodEnds(_ map: MappingReader) -> PeriodEnds {
        let ends = map.optional("period_ends", values.choice(["working_day", "calendar_day"]))
        let holidays = map.optional("holidays") { node, key -> [CalendarDate]? in
            var seen: [CalendarDate: SourceSpan] = [:]
            return values.list(node, key, example: "[YYYY-MM-DD]")?.compactMap { item in
                guard let day = values.date(item, key) else { return nil }
                if let first = seen[day.value] {
                    return values.twice(Sourced("\(day.value)", at: day.span), first: first)
                }
                seen[day.value] = day.span
                return day.value
            }
        }
        return PeriodEnds(areWorkingDays: ends?.value == "working_day", holidays: holidays ?? [])
    }

    private func documentTerms(
        _ node: YAMLNode, _ key: String, documents: [Sourced<String>]?
    ) -> [String: NoticeTerms.DocumentTerms]? {
        guard
            let map = values.map(
                node, key, what: key,
                example: "documents: {\(documents?.first?.value ?? "security"): {days: \(node.daysMeant)}}")
        else {
            return nil
        }
        var terms: [String: NoticeTerms.DocumentTerms] = [:]
        for entry in map.entries(ofKeys: .id, as: documents?.first?.value ?? "privacy") {
            if let documents, !documents.contains(where: { $0.value == entry.key }) {
                let ids = documents.map(\.value)
                values.findings.add(
                    .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not in the list of documents",
                    help: nearMiss(entry.key, among: ids).map { "did you mean \($0)?" }
                        ?? "the documents are \(ids.joined(separator: ", "))")
            }
            guard
                let own = values.map(
                    entry.value, entry.key, what: "the notice of a document",
                    example: "\(entry.key): {days: \(entry.value.daysMeant)}")
            else { continue }
            let least = own.optional("days", days)
            let objection = own.optional("objection_days", days)
            let afterEffect = own.optional("objection_after_effect", values.text)
            own.finish()
            terms[entry.key] =
                own.unread.isEmpty
                ? NoticeTerms.DocumentTerms(
                    days: least, objectionDays: objection, objectionAfterEffect: afterEffect)
                : NoticeTerms.DocumentTerms(days: standIn(0), objectionDays: standIn(0))
        }
        return terms
    }
}

extension YAMLNode {
    /// The days that stand where a map of them is asked for: `14`, `14 days`; dots where there are none.
    fileprivate var daysMeant: String { scalar?.daysMeant.map { "\($0)" } ?? "…" }
}
