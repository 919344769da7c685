import Diagnostics
import Model

extension Check {
    /// `out-of-order`: a provider's changes that do not follow one another in order of announcement, and what is said
    /// later of an edition or a change (`recorded`, `postponed`, `withdrawn`, `erased`) but dated before it; a correction
    /// (`true_since`) of days that are to come, one that takes effect later, or one of days on which the list did not have the row.
    ///
    /// What is announced is appended, so a reader of the file sees the history as it happened, and no id ever moves.
    /// A change with `recorded` may stand by its own day or by the day of recording.
    package static let outOfOrder = Check { context in
        let providers = context.library.documents.flatMap { $0.providers ?? [] }
        return
            (providers.flatMap {
                misplacedChanges(of: $0, today: context.asOf.day) + correctionsToCome($0) + correctionsOfNoRow($0)
            }
            + context.announcedItems.flatMap(misdatedSequels))
            .map { Finding($0) }
    }
}

private func misplacedChanges(of provider: Provider, today: CalendarDate) -> [Diagnostic] {
    guard let first = provider.changes.first?.announcement else { return [] }
    var latest = first.announced
    var latestMoment = first.moment
    return provider.changes.dropFirst().compactMap { change in
        let announcement = change.announcement
        let (announced, moment) = (announcement.announced.value, announcement.moment)
        defer {
            if announcement.recorded == nil, announced > latest.value { latest = announcement.announced }
            latestMoment = max(latestMoment, moment)
        }
        if moment < first.moment {
            let item = AnnouncedItem(kind: .change, announcement: announcement)
            let mistyped = item.mistypedYear(today: today).map { $0 + "; else " } ?? ""
            return Diagnostic(
                .outOfOrder, at: announcement.announced.span,
                "this change is announced on \(moment), before the provider itself on \(first.moment)",
                help: "\(mistyped)write \(first.moment) or later"
            ).also(first.announced.span, "the provider itself is announced here")
        }
        guard announced < latest.value, announcement.recorded == nil || moment < latestMoment else { return nil }
        return Diagnostic(
            .outOfOrder, at: announcement.announced.span,
            "this change is announced on \(announced), before one that stands above it (\(latest.value))",
            help:
                "put the changes in order of announcement, the newest last; for a new one write \(latest.value) or later"
        ).also(latest.span, "the one above it")
    }
}

/// Findings about what an announcement says of its own later fate.
private func misdatedSequels(of item: AnnouncedItem) -> [Diagnostic] {
    let announcement = item.announcement
    let (announced, moment) = (announcement.announced.value, announcement.moment)
    var found: [Diagnostic] = []
    func report(_ span: SourceSpan, _ message: String, _ help: String) {
        found.append(Diagnostic(.outOfOrder, at: span, message, help: help))
    }
    if let recorded = announcement.recorded, recorded.value < announced {
        report(
            recorded.span,
            "\(item.this) is recorded on \(recorded.value), before \(announcement.announcedInWords(announced))",
            "take the line out, or write a day after \(announced)")
    }
    if let trueSince = item.trueSince, trueSince.value > announced.day {
        report(
            trueSince.span, "the list is said to be wrong since \(trueSince.value), after this correction of it",
            "write \(announced.day) or earlier")
    }
    var (last, effective, what) = (moment, announcement.effective.value, announcement.announcedInWords(moment))
    for postponement in announcement.postponed where !announcement.unread.contains("postponed") {
        let (at, to) = (postponement.announced, postponement.effective)
        if at.value <= last {
            report(
                at.span, "this postponement is dated \(at.value), not after \(what)",
                "write a moment after \(last)")
        }
        if to.value <= effective {
            report(
                to.span, "this postponement leads to \(to.value), not to a day after \(effective)",
                "write \(effective.adding(days: 1)) or later"
                    + (to.value < effective
                        ? "; for an earlier day, withdraw it and announce it anew with its notice" : ""))
        }
        (last, effective) = (max(last, at.value), max(effective, to.value))
        what = "the postponement before it on \(last)"
    }
    if let withdrawal = announcement.withdrawn, withdrawal.isDated, withdrawal.announced.value <= last {
        let withdrawn = withdrawal.announced
        let what =
            announcement.postponed.isEmpty
            ? announcement.announcedInWords(moment) : "it was announced or last postponed on \(last)"
        report(
            withdrawn.span, "\(item.this) is withdrawn on \(withdrawn.value), not after \(what)",
            "write a moment after \(last)")
    }
    if let erased = announcement.erased?.announced, erased.value < moment {
        report(
            erased.span, "\(item.this) is erased on \(erased.value), before \(announcement.announcedInWords(moment))",
            "write \(moment) or later")
    }
    for (before, erased) in zip(announcement.erasures, announcement.erasures.dropFirst())
    where erased.announced.value <= before.announced.value {
        report(
            erased.announced.span,
            "this erasure is dated \(erased.announced.value), not after the one before it on \(before.announced.value)",
            "write a moment after \(before.announced.value)")
    }
    return found
}
