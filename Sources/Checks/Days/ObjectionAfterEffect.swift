import Diagnostics
import Model

extension Check {
    /// `objection-after-effect`: a `notice` block in which customers of a register may still object after a change has
    /// taken effect, and which does not say what an objection then does.
    ///
    /// An objection is to something intended (GDPR Art. 28(2)); where customers may still object later, the notice has
    /// to say what follows, in the words of `objection_after_effect`.
    package static let objectionAfterEffect = Check { context in
        context.history.documents.flatMap { document in
            (document.register?.notice ?? []).compactMap { block in
                lateObjection(to: document.id, by: block.terms).map { Finding($0) }
            }
        }
    }
}

private func lateObjection(to register: String, by terms: NoticeTerms) -> Diagnostic? {
    let (days, objection) = (terms.days(for: register), terms.objectionDays(for: register))
    guard objection > days, terms.objectionAfterEffect(for: register) == nil else { return nil }
    let own = terms.documents[register]
    let span = own?.objectionDays?.span ?? own?.days?.span ?? terms.objectionDays.span
    return Diagnostic(
        .objectionAfterEffect, at: span,
        "customers may object to a change of \(register) for \(objection.inDays), "
            + "but it takes effect after \(days.inDays)",
        help:
            "write days: \(objection) as well, or add objection_after_effect: and what an objection then does"
    )
}
