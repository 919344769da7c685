import Diagnostics

/// A block of terms, the day from which it holds, and when that was announced.
package struct Dated<Terms: Sendable>: Sendable {
    /// Nil for the first block, which holds before all others.
    package var from: Sourced<CalendarDate>?
    /// Nil for the first block. The day from which it holds where the author left it out, with the span of that.
    package var announced: Sourced<Moment>?
    package var terms: Terms

    package init(from: Sourced<CalendarDate>?, announced: Sourced<Moment>? = nil, terms: Terms) {
        self.from = from
        self.announced = announced ?? from?.map { Moment($0) }
        self.terms = terms
    }

    /// The moment from which it is public; before all others that of the first.
    package var moment: Moment { announced?.value ?? Moment(.distantPast) }

    /// The day from which it holds; before all others that of the first.
    package var day: CalendarDate { from?.value ?? .distantPast }
}

/// Blocks of terms are never none, and stand in the order of their days, those of one day in the order of their
/// announcements.
extension Array {
    /// The terms in force on a day by what was announced by a moment: those of the block with the latest day, and of
    /// several with that day of the one announced last.
    package func inForce<Terms>(
        on day: CalendarDate, knownAt known: Moment = .last
    ) -> Terms where Element == Dated<Terms> {
        (last { $0.day <= day && $0.moment <= known } ?? self[0]).terms
    }

    /// The terms that are in force on any day of some, by what was announced by a moment, in the order of their days.
    ///
    /// - Parameter left: the place of a block that is not to be counted.
    package func inForce<Terms>(
        from first: CalendarDate, through last: CalendarDate, knownAt known: Moment, leavingOut left: Int? = nil
    ) -> [Terms] where Element == Dated<Terms> {
        var found: [Dated<Terms>] = []
        for index in indices where index != left && self[index].moment <= known && self[index].day <= last {
            let block = self[index]
            // It gives way to nothing else, or to what holds from its own day or from the first of the days.
            if let previous = found.last, block.day <= first || block.day == previous.day { found.removeLast() }
            found.append(block)
        }
        return found.map(\.terms)
    }
}

extension SiteSettings {
    /// The terms of the register in force on a day.
    package func registerTerms(on day: CalendarDate) -> RegisterTerms { register.inForce(on: day) }

    /// The terms by which something announced at a moment is judged: in force on its day, and announced by then.
    package func noticeTerms(at moment: Moment) -> NoticeTerms { notice.inForce(on: moment.day, knownAt: moment) }

    /// The terms by which a change announced at a moment is judged and told: in force on its day, and announced by then.
    package func registerTerms(at moment: Moment) -> RegisterTerms { register.inForce(on: moment.day, knownAt: moment) }

    /// The same without what a build speaking for `asOf` does not know.
    func terms(announcedBy asOf: AsOf) -> SiteSettings {
        var copy = self
        copy.notice.removeAll { $0.announced != nil && !asOf.covers($0.moment) }
        copy.register.removeAll { $0.announced != nil && !asOf.covers($0.moment) }
        return copy
    }
}
