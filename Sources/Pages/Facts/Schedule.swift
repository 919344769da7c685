import Formats
import Language
import Model
import Notices
import Redline
import Site

/// What takes effect of one notice on one day.
struct ScheduleEntry {
    var day: CalendarDate
    var notice: Notice
    /// Without what was withdrawn.
    var items: [NoticeItem]
}

extension PublicSite {
    /// What was announced and takes effect on days of some kind, in their order; on one day in that of the notices.
    ///
    /// - Parameter register: whose changes are asked for; nil for all there is.
    func schedule(of register: String? = nil, on isAsked: (CalendarDate) -> Bool) -> [ScheduleEntry] {
        let notices = history.notices.filter { register == nil || $0.id.document == register }
        let entries = notices.flatMap { notice in
            let items = notice.items.filter { item in
                let announcement = item.announcement
                if register != nil, case .edition = item { return false }
                return !announcement.isWithdrawn && isAsked(announcement.currentEffective)
            }
            return Dictionary(grouping: items, by: \.announcement.currentEffective).map {
                ScheduleEntry(day: $0, notice: notice, items: $1)
            }
        }
        return entries.sorted { ($0.day, $0.notice.moment, $0.notice.id) < ($1.day, $1.notice.moment, $1.notice.id) }
    }

    /// A schedule as a list: the day, what happens on it, and until when customers may object.
    ///
    /// - Parameters:
    ///   - asksForObjections: whether the last days to object have a column, and are shown when they are over too.
    ///   - inRegister: whether it stands on the page of its register: it names no document, and shows the cells that
    ///     change.
    func html(of entries: some Sequence<ScheduleEntry>, asksForObjections: Bool = true, inRegister: Bool = false)
        -> String
    {
        let rows = entries.map { entry in
            HTML.block(
                "li", [:],
                [
                    "<span class=\"when\">\(time(entry.day))</span>",
                    HTML.block(
                        "div", ["class": "what"],
                        words(of: entry, inRegister: inRegister) + [asksForObjections ? nil : openObjection(to: entry)]),
                    asksForObjections ? objection(to: entry) : nil,
                ])
        }
        return HTML.block("ol", ["class": "schedule"], rows)
    }

    private func words(of entry: ScheduleEntry, inRegister: Bool) -> [String?] {
        let notice = entry.notice
        func sentences(of items: [NoticeItem]) -> [String] {
            self.sentences.sentences(for: items, of: notice, from: Viewpoint(asOf: asOf)).map {
                told($0, at: notice.moment)
            }
        }
        var words: [String?] = []
        for edition in entry.items.compactMap(\.edition) {
            let page = "/\(edition.document)/\(edition.id)/"
            let hasRedline = history.document(edition.document)?.compared(with: edition) != nil
            words += sentences(of: [.edition(edition)]).map {
                "<p>\(link(hasRedline ? page + "changes/" : page, $0))</p>"
            }
            let why = edition.summary.map { html($0, of: edition.document, on: Occasion(edition.announcement)) }
            words.append(why.map { HTML.block("div", ["class": "why"], [$0]) })
        }
        let place = history.document(notice.id.document).map {
            " " + HTML.inline("span", ["class": "quiet"], voice(ofTitleOf: $0).authors(Escaping.html(title(of: $0))))
        }
        let others = entry.items.filter { $0.edition == nil }
        words += sentences(of: others).map {
            "<p>\(link("/notices/\(notice.id)/", $0))\(inRegister ? "" : place ?? "")</p>"
        }
        words += entry.items.flatMap { item in
            item.announcement.applies.map { "<p>\(otherDay($0, at: notice.moment))</p>" }
        }
        if inRegister { words += deltas(of: others.compactMap(\.change)) }
        if entry.day > today, entry.items.contains(where: { !$0.announcement.postponed.isEmpty }) {
            words.append("<p>\(Mark("postponed", say("Postponed")).badge)</p>")
        }
        return words
    }

    /// The cells that changes change, each company's under its name where there are several.
    private func deltas(of changes: [Change]) -> [String?] {
        let hasSeveral = Set(changes.map(\.id.provider)).count > 1
        return changes.map { change in
            let (register, row) = (change.register, change.id.provider)
            let fields = FieldText(
                site: self, register: register, on: change.announcement.currentEffective, row: row)
            let delta = ListDelta(fields, old: change.stateBefore, new: change.stateAfter).html
            guard hasSeveral, let delta else { return delta }
            let name = fields.name(history.name(of: change))
            return "<p class=\"whom\">\(link("/\(register)/\(row)/", name))</p>\n\(delta)"
        }
    }

    /// Whether customers may still object to what takes effect.
    func isOpenToObjection(_ entry: ScheduleEntry) -> Bool {
        entry.notice.objectionDeadline.map { $0 >= today } ?? false && entry.items.contains(where: \.mayBeObjectedTo)
    }

    /// Until when they may; nil where they may not.
    func openObjection(to entry: ScheduleEntry) -> String? {
        isOpenToObjection(entry) ? objection(to: entry).map { "<p>\($0)</p>" } : nil
    }

    private func objection(to entry: ScheduleEntry) -> String? {
        guard let deadline = entry.notice.objectionDeadline, entry.items.contains(where: \.mayBeObjectedTo) else {
            return nil
        }
        return deadline < today
            ? "<span class=\"until quiet\">\(say("Objection ended \(time(deadline))"))</span>"
            : "<span class=\"until\">\(say("Object until \("<b>\(time(deadline))</b>")"))</span>"
    }
}

extension NoticeItem {
    var edition: Edition? { if case .edition(let edition) = self { edition } else { nil } }
    fileprivate var change: Change? { if case .change(let change) = self { change } else { nil } }
}
