/// A policy may become a register: what was published of it by then keeps its words and its addresses.
extension DocumentHistory {
    /// Whether it was a register by a moment: a row of it was announced by then, or with the starting state, which was published
    /// at once.
    package func isRegister(knownAt known: Moment) -> Bool {
        register?.firstMoment.map { $0 <= max(known, startingState) } ?? false
    }

    /// The end of the day up to which all belongs to the starting state.
    private var startingState: Moment { Moment(since.adding(days: 1)).eve }

    /// The days up to a day on which an edition began to hold, oldest first, each with that edition: of those of one day the one
    /// in force.
    package func textDays(upTo today: CalendarDate) -> [(day: CalendarDate, edition: Edition)] {
        let days = inOrderOfEffect.map(\.announcement.currentEffective).filter { $0 <= today }
        return days.enumerated().compactMap { index, day in
            index > 0 && days[index - 1] == day ? nil : inForce(on: day).map { (day, $0) }
        }
    }

    /// Those of them whose pages lead to the text: not those on which the list has a page.
    package func daysLeadingToText(upTo today: CalendarDate) -> [(day: CalendarDate, edition: Edition)] {
        let lists = Set(register?.daysOfChange(upTo: today) ?? [])
        return textDays(upTo: today).filter { day, edition in
            !lists.contains(day) && isText(on: day, announced: edition.announcement.moment)
        }
    }

    /// Whether what held from a day on, on which an edition began to hold, is that text and no list: of a policy it is. Of a
    /// register it is where nobody was listed by then, by what was known when that became public, so that it is so for ever.
    ///
    /// - Parameter moment: when the edition was announced.
    package func isText(on day: CalendarDate, announced moment: Moment) -> Bool {
        guard let register else { return true }
        return !register.hasBegun(by: day, knownAt: max(moment, Moment(day).eve, startingState))
    }
}
