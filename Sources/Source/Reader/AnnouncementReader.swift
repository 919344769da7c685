import Diagnostics
import Formats
import Model

/// Reads the keys that an edition, a provider's first state and a change have in common.
struct AnnouncementReader {
    let map: MappingReader
    let values: ValueReader

    init(_ map: MappingReader) {
        self.map = map
        values = ValueReader(findings: map.findings)
    }

    /// Everything but the days of announcement and effect.
    ///
    /// What is wrong in it is reported. A withdrawal or an erasure stays one all the same, so that nothing is said
    /// of what comes of its not being there.
    func announcement(announced: Sourced<Moment>, effective: Sourced<CalendarDate>) -> Announcement {
        Announcement(
            announced: announced, recorded: map.optional("recorded", values.moment), effective: effective,
            material: map.optional("material", values.bool), urgent: map.optional("urgent", values.sentence),
            applies: map.optional("applies", applies) ?? [],
            postponed: map.optional("postponed", postponed) ?? [],
            withdrawn: map.optional("withdrawn") { withdrawn($0, $1, announced: announced) },
            erasures: map.optional("erased") { erasures($0, $1, announced: announced) } ?? [],
            salt: map.optional("salt", values.salt))
    }

    private func applies(_ node: YAMLNode, _ key: String) -> [Applies]? {
        let example = "{to: New customers, from: YYYY-MM-DD}"
        return values.list(node, key, example: "[\(example)]")?.compactMap { item in
            guard let map = values.map(item, key, what: key, example: example) else { return nil }
            defer { map.finish() }
            let to = map.required("to", example: "to: New customers", values.text)
            let from = map.required(
                "from", example: "from: YYYY-MM-DD, the first day on which it applies to them", values.date)
            let new = map.optional("new", values.bool)
            guard let to, let from else { return nil }
            return Applies(to: to, from: from, new: new)
        }
    }

    private func postponed(_ node: YAMLNode, _ key: String) -> [Postponement]? {
        let day = node.scalar.flatMap { CalendarDate($0) }
        let example = "{announced: \(Diagnostic.today), effective: \(day.map { "\($0)" } ?? "YYYY-MM-DD"), reason: …}"
        let list = "[\(example)], with the day on which you say so, the day of effect and your reason"
        return values.list(node, key, example: list)?.compactMap { item in
            guard let map = values.map(item, key, what: "a postponement", example: example) else { return nil }
            defer { map.finish() }
            let announced = map.required("announced", example: Self.saidOn, values.moment)
            let effective = map.required(
                "effective", example: "effective: YYYY-MM-DD, the day on which it takes effect instead", values.date)
            let reason = map.required("reason", example: "reason: …", values.sentence)
            guard let announced, let effective else { return nil }
            return Postponement(
                announced: announced, effective: effective, reason: reason ?? Sourced("", at: map.span),
                written: item.written)
        }
    }

    private func withdrawn(_ node: YAMLNode, _ key: String, announced: Sourced<Moment>) -> Withdrawal? {
        let example =
            "withdrawn: {announced: \(moment(in: node)), reason: …}, with the day on which you say so and your reason"
        guard let map = values.map(node, key, what: "a withdrawal", example: example) else {
            return Withdrawal(
                announced: announced, isDated: false, reason: Sourced("", at: node.span), written: node.written)
        }
        defer { map.finish() }
        let day = map.required("announced", example: Self.saidOn, values.moment)
        let reason = map.required("reason", example: "reason: …", values.sentence)
        return Withdrawal(
            announced: day ?? announced, isDated: day != nil, reason: reason ?? Sourced("", at: map.span),
            written: node.written)
    }

    /// One erasure, or a list of them where more went later.
    private func erasures(_ node: YAMLNode, _ key: String, announced: Sourced<Moment>) -> [Erasure] {
        node.read(
            asList: { erasureList(node, key, announced: announced) },
            otherwise: { [erased(node, key, announced: announced)] })
    }

    private func erasureList(_ node: YAMLNode, _ key: String, announced: Sourced<Moment>) -> [Erasure] {
        let items = values.list(node, key, example: "[{…}]", minimum: 1) ?? []
        if items.isEmpty {
            values.findings.add(
                .wrongType, at: node.span, "\"erased\" is a list of nothing",
                help: "write erased: {announced: \(Diagnostic.today), reason: …, sha256: …}, or take the line out")
        }
        return items.map { erased($0, key, announced: announced) }
    }

    private func erased(_ node: YAMLNode, _ key: String, announced: Sourced<Moment>) -> Erasure {
        let example = "erased: {announced: \(moment(in: node)), reason: …, sha256: …}"
        func standIn(_ text: String) -> Sourced<String> { Sourced(text, at: node.span) }
        guard let map = values.map(node, key, what: "an erasure", example: example) else {
            return Erasure(
                announced: announced, isDated: false, reason: standIn(""), sha256: standIn(noHash),
                written: node.written)
        }
        defer { map.finish() }
        let day = map.required("announced", example: Self.saidOn, values.moment)
        let reason = map.required("reason", example: "reason: …", values.sentence)
        let hash = map.required("sha256", example: "sha256: the hash of what was published", values.sha256)
        return Erasure(
            announced: day ?? announced, isDated: day != nil, reason: reason ?? standIn(""),
            sha256: hash ?? standIn(noHash), files: map.optional("files", files) ?? [], written: node.written)
    }

    /// The day on which something is said later, for helps.
    private static let saidOn = "announced: \(Diagnostic.today), or the other day on which you say so"

    /// The moment that an author wrote in the place of a map; else that of the run.
    private func moment(in node: YAMLNode) -> String {
        node.scalar.flatMap { Moment($0) }.map { "\($0)" } ?? Diagnostic.today
    }

    private var noHash: String { String(repeating: "0", count: 64) }

    private func files(
        _ node: YAMLNode, _ key: String
    ) -> [(path: Sourced<String>, sha256: Sourced<String>)]? {
        guard let map = values.map(node, key, what: key, example: "files: {/files/dpa.pdf: …}") else { return nil }
        return map.entries(ofKeys: .file, as: "/files/dpa.pdf").compactMap { entry in
            guard entry.key.hasPrefix("/files/") else {
                return values.wrong(
                    YAMLNode(content: .broken, span: entry.keySpan),
                    "\"\(shown(entry.key))\" is not the address of a file",
                    help: "write the address that the text linked to, as /files/dpa.pdf")
            }
            return values.sha256(entry.value, entry.key).map { (Sourced(entry.key, at: entry.keySpan), $0) }
        }
    }
}
