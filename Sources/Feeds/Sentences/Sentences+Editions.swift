import Diagnostics
import Model

extension Sentences {
    /// What an edition does: `The Privacy Policy changes on 1 March 2027.`
    package func sentence(for edition: Edition, from viewpoint: Viewpoint) -> String {
        let timing = Timing(edition.announcement, from: viewpoint)
        guard !timing.isWithdrawn else {
            var asAnnounced = timing
            asAnnounced.insteadOf = nil
            return "The announcement that \(clause(for: edition, asAnnounced, .future)) is withdrawn."
        }
        return English.sentence(clause(for: edition, timing, viewpoint.tense(of: timing.effective)))
    }

    private func clause(for edition: Edition, _ timing: Timing, _ tense: Tense) -> String {
        let title = edition.title.value
        let name = English.withArticle(title)
        let isPlural = English.isPlural(title)
        func verb(_ future: String, _ present: (one: String, many: String), _ past: (one: String, many: String))
            -> String
        {
            switch tense {
            case .future: future
            case .present: isPlural ? present.many : present.one
            case .past: isPlural ? past.many : past.one
            }
        }
        let applies = verb("will apply", ("applies", "apply"), ("has applied", "have applied"))
        let from = timing.phrase(tense == .past ? "since" : "from")
        if let retired = edition.retired {
            let successors = retired.replacedBy.map {
                English.withArticle(history.title(of: $0.value, knownAt: edition.announcement.moment))
            }
            let replaced =
                successors.isEmpty
                ? ""
                : verb(
                    " and will be replaced by ", (" and is replaced by ", " and are replaced by "),
                    (" and was replaced by ", " and were replaced by ")) + English.list(successors)
            return "\(name) \(verb("will end", ("ends", "end"), ("ended", "ended")))\(timing.phrase("on"))\(replaced)"
        }
        let document = history.document(edition.document)
        if edition.interim?.value == true {
            let next = document?.effectiveDay(after: timing.effective, knownTo: edition)
            let until = next.map { " until the edition of \(English.date($0))" }
            if tense == .past {
                let end = until.map { ", to last\($0)" } ?? ""
                return "an interim edition of \(name) took effect\(timing.phrase("on"))\(end)"
            }
            let verb = tense == .future ? "will apply" : "applies"
            let end = until.map { "\($0) takes effect" } ?? ""
            return "an interim edition of \(name) \(verb)\(timing.phrase("from"))\(end)"
        }
        if document?.predecessor(of: edition) == nil { return "\(name) \(applies)\(from)" }
        if !edition.announcement.isMaterial {
            let verb = tense == .future ? "will take effect" : tense == .present ? "takes effect" : "took effect"
            return "an editorial change of \(name) \(verb)\(timing.phrase("on"))"
        }
        // The coming change of a text that is already written is said in the present.
        let changes = tense == .past ? "changed" : isPlural ? "change" : "changes"
        return "\(name) \(changes)\(timing.phrase("on"))"
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
