import Diagnostics

extension Check {
    /// `merge-conflict`: what git writes into a file where two versions of a line meet, left in a text.
    ///
    /// Here in the texts of editions and pages, which may be published already; other files that hold one are not read.
    package static let mergeConflict = Check { context in
        context.published.filter { !$0.isScalar }.flatMap { text in
            text.findings(text.span.mergeConflicts, Diagnostic.mergeConflict(at:))
        }
    }
}
