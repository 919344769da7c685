import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// `published-text-missing`: an edition, a change, or what was said later of one, was published and is no longer in
    /// the source.
    var publishedTextMissing: [Diagnostic] {
        let missing = pairs.filter { $0.new == nil }
        let withdrawable = missing.isEmpty ? [] : withdrawable
        return missing.compactMap { old, _ in
            let source = path(of: old.key)
            guard old.key.kind.isOfItem, !unreadable.contains(source) else { return nil }
            // What was said later of something that is gone is gone with it.
            guard let item = old.key.recordItem, old.key.path != nil || !gone.contains(item) else { return nil }
            if let renamed = renamed[item] { return renaming(old, to: renamed) }
            if let hidden = hidden[Identity(old.key)] {
                // What hides it is the provider's first state, of which as much is said.
                return record.asOf.covers(hidden.moment) ? nil : .hidden(old, until: hidden)
            }
            return Diagnostic(
                .publishedTextMissing, at: place(of: old.key), file: source,
                "\(old.key.words) was published on \(old.key.moment.prefix(10)) and is no longer in the source",
                help: help(old, mayBeWithdrawn: withdrawable.contains(item)))
        }
    }

    /// What the earlier record announces for a day that is still to come, and does not take back.
    private var withdrawable: Set<RecordItem> {
        var items: Set<RecordItem> = []
        for entry in previous.record.entries {
            guard let item = entry.key.recordItem else { continue }
            if let day = entry.json["effective"]?.text.flatMap({ CalendarDate($0) }) {
                if day > nextMoment.day { items.insert(item) } else { items.remove(item) }
            } else if entry.key.kind == .withdrawn {
                items.remove(item)
            }
        }
        return items
    }

    /// That what was published is there under another id.
    private func renaming(_ old: ParsedEntry, to new: RecordEntry) -> Diagnostic {
        let span = new.item?.announcement.announced.span
        switch new.subject {
        case .edition(let edition):
            return Diagnostic(
                .publishedTextChanged, at: edition.title.span,
                "this edition was published as \(old.key.item), and its id is its file's name",
                help: ["rename the file to \(old.key.item).md", wayToOtherDay(old, .edition(edition))]
                    .compactMap { $0 }.joined(separator: "; "))
        default:
            if let was = old.key.provider, let now = new.key.provider, was != now {
                return Diagnostic(
                    .publishedTextMissing, file: "Content/\(new.key.document)/providers/\(now).yaml",
                    "this provider was published as \(was), and its id is its file's name",
                    help: "rename it back to \(was).yaml; the name that customers read is name:")
            }
            return Diagnostic(
                .publishedTextChanged, at: span, file: "Content",
                "this change was published as \(old.key.item), announced on \(old.key.moment)",
                help: "write announced: \(old.key.moment)")
        }
    }

    private func help(_ old: ParsedEntry, mayBeWithdrawn: Bool) -> String {
        let key = old.key
        let files = old.files.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let isFileGone = place(of: key) == nil
        let withdrawal = "withdrawn: {announced: \(nextMoment), reason: …}"
        return switch key.kind {
        case .edition:
            (mayBeWithdrawn
                ? "put the file back; if it is not to take effect, write \(withdrawal) in it; " : "put the file back; ")
                + "where a court or a person has it erased, keep the front matter and write "
                + "erased: {announced: \(nextMoment), reason: …, sha256: \(old.digest ?? "…")"
                + (files.isEmpty ? "}" : ", files: {\(files)}}")
        case .change where mayBeWithdrawn:
            "put \(isFileGone ? "the file" : "it") back; if it is not to take effect, add \(withdrawal) to it"
        case .change where !isFileGone:
            "put it back; what shall hold from now on is a new item of changes: {announced: \(nextMoment), …, note: …}"
        case .change:
            "put it back; to take the company off the list, add an item to changes: "
                + "{announced: \(nextMoment), removed: true, note: …}"
        case .postponed: "put it back: postponed: [{announced: \(key.moment), effective: …, reason: …}]"
        case .withdrawn:
            "put it back: withdrawn: {announced: \(key.moment), reason: …}; what shall hold after all is announced anew"
        default: "put it back: what was erased stays erased, with erased: {announced: \(key.moment), …}"
        }
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

extension Diagnostic {
    /// At a place where it is known, else at the file as a whole.
    init(_ id: CheckID, at span: SourceSpan?, file: String, _ message: String, help: String?) {
        if let span {
            self.init(id, at: span, message, help: help)
        } else {
            self.init(id, file: file, message, help: help)
        }
    }

    fileprivate static func hidden(_ old: ParsedEntry, until new: RecordEntry) -> Diagnostic {
        let days = ["announced", "recorded"].compactMap { key in old.json[key]?.text.map { "\(key): \($0)" } }
        return Diagnostic(
            .publishedTextChanged, at: new.announcedPlace?.span, file: "Content",
            "\(old.key.words) was published on \(old.key.moment.prefix(10)), and would be hidden until \(new.moment)",
            help: "write \(days.joined(separator: " and "))")
    }
}
