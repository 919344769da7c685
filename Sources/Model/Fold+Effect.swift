import Diagnostics

extension Fold {
    /// What a passage does to the use of customers' data.
    ///
    /// It is judged by its own day and by every state that is announced to follow it before its notice period is over:
    /// what needs no notice of a recipient, of a row that is off the list, or at a place that needs no mechanism, needs
    /// it where customers are to have it as a subprocessor's, listed or elsewhere before they could object.
    ///
    /// - Parameters:
    ///   - later: the passages after it, in the order in which they take effect. Of these count the ones that were
    ///     announced by its own moment: who announces another one later owes that its own notice.
    ///   - mayRespell: whether a field's text may be corrected in its spelling.
    func effect(
        of passage: Passage, before later: some Sequence<Passage>, mayRespell: (ProviderField) -> Bool
    ) -> ChangeEffect {
        let index = passage.index
        let change = provider.changes[index]
        let named = recordedFields(of: index)
        func effect(from before: ProviderState, to after: ProviderState, on day: CalendarDate) -> ChangeEffect {
            ChangeEffect(
                before: before, after: after, named: named, isFirstState: change.isFirstState,
                isCorrection: change.trueSince != nil, isMaterial: change.announcement.isMaterial,
                isClarification: change.isClarification, on: day, terms: terms[index],
                wasJudged: { wasJudged($0, by: passage) }, mayRespell: mayRespell)
        }
        var old = passage.before
        old.fields = old.fields.toldApart(from: passage.after.fields, in: named)
        var whole = effect(from: old, to: passage.after, on: passage.effective)
        guard !named.isEmpty else { return whole }
        for next in later {
            guard next.effective < periodEnds[index], !whole.needsNotice || !whole.addsSomething else { break }
            guard provider.changes[next.index].announcement.moment <= change.announcement.moment else { continue }
            var before = next.after
            for field in named { before.fields[field] = old.fields[field] }
            let then = effect(from: before, to: next.after, on: next.effective)
            whole.needsNotice = whole.needsNotice || then.needsNotice
            whole.addsSomething = whole.addsSomething || then.addsSomething
        }
        return whole
    }

    /// Whether words that a passage replaces, or its own, were erased after it was announced.
    private func wasJudged(_ field: ProviderField, by passage: Passage) -> Bool {
        let (before, after) = (passage.before.fields[field], passage.after.fields[field])
        guard [before, after].contains(where: { $0?.hasErasedWords ?? false }) else { return false }
        let moment = provider.changes[passage.index].announcement.moment
        return provider.changes.contains { change in
            change.fields[field]?.value?.hasErasedWords ?? false
                && change.announcement.erasures.contains { $0.announced.value > moment }
        }
    }
}
