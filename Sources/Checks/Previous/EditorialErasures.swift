import Diagnostics
import Model
import Record

extension Judgement {
    /// `not-editorial` where a new change is announced as an editorial one of a text that is erased in the same step. Where
    /// it was erased before, the change adds something, and that is found without a baseline.
    var editorialOfErasedTexts: [Diagnostic] {
        added.compactMap { entry in
            guard case .change(let change) = entry.subject, !change.addsSomething,
                let material = change.announcement.material, !material.value, change.announcement.erased == nil,
                let field = ProviderField.allCases.first(where: {
                    change.before.fields[$0] == .text(Erasure.standIn)
                })
            else { return nil }
            return Diagnostic(
                .notEditorial, at: material.span,
                "nobody can tell that this is an editorial change of \"\(field.rawValue)\", which is erased",
                help: .giveNotice(change.announcement))
        }
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
