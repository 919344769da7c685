import Diagnostics
import Model
import Record

extension Judgement {
    /// `withdrawn-too-late` and `postponed-too-late` of what is new: whatever day it says, what customers could first read
    /// on the day of effect or later takes back what is in force.
    var lateRecalls: [Diagnostic] {
        let new = Set(added.filter(\.isAnnouncement).compactMap(\.key.recordItem))
        return added.compactMap { entry in
            guard !isBackdated(entry), let announcement = entry.item?.announcement,
                entry.key.recordItem.map(new.contains) == false
            else { return nil }
            switch entry.key.kind {
            case .withdrawn:
                return announcement.withdrawn.flatMap {
                    lateRecall(.withdrawnTooLate, $0.announced, announcement, verb: "withdrawn")
                }
            case .postponed:
                return announcement.postponed.first { "\($0.announced.value)" == entry.key.moment }.flatMap {
                    lateRecall(.postponedTooLate, $0.announced, announcement, verb: "postponed")
                }
            default: return nil
            }
        }
    }

    private func lateRecall(
        _ id: CheckID, _ at: Sourced<Moment>, _ announcement: Announcement, verb: String
    ) -> Diagnostic? {
        let effective = announcement.effective(before: at.value)
        guard at.value.day < effective, record.asOf.day >= effective else { return nil }
        return Diagnostic(
            id, at: at.span,
            "this is \(verb) on \(at.value) and first published on \(record.asOf.day), but it took effect on \(effective)",
            help: "take the line out, and announce what undoes it")
    }
}
