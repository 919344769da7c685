import Diagnostics
import Model
import Record

extension Judgement {
    /// `not-editorial` where a new change is an editorial one only as a text is erased: one that it replaces, erased later than
    /// it is announced, or one of an editorial change within the notice period, which may have corrected the spelling already.
    /// Published, each was there to be compared with.
    var editorialOfErasedTexts: [Diagnostic] {
        added.compactMap { entry in
            guard case .change(let change) = entry.subject, !change.addsSomething,
                let material = change.announcement.material, !material.value, change.announcement.erased == nil,
                let provider = history.document(change.register)?.register?.providers
                    .first(where: { $0.provider.id == change.id.provider }),
                let field = ProviderField.allCases.first(where: { adds(change, by: $0, in: provider) })
            else { return nil }
            return Diagnostic(
                .notEditorial, at: material.span,
                change.before.fields[field]?.hasErasedWords ?? false ? .ofErased(field) : .maybeSoon(field),
                help: .giveNotice(change.announcement))
        }
    }

    /// Whether a change adds something by a field, where what is erased vouches for nothing.
    private func adds(_ change: Change, by field: ProviderField, in provider: ProviderHistory) -> Bool {
        let terms = settings.registerTerms(at: change.moment)
        guard change.written.fields[field] != nil, terms.isRecorded(field) else { return false }
        let notice = history.noticeTerms(ofRowsOf: change.register, at: change.moment)
        let erased = FieldValue.text(Erasure.standIn)
        func mayHaveRespelt(_ other: Change) -> Bool {
            other.id != change.id && !other.announcement.isMaterial
                && (other.before.fields[field] == erased || other.after.fields[field] == erased)
                && notice.earliestEffective(announced: other.moment.day, for: change.register) > change.moment.day
        }
        return ChangeEffect(
            before: change.stateBefore, after: change.stateAfter, named: [field], isFirstState: false,
            isCorrection: change.written.trueSince != nil, isMaterial: false, isClarification: false,
            on: change.announcement.effective.value, terms: terms, wasJudged: { _ in false },
            mayRespell: { _ in !provider.changes.contains(where: mayHaveRespelt) }
        ).addsSomething
    }

    /// `not-editorial` where a new edition is announced as an editorial change of one that is erased in the same step, and
    /// `conflicting-change` where a new withdrawal makes an edition follow such a one, or go without it: what was erased
    /// later was there to be compared with only for what was published before.
    var editorialOfErased: [Diagnostic] {
        var (editions, withdrawals): (Set<RecordItem>, Set<RecordItem>) = ([], [])
        for entry in added {
            guard let item = entry.key.recordItem else { continue }
            switch entry.subject {
            case .edition(let edition) where !edition.announcement.isMaterial: editions.insert(item)
            case .withdrawn: withdrawals.insert(item)
            default: break
            }
        }
        guard !editions.isEmpty || !withdrawals.isEmpty else { return [] }
        return history.documents.flatMap { document -> [Diagnostic] in
            let bases = EditorialBases(of: document)
            return bases.editorial.filter { $0.announcement.erased == nil }.flatMap { edition in
                let announced =
                    isAmong(editions, edition) ? [ofErased(edition, bases)].compactMap(\.self) : []
                return announced
                    + bases.restandings(of: edition).compactMap { restanding in
                        isAmong(withdrawals, restanding.withdrawn) ? ontoErased(restanding) : nil
                    }
            }
                + document.editions.compactMap { edition in
                    document.withdrawnBases(of: edition)
                        .first { isAmong(withdrawals, $0.withdrawn) && $0.isErasedLater }?
                        .conflict(today: record.asOf.day)
                }
        }
    }

    private func isAmong(_ items: Set<RecordItem>, _ edition: Edition) -> Bool {
        edition.recordKey.recordItem.map(items.contains) ?? false
    }

    private func ofErased(_ edition: Edition, _ bases: EditorialBases) -> Diagnostic? {
        let moment = edition.announcement.moment
        guard let material = edition.announcement.material,
            let erased = bases.bases(of: edition).all.first(where: { $0.isErased(after: moment) })
        else { return nil }
        return Diagnostic(
            .notEditorial, at: material.span, .afterErased(erased.id), help: .giveNotice(edition.announcement))
    }

    private func ontoErased(_ restanding: EditorialBases.Restanding) -> Diagnostic? {
        guard restanding.bases.all.contains(where: { $0.isErased(after: restanding.moment) }) else { return nil }
        return restanding.conflict
    }
}

extension String {
    fileprivate static func ofErased(_ field: ProviderField) -> String {
        "nobody can tell that this is an editorial change of \"\(field.rawValue)\", which is erased"
    }

    fileprivate static func maybeSoon(_ field: ProviderField) -> String {
        "this respells \"\(field.rawValue)\", and an editorial change less than a notice period before, of which the words "
            + "are erased, may have done so"
    }
}
