import Diagnostics

extension Check {
    /// `merge-conflict`: what git writes into a file where two versions of a line meet, left in a text.
    ///
    /// Here in the texts of editions and pages, which may be published already; other files that hold one are not read.
    package static let mergeConflict = Check { context in
        context.memory.answers(to: .mergeConflicts, of: context.published.filter { !$0.isScalar }) { text in
            text.findings(text.span.mergeConflicts, Diagnostic.mergeConflict(at:))
        }
        .flatMap(\.self)
    }
}
