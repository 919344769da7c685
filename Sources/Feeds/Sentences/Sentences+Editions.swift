import Diagnostics
import Language
import Model

extension Sentences {
    /// What an edition does: `The Privacy Policy will change on 1 March 2027.`
    func sentence(for edition: Edition, from viewpoint: Viewpoint) -> String {
        var timing = Timing(edition.announcement, from: viewpoint)
        guard timing.isWithdrawn else {
            let words = clause(for: edition, timing, viewpoint.tense(of: timing.effective))
            let isLate = history.isLate(.edition(edition))
            return isLate ? Self.told(late: words, on: edition.announcement.moment.day) : English.sentence(words)
        }
        timing.insteadOf = nil
        return "Withdrawn: the announcement that \(clause(for: edition, timing, .future))."
    }

    private func clause(for edition: Edition, _ timing: Timing, _ tense: Tense) -> String {
        let title = English.folded(edition.title.value)
        let document = history.document(edition.document)
        let predecessor = document?.predecessor(of: edition)
        let oldTitle = predecessor.map { English.folded($0.title.value) }
        // A text that is renamed is spoken of by the name that its readers know.
        let verbs = EditionVerbs(title: oldTitle ?? title, tense: tense)
        let name = English.named(oldTitle ?? title)
        if let retired = edition.retired {
            let successors = retired.replacedBy.map {
                English.named(history.title(of: $0.value, knownAt: edition.announcement.moment))
            }
            let heirs = successors.isEmpty ? "" : " and \(verbs.beReplaced) \(English.list(successors))"
            return "\(name) \(verbs.end)\(timing.phrase("on"))\(heirs)"
        }
        if edition.interim?.value == true {
            let next = document?.effectiveDay(after: timing.effective, knownTo: edition)
            let until = next.map { " until the edition of \(English.date($0))" } ?? ""
            return tense == .past
                ? "an interim edition of \(name) took effect\(timing.phrase("on"))\(until.isEmpty ? "" : ", to last")\(until)"
                : "an interim edition of \(name) \(EditionVerbs.apply(tense))\(timing.phrase("from"))"
                    + (until.isEmpty ? "" : until + " takes effect")
        }
        guard let oldTitle else {
            return tense == .past
                ? "\(name) took effect\(timing.phrase("on"))" : "\(name) \(verbs.apply)\(timing.phrase("from"))"
        }
        let renamed = oldTitle == title ? "" : " and \(verbs.beCalled) \(title.authored)"
        if !edition.announcement.isMaterial {
            let change = "an editorial change to \(name) \(EditionVerbs.takeEffect(tense))\(timing.phrase("on"))"
            return renamed.isEmpty ? change : "\(change), \(verbs.whichIsCalled) \(title.authored)"
        }
        return "\(name) \(verbs.change)\(timing.phrase("on"))\(renamed)"
    }
}

/// The predicates of a document's sentences, in the number of its title.
private struct EditionVerbs {
    let isPlural: Bool
    let tense: Tense

    init(title: String, tense: Tense) {
        isPlural = English.isPlural(title)
        self.tense = tense
    }

    static func apply(_ tense: Tense) -> String { tense == .future ? "will apply" : "applies" }

    static func takeEffect(_ tense: Tense) -> String {
        switch tense {
        case .future: "will take effect"
        case .present: "takes effect"
        case .past: "took effect"
        }
    }

    var apply: String { form("will apply", ("applies", "apply"), ("applied", "applied")) }
    var change: String { form("will change", ("changes", "change"), ("changed", "changed")) }
    var end: String { form("will end", ("ends", "end"), ("ended", "ended")) }
    var beReplaced: String {
        form("will be replaced by", ("is replaced by", "are replaced by"), ("was replaced by", "were replaced by"))
    }
    var beCalled: String { form("will be called", ("is called", "are called"), ("was renamed", "were renamed")) }
    var whichIsCalled: String {
        form(
            "which will be called", ("which is called", "which are called"), ("which was renamed", "which were renamed")
        )
    }

    private func form(
        _ future: String, _ present: (one: String, many: String), _ past: (one: String, many: String)
    ) -> String {
        switch tense {
        case .future: future
        case .present: isPlural ? present.many : present.one
        case .past: isPlural ? past.many : past.one
        }
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
