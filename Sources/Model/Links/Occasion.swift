import Diagnostics

/// When a text speaks: what its links are judged by, once and for ever.
///
/// They lead to what is in force on the text's own day of effect, by what was announced no later than the text itself.
/// Nothing announced later makes a link of it right or wrong, or shows it in another way.
package struct Occasion: Sendable, Hashable {
    /// The day at which it is judged: the edition's or change's day of effect as announced, the as-of day for what has
    /// no history.
    package var day: CalendarDate
    /// What it may count on: what was announced by then.
    package var known: Moment
    /// When it was announced; nil for what can be changed at any time.
    package var announced: Moment?

    package init(day: CalendarDate, known: Moment, announced: Moment?) {
        self.day = day
        self.known = known
        self.announced = announced
    }

    /// That of an edition, a first state or a change.
    package init(_ announcement: Announcement) {
        self.init(day: announcement.effective.value, known: announcement.moment, announced: announcement.moment)
    }

    /// That of what is said later of one: a postponement, a withdrawal, an erasure.
    package init(at moment: Moment) { self.init(day: moment.day, known: moment, announced: moment) }

    /// That of a page, a certification or a setting, which are judged anew by each build.
    package init(asOf: AsOf) { self.init(day: asOf.day, known: asOf.lastCovered, announced: nil) }
}

extension AsOf {
    /// The last moment that a build speaks for: of a bare day its end.
    package var lastCovered: Moment { moment.minute == nil ? Moment(day, minute: 24 * 60) : moment }
}
