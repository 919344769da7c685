import Diagnostics
import Model
import Record

extension Check {
    /// `conflicting-change`: an announcement that makes untrue what was announced before it.
    ///
    /// What a notice says a change does (`before` and `after`) is published and never rewritten, and what it told as
    /// needing no notice gets none; so what would make either untrue names what to withdraw and announce anew. Of
    /// editions these are a postponement past another announced edition, an edition after a document's last, and a
    /// withdrawal of what another edition was announced as a change of; of both a postponement past a later day for some.
    package static let conflictingChange = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            let providers = document.register?.providers ?? []
            let found =
                providers.filter { !$0.provider.hasDaysAstray }
                .flatMap { provider in
                    // What comes of another that is told of is not told again, nor what `empty-change` tells of.
                    let astray = Set(provider.changesOffList.map(\.moment))
                    return provider.conflicts.filter { !$0.isByOthers && !astray.contains($0.moment) }
                        .map { untruth($0, in: provider) }
                }
                + document.editions.flatMap { overtaken($0, in: document) }
                + document.editions.flatMap { afterLast($0, in: document) }
            return (found + context.withdrawnFromUnderEditorial(in: document)).map { Finding($0) }
                + context.withdrawnFromUnder(in: document) + context.withdrawnSuccessors(of: document)
                + document.items.flatMap(pastOwnDays)
        }
    }
}

private func untruth(_ conflict: Conflict, in provider: ProviderHistory) -> Diagnostic {
    let change = provider.changes.first { $0.id == conflict.change }
    let effective = change?.announcement.effective(before: conflict.moment)
    // What is in force can no longer be withdrawn.
    let isInForce = effective.map { $0 <= conflict.moment.day } ?? false
    // Taken off and listed again by its day, the row can be changed then, if that was known when it was taken off.
    let day = change?.announcement.planned(knownAt: conflict.moment)
    let isOffList =
        day.map { !provider.state(on: $0).isListed || !provider.provider.isListed(on: $0, knownAt: conflict.moment) }
        ?? false
    let removesRow = provider.changes.contains { cause in
        cause.moment == conflict.moment && cause.written.removed?.value == true
    }
    // It cannot be postponed and withdrawn at one moment.
    let isPostponed = change?.announcement.postponed.contains { $0.announced.value == conflict.moment } ?? false
    let withdrawal = "withdraw \(conflict.change) on \(conflict.moment)"
    let help =
        if !isInForce, removesRow, isOffList {
            "\(withdrawal)\(isPostponed ? " in place of postponing it" : " too"), as it changes nothing of a row that is off "
                + "the list"
        } else if !isInForce {
            "\(withdrawal)\(isPostponed ? " in place of postponing it," : "") and announce it anew, as it is to be then"
        } else if conflict.isByWhatFollows {
            "leave this as it was; or withdraw on \(conflict.moment) as well what is to follow \(conflict.change) within its "
                + "notice period, and announce that anew"
        } else {
            "let this take effect after \(conflict.change), or correct the list by a change with true_since:"
        }
    return Diagnostic(
        .conflictingChange, at: conflict.cause, .untrue(conflict, effective: effective), help: help
    ).also(change?.announcement.announced.span, "change \(conflict.change), announced here")
}

/// Findings where a postponement leads past another edition that was announced by then.
private func overtaken(_ edition: Edition, in document: DocumentHistory) -> [Diagnostic] {
    edition.announcement.postponed.compactMap { postponement in
        let moment = postponement.announced.value
        let (from, to) = (edition.announcement.effective(before: moment), postponement.effective.value)
        let other = document.editions.first { other in
            guard other.id != edition.id, other.announcement.moment <= moment,
                let day = other.announcement.effective(knownAt: moment)
            else { return false }
            return day <= to && (other.announcement.effective(before: moment), other.id) > (from, edition.id)
        }
        guard let other, let day = other.announcement.effective(knownAt: moment) else { return nil }
        return Diagnostic(
            .conflictingChange, at: postponement.effective.span, .overtakes(other.id, effective: day, to: to),
            help: "postpone that one too, to a day after \(to); or withdraw one of the two and announce it anew"
        ).also(other.announcement.announced.span, "edition \(other.id), announced here")
    }
}

/// Findings where a postponement leads past a later day that the same item names for some: nobody could tell on which of the
/// two it applies to them.
private func pastOwnDays(_ item: NoticeItem) -> [Finding] {
    let announcement = item.announcement
    return announcement.postponed.flatMap { postponement -> [Finding] in
        let moment = postponement.announced.value
        let (from, to) = (announcement.effective(before: moment), postponement.effective.value)
        return announcement.applies.filter { $0.from.value >= from && $0.from.value < to }.map { some in
            let day = some.from.value
            let anew = "withdraw it and announce it anew, with the days for some that are to hold then"
            return Finding(
                Diagnostic(
                    .conflictingChange, at: postponement.effective.span, .overtakes(some, of: item.this, to: to),
                    help: day > from ? "postpone it to \(day) or an earlier day, or \(anew)" : anew
                ).also(some.from.span, "the day for some"),
                of: item.recordKey.later(.postponed, moment))
        }
    }
}

/// Findings where an edition follows the one that ended its document, at whichever of the two was announced later.
private func afterLast(_ edition: Edition, in document: DocumentHistory) -> [Diagnostic] {
    guard let retired = edition.retired, !edition.announcement.isWithdrawn else { return [] }
    let last = edition.announcement
    return document.editions.compactMap { other in
        let announcement = other.announcement
        guard other.id != edition.id, !announcement.isWithdrawn,
            (announcement.currentEffective, other.id) > (last.currentEffective, edition.id)
        else { return nil }
        let isOtherLater = announcement.moment >= last.moment
        return Diagnostic(
            .conflictingChange, at: isOtherLater ? announcement.announced.span : retired.span,
            isOtherLater
                ? .afterEnd(edition.id, effective: last.currentEffective)
                : .endBefore(other.id, effective: announcement.currentEffective),
            help: isOtherLater
                ? "make it a new document, or withdraw edition \(edition.id) before it takes effect"
                : "withdraw edition \(other.id), or let this edition take effect after it"
        ).also(
            isOtherLater ? retired.span : announcement.announced.span,
            isOtherLater ? "the document ends here" : "edition \(other.id), announced here")
    }
}

extension String {
    fileprivate static func untrue(_ conflict: Conflict, effective: CalendarDate?) -> String {
        let day = effective.map { " for \($0)" } ?? ""
        let change = conflict.change
        return switch conflict.untruth {
        case .said: "this makes untrue what change \(change) announced\(day)"
        case .needsNotice: "with this, change \(change) needs notice, and it was announced\(day) as one that needs none"
        case .addsSomething:
            "with this, change \(change) adds something, and it was announced\(day) as one that adds nothing"
        }
    }

    fileprivate static func overtakes(_ other: EditionID, effective: CalendarDate, to: CalendarDate) -> String {
        "this postpones the edition to \(to), past edition \(other), which takes effect on \(effective)"
    }

    fileprivate static func overtakes(_ some: Applies, of this: String, to: CalendarDate) -> String {
        "\(this) is postponed to \(to), past \(some.from.value), from which it applies to "
            + "\(some.to.value)"
    }

    fileprivate static func afterEnd(_ last: EditionID, effective: CalendarDate) -> String {
        "this edition comes after edition \(last), with which the document ends on \(effective)"
    }

    fileprivate static func endBefore(_ other: EditionID, effective: CalendarDate) -> String {
        "the document is to end with this edition, but edition \(other) is announced for \(effective)"
    }
}
