import Diagnostics
import Formats
import Markdown

extension Check {
    /// `skipped-clause`: a clause whose number is two or more above that of the one before it, where no clause of the
    /// text has the number between them.
    ///
    /// A reader who cites clauses asks what the missing one says; often it was taken out, or two numbers were mistyped.
    /// One heading may keep the place of several: `7 to 9 [Reserved]`, `§§ 57 und 58 (weggefallen)`.
    package static let skippedClause = Check { context in
        context.memory.answers(to: .skippedClauses, of: context.published) { text -> [Finding] in
            guard !text.isScalar, let markdown = text.markdown else { return [] }
            let headings = markdown.headings
            lazy var numbers = Set(markdown.clauses.map(\.number))
            var last: [Substring: (number: Int, heading: Int)] = [:]
            var skipped: [(heading: Heading, missing: String)] = []
            for (index, heading) in headings.enumerated() {
                guard let (parent, number) = heading.place else { continue }
                if let before = last[parent], number > before.number + 1 {
                    let missing = "\(parent)\(before.number + 1)"
                    let own = parent.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
                    let ends = ["\(own)\(before.number + 1)", "\(own)\(number - 1)"]
                    if !numbers.contains(missing), !headings[before.heading..<index].contains(where: { $0.holds(ends) })
                    {
                        skipped.append((heading, missing))
                    }
                }
                last[parent] = (number, index)
            }
            return text.findings(skipped) { heading, missing in
                Diagnostic(
                    .skippedClause, at: heading.span, .skipped(heading.number ?? "", missing),
                    help:
                        "give this clause the number \(missing); or keep the place of one that was taken out, by a heading "
                        + "\(missing) [Reserved]")
            }
        }
        .flatMap(\.self)
    }
}

extension Heading {
    /// Whether one of some numbers stands in its words.
    fileprivate func holds(_ numbers: [String]) -> Bool {
        text.split { !$0.isNumber && !$0.isLetter && $0 != "." }.contains { word in
            numbers.contains(String(word.reversed().drop { $0 == "." }.reversed()))
        }
    }

    /// What comes before the last number of a clause's, with its sign, and that number: `10.` and 2 of `10.2`. Nil where
    /// it has no number, ends with a letter, or holds brackets.
    fileprivate var place: (parent: Substring, number: Int)? {
        guard let number else { return nil }
        let digits = number.utf8.reversed().prefix(while: \.isASCIIDigit).count
        let parent = number.utf8.dropLast(digits)
        guard digits > 0, digits < 5, let value = Int(number.suffix(digits)),
            parent.isEmpty || parent.last == UInt8(ascii: ".") || parent.last == UInt8(ascii: "/"),
            !parent.contains(UInt8(ascii: "("))
        else { return nil }
        return (Substring(parent), value)
    }
}

extension String {
    fileprivate static func skipped(_ number: String, _ missing: String) -> String {
        "clause \(number) stands here, and this text has no clause \(missing)"
    }
}
