import Formats
import Model
import Record

extension Judgement {
    /// What was published and is written still, but announced for a later moment, so that it would be hidden again: by
    /// the identity of the earlier line, the line that the source makes once it is public.
    ///
    /// A provider's change on another day has another id; it is known by its content. What follows a first state that
    /// is hidden is found too, at its own moment.
    ///
    /// - Parameters:
    ///   - missing: the lines of the earlier record that are not in ours.
    ///   - lines: of all that is written.
    static func hidden(_ missing: [ParsedEntry], in lines: WrittenLines, asOf: AsOf) -> [Identity: RecordEntry] {
        guard !missing.isEmpty else { return [:] }
        let written = lines.entries
        let known = Dictionary(written.map { (Identity($0.key), $0) }, uniquingKeysWith: { first, _ in first })
        let coming = written.filter { $0.key.kind == .change && !asOf.covers($0.moment) }
        var candidates = Dictionary(grouping: coming) { "\($0.key.document)/\($0.key.provider ?? "")" }
        var hidden: [Identity: RecordEntry] = [:]
        for old in missing {
            let identity = Identity(old.key)
            if let same = known[identity] {
                hidden[identity] = same
            } else if old.key.kind == .change {
                let provider = "\(old.key.document)/\(old.key.provider ?? "")"
                // They mostly come in the order in which they were published.
                let found = candidates[provider]?.prefix(16).firstIndex { $0.hasContent(of: old) }
                if let found { hidden[identity] = candidates[provider]?.remove(at: found) }
            }
        }
        return hidden
    }
}

extension RecordEntry {
    /// When it enters the record.
    var moment: Moment { Moment(key.moment) ?? Moment(.distantPast) }

    /// Whether a change would have the digest of an earlier line if it had its days.
    func hasContent(of old: ParsedEntry) -> Bool {
        guard case .change(let change) = subject, case .object(let members)? = change.publishedJSON else {
            return false
        }
        let days: Set<String> = ["announced", "effective", "recorded"]
        let rest = members.filter { !days.contains($0.key) }
        let dated = days.sorted().compactMap { key in old.json[key].map { JSONValue.Member(key, $0) } }
        // The day of effect may have been left out.
        let forms = [dated, dated.filter { $0.key != "effective" }]
        return forms.contains { sha256(JSONValue.object(rest + $0).canonical.utf8) == old.digest }
    }
}
