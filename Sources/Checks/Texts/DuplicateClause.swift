import Diagnostics
import Markdown

extension Check {
    /// `duplicate-clause`: two headings of a text that begin with one number.
    ///
    /// A clause is cited by its number, and its anchor follows the number; of two with one number nobody can tell
    /// which is meant.
    package static let duplicateClause = Check { context in
        context.published.flatMap { text -> [Finding] in
            guard !text.isScalar, let clauses = text.markdown?.clauses else { return [] }
            var first: [String: Clause] = [:]
            var repeated: [(clause: Clause, first: Clause)] = []
            for clause in clauses {
                if let earlier = first[clause.number] {
                    repeated.append((clause, earlier))
                } else {
                    first[clause.number] = clause
                }
            }
            return text.findings(repeated) { clause, earlier in
                Diagnostic(
                    .duplicateClause, at: clause.span, .numberTaken(clause.number, by: earlier),
                    help: "give this clause a number of its own"
                ).also(earlier.span, "the first clause \(clause.number)")
            }
        }
    }
}

extension String {
    fileprivate static func numberTaken(_ number: String, by clause: Clause) -> String {
        let line = clause.span.file.line(at: clause.span.range.lowerBound)
        return "this is the second clause \(number); the first is on line \(line)"
    }
}
