import Diagnostics
import Model
import Record

extension Judgement {
    /// `published-text-missing`: an edition, a change, or what was said later of one, was published and is no longer in
    /// the source.
    var publishedTextMissing: [Diagnostic] {
        pairs.filter { $0.new == nil }.compactMap { old, _ in
            let source = path(of: old.key)
            guard old.key.kind.isOfItem, !unreadable.contains(source) else { return nil }
            // What was said later of something that is gone is gone with it.
            guard old.key.path != nil || !isGone(old.key) else { return nil }
            if let renamed = renamed(old) { return .renamed(old, to: renamed) }
            return Diagnostic(
                .publishedTextMissing, at: place(of: old.key), file: source,
                "\(old.key.words) was published on \(old.key.moment.prefix(10)) and is no longer in the source",
                help: help(old.key))
        }
    }

    private func help(_ key: RecordKey) -> String {
        switch key.kind {
        case .edition:
            "put the file back; where a court or a person has it erased, keep the front matter and write "
                + "erased: {announced: \(nextMoment), reason: …, sha256: \(digest(of: key))}"
        case .change:
            "put it back; to take the company off the list, add an item to changes: "
                + "{announced: \(nextMoment), removed: true, note: …}"
        case .postponed: "put it back: postponed: [{announced: \(key.moment), effective: …, reason: …}]"
        case .withdrawn:
            "put it back: withdrawn: {announced: \(key.moment), reason: …}; what shall hold after all is announced anew"
        default: "put it back: what was erased stays erased, with erased: {announced: \(key.moment), …}"
        }
    }

    private func digest(of key: RecordKey) -> String {
        previous.record.entries.first { $0.key == key }?.digest ?? "…"
    }

    /// Ours under another id, which says that it is the same: the same text, or a provider's change of the same content
    /// announced on another day.
    private func renamed(_ old: ParsedEntry) -> RecordEntry? {
        guard old.key.kind == .edition || old.key.kind == .change else { return nil }
        return added.first { new in
            guard new.key.kind == old.key.kind, new.key.document == old.key.document else { return false }
            if new.key.kind == .edition { return new.line.contains("\"sha256\":\"\(old.digest ?? "")\"") }
            return new.key.provider == old.key.provider && hasSameContent(new, old)
        }
    }

    /// Whether a line is of something, or of what was said of something, that was published under another id.
    func isRenamed(_ entry: RecordEntry) -> Bool {
        pairs.contains { old, new in
            guard new == nil, let renamed = renamed(old) else { return false }
            return (renamed.key.document, renamed.key.item) == (entry.key.document, entry.key.item)
        }
    }

    private func isGone(_ key: RecordKey) -> Bool {
        pairs.contains { old, new in
            new == nil && old.key.path != nil && (old.key.document, old.key.item) == (key.document, key.item)
        }
    }

    /// Whether two changes of a provider differ in their days alone. Where the earlier one is not kept, one that is
    /// gone and one that is new are taken for the same.
    private func hasSameContent(_ new: RecordEntry, _ old: ParsedEntry) -> Bool {
        guard case .change(let change) = new.subject, let path = old.key.path,
            let before = previous.json(at: path), let after = PublishedChange(change).json
        else { return true }
        let days: Set<String> = ["announced", "effective", "recorded"]
        return before.members(but: days) == after.members(but: days)
    }
}

extension Judgement {
    /// The source file of a line, whether it is there or not.
    func path(of key: RecordKey) -> String {
        if let provider = key.provider { return "Content/\(key.document)/providers/\(provider).yaml" }
        return key.document.isEmpty ? settings.source.path : "Content/\(key.document)/\(key.item).md"
    }

    /// Where a missing line's edition or provider stands; nil where its file is gone.
    private func place(of key: RecordKey) -> SourceSpan? {
        guard let document = history.document(key.document) else { return nil }
        guard let provider = key.provider else {
            return document.editions.first { "\($0.id)" == key.item }?.title.span
        }
        let changes = document.register?.provider(provider)?.changes ?? []
        return changes.first { "\($0.id)" == key.item }?.span ?? changes.first?.span
    }
}

extension RecordKey {
    /// The provider of a change's line.
    var provider: String? { item.firstIndex(of: "/").map { String(item[..<$0]) } }
}

extension RecordKey.Kind {
    /// Whether a line is of an edition or a change, and not of the settings.
    var isOfItem: Bool { self != .site && self != .notice && self != .register }
}

extension Diagnostic {
    /// At a place where it is known, else at the file as a whole.
    init(_ id: CheckID, at span: SourceSpan?, file: String, _ message: String, help: String?) {
        if let span {
            self.init(id, at: span, message, help: help)
        } else {
            self.init(id, file: file, message, help: help)
        }
    }

    fileprivate static func renamed(_ old: ParsedEntry, to new: RecordEntry) -> Diagnostic {
        let span = new.item?.announcement.announced.span
        switch new.subject {
        case .edition(let edition):
            return Diagnostic(
                .publishedTextChanged, at: edition.title.span,
                "this edition was published as \(old.key.item), and its id is its file's name",
                help: "rename the file to \(old.key.item).md; to let it take effect later, write postponed: "
                    + "[{announced: …, effective: \(edition.id.day), reason: …}]")
        default:
            return Diagnostic(
                .publishedTextChanged, at: span, file: "Content",
                "this change was published as \(old.key.item), announced on \(old.key.moment)",
                help: "write announced: \(old.key.moment)")
        }
    }
}
