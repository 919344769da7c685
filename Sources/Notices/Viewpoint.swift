import Diagnostics
import Model

/// From where a sentence is spoken: what is known, and which day is today.
package struct Viewpoint: Sendable, Hashable {
    /// What was announced up to and including this moment is known.
    package var known: Moment
    /// What takes effect after this day lies in the future.
    package var day: CalendarDate
    /// Whether an item that was postponed says from when to when.
    package var showsPostponement: Bool

    package init(known: Moment, day: CalendarDate, showsPostponement: Bool = true) {
        self.known = known
        self.day = day
        self.showsPostponement = showsPostponement
    }

    /// The viewpoint of those who were told of an event when it happened; it never changes.
    package init(of event: Event) {
        self.init(known: event.moment, day: event.moment.day, showsPostponement: event.kind == .postponed)
    }

    /// The viewpoint of a page that a build makes: everything that is public, on the day it speaks for.
    package init(asOf: AsOf) { self.init(known: .last, day: asOf.day) }

    /// When something is told, by whose names it speaks: a page of what was announced at a moment keeps its names.
    func told(_ announced: Moment) -> Moment { known == .last ? announced : known }

    /// A page says on the first day what it says on all later ones, as it must not change on a day without an event.
    func tense(of day: CalendarDate) -> Tense {
        if day > self.day { return .future }
        return day == self.day && known != .last ? .present : .past
    }
}

enum Tense: Sendable, Hashable {
    case future, present, past

    /// The form of a verb in this tense.
    func of<Form>(_ future: Form, _ present: Form, _ past: Form) -> Form {
        switch self {
        case .future: future
        case .present: present
        case .past: past
        }
    }
}

/// When an item takes effect, as a viewpoint knows it.
struct Timing: Hashable {
    var effective: CalendarDate
    /// The day before the postponement.
    var insteadOf: CalendarDate?
    var isWithdrawn: Bool

    init(_ announcement: Announcement, from viewpoint: Viewpoint) {
        let known = announcement.postponed.filter { $0.announced.value <= viewpoint.known }
        effective = known.last?.effective.value ?? announcement.effective.value
        // Told of a postponement, one knows the day before it; looking back, one asks for what was announced first.
        let previous = viewpoint.known == .last ? nil : known.dropLast().last?.effective.value
        insteadOf =
            known.isEmpty || !viewpoint.showsPostponement ? nil : previous ?? announcement.effective.value
        isWithdrawn = announcement.withdrawn.map { $0.announced.value <= viewpoint.known } ?? false
    }
}
