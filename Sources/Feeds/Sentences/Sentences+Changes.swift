import Diagnostics
import Model

extension Sentences {
    /// What changes of one company do, in one sentence: `Mistral AI will be added on 24 December 2026 to generate
    /// responses.` Of a company in several rows, each row is called by its name.
    package func sentence(for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool = false) -> String {
        let clauses = changes.map { clause(for: $0, from: viewpoint, isStartingState: isStartingState) }
        let corrections = clauses.filter(\.isCorrection)
        let withdrawn = clauses.filter(\.isWithdrawn)
        let plain = clauses.filter { !$0.isCorrection && !$0.isWithdrawn }
        var sentences: [String] = []
        if !plain.isEmpty { sentences.append(English.sentence(Self.join(plain), false)) }
        if !corrections.isEmpty { sentences.append("Correction: \(English.sentence(Self.join(corrections), false))") }
        if !withdrawn.isEmpty { sentences.append("The announcement that \(Self.join(withdrawn)) is withdrawn.") }
        return sentences.joined(separator: " ")
    }

    /// What one change says of its company.
    private struct Clause {
        var name: String
        var phrases: [Phrase]
        var tense: Tense
        var timing: Timing
        var isCorrection: Bool
        var isWithdrawn: Bool { timing.isWithdrawn }

        /// All but the name, with the day after the first thing that is said.
        var predicate: String {
            let parts = phrases.enumerated().map { index, phrase in
                let day = index == 0 ? timing.phrase(phrase.preposition(tense)) : ""
                return phrase.words(tense) + day + phrase.rest
            }
            return English.list(parts)
        }
    }

    private func clause(for change: Change, from viewpoint: Viewpoint, isStartingState: Bool) -> Clause {
        var timing = Timing(change.announcement, from: viewpoint)
        var tense = viewpoint.tense(of: timing.effective)
        if timing.isWithdrawn {
            timing.insteadOf = nil
            tense = .future
        }
        if let trueSince = change.written.trueSince {
            timing.effective = trueSince.value
            tense = .past
        }
        let isNew = change.kinds.contains(.added)
        let name = isNew || change.stateBefore.name.isEmpty ? change.stateAfter.name : change.stateBefore.name
        return Clause(
            name: name.isEmpty ? change.id.provider : name,
            phrases: phrases(of: change, isStartingState: isStartingState), tense: tense, timing: timing,
            isCorrection: change.written.trueSince != nil)
    }

    /// Several clauses in one: what is said of rows alike is said once, what is said of one row names it once.
    private static func join(_ clauses: [Clause]) -> String {
        var parts: [String] = []
        var last: String?
        for group in alike(clauses) {
            let names = group.map(\.name)
            let first = group[0]
            if group.count > 1, let phrase = first.phrases.first {
                parts.append(together(group, phrase))
                last = nil
            } else {
                parts.append(first.name == last ? first.predicate : "\(first.name) \(first.predicate)")
                last = names.first
            }
        }
        return English.list(parts)
    }

    /// Groups clauses that say the same of their rows on the same day, but for what stands after it.
    private static func alike(_ clauses: [Clause]) -> [[Clause]] {
        var groups: [[Clause]] = []
        for clause in clauses {
            let index = groups.firstIndex { group in
                guard let first = group.first, first.phrases.count == 1, clause.phrases.count == 1 else { return false }
                return first.timing == clause.timing && first.phrases[0].future == clause.phrases[0].future
            }
            if let index { groups[index].append(clause) } else { groups.append([clause]) }
        }
        return groups
    }

    /// `Google Cloud (to host the service) and Gemini (to generate text) will be added on 24 December 2026`; rows of
    /// one name are added `to host the service and to generate text`.
    private static func together(_ group: [Clause], _ phrase: Phrase) -> String {
        let first = group[0]
        let day = first.timing.phrase(phrase.preposition(first.tense))
        let rests = group.map { $0.phrases[0].rest.withoutJoint }
        if Set(group.map(\.name)).count == 1 {
            let rest = English.list(rests.filter { !$0.isEmpty })
            return "\(first.name) \(phrase.words(first.tense))\(day)" + (rest.isEmpty ? "" : " " + rest)
        }
        let names = zip(group, rests).map { clause, rest in
            rest.isEmpty ? clause.name : "\(clause.name) " + (rest.hasPrefix("(") ? rest : "(\(rest))")
        }
        return "\(English.list(names)) \(phrase.plural(first.tense))\(day)"
    }
}

extension String {
    fileprivate var withoutJoint: String { String(drop { $0 == " " || $0 == "," }) }
}
