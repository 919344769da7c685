import Diagnostics
import Language
import Model

extension Sentences {
    /// What an edition does.
    func fact(of edition: Edition, from viewpoint: Viewpoint) -> EditionFact {
        var timing = Timing(edition.announcement, from: viewpoint)
        if timing.isWithdrawn { timing.insteadOf = nil }
        let document = history.document(edition.document)
        let title = English.folded(edition.title.value)
        // Of a title that is erased nobody can say that it was another one.
        let oldTitle = document?.predecessor(of: edition).map { earlier in
            earlier.title.value == Erasure.standIn ? title : English.folded(earlier.title.value)
        }
        let isRenamed = oldTitle != title && title != Erasure.standIn
        let known = known(of: edition, timing, from: viewpoint)
        let kind: EditionFact.Kind
        if let document, !timing.isWithdrawn, document.hides(edition, on: timing.effective, knownAt: known) {
            kind = .hidden(announced: edition.announcement.moment.day)
        } else if let retired = edition.retired {
            let successors = retired.replacedBy.filter {
                history.document($0.value)?.isWithdrawn(knownAt: known) != true
            }
            kind = .ends(
                successors: successors.map { successor in
                    let told = edition.announcement.moment
                    return .titled(
                        history.title(of: successor.value, knownAt: told),
                        isRegister: history.document(successor.value)?.isRegister(knownAt: told) ?? false)
                })
        } else if edition.interim?.value == true,
            let next = document?.next(after: timing.effective, of: edition, knownAt: known)
        {
            kind = .interim(until: next)
        } else if oldTitle != nil {
            kind = .changes(isMaterial: edition.announcement.isMaterial, newTitle: isRenamed ? title : nil)
        } else {
            kind = .begins
        }
        let isLate = !timing.isWithdrawn && history.isLate(.edition(edition))
        return EditionFact(
            kind: kind,
            // A text that is renamed is spoken of by the name that its readers know, and as what it was to them.
            document: .titled(
                oldTitle ?? title, isRegister: document?.isRegister(knownAt: edition.announcement.moment) ?? false),
            tense: timing.isWithdrawn ? .future : viewpoint.tense(of: timing.effective), timing: timing,
            late: isLate ? edition.announcement.moment.day : nil)
    }

    /// Whether another edition of its day holds in the place of one, so that its text never does, as a viewpoint knows it.
    package func isHidden(_ edition: Edition, from viewpoint: Viewpoint) -> Bool {
        let timing = Timing(edition.announcement, from: viewpoint)
        guard !timing.isWithdrawn, let document = history.document(edition.document) else { return false }
        return document.hides(edition, on: timing.effective, knownAt: known(of: edition, timing, from: viewpoint))
    }

    /// What is known where an edition is told of: of its effect what was known the day before, so that a page says ever after
    /// what was told on that day; of one that is withdrawn, what was known when it was announced.
    private func known(of edition: Edition, _ timing: Timing, from viewpoint: Viewpoint) -> Moment {
        let moment = edition.announcement.moment
        return timing.isWithdrawn ? moment : min(viewpoint.known, max(moment, Moment(timing.effective).eve))
    }

    /// How long an interim edition applies once the one to which it was to give way is withdrawn or postponed, where that is
    /// told; nil where there is none.
    func interim(leftBy edition: Edition, from viewpoint: Viewpoint) -> InterimFact? {
        let (known, timing) = (viewpoint.known, Timing(edition.announcement, from: viewpoint))
        guard known != .last, let day = timing.isWithdrawn ? timing.effective : timing.insteadOf,
            let document = history.document(edition.document),
            let interim = document.inForce(on: day.adding(days: -1), knownAt: known, without: edition.id),
            interim.interim?.value == true, interim.announcement.moment >= edition.announcement.moment,
            let start = interim.announcement.effective(knownAt: known)
        else { return nil }
        return InterimFact(day: start, until: document.next(after: start, of: interim, knownAt: known))
    }
}

extension DocumentHistory {
    /// Whether another edition of the same day holds in the place of one, by what was announced by a moment.
    fileprivate func hides(_ edition: Edition, on day: CalendarDate, knownAt known: Moment) -> Bool {
        guard let other = inForce(on: day, knownAt: known) else { return false }
        return other.id > edition.id && other.announcement.effective(knownAt: known) == day
    }
}
