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
        let oldTitle = document?.predecessor(of: edition).map { English.folded($0.title.value) }
        let kind: EditionFact.Kind
        if let retired = edition.retired {
            kind = .ends(
                successors: retired.replacedBy.map { successor in
                    let title = history.title(of: successor.value, knownAt: edition.announcement.moment)
                    return .titled(title, isRegister: history.document(successor.value)?.register != nil)
                })
        } else if edition.interim?.value == true {
            kind = .interim(until: document?.effectiveDay(after: timing.effective, knownTo: edition))
        } else if let oldTitle {
            kind = .changes(isMaterial: edition.announcement.isMaterial, newTitle: oldTitle == title ? nil : title)
        } else {
            kind = .begins
        }
        let isLate = !timing.isWithdrawn && history.isLate(.edition(edition))
        return EditionFact(
            kind: kind,
            // A text that is renamed is spoken of by the name that its readers know.
            document: .titled(oldTitle ?? title, isRegister: document?.register != nil),
            tense: timing.isWithdrawn ? .future : viewpoint.tense(of: timing.effective), timing: timing,
            late: isLate ? edition.announcement.moment.day : nil)
    }
}

extension DocumentHistory {
    /// The next day, after a given one, on which another edition takes effect by what was announced with an edition.
    fileprivate func effectiveDay(after day: CalendarDate, knownTo edition: Edition) -> CalendarDate? {
        let known = edition.announcement.moment
        return
            editions
            .filter { $0.id != edition.id && $0.announcement.moment <= known }
            .compactMap { $0.announcement.effective(knownAt: known) }
            .filter { $0 > day }
            .min()
    }
}
