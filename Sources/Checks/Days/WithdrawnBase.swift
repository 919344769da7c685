import Diagnostics
import Model
import Record

/// An edition that was announced as a change of another, and follows a third one as that other was withdrawn.
struct WithdrawnBase {
    var edition: Edition
    /// What it was announced as a change of: its redline and its changed clauses are against that text.
    var announced: Edition
    /// What was withdrawn: that one, or another that had taken its place.
    var withdrawn: Edition
    var moment: Moment
    /// What it follows then; nil where that is nothing.
    var now: Edition?
}

extension DocumentHistory {
    /// Each withdrawal from under an edition that was announced before, and is to come still, in their order and none made
    /// before it is asked for: there may be as many as editions. Editorial editions have a rule of their own.
    func withdrawnBases(of edition: Edition) -> some Sequence<WithdrawnBase> {
        let announced = edition.announcement.isMaterial ? predecessor(of: edition) : nil
        return sequence(state: announced) { base -> WithdrawnBase? in
            guard let announced, let withdrawn = base, let moment = withdrawn.announcement.withdrawn?.announced.value,
                let day = edition.announcement.effective(knownAt: moment), day > moment.day
            else { return nil }
            base = inForce(on: day.adding(days: -1), knownAt: moment, without: edition.id)
            return WithdrawnBase(
                edition: edition, announced: announced, withdrawn: withdrawn, moment: moment, now: base)
        }
    }
}

extension CheckContext {
    /// `conflicting-change` where a withdrawal takes an edition away from under one that was announced as a change of it, and
    /// what is in force in its place says something else: what was told of that change would be untrue, and a part of it
    /// would take effect untold. Once for each such edition, at the first withdrawal that makes it so.
    func withdrawnFromUnder(in document: DocumentHistory) -> [Finding] {
        guard document.editions.contains(where: \.announcement.isWithdrawn) else { return [] }
        var reader = EditorialReader(texts)
        return document.editions.compactMap { edition in
            let bases = document.withdrawnBases(of: edition)
            let untrue = bases.first { $0.isUnknown || $0.isOther(by: &reader) }
            guard let base = untrue, !isMended(base, in: document) else { return nil }
            return base.conflict(today: asOf.day).map {
                Finding($0, of: base.withdrawn.recordKey.later(.withdrawn, base.moment))
            }
        }
    }

    /// Whether that edition was withdrawn too since that day; or it took effect, and what did may be said by another one that
    /// follows it and was announced since.
    private func isMended(_ base: WithdrawnBase, in document: DocumentHistory) -> Bool {
        guard base.moment.day < asOf.day else { return false }
        if base.edition.announcement.isWithdrawn { return true }
        let day = base.edition.announcement.currentEffective
        return document.editions.map(\.announcement).contains { later in
            later.isMaterial && !later.isWithdrawn && later.moment.day >= day && later.currentEffective > day
        }
    }
}

extension WithdrawnBase {
    private var compared: [Edition] { [announced, now].compactMap(\.self) }

    /// Whether nobody can tell, as one of the texts was erased by then.
    fileprivate var isUnknown: Bool {
        compared.contains { $0.announcement.erased.map { $0.announced.value <= moment } ?? false }
    }

    /// Whether one of the texts was erased since then.
    var isErasedLater: Bool { compared.contains { $0.isErased(after: moment) } }

    /// Whether what it follows differs by more than the spelling of a word from what it was announced as a change of. What
    /// is erased since says nothing to compare with.
    fileprivate func isOther(by reader: inout EditorialReader) -> Bool {
        guard let now else { return true }
        return !isErasedLater && reader.differ(announced, now)
    }

    /// Nil where it was withdrawn on no day that could be read.
    func conflict(today: CalendarDate) -> Diagnostic? {
        guard let withdrawal = withdrawn.announcement.withdrawn, withdrawal.isDated else { return nil }
        return Diagnostic(
            .conflictingChange, at: withdrawal.announced.span, .untrue(edition.id, now: now?.id), help: mend(today)
        ).also(edition.announcement.announced.span, "edition \(edition.id), announced here")
    }

    private func mend(_ today: CalendarDate) -> String {
        if moment.day >= today { return "withdraw edition \(edition.id) on \(moment) too, and announce it anew" }
        let day = edition.announcement.currentEffective
        return day > today
            ? "withdraw edition \(edition.id) too before it takes effect on \(day), and announce it anew"
            : "say in the summary of a new edition what took effect with edition \(edition.id)"
    }
}

extension Edition {
    func isErased(after moment: Moment) -> Bool {
        announcement.erased.map { $0.announced.value > moment } ?? false
    }
}

extension String {
    fileprivate static func untrue(_ edition: EditionID, now: EditionID?) -> String {
        "edition \(edition) was announced as a change of this one; without this one "
            + (now.map { "it would change edition \($0), which says something else" }
                ?? "there is nothing that it would change")
    }
}
