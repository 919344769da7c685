import Diagnostics
import Model

extension SiteReader {
    /// `notice:`, one block or a list of dated ones.
    ///
    /// - Parameter documents: those that are listed; nil where the list could not be read.
    func notice(documents: [Sourced<String>]?) -> [Dated<NoticeTerms>] {
        let blocks = site.required("notice", example: "notice: {days: 30, objection_days: 30}") { node, key in
            readBlocks(node, key, what: "notice", example: "{days: 30, objection_days: 30}") { map in
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

    private func readBlocks<Terms>(
        _ node: YAMLNode, _ key: String, what: String, example: String, read: (MappingReader) -> Terms
    ) -> [Dated<Terms>]? {
        let items: [YAMLNode]
        if case .list(let list) = node.content { items = list } else { items = [node] }
        guard !items.isEmpty else { return values.wrong(node, "\"\(key)\" is empty", help: "write \(key): \(example)") }
        var blocks: [Dated<Terms>] = []
        for (position, item) in items.enumerated() {
            guard let map = values.map(item, key, what: what, example: "\(key): \(example)") else { continue }
            let from = position == 0 ? refuseFrom(map) : readFrom(map, after: blocks.last?.from)
            let terms = read(map)
            map.finish()
            guard position == 0 || from != nil else { continue }
            blocks.append(Dated(from: from, terms: terms))
        }
        // Where the first is of no use, the next takes its place.
        if let first = blocks.first { blocks[0] = Dated(from: nil, terms: first.terms) }
        return blocks.isEmpty ? nil : blocks
    }

    private func refuseFrom(_ map: MappingReader) -> Sourced<CalendarDate>? {
        if let entry = map.entry("from") {
            values.findings.add(
                .unknownKey, at: entry.keySpan, "the first block holds from the beginning, so it has no \"from\"",
                help: "take the line out")
        }
        return nil
    }

    private func readFrom(_ map: MappingReader, after last: Sourced<CalendarDate>?) -> Sourced<CalendarDate>? {
        guard let from = map.required("from", example: "from: 2027-01-01", values.date) else { return nil }
        if let last, from.value <= last.value {
            values.findings.add(
                .invalidDate, at: from.span,
                "this block is not later than the one before it, which holds from \(last.value)",
                help: "write \(last.value.adding(days: 1)) or later, or put the blocks in order")
            return nil
        }
        return from
    }

    private var days: (YAMLNode, String) -> Sourced<Int>? { values.integer(0...3650) }

    private func noticeTerms(_ map: MappingReader, documents: [Sourced<String>]?) -> NoticeTerms {
        let least = map.required("days", example: "days: 30", days)
        let objection = map.optional("objection_days", days)
        let afterEffect = map.optional("objection_after_effect", values.text)
        let perDocument = map.optional("documents") { node, key in
            documentTerms(node, key, documents: documents)
        }
        let days = least ?? standIn(0)
        return NoticeTerms(
            days: days, objectionDays: objection ?? days, objectionAfterEffect: afterEffect,
            documents: perDocument ?? [:])
    }

    private func documentTerms(
        _ node: YAMLNode, _ key: String, documents: [Sourced<String>]?
    ) -> [String: NoticeTerms.DocumentTerms]? {
        guard let map = values.map(node, key, what: key, example: "documents: {security: {days: 0}}") else {
            return nil
        }
        var terms: [String: NoticeTerms.DocumentTerms] = [:]
        for entry in map.entries {
            if let documents, !documents.contains(where: { $0.value == entry.key }) {
                let ids = documents.map(\.value)
                values.findings.add(
                    .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not in the list of documents",
                    help: nearMiss(entry.key, among: ids).map { "did you mean \($0)?" }
                        ?? "the documents are \(ids.joined(separator: ", "))")
            }
            guard
                let own = values.map(
                    entry.value, entry.key, what: "the notice of a document", example: "\(entry.key): {days: 0}")
            else { continue }
            terms[entry.key] = NoticeTerms.DocumentTerms(
                days: own.optional("days", days), objectionDays: own.optional("objection_days", days),
                objectionAfterEffect: own.optional("objection_after_effect", values.text))
            own.finish()
        }
        return terms
    }
}
