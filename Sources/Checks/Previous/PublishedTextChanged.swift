import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// `published-text-changed`: an edition, a change, a file that an edition links to, or what was said later of one,
    /// says something else than what was published.
    var publishedTextChanged: [Diagnostic] {
        pairs.flatMap { old, new -> [Diagnostic] in
            guard let new, old.key.kind.isOfItem, !unreadable.contains(path(of: old.key)) else { return [] }
            let found =
                switch new.subject {
                case .edition(let edition): changed(edition, old, new)
                case .change(let change): changed(change, old, new)
                case .erased(let item, let erasure): changedErasure(old, new, item, erasure)
                default: changedLater(old, new)
                }
            guard case .sources(let name) = previous.origin, let fault = previous.faults[path(of: old.key)] else {
                return found
            }
            return found.map { $0.besideFault(fault, in: name) }
        }
    }

    /// Of a postponement or a withdrawal the record holds a digest alone.
    private func changedLater(_ old: ParsedEntry, _ new: RecordEntry) -> [Diagnostic] {
        let files = changedFiles(old, new, isSameText: old.digest == new.digest)
        guard files.isEmpty else { return files }
        let place = new.announcedPlace
        let moment = old.json["announced"]?.text ?? old.key.moment
        let isMoved = place.map { "\($0.moment)" != moment } ?? false
        return [
            Diagnostic(
                .publishedTextChanged, at: place?.span, file: path(of: old.key),
                isMoved
                    ? "\(old.key.words) was announced on \(moment)"
                    : "\(old.key.words) was published with other words or another day",
                help: isMoved ? "write announced: \(moment)" : "put back what was written when it was announced")
        ]
    }
}

// MARK: Editions

extension Judgement {
    private func changed(_ edition: Edition, _ old: ParsedEntry, _ new: RecordEntry) -> [Diagnostic] {
        if let erased = edition.announcement.erased, let digest = old.digest, erased.sha256.value != digest {
            return [.wrongErasure(erased.sha256.span, of: old.key.recordItem, digest: digest)]
        }
        let isSameText = old.digest == new.digest
        var found = changedFiles(old, new, isSameText: isSameText)
        if !isSameText { found.append(changedText(edition, old)) }
        if found.isEmpty {
            found.append(
                Diagnostic(
                    .publishedTextChanged, at: edition.announcement.announced.span,
                    "this edition was published with other days: \(days(old.json))",
                    help: "put them back"))
        }
        return found
    }

    private func changedText(_ edition: Edition, _ old: ParsedEntry) -> Diagnostic {
        let day = old.key.moment.prefix(10)
        let earliest = settings.noticeTerms(at: nextMoment)
            .earliestEffective(announced: nextMoment.day, for: edition.document)
        let document = history.document(edition.document)
        // What is to come already takes effect first.
        let coming = document?.upcoming(on: record.asOf.day).last?.announcement.currentEffective
        let name = document?.freeID(on: max(earliest, coming ?? earliest)) ?? EditionID(day: earliest)
        let ways =
            "what shall hold from now on is a new edition, Content/\(edition.document)/\(name).md with "
            + "announced: \(nextMoment); for a typo write material: false in it"
        guard let before = old.key.path.flatMap(previous.text(at:)) else {
            return Diagnostic(
                .publishedTextChanged, at: edition.title.span,
                "this edition was published on \(day) with another text (SHA-256 \(old.digest ?? ""))",
                help: "put the text back; \(ways)")
        }
        let difference = TextDifference(from: before, to: edition.publishedText)
        let span = edition.source.span(ofPublishedLine: difference.line, in: edition.publishedText)
        let what =
            if "\(edition.announcement.moment)" != old.key.moment {
                "this edition was announced for \(old.key.moment)"
            } else {
                "this was published on \(day) and now says something else" + difference.nature
            }
        return Diagnostic(
            .publishedTextChanged, at: span, what, help: "\(difference.help)\n\(ways)")
    }

    private func days(_ json: JSONValue) -> String {
        ["announced", "effective", "recorded"].compactMap { key in json[key]?.text.map { "\(key): \($0)" } }
            .joined(separator: ", ")
    }
}

// MARK: Changes

extension Judgement {
    private func changed(_ change: Change, _ old: ParsedEntry, _ new: RecordEntry) -> [Diagnostic] {
        let isSameText = old.digest == new.digest
        if let erased = change.announcement.erased, let digest = old.digest, !isSameText {
            return [.wrongErasure(erased.sha256.span, of: old.key.recordItem, digest: digest)]
        }
        let files = changedFiles(old, new, isSameText: isSameText)
        if !isSameText { return files + [changedText(change, old)] }
        guard files.isEmpty else { return files }
        return [
            Diagnostic(
                .publishedTextChanged, at: change.announcement.announced.span,
                "this was published with other days: \(days(old.json))", help: "put them back")
        ]
    }

    private func changedText(_ change: Change, _ old: ParsedEntry) -> Diagnostic {
        let before = old.key.path.flatMap(previous.json(at:))
        guard let (key, was) = differing(old, before, change) else {
            return Diagnostic(
                .publishedTextChanged, at: change.span,
                "\(old.key.words) was published on \(old.key.moment.prefix(10)) with other values",
                help: "put them back; \(newItem(naming: "…", in: change))")
        }
        let words = was.map { "\(key): \($0.canonical)" } ?? "nothing: take \(key) out"
        return Diagnostic(
            .publishedTextChanged, at: change.span(of: key),
            "\"\(key)\" of \(old.key.words) was published on \(old.key.moment.prefix(10)) as something else",
            help: [
                "put back \(words)",
                key == "effective" ? wayToOtherDay(old, .change(change)) : newItem(naming: key, in: change),
            ]
            .compactMap { $0 }.joined(separator: "\n"))
    }

    /// The first key, by name, that an earlier change and ours say differently, and what the earlier one says.
    private func differing(
        _ old: ParsedEntry, _ before: JSONValue?, _ change: Change
    ) -> (key: String, was: JSONValue?)? {
        if let before {
            let (was, now) = (before.members(), change.publishedJSON?.members() ?? [:])
            if let key = was.keysDiffering(from: now).first { return (key, was[key]) }
        }
        let announcement = change.announcement
        let days: [(String, String?)] = [
            ("announced", "\(announcement.announced.value)"), ("effective", "\(announcement.effective.value)"),
            ("recorded", announcement.recorded.map { "\($0.value)" }),
        ]
        return days.first { old.json[$0.0]?.text != $0.1 }.map { ($0.0, old.json[$0.0]) }
    }

    private func newItem(naming key: String, in change: Change) -> String {
        let earliest = history.noticeTerms(ofRowsOf: change.register, at: nextMoment)
            .earliestEffective(announced: nextMoment.day, for: change.register)
        let row = history.document(change.register)?.register?.provider(change.id.provider)
        let changes = (row?.changes ?? []).filter { !$0.announcement.isWithdrawn }
        // What takes the row off the list is not to come first; that is, unless it is what was altered.
        func days(removed: Bool) -> [CalendarDate] {
            changes.filter { $0.written.removed?.value == removed && !($0.id == change.id && key == "removed") }
                .map(\.announcement.currentEffective)
        }
        let isOfList = ProviderField(rawValue: key) != nil || ["removed", "…"].contains(key)
        // A note alone clarifies, which needs no notice.
        let first = isOfList ? earliest : nextMoment.day
        func firstDay(before end: CalendarDate?) -> CalendarDate {
            changes.map(\.announcement.currentEffective).filter { day in end.map { day < $0 } ?? true }
                .reduce(first, max)
        }
        var end = days(removed: true).filter { $0 > nextMoment.day }.min()
        var day = firstDay(before: end)
        while let gone = end, day >= gone {
            // Where the row comes back, the item is for that day or a later one.
            guard let back = days(removed: false).filter({ $0 > gone }).min() else {
                return "it is off the list on \(gone), before what is announced now could take effect"
            }
            end = days(removed: true).filter { $0 > back }.min()
            day = firstDay(before: end)
        }
        let effective = day == nextMoment.day ? "" : "effective: \(day), "
        let words = !isOfList ? "note: …, material: false" : key == "…" ? "…, note: …" : "\(key): …, note: …"
        return
            "what shall hold from now on is a new item of changes: {announced: \(nextMoment), \(effective)\(words)}"
    }
}

extension Diagnostic {
    /// The same where the file has an error in the sources that it is held against: what stood there is not to be put back.
    fileprivate func besideFault(_ fault: String, in sources: String) -> Diagnostic {
        var told = self
        told.message =
            "this is otherwise in \(sources), where the file has an error, so that no build publishes it as it is there "
            + "(\(fault))"
        told.help =
            "hold the site against what was published: --previous and the folder of a build, or --previous git: and a revision "
            + "without errors"
        return told
    }
}

extension Change {
    /// Where a key of the change stands; the change itself where it is not known.
    func span(of key: String) -> SourceSpan {
        if let field = ProviderField(rawValue: key), let value = written.fields[field] { return value.span }
        let announcement = announcement
        let span: SourceSpan? =
            switch key {
            case "announced": announcement.announced.span
            case "effective": announcement.effective.span
            case "recorded": announcement.recorded?.span
            case "note": written.note?.span
            case "urgent": announcement.urgent?.span
            case "salt": announcement.salt?.span
            case "material": announcement.material?.span
            case "removed": written.removed?.span
            case "true_since": written.trueSince?.span
            default: nil
            }
        return span ?? self.span
    }
}
