import Diagnostics
import Language
import Model

extension Sentences {
    /// What changes of one company do, in one sentence: `Mistral AI will be added on 24 December 2026 to generate
    /// responses.` Of a company in several rows, each row is called by its name. What is corrected or withdrawn has
    /// sentences of its own behind it.
    package func sentence(for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool = false) -> String {
        guard let first = changes.first else { return "" }
        let moment = viewpoint.told(first.moment)
        let language = language(at: moment)
        return told(
            language.sentence(of: self, for: changes, from: viewpoint, isStartingState: isStartingState), at: moment)
    }

    fileprivate func sentence(
        for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool, in language: some NoticeLanguage
    ) -> String {
        Self.sentence(
            clauses(for: changes, from: viewpoint, isStartingState: isStartingState, in: language), in: language)
    }

    /// What changes do, one sentence for each company; companies of which the same is said share one.
    fileprivate func sentences<Told: NoticeLanguage>(
        for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool, in language: Told
    ) -> [String] {
        var companies: [[Clause<Told.Phrase>]] = []
        // Where each thing that is said of one company alone stands.
        var places: [Clause<Told.Phrase>.Saying: Int] = [:]
        for company in Self.byCompany(changes) {
            let clauses = clauses(for: company, from: viewpoint, isStartingState: isStartingState, in: language)
            if clauses.count == 1, let place = places[clauses[0].saying] {
                companies[place][0].rows += clauses[0].rows
                continue
            }
            if clauses.count == 1 { places[clauses[0].saying] = companies.count }
            companies.append(clauses)
        }
        return companies.map { Self.sentence($0, in: language) }
    }

    private static func sentence<Told: NoticeLanguage>(
        _ clauses: [Clause<Told.Phrase>], in language: Told
    ) -> String {
        Statement.all(clauses).map(language.sentence).joined(separator: " ")
    }

    /// The clauses of one company: what is said of a row on the same day together, then rows of which the same is
    /// said.
    private func clauses<Told: NoticeLanguage>(
        for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool, in language: Told
    ) -> [Clause<Told.Phrase>] {
        var byRow: [Clause<Told.Phrase>] = []
        for change in changes {
            let clause = clause(for: change, from: viewpoint, isStartingState: isStartingState, in: language)
            let index = byRow.firstIndex { other in
                other.rows.elementsEqual(clause.rows) { $0.id == $1.id } && other.isTold(as: clause)
            }
            if let index {
                byRow[index].phrases += clause.phrases.filter { !byRow[index].phrases.contains($0) }
            } else {
                byRow.append(clause)
            }
        }
        // That nothing else changes is said where nothing else is.
        let (alone, beside) = (
            language.phrase(.clarified(isAlone: true)), language.phrase(.clarified(isAlone: false))
        )
        let days = Dictionary(grouping: byRow) { RowDay(row: $0.rows[0].id, day: $0.timing.effective) }
            .mapValues { $0.reduce(0) { $0 + $1.phrases.count } }
        for index in byRow.indices
        where days[RowDay(row: byRow[index].rows[0].id, day: byRow[index].timing.effective)] != 1 {
            byRow[index].phrases = byRow[index].phrases.map { $0 == alone ? beside : $0 }
        }
        var groups: [Clause<Told.Phrase>] = []
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

    /// A row on a day, of which all that is told is looked at together.
    private struct RowDay: Hashable {
        let row: String
        let day: CalendarDate
    }

    private func clause<Told: NoticeLanguage>(
        for change: Change, from viewpoint: Viewpoint, isStartingState: Bool, in language: Told
    ) -> Clause<Told.Phrase> {
        var timing = Timing(change.announcement, from: viewpoint)
        var tense = viewpoint.tense(of: timing.effective)
        if timing.isWithdrawn {
            timing.insteadOf = nil
            tense = .future
        }
        let isNew = change.kinds.contains(.added) || change.stateBefore.name.isEmpty
        let name =
            isNew
            ? history.name(of: change, toldAt: viewpoint.known) : history.name(before: change, toldAt: viewpoint.known)
        let row = ClauseRow(
            id: change.id.provider, name: English.folded(name),
            purpose: change.state(toldAt: viewpoint.known).fields.text(.purpose))
        let facts = ChangeFacts(
            change: change, history: history, names: history.names(at: viewpoint.told(change.moment)),
            known: viewpoint.known, isStartingState: isStartingState)
        return Clause(
            rows: [row], phrases: facts.all.map(language.phrase), tense: tense, timing: timing,
            trueSince: change.written.trueSince?.value, late: change.isLate ? change.moment.day : nil,
            goesOn: change.takesAway && tense == .future && (timing.isWithdrawn || timing.insteadOf != nil))
    }
}

/// Asked of a language that is known at run time alone, and so compiled for each of them.
extension NoticeLanguage {
    func sentence(
        of sentences: Sentences, for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool
    ) -> String {
        sentences.sentence(for: changes, from: viewpoint, isStartingState: isStartingState, in: self)
    }

    func sentences(
        of sentences: Sentences, for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool
    ) -> [String] {
        sentences.sentences(for: changes, from: viewpoint, isStartingState: isStartingState, in: self)
    }
}

extension Change {
    private static let losses: Set<ChangeKind> = [
        .removed, .dataRemoved, .subjectRemoved, .locationRemoved, .productRemoved,
    ]

    /// Whether it takes away and does nothing else, so that use goes on where it is postponed or withdrawn.
    fileprivate var takesAway: Bool {
        !addsSomething && !needsNotice && !Self.losses.isDisjoint(with: kinds)
    }
}
