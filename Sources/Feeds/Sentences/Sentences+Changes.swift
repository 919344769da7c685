import Diagnostics
import Language
import Model

extension Sentences {
    /// What changes of one company do, in one sentence: `Mistral AI will be added on 24 December 2026 to generate
    /// responses.` Of a company in several rows, each row is called by its name. What is corrected or withdrawn has
    /// sentences of its own behind it.
    package func sentence(for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool = false) -> String {
        told(Self.sentence(clauses(for: changes, from: viewpoint, isStartingState: isStartingState)))
    }

    /// What changes do, one sentence for each company; companies of which the same is said share one.
    func sentences(for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool) -> [String] {
        var companies: [[Clause]] = []
        // Where each thing that is said of one company alone stands.
        var places: [Clause.Saying: Int] = [:]
        for company in Self.byCompany(changes) {
            let clauses = clauses(for: company, from: viewpoint, isStartingState: isStartingState)
            if clauses.count == 1, let place = places[clauses[0].saying] {
                companies[place][0].rows += clauses[0].rows
                continue
            }
            if clauses.count == 1 { places[clauses[0].saying] = companies.count }
            companies.append(clauses)
        }
        return companies.map(Self.sentence)
    }

    private static func sentence(_ clauses: [Clause]) -> String {
        let withdrawn = clauses.filter(\.timing.isWithdrawn)
        let standing = clauses.filter { !$0.timing.isWithdrawn }
        let plain = standing.filter { $0.trueSince == nil && $0.late == nil && !$0.goesOn }
        var sentences = plain.isEmpty ? [] : [English.sentence(join(plain), false)]
        sentences += standing.filter { $0.trueSince == nil }.compactMap { clause in
            if let day = clause.late { return told(late: clause.words(isStart: false), on: day) }
            return clause.goesOn ? English.sentence("Use goes on: \(clause.words(isStart: false))") : nil
        }
        sentences += standing.compactMap { clause in
            guard let day = clause.trueSince else { return nil }
            let words = "Correction: " + clause.correction(since: day)
            return clause.late.map { told(late: words, on: $0) } ?? English.sentence(words)
        }
        sentences += withdrawn.map { clause in
            let words = clause.words(isStart: false)
            let announcement = "the announcement that\(clause.leadsWithDay ? ", " : " ")\(words)"
            return English.sentence(
                clause.goesOn ? "Use goes on: \(announcement) is withdrawn" : "Withdrawn: \(announcement)")
        }
        return sentences.joined(separator: " ")
    }

    /// `Told late, on 2 June 2026: Acme was added on 5 February 2026.`
    static func told(late words: String, on day: CalendarDate) -> String {
        English.sentence("Told late, on \(English.date(day)): \(words)")
    }

    private static func join(_ clauses: [Clause]) -> String {
        clauses.enumerated().map { index, clause in
            clause.words(isStart: index == 0, after: index == 0 ? nil : clauses[index - 1])
        }
        .joined(separator: "; ")
    }

    /// The clauses of one company: what is said of a row on the same day together, then rows of which the same is
    /// said.
    private func clauses(for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool) -> [Clause] {
        var byRow: [Clause] = []
        for change in changes {
            let clause = clause(for: change, from: viewpoint, isStartingState: isStartingState)
            let index = byRow.firstIndex { other in
                other.rows.map(\.id) == clause.rows.map(\.id) && other.isTold(as: clause)
            }
            if let index {
                byRow[index].phrases += clause.phrases.filter { !byRow[index].phrases.contains($0) }
            } else {
                byRow.append(clause)
            }
        }
        var groups: [Clause] = []
        for clause in byRow {
            let index = groups.firstIndex { $0.isAlike(clause) }
            if let index { groups[index].rows += clause.rows } else { groups.append(clause) }
        }
        // Row by row, and of each row in the order of the days.
        let order = groups.map { group in groups.firstIndex { $0.rows.first?.id == group.rows.first?.id } ?? 0 }
        return zip(order, groups).enumerated()
            .sorted {
                ($0.element.0, $0.element.1.timing.effective, $0.offset) < (
                    $1.element.0, $1.element.1.timing.effective, $1.offset
                )
            }
            .map(\.element.1)
    }

    private func clause(for change: Change, from viewpoint: Viewpoint, isStartingState: Bool) -> Clause {
        var timing = Timing(change.announcement, from: viewpoint)
        var tense = viewpoint.tense(of: timing.effective)
        if timing.isWithdrawn {
            timing.insteadOf = nil
            tense = .future
        }
        let isNew = change.kinds.contains(.added) || change.stateBefore.name.isEmpty
        let state = isNew ? change.stateAfter : change.stateBefore
        let name = English.folded(state.name)
        let row = Clause.Row(
            id: change.id.provider, name: name.isEmpty ? change.id.provider : name,
            purpose: change.stateAfter.fields.text(.purpose))
        return Clause(
            rows: [row],
            phrases: Phrases(
                change: change, history: history, names: history.names(at: viewpoint.told(change.moment)),
                isStartingState: isStartingState
            ).all,
            tense: tense, timing: timing, trueSince: change.written.trueSince?.value,
            late: change.isLate ? change.moment.day : nil,
            goesOn: change.takesAway && tense == .future && (timing.isWithdrawn || timing.insteadOf != nil))
    }
}

extension Change {
    /// Whether it takes away and does nothing else, so that use goes on where it is postponed or withdrawn.
    fileprivate var takesAway: Bool {
        let losses: Set<ChangeKind> = [.removed, .dataRemoved, .subjectRemoved, .locationRemoved, .productRemoved]
        return !addsSomething && !needsNotice && !losses.isDisjoint(with: kinds)
    }
}
