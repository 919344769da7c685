import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// `settings-changed` and `authority-changed`: what past entries rest on is another now. A new block of terms for a
    /// time of which the previous build had spoken is `backdated`.
    var settingsChanged: [Diagnostic] {
        guard !unreadable.contains(settings.source.path) else { return [] }
        let known = Set(previous.record.entries.lazy.map(\.key).filter(\.isOfSigner))
        return pairs.flatMap { old, new -> [Diagnostic] in
            guard old.key.kind.isOfTerms, new?.line != old.line else { return [] }
            if old.key.kind == .site { return changedSite(old) }
            if old.key.isOfSigner { return [changedKey(old, known: known)] }
            if settings.unreadable.contains(old.key.kind.rawValue) { return [] }
            return [changedBlock(old, new)]
        }
    }

    private func changedSite(_ old: ParsedEntry) -> [Diagnostic] {
        func was(_ name: String) -> String { old.json[name]?.text ?? "" }
        func isAnother(_ name: String, _ now: String) -> Bool {
            !settings.unreadable.contains(name) && was(name) != now
        }
        var found: [Diagnostic] = []
        if isAnother("authority", settings.authority.value) {
            found.append(
                Diagnostic(
                    .authorityChanged, at: settings.authority.span,
                    "the authority of every permanent id was \(was("authority")), and never changes",
                    help: "write authority: \(was("authority"))"))
        }
        if isAnother("since", "\(settings.since.value)") {
            found.append(
                Diagnostic(
                    .settingsChanged, at: settings.since.span,
                    "the record was published with since: \(was("since"))", help: "write since: \(was("since"))"))
        }
        if isAnother("utc_offset", "\(settings.utcOffset)") {
            found.append(
                Diagnostic(
                    .settingsChanged, at: settings.span(of: "utc_offset"),
                    "the record was published with utc_offset: \"\(was("utc_offset"))\"",
                    help: "write utc_offset: \"\(was("utc_offset"))\""))
        }
        return found
    }

    private func changedBlock(_ old: ParsedEntry, _ new: RecordEntry?) -> Diagnostic {
        let name = old.key.kind.rawValue
        let block =
            old.key.item.isEmpty ? "the first block of \(name)" : "the block of \(name) from \(old.key.item)"
        let ways = "other terms go into a new block: - {announced: \(nextMoment), from: …, …}"
        guard let new else {
            if let moved = movedBlocks[old.key], let from = moved.blockPlace {
                return Diagnostic(
                    .settingsChanged, at: from, "this block of \(name) was published with from: \(old.key.item)",
                    help: "put back from: \(old.key.item); \(ways)")
            }
            return Diagnostic(
                .settingsChanged, at: settings.span(of: name), "\(block) was published and is gone",
                help: "put it back; \(ways)")
        }
        let (was, now) = (old.json.members(but: ["kind"]), JSONValue(reading: new.line)?.members(but: ["kind"]) ?? [:])
        let key = was.keysDiffering(from: now).first ?? name
        return Diagnostic(
            .settingsChanged, at: new.place(of: key) ?? settings.span(of: name),
            "\"\(key)\" of \(block) was published as something else",
            help: "put back \(was[key].map { "\(key): \($0.canonical)" } ?? "that it says nothing of it"); \(ways)")
    }
}

extension Judgement {
    /// The blocks of ours that were published as lines which are gone, with another day from which they hold.
    static func movedBlocks(_ pairs: [(old: ParsedEntry, new: RecordEntry?)], _ added: [RecordEntry])
        -> [RecordKey: RecordEntry]
    {
        let gone = pairs.filter { $0.new == nil && $0.old.key.kind.isOfTerms }.map(\.old)
        return gone.reduce(into: [:]) { moved, old in
            let was = old.json.members(but: ["from"])
            moved[old.key] = added.first {
                $0.key.kind == old.key.kind && $0.key.moment == old.key.moment
                    && JSONValue(reading: $0.line)?.members(but: ["from"]) == was
            }
        }
    }
}

extension RecordKey.Kind {
    /// Whether a line is of the settings, but for names, which are judged apart.
    fileprivate var isOfTerms: Bool { !isOfItem && self != .names && self != .product }
}

extension RecordEntry {
    /// Where the block says from when it holds.
    fileprivate var blockPlace: SourceSpan? {
        switch subject {
        case .notice(let block): block.from?.span
        case .register(let block): block.from?.span
        default: nil
        }
    }

    /// Where a block of terms has a key.
    fileprivate func place(of key: String) -> SourceSpan? {
        guard case .notice(let block) = subject else { return blockPlace }
        switch key {
        case "days": return block.terms.days.span
        case "objection_days": return block.terms.objectionDays.span
        case "objection_after_effect": return block.terms.objectionAfterEffect?.span ?? block.terms.days.span
        default:
            let own = block.terms.documents.sorted { $0.key < $1.key }.first?.value
            return own?.days?.span ?? own?.objectionDays?.span ?? block.terms.days.span
        }
    }
}

extension SiteSettings {
    /// Where a key of site.yaml stands; the beginning of the file where it is left out.
    func span(of key: String) -> SourceSpan {
        let line = (1...source.lineCount).first { source.substring(source.range(ofLine: $0)).hasPrefix("\(key):") }
        let range = line.map { source.range(ofLine: $0) }
        return SourceSpan(source, range.map { $0.lowerBound..<$0.lowerBound + key.utf8.count } ?? 0..<0)
    }
}
