import Diagnostics
import Model
import Record

extension CheckContext {
    /// `conflicting-change` where a withdrawal leaves nothing of a document that was announced to replace another one, which is
    /// to end still: nothing would take its place.
    func withdrawnSuccessors(of document: DocumentHistory) -> [Finding] {
        document.editions.flatMap { edition in
            (edition.retired?.replacedBy ?? []).compactMap { id in
                history.document(id.value).flatMap { withdrawal(of: $0, namedAt: id.span, by: edition) }
            }
        }
    }

    private func withdrawal(
        of successor: DocumentHistory, namedAt span: SourceSpan, by edition: Edition
    ) -> Finding? {
        let withdrawn = successor.editions.compactMap { edition in
            edition.announcement.withdrawn.map { (edition: edition, withdrawal: $0) }
        }
        guard
            let (last, withdrawal) = withdrawn.max(by: { $0.withdrawal.announced.value < $1.withdrawal.announced.value }
            ),
            withdrawal.isDated
        else { return nil }
        let moment = withdrawal.announced.value
        let isMended =
            moment.day < asOf.day && (edition.announcement.isWithdrawn || !successor.isWithdrawn(knownAt: .last))
        guard moment > edition.announcement.moment, successor.isWithdrawn(knownAt: moment), !isMended,
            let day = edition.announcement.effective(knownAt: moment), day > moment.day
        else { return nil }
        let finding = Diagnostic(
            .conflictingChange, at: withdrawal.announced.span,
            "\(edition.document) ends on \(day) and was announced to be replaced by \(successor.id), of which nothing is left "
                + "with this",
            help:
                "withdraw edition \(edition.id) of \(edition.document) on \(moment) too and announce it anew; or announce "
                + "another edition of \(successor.id) on \(moment)"
        ).also(span, "said to replace it here")
        return Finding(finding, of: last.recordKey.later(.withdrawn, moment))
    }
}
