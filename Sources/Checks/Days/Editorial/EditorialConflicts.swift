import Diagnostics
import Model

extension CheckContext {
    /// `conflicting-change` where a withdrawal takes an edition away from under one that was announced as an editorial change
    /// of it, and what is in force in its place says something else: that text would change without a notice.
    func withdrawnFromUnderEditorial(in document: DocumentHistory) -> [Diagnostic] {
        let bases = EditorialBases(of: document)
        var reader = EditorialReader(texts)
        return bases.editorial.filter { $0.announcement.erased == nil }.flatMap(bases.restandings).compactMap {
            restanding in
            let (edition, now) = (restanding.edition, restanding.bases)
            let isUnknown = now.all.contains {
                $0.announcement.erased.map { $0.announced.value <= restanding.moment } ?? false
            }
            let isMore =
                now.direct.isEmpty || isUnknown || now.withOtherDays(than: edition) != nil
                || reader.excess(of: edition, since: now) != nil
            return isMore ? restanding.conflict : nil
        }
    }
}

extension EditorialBases.Restanding {
    /// Nil where nothing is withdrawn.
    var conflict: Diagnostic? {
        withdrawn.announcement.withdrawn.map { withdrawal in
            Diagnostic(
                .conflictingChange, at: withdrawal.announced.span,
                "edition \(edition.id) was announced as an editorial change of this one, and would be more than that "
                    + "without it",
                help: "withdraw edition \(edition.id) on \(moment) too, and announce it anew without material: false"
            ).also(edition.announcement.material?.span, "edition \(edition.id) is said to be editorial here")
        }
    }
}
