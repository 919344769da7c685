import Diagnostics
import Formats
import Model
import Record
import Source

extension Judgement {
    /// Of what is erased only words may go, and nothing may come in their place: what an earlier build published of it
    /// and this one would not, or otherwise.
    ///
    /// What is left after an erasure has its digest in the record, so that it is held without any file from then on. What
    /// stood beside the words that go only the file tells that was published: without it an erasure is refused.
    var erasedTooMuch: [Diagnostic] {
        let erased = record.entries.filter { $0.isAnnouncement && $0.item?.announcement.erased != nil }
        guard !erased.isEmpty else { return [] }
        let names = Set(erased.compactMap(\.key.recordItem))
        var published: [RecordItem: (digest: String, erasures: Int)] = [:]
        for entry in previous.record.entries {
            guard let name = entry.key.recordItem, names.contains(name) else { continue }
            if entry.key.path != nil {
                published[name] = (entry.digest ?? "", 0)
            } else if entry.key.kind == .erased, let before = published[name] {
                published[name] = (entry.json["rest"]?.text ?? "", before.erasures + 1)
            }
        }
        return erased.flatMap { entry -> [Diagnostic] in
            guard let item = entry.item, let name = entry.key.recordItem, let (digest, count) = published[name],
                count < item.announcement.erasures.count, item.announcement.erasures[count].sha256.value == digest,
                let now = item.keys.flatMap({ JSONValue(reading: $0.canonical) })
            else { return [] }
            let isEdition = entry.key.kind == .edition
            guard let before = left(of: name, isEdition: isEdition, after: count, digest: digest) else {
                return [
                    .unjudged(
                        item.announcement.erasures[count],
                        file: Self.path(of: name, isEdition: isEdition, after: count),
                        words: previous.words)
                ]
            }
            return altered(item, from: before, to: now, words: entry.key.words)
        }
    }

    /// Where something is published that was erased so many times, from the output folder.
    private static func path(of item: RecordItem, isEdition: Bool, after erasures: Int) -> String {
        "\(item).\(isEdition && erasures == 0 ? "md" : "json")"
    }

    /// What an earlier build published of an item that was erased so many times by then; nil where its file is not
    /// kept, or not the one whose digest is given.
    private func left(of item: RecordItem, isEdition: Bool, after erasures: Int, digest: String) -> JSONValue? {
        let path = Self.path(of: item, isEdition: isEdition, after: erasures)
        guard let text = previous.text(at: path), sha256(text.utf8) == digest else { return nil }
        let json = path.hasSuffix(".md") ? publishedFrontMatter(text)?.canonical : text
        // Read again, so that the members of every object are in one order.
        return json.flatMap { JSONValue(reading: $0) }
    }

    private func altered(_ item: NoticeItem, from before: JSONValue, to now: JSONValue, words: String) -> [Diagnostic] {
        let (was, left) = (before.members(), now.members())
        return Set(was.keys).union(left.keys).sorted().compactMap { key in
            guard let old = was[key] else {
                return .alteredByErasure(
                    item.span(of: key), key, of: words,
                    help: "take \(key) out; a text that must go is replaced by \(Erasure.standIn)")
            }
            if let now = left[key], isErasure(of: old, to: now, key: key) { return nil }
            let nearest = erasure(of: old, near: left[key], key: key)
            if let lost = lostKey(of: old, to: left[key], key: key) {
                return Diagnostic(
                    .publishedTextChanged, at: item.span(of: key),
                    "\"\(lost)\" was published in \(words) and is gone, and an erasure takes words and no key",
                    help: "write \(key): \(nearest.canonical)")
            }
            return .alteredByErasure(
                item.span(of: key), key, of: words,
                help: "put back \(key): \(nearest.canonical); a text that must go is replaced by \(Erasure.standIn)")
        }
    }

    /// An erasure that was published with another day, reason, or rest.
    func changedErasure(_ old: ParsedEntry, _ new: RecordEntry, _ item: NoticeItem, _ erasure: Erasure) -> [Diagnostic]
    {
        let index = item.announcement.erasures.firstIndex { $0.announced.value == erasure.announced.value } ?? 0
        let name = old.key.recordItem?.description ?? ""
        guard let digest = old.digest, sha256(erasure.written.canonical.utf8) == digest else {
            return [
                Diagnostic(
                    .publishedTextChanged, at: erasure.announced.span,
                    "\(old.key.words) was published with other words",
                    help: "put back what was written when it was announced")
            ]
        }
        let files = changedFiles(old, new, isSameText: true)
        guard files.isEmpty else { return files }
        let rest = old.json["rest"]?.text ?? ""
        if index + 1 < item.announcement.erasures.count {
            let next = item.announcement.erasures[index + 1].sha256
            return [.wrongErasure(next.span, of: old.key.recordItem, digest: rest)]
        }
        if let name = old.key.recordItem,
            let before = left(of: name, isEdition: new.key.provider == nil, after: index + 1, digest: rest)
        {
            let (was, now) = (
                before.members(), item.keys.flatMap { JSONValue(reading: $0.canonical) }?.members() ?? [:]
            )
            let keys = was.keysDiffering(from: now)
            if !keys.isEmpty {
                return keys.map { key in
                    Diagnostic(
                        .publishedTextChanged, at: item.span(of: key),
                        "\"\(key)\" is what an erasure left of \(name), and was published as something else",
                        help: was[key].map { "put back \(key): \($0.canonical)" } ?? "take \(key) out")
                }
            }
        }
        return [
            Diagnostic(
                .publishedTextChanged, at: erasure.announced.span,
                "what an erasure left of \(name) was published as something else (SHA-256 \(rest))",
                help:
                    "put back what was left; where more must go, write a list, erased: [{…}, {announced: \(nextMoment), "
                    + "reason: …, sha256: \(rest)}]")
        ]
    }

    /// What is erased is gone from every page at once, so the record must say so at once: a verifier would miss the
    /// text and find no line that says why.
    var erasedTooEarly: [Diagnostic] {
        guard asOfWentBack.isEmpty else { return [] }
        let erasures = history.documents.flatMap(\.items).flatMap(\.announcement.erasures)
        return erasures.filter { !record.asOf.covers($0.announced.value) }.map { erased in
            Diagnostic(
                .publishedTextMissing, at: erased.announced.span,
                "this is gone already, and its erasure is announced for \(erased.announced.value)",
                help: "write announced: \(nextMoment), or put it back until then")
        }
    }

    /// `erased-unpublished`: what is new is erased already. Nobody ever read it, so its digest could be of anything.
    var erasedUnpublished: [Diagnostic] {
        new.compactMap { entry in
            guard entry.isAnnouncement, let erased = entry.item?.announcement.erased else { return nil }
            return Diagnostic(
                .erasedUnpublished, at: erased.announced.span,
                "\(entry.key.words) is said to be erased, and \(previous.words) never published it",
                help: "take it out of the source: what was never published needs no erasure"
                    + (previous.origin == .build ? "" : "; if it was published since then, compare with what holds it"))
        }
    }
}

extension Diagnostic {
    /// Something says in the place of what was published what is neither that nor an erasure of it.
    fileprivate static func alteredByErasure(
        _ span: SourceSpan, _ key: String, of item: String, help: String
    ) -> Diagnostic {
        Diagnostic(
            .publishedTextChanged, at: span,
            "\"\(key)\" of \(item) was published as something else, and an erasure alters nothing", help: help)
    }

    /// What is about to be erased is in no file of the earlier build, so that nothing tells whether only words go.
    fileprivate static func unjudged(_ erasure: Erasure, file: String, words: String) -> Diagnostic {
        Diagnostic(
            .publishedTextChanged, at: erasure.announced.span,
            "whether this takes away words alone cannot be told: \(words) is there without its \(file)",
            help:
                "give the whole folder to --previous, or put \(file) where it stood beside record/; it is asked for this once"
        )
    }

    static func wrongErasure(_ span: SourceSpan, of item: RecordItem?, digest: String) -> Diagnostic {
        Diagnostic(
            .publishedTextChanged, at: span,
            "\(item?.description ?? "this") was published with another SHA-256 until then",
            help: "write sha256: \(digest)")
    }
}

extension NoticeItem {
    /// Where a key of what is published of it stands; the item itself where it is not known.
    func span(of key: String) -> SourceSpan {
        switch self {
        case .edition(let edition): edition.span(of: key)
        case .change(let change): change.span(of: key)
        case .terms(let terms): terms.announcement.announced.span
        case .renaming(let renaming): renaming.from.span
        }
    }
}

extension Edition {
    /// Where a key of the front matter stands; the title where it is not known.
    fileprivate func span(of key: String) -> SourceSpan {
        let lines = 1...max(source.line(at: body.range.lowerBound), 1)
        let line = lines.first { source.substring(source.range(ofLine: $0)).hasPrefix("\(key):") }
        guard let line else { return title.span }
        let start = source.range(ofLine: line).lowerBound
        return SourceSpan(source, start..<start + key.utf8.count)
    }
}
