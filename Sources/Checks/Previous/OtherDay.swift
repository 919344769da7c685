import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// How what was published for a day that is still to come takes effect on another one, as the end of a help: it is
    /// postponed to a later day. For an earlier one it is withdrawn and announced anew, with the notice of an announcement
    /// of now.
    ///
    /// - Parameter item: the same as it is written now, for the day that its author wants.
    /// - Returns: nil for what took effect or is taken back.
    func wayToOtherDay(_ old: ParsedEntry, _ item: NoticeItem) -> String? {
        let announcement = item.announcement
        let wanted = announcement.effective.value
        let first = old.json["effective"]?.text.flatMap { CalendarDate($0) }
        guard let published = announcement.postponed.last?.effective.value ?? first, published > nextMoment.day,
            published != wanted, !announcement.isWithdrawn, announcement.erased == nil
        else { return nil }
        if wanted > published {
            let postponement = "{announced: \(nextMoment), effective: \(wanted), reason: …}"
            return "to let it take effect later, "
                + (announcement.postponed.isEmpty
                    ? "write postponed: [\(postponement)]" : "add to postponed \(postponement)")
        }
        let document = history.document(old.key.document)
        let others = othersToCome(item, in: document)
        // The other editions that come before the day for which it was published still do.
        let earliest = others.filter { $0 < published }.reduce(earliestEffective(item, of: old.key.document), max)
        let day = max(wanted, earliest)
        guard day < published else { return "announced anew on \(nextMoment), it could not take effect earlier" }
        let withdrawal = "withdrawn: {announced: \(nextMoment), reason: …}"
        let ways =
            switch item {
            case .edition(let edition):
                "write \(withdrawal) in it and announce it anew, Content/\(edition.document)/"
                    + "\(freeID(on: day, beside: old, as: edition, in: document)).md with announced: \(nextMoment)"
                    + (others.contains { $0 > day } ? " and interim: true" : "")
            case .change(let change) where change.written.isFirstState:
                "add \(withdrawal) to it and announce it anew with all that the row says, in an item of changes: "
                    + "{announced: \(nextMoment), effective: \(day), removed: false, …}"
            default:
                "add \(withdrawal) to it and announce it anew, in a new item of changes: "
                    + "{announced: \(nextMoment), effective: \(day), …}"
            }
        return "to let it take effect earlier, \(day > wanted ? "on \(day) at the earliest, " : "")\(ways)"
    }

    /// When the editions of a document that are announced already take effect, but for one that is announced anew.
    private func othersToCome(_ item: NoticeItem, in document: DocumentHistory?) -> [CalendarDate] {
        guard case .edition(let edition) = item else { return [] }
        return (document?.upcoming(on: nextMoment.day) ?? []).filter { $0.id != edition.id }
            .map(\.announcement.currentEffective)
    }

    /// The id of an edition announced anew: that of the file as it is named now, or the first that is free beside the one
    /// that was published.
    private func freeID(
        on day: CalendarDate, beside old: ParsedEntry, as edition: Edition, in document: DocumentHistory?
    ) -> EditionID {
        if edition.id.day == day { return edition.id }
        let free = document?.freeID(on: day) ?? EditionID(day: day)
        return "\(free)" == old.key.item ? EditionID(day: day, number: free.number + 1) : free
    }
}
