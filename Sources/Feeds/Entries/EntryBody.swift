import Diagnostics
import Formats
import Language
import Model
import Notices
import Redline
import Site

/// The content of an entry as HTML: the sentences, then for each edition and each company what was written about it.
struct EntryBody {
    let event: Event
    let notice: Notice
    let items: [NoticeItem]
    /// The event's sentences, the author's words in them marked.
    let told: [String]
    let history: History
    let redlines: EditionRedlines

    private let addresses: Addresses
    private let voice: Voice

    init(
        event: Event, notice: Notice, items: [NoticeItem], told: [String], history: History, redlines: EditionRedlines
    ) {
        (self.event, self.notice, self.items, self.told) = (event, notice, items, told)
        (self.history, self.redlines) = (history, redlines)
        addresses = Addresses(history.settings)
        voice = Voice(language: history.names(at: event.moment).language.value)
    }

    private var page: String { addresses.notice(notice.id) }

    var html: String {
        var lines = told.count == 1 ? told.map(paragraph) : []
        if told.count > 1 {
            lines.append("<ul>")
            lines += told.map { "<li>\(voice.html($0))</li>" }
            lines.append("</ul>")
        }
        if let objection {
            lines.append("<p>\(Escaping.html(objection)) \(howToObject)</p>")
            if let after = notice.objectionAfterEffect(knownAt: event.known) {
                lines.append(paragraph(after.authored))
            }
        }
        let companies = Dictionary(grouping: notice.changes, by: \.id.provider)
        var announcedBefore: Set<ChangeID> = []
        for item in items {
            switch item {
            case .edition(let edition): lines += about(edition)
            case .change(let change):
                let reached = change.sight(at: event)?.reached.filter { announcedBefore.insert($0).inserted } ?? []
                lines += about(change, of: companies[change.id.provider] ?? [], reaching: reached)
            // The sentences say all of these.
            case .terms, .renaming: break
            }
        }
        lines.append("<p><a href=\"\(Escaping.html(page))\">\(tell("The notice with all its details"))</a></p>")
        let html = lines.joined(separator: "\n") + "\n"
        return voice.entry.isEmpty ? html : "<div\(voice.entry)>\n\(html)</div>\n"
    }

    /// Until when customers may object: in the words of the announcement, and while they may, of what takes effect before
    /// that day or is postponed.
    private var objection: String? {
        switch event.kind {
        case .announced: return Sentences(history).objection(to: notice)
        case .effective, .postponed:
            guard let deadline = notice.objectionDeadline, deadline >= event.moment.day,
                items.contains(where: \.mayBeObjectedTo)
            else { return nil }
            return Sentences(history).objection(until: deadline, at: event.moment)
        case .withdrawn: return nil
        }
    }

    private var howToObject: String {
        let names = history.names(at: event.moment)
        let mail = Escaping.html(names.contacts.privacy.value)
        let address = "<a href=\"\(Escaping.html(names.objection(to: notice.id)))\">\(mail)</a>"
        return tell("Write to \(address), with “Objection to \("\(notice.id)")” as the subject.")
    }

    private func about(_ edition: Edition) -> [String] {
        var lines: [String] = []
        let address = addresses.edition(edition)
        if let summary = edition.summary {
            lines.append(note(summary, page: address, Occasion(edition.announcement)))
        }
        lines += about(.edition(edition))
        let announcement = edition.announcement
        let day = voice.speaks.date(
            announcement.effective(knownAt: event.known) ?? announcement.currentEffective)
        let title = voice.html(tell("\(edition.title.value.authored), edition of \(day)"))
        lines.append("<p><a href=\"\(Escaping.html(address))\">\(title)</a></p>")
        // What a text that never holds would have changed is said where it was announced alone.
        let isHidden =
            event.kind == .effective && Sentences(history).isHidden(edition, from: Viewpoint(of: event))
        if !isHidden, let document = history.document(edition.document),
            let (_, redline) = redlines.changes(of: edition, in: document)
        {
            let changes = Escaping.html(address + "changes/")
            lines += redline.changes.sentences(in: voice.speaks).map(paragraph)
            lines.append("<p><a href=\"\(changes)\">\(tell("Every change, marked up"))</a></p>")
        }
        return lines
    }

    /// - Parameters:
    ///   - all: the notice's changes of the company.
    ///   - reached: what was announced before and is told with it.
    private func about(_ change: Change, of all: [Change], reaching reached: [ChangeID]) -> [String] {
        let name = history.name(of: change, toldAt: event.moment)
        var lines = ["<h2>\(voice.html(name.authored))</h2>"]
        if let text = change.written.note {
            lines.append(note(text, page: page, Occasion(change.announcement)))
        }
        lines += about(.change(change))
        let sight = change.sight(at: event)
        let others = all.filter { $0.id != change.id && isNews($0) }
        let table = table(of: change, to: sight?.state ?? change.stateAfter, beside: others)
        lines += event.kind == .withdrawn ? table.withdrawn : table.html
        return lines + announced(reached, before: change)
    }

    /// What was announced of a change's company before, and reaches customers of other products by this event.
    private func announced(_ reached: [ChangeID], before change: Change) -> [String] {
        guard !reached.isEmpty else { return [] }
        let viewpoint = Viewpoint(known: event.moment, day: event.moment.day, showsPostponement: false)
        let row = history.document(change.register)?.register?.provider(change.id.provider)
        let changes = row?.changes.filter { reached.contains($0.id) } ?? []
        return [paragraph(tell("Announced already:"))]
            + changes.flatMap { change in
                [paragraph(Sentences(history, marksAuthors: true).sentence(for: [change], from: viewpoint))]
                    + (change.written.note.map { [note($0, page: page, Occasion(change.announcement))] } ?? [])
                    + table(of: change, to: change.stateAfter, beside: []).changed
            }
    }

    private func table(of change: Change, to state: ProviderState, beside others: [Change]) -> FieldTable {
        FieldTable(
            change: change, state: state, others: others, told: event.moment, history: history, voice: voice)
    }

    /// Whether a change of the notice was not done before the event.
    private func isNews(_ change: Change) -> Bool {
        let day = change.announcement.effective(knownAt: event.known)
        return event.kind == .announced || day.map { $0 >= event.moment.day } ?? false
    }

    /// Why the notice is short, for whom other days hold, and the reason for a postponement or a withdrawal.
    private func about(_ item: NoticeItem) -> [String] {
        let announcement = item.announcement
        var lines: [String] = []
        switch event.kind {
        case .announced, .effective:
            if let urgent = announcement.urgent {
                let why = history.isLate(item) ? tell("Why customers are told late:") : tell("Why the notice is short:")
                lines += [paragraph(why), note(urgent, page: page, Occasion(announcement))]
            }
            lines += announcement.applies.map { paragraph($0.words(in: voice.speaks)) }
        case .postponed:
            lines += announcement.postponed.filter { $0.announced.value == event.moment }
                .map { note($0.reason, page: page, Occasion(at: $0.announced.value)) }
            lines += announcement.applies.map { paragraph($0.words(in: voice.speaks)) }
        case .withdrawn:
            if let withdrawn = announcement.withdrawn {
                lines.append(note(withdrawn.reason, page: page, Occasion(at: withdrawn.announced.value)))
            }
        }
        if let erased = announcement.erased {
            let day = voice.speaks.date(erased.announced.value.day)
            lines.append(paragraph(tell("A part of this was erased on \(day).")))
        }
        return lines
    }

    private func tell(_ saying: Saying) -> String { voice.speaks.tell(saying) }

    private func paragraph(_ text: String) -> String { "<p>\(voice.html(text))</p>" }

    private func note(_ note: Sourced<String>, page: String, _ occasion: Occasion) -> String {
        let html = Notes(history).html(note, of: notice.id.document, page: page, on: occasion, in: voice)
        return voice.authorsBlock(html.hasSuffix("\n") ? String(html.dropLast()) : html)
    }
}

extension Applies {
    /// For whom another day holds, the author's words marked: `Customers in preview: from 2 March 2026.`
    package func words(in language: Language) -> String {
        let (whom, day) = (to.value.authored, language.date(from.value))
        return isForNewAlone
            ? language.tell("\(whom): from \(day), and only for those who become customers from that day.")
            : language.tell("\(whom): from \(day).")
    }
}
