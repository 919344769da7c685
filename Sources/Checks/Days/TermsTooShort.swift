import Diagnostics
import Model

extension Check {
    /// `notice-too-short` of terms: a block of `notice` or `register` that weakens what customers were promised, and
    /// holds before the notice period is over that it was promised with.
    ///
    /// Otherwise a promise could be cut and broken on one day (GDPR Art. 28(2): the controller is informed of intended
    /// changes; a period that can be taken away at once informs nobody).
    package static let termsTooShort = Check { context in
        context.history.notices.flatMap(\.terms).compactMap { change in
            shortTerms(change, countedFrom: change.announcement.moment.day).map { Finding($0) }
        }
    }

    /// `effective-before-announced` of terms: a block that holds before it is announced.
    package static let termsBeforeAnnounced = Check { context in
        let blocks =
            context.settings.notice.map { ($0.from, $0.announced) }
            + context.settings.register.map { ($0.from, $0.announced) }
        return blocks.compactMap { from, announced in
            guard let from, let announced, from.value < announced.value.day else { return nil }
            return Finding(
                Diagnostic(
                    .effectiveBeforeAnnounced, at: from.span,
                    "this block holds from \(from.value), before it is announced on \(announced.value.day)",
                    help: "write from: \(announced.value.day) or later"))
        }
    }
}

/// The finding about a block that weakens, whose notice period is counted from a day; nil where it keeps to it.
func shortTerms(_ change: TermsChange, countedFrom day: CalendarDate) -> Diagnostic? {
    let announcement = change.announcement
    let (earliest, days) = change.earliest(announced: day)
    guard change.from < earliest, change.from >= announcement.moment.day else { return nil }
    let namesAnnounced = announcement.announced.span.range != announcement.effective.span.range
    return Diagnostic(
        .noticeTooShort, at: announcement.effective.span,
        "this block weakens what customers were promised (\(change.losses.map(\.words).joined(separator: "; "))), and "
            + "holds from \(change.from); told on \(day) with \(days.inDays) of notice, it can hold from \(earliest) at the "
            + "earliest",
        help: namesAnnounced && day == announcement.moment.day
            ? "write from: \(earliest)" : "write announced: \(day) and from: \(earliest)")
}

extension TermsLoss {
    /// What the block takes away, in the keys of site.yaml: `days of privacy: 0 instead of 30`.
    var words: String {
        let ids = documents.map { $0 == Self.newDocuments ? "new documents" : $0 }.joined(separator: ", ")
        return switch self {
        case .fewer(let period, _, let old, let new): "\(period.rawValue) of \(ids): \(new) instead of \(old)"
        case .objectionAfterEffect(_, nil, _): "objection_after_effect of \(ids) is new"
        case .objectionAfterEffect: "objection_after_effect of \(ids) is another"
        case .workingDays: "period_ends: calendar_day instead of working_day"
        case .holidays(let days, _): "holidays without \(days.map { "\($0)" }.joined(separator: ", "))"
        case .fields(let fields, let kept, _):
            kept.words + fields.map(\.rawValue).joined(separator: ", ")
        }
    }
}

extension TermsLoss.Kept {
    fileprivate var words: String {
        switch self {
        case .noLongerMaterial, .noLongerRequired: "\(rawValue) without "
        case .unrecorded, .hidden: "\(rawValue) with "
        }
    }
}
