import Diagnostics
import Model
import Record

extension Judgement {
    /// `withdrawn-too-late` and `postponed-too-late` of what is new: whatever day it says, what customers could first read
    /// on the day of effect or later takes back what is in force.
    var lateRecalls: [Diagnostic] {
        let new = Set(added.filter(\.isAnnouncement).compactMap(\.key.recordItem))
        return added.compactMap { entry in
            guard let (id, verb) = entry.key.kind.recall, let place = entry.announcedPlace, !isBackdated(entry),
                let announcement = entry.item?.announcement, entry.key.recordItem.map(new.contains) == false
            else { return nil }
            let effective = announcement.effective(before: place.moment)
            guard place.moment.day < effective, record.asOf.day >= effective else { return nil }
            return Diagnostic(
                id, at: place.span,
                "this is \(verb) on \(place.moment) and first published on \(record.asOf.day), but it took effect on "
                    + "\(effective)",
                help: "take the line out, and announce what undoes it")
        }
    }
}

extension RecordKey.Kind {
    /// Of what takes back: the check that it may come too late for, and what is said of it.
    fileprivate var recall: (id: CheckID, verb: String)? {
        switch self {
        case .withdrawn: (.withdrawnTooLate, "withdrawn")
        case .postponed: (.postponedTooLate, "postponed")
        default: nil
        }
    }
}
