import Diagnostics
import Markdown

extension Check {
    /// `duplicate-clause`: two clauses of a text that have one number.
    ///
    /// A clause is cited by its number, and its anchor follows the number; of two with one number nobody can tell
    /// which is meant. Where numbers start anew, as they do in an annex, clauses are told apart by the part that they
    /// stand in. Of headings that begin with a day, as those of a list of changes, none is the second of another.
    package static let duplicateClause = Check { context in
        context.memory.answers(to: .clauseNumbers, of: context.published) { text -> [Finding] in
            guard !text.isScalar, let clauses = text.markdown?.clauses else { return [] }
            var first: [String: Int] = [:]
            var repeated: [(clause: Clause, first: Clause)] = []
            for (index, clause) in clauses.enumerated() where !clause.isSubclause {
                // "§ 2" is none with "2. Unterabschnitt", as laws count both; "§ 1.1" and "1.1" are one.
                let isApart = clause.label.hasPrefix("§") && !clause.label.contains(".")
                let number = isApart ? "§ \(clause.number)" : clause.number
                if let earlier = first[number] {
                    if clause.heading.beginsWithDay, clauses[earlier].heading.beginsWithDay { continue }
                    repeated.append((clause, clauses[earlier]))
                } else {
                    first[number] = index
                }
            }
            return text.findings(repeated) { clause, earlier in
                Diagnostic(
                    .duplicateClause, at: clause.span, .numberTaken(clause.name, by: earlier),
                    help: "give this clause a number of its own"
                ).also(earlier.span, "the first \(clause.name)")
            }
        }
        .flatMap(\.self)
    }
}

extension String {
    fileprivate static func numberTaken(_ name: String, by clause: Clause) -> String {
        let line = clause.span.file.line(at: clause.span.range.lowerBound)
        return "this is the second \(name); the first is on line \(line)"
    }
}

extension Clause {
    /// `clause 4.2`, `clause annex-a/2`, `Article 5`.
    fileprivate var name: String { label.contains(" ") && !number.contains("/") ? label : "clause \(number)" }
}
