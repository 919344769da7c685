import Diagnostics
import Model
import Record

/// What is announced on the last day of the starting state when that is published already. It would be told as if it had
/// been there from the beginning; but customers have read what was, and are owed notice of all else.
extension Judgement {
    /// Whether something new of a moment comes after a starting state that was published on its last day or later.
    func isAfterStart(_ moment: Moment) -> Bool {
        moment.day <= settings.since.value && previous.asOf.day >= settings.since.value
            && previous.record.entries.contains { $0.key.path != nil }
    }

    /// The first day on which something can be told.
    private var firstDay: CalendarDate { max(settings.since.value.adding(days: 1), nextMoment.day) }

    /// The finding about an edition or a change that needs notice; nil where it says that it is urgent. A notice of the
    /// starting state says nothing of objections, so what may be objected to is none of it.
    func afterStart(_ item: NoticeItem, of document: String, _ terms: NoticeTerms) -> Diagnostic? {
        let announcement = item.announcement
        guard announcement.urgent == nil,
            late(announcement, of: document, terms) != nil
                || item.mayBeObjectedTo && terms.objectionDays(for: document) > 0
        else { return nil }
        return Diagnostic(
            .noticeTooShort, at: announcement.momentWritten.span,
            "\(announcement.announcedAsTold), and the starting state of \(settings.since.value) is published "
                + "without it: customers are owed notice of it",
            help:
                "write \(announcement.momentKey): \(firstDay), and a day of effect after "
                + "the notice period; or add urgent: and why the notice is short")
    }

    /// The finding about the first row of a document, where the terms of notice give that document fewer days than all
    /// others: told as the starting state it would keep them for its rows, as if the document had been a register from
    /// the beginning.
    func firstRow(_ item: NoticeItem, of document: String) -> Diagnostic? {
        guard case .change = item, settings.notice.contains(where: { $0.terms.givesLess(to: document) }),
            !previous.record.entries.contains(where: { $0.key.kind == .change && $0.key.document == document })
        else { return nil }
        let announcement = item.announcement
        return Diagnostic(
            .noticeTooShort, at: announcement.momentWritten.span,
            "\(announcement.announcedAsTold), as the first row of \(document), and the starting state of "
                + "\(settings.since.value) is published without one",
            help:
                "write \(announcement.momentKey): \(firstDay), and a day of effect after the notice period that holds for all documents"
        )
    }

    /// Findings about blocks of terms that would weaken what is published, had they been announced on the first day on
    /// which that would be told.
    func termsAfterStart(_ new: [RecordEntry]) -> [Diagnostic] {
        let late = new.filter { entry in
            [.notice, .register].contains(entry.key.kind)
                && entry.announcedPlace.map { isAfterStart($0.moment) } ?? false
        }
        guard !late.isEmpty else { return [] }
        let places = Set(late.compactMap { $0.announcedPlace?.span.range })
        var settings = settings
        settings.notice = settings.notice.told(on: firstDay) { places.contains($0.range) }
        settings.register = settings.register.told(on: firstDay) { places.contains($0.range) }
        return settings.weakenings(of: history.documents).compactMap { change in
            let announcement = change.announcement
            guard places.contains(announcement.announced.span.range) else { return nil }
            let earliest = max(change.earliest(announced: firstDay).day, change.from)
            return Diagnostic(
                .noticeTooShort, at: announcement.announced.span,
                "this block weakens what customers were promised (\(change.losses.map(\.words).joined(separator: "; "))), "
                    + "and the starting state of \(settings.since.value) is published without it",
                help: "write announced: \(firstDay) and from: \(earliest)")
        }
    }
}

extension Array {
    /// The blocks where some are announced on a later day, and hold from it at the earliest.
    ///
    /// - Parameter isLate: whether a block is one of these, by the place of its announcement.
    fileprivate func told<Terms>(on day: CalendarDate, where isLate: (SourceSpan) -> Bool) -> Self
    where Element == Dated<Terms> {
        let told = map { block -> Element in
            guard let announced = block.announced, isLate(announced.span) else { return block }
            var copy = block
            copy.announced = announced.map { Swift.max($0, Moment(day)) }
            copy.from = block.from.map { from in from.map { Swift.max($0, day) } }
            return copy
        }
        return told.enumerated().sorted {
            ($0.element.day, $0.element.moment, $0.offset) < ($1.element.day, $1.element.moment, $1.offset)
        }.map(\.element)
    }
}
