import Diagnostics
import Model

extension Check {
    /// `withdrawn-too-late`: an edition or a change withdrawn on or after the day on which it took effect.
    ///
    /// What is in force is not taken back but followed by something else.
    package static let withdrawnTooLate = Check { context in
        context.announcedItems.compactMap { item in
            guard let withdrawn = item.announcement.withdrawn, withdrawn.isDated else { return nil }
            return late(.withdrawnTooLate, withdrawn.announced, item, verb: "withdrawn")
        }
    }

    /// `postponed-too-late`: an edition or a change postponed on or after the day on which it took effect.
    ///
    /// From that day on customers rely on it.
    package static let postponedTooLate = Check { context in
        context.announcedItems.flatMap { item in
            item.announcement.postponed.compactMap { late(.postponedTooLate, $0.announced, item, verb: "postponed") }
        }
    }
}

private func late(_ id: CheckID, _ at: Sourced<Moment>, _ item: AnnouncedItem, verb: String) -> Finding? {
    let announcement = item.announcement
    // A postponement to an earlier day is told as that, and moves nothing.
    let effective = announcement.postponed.filter { $0.announced.value < at.value }.map(\.effective.value)
        .reduce(announcement.effective.value, max)
    guard at.value.day >= effective else { return nil }
    let latest = effective.adding(days: -1)
    let instead = "announce \(item.successor) that undoes it"
    // A day before it took effect would do only where it was announced by then.
    let help =
        latest >= item.announcement.moment.day
        ? "write \(latest) or earlier, if it was \(verb) then; else \(instead)" : instead
    return Finding(
        Diagnostic(
            id, at: at.span, "\(item.this) is \(verb) on \(at.value), but took effect on \(effective)", help: help))
}
