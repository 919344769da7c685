import Language

extension EnglishNotices {
    func sentence(_ fact: EditionFact) -> String {
        let words = clause(fact)
        if fact.timing.isWithdrawn { return "Withdrawn: the announcement that \(words)." }
        return fact.late.map { told(late: words, on: $0) } ?? English.sentence(words)
    }

    func sentence(_ fact: InterimFact) -> String {
        let until = fact.until.map { "until the edition of \(English.date($0)) takes effect" } ?? "indefinitely"
        return "The interim edition of \(English.date(fact.day)) applies \(until)."
    }

    private func clause(_ fact: EditionFact) -> String {
        let (timing, tense) = (fact.timing, fact.tense)
        let verbs = EditionVerbs(isPlural: fact.document.isPlural, tense: tense)
        let name = fact.document.name
        switch fact.kind {
        case .ends(let successors):
            let heirs = successors.isEmpty ? "" : " and \(verbs.beReplaced) \(English.list(successors.map(\.name)))"
            return "\(name) \(verbs.end)\(timing.phrase("on"))\(heirs)"
        case .interim(let next):
            let until = "until the edition of \(English.date(next))"
            return tense == .past
                ? "an interim edition of \(name) took effect\(timing.phrase("on")), to last \(until)"
                : "an interim edition of \(name) \(EditionVerbs.apply(tense))\(timing.phrase("from")) \(until) takes effect"
        case .hidden(let announced):
            return "the edition of \(name) announced on \(English.date(announced)) "
                + "\(tense.of("will be", "is", "was")) superseded\(timing.phrase("on")), its first day, by another of that day"
        case .begins:
            return tense == .past
                ? "\(name) took effect\(timing.phrase("on"))" : "\(name) \(verbs.apply)\(timing.phrase("from"))"
        case .changes(let isMaterial, let title):
            if isMaterial {
                let renamed = title.map { " and \(verbs.beCalled) \($0.authored)" } ?? ""
                return "\(name) \(verbs.change)\(timing.phrase("on"))\(renamed)"
            }
            let change = "an editorial change to \(name) \(EditionVerbs.takeEffect(tense))\(timing.phrase("on"))"
            return change + (title.map { ", \(verbs.whichIsCalled) \($0.authored)" } ?? "")
        }
    }
}

extension DocumentFact {
    /// As an English sentence speaks of it: `the Privacy Policy`, `Security`, `the new document “ai-terms”`.
    var name: String {
        switch self {
        case .titled(let title, _): English.named(title)
        case .id(let id): "the new document “\(id)”"
        case .new: "new documents"
        }
    }

    fileprivate var isPlural: Bool { if case .titled(let title, _) = self { English.isPlural(title) } else { false } }
}

/// The predicates of a document's sentences, in the number of its title.
private struct EditionVerbs {
    let isPlural: Bool
    let tense: Tense

    static func apply(_ tense: Tense) -> String { tense == .future ? "will apply" : "applies" }

    static func takeEffect(_ tense: Tense) -> String { tense.of("will take effect", "takes effect", "took effect") }

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
        tense.of(future, isPlural ? present.many : present.one, isPlural ? past.many : past.one)
    }
}
