import Diagnostics
import Markdown

extension Check {
    /// `skipped-clause`: a clause whose number is two or more above that of the one before it, where no clause of the
    /// text has the number between them.
    ///
    /// A reader who cites clauses asks what the missing one says; often it was taken out, or two numbers were mistyped.
    package static let skippedClause = Check { context in
        context.published.flatMap { text -> [Finding] in
            guard !text.isScalar, let clauses = text.markdown?.clauses else { return [] }
            let numbers = Set(clauses.map(\.number))
            var last: [Substring: Int] = [:]
            var skipped: [(clause: Clause, missing: String)] = []
            for clause in clauses {
                guard let (parent, number) = clause.place else { continue }
                if let before = last[parent], number > before + 1 {
                    let missing = "\(parent)\(before + 1)"
                    if !numbers.contains(missing) { skipped.append((clause, missing)) }
                }
                last[parent] = number
            }
            return text.findings(skipped) { clause, missing in
                Diagnostic(
                    .skippedClause, at: clause.span, .skipped(clause.number, missing),
                    help:
                        "give this clause the number \(missing); or keep the place of one that was taken out, by a heading "
                        + "\(missing) [Reserved]")
            }
        }
    }
}

extension Clause {
    /// What comes before the last number of the clause's, with its sign, and that number: `10.` and 2 of `10.2`. Nil
    /// where it ends with a letter, or holds brackets.
    fileprivate var place: (parent: Substring, number: Int)? {
        let digits = number.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let parent = number.dropLast(digits)
        guard digits > 0, digits < 5, let value = Int(number.suffix(digits)),
            parent.isEmpty || parent.last == "." || parent.last == "/", !parent.contains("(")
        else { return nil }
        return (parent, value)
    }
}

extension String {
    fileprivate static func skipped(_ number: String, _ missing: String) -> String {
        "clause \(number) stands here, and this text has no clause \(missing)"
    }
}
