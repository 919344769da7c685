import Diagnostics
import Formats
import Markdown

extension Check {
    /// `broken-clause`: a link to a clause, or another heading, that the target does not have.
    ///
    /// Judged against the edition that a reader finds there on the text's own day.
    package static let brokenClause = Check { context in
        context.findings(of: .brokenClause) { problem, link, text in
            let place = text.place(of: link.link)
            guard case .noClause(let fragment, let target) = problem else {
                return Diagnostic(.brokenClause, at: place, "")
            }
            let missing = JudgedLink.MissingPlace(
                fragment: link.link.writtenFragment ?? fragment, address: target.address)
            let help: String? =
                if let text = context.targets.texts[target.path] {
                    text.helps.value(of: missing) { Check.help(for: missing, in: text.markdown) }
                } else {
                    text.markdown.map { Check.help(for: missing, in: $0) }
                }
            return Diagnostic(
                .brokenClause, at: place, .noClause(missing.fragment, in: target.name), help: help)
        }
    }

    private static func help(for missing: JudgedLink.MissingPlace, in text: MarkdownText) -> String {
        let (fragment, headings, clauses) = (missing.fragment, text.headings, text.clauses)
        func meant(_ anchor: String) -> String { "did you mean \(missing.address)#\(anchor)?" }
        let isNumber = fragment.isNumber
        let anchors = isNumber ? [] : clauses.flatMap(\.anchors) + headings.map(\.anchor)
        // `#annex-2` of "Annex II", which is not the nearest.
        let inDigits = fragment.lowercased().romansInDigits
        if inDigits.last?.isNumber == true, let same = anchors.first(where: { $0.romansInDigits == inDigits }) {
            return meant(same)
        }
        // The anchor that a git host makes of a heading's words: `32-initial-validation` of "3.2 Initial validation".
        let hosted = headings.map(\.slug)
        let near = nearMiss(fragment.lowercased(), among: isNumber ? [] : hosted).flatMap(hosted.firstIndex)
        if let index = hosted.firstIndex(of: fragment.lowercased()) ?? near { return meant(headings[index].anchor) }
        // `#2` of a clause that is `annex-a/2`, `#annex-a` of "Annex A" in a schedule: the last part of its number.
        let anchor = clauseAnchor(fragment)
        if let within = clauses.first(where: { clauseAnchor($0.number.split(separator: "/").last ?? "") == anchor }),
            let place = within.anchors.first
        {
            return meant(place)
        }
        // A number one letter away is most often another clause; of words the nearest is meant.
        if let near = nearMiss(fragment, among: anchors) { return meant(near) }
        // Of a paragraph in a clause that has no clauses below it, the clause is meant.
        let numbers = clauses.filter { !$0.isSubclause }.map(\.number)
        func hasClause(below number: String) -> Bool { numbers.contains { $0.hasPrefix(number + ".") } }
        if isNumber, let number = numbers.last(where: { fragment.hasPrefix($0 + ".") || fragment.hasPrefix($0 + "(") }),
            !hasClause(below: number)
        {
            return meant(number)
        }
        guard let first = numbers.first else { return "write the address without #\(fragment)" }
        if numbers.count <= 12 { return "its clauses are \(numbers.joined(separator: ", "))" }
        return "its clauses are \(first) to \(numbers.last ?? first)"
    }
}

extension LinkReference {
    /// What stands behind the `#`, where it is a clause's number with brackets: `2(a)`.
    fileprivate var writtenFragment: String? {
        guard let hash = destination.firstIndex(of: "#"), destination[hash...].contains("(") else { return nil }
        return String(destination[hash...].dropFirst())
    }
}

extension String {
    fileprivate static func noClause(_ fragment: String, in name: String) -> String {
        fragment.isNumber
            ? "\(name) has no clause \(fragment)" : "\(name) has no heading \"\(fragment)\""
    }
}

extension String {
    /// An anchor with its roman numbers in digits: `annex-2` for `annex-ii`.
    fileprivate var romansInDigits: String {
        split(separator: "-").map { part in ClauseLabel.roman(part).map { "\($0)" } ?? part }.joined(separator: "-")
    }

    /// Whether it is written as a clause's number: `10.9`, `4a`, `2(b)`.
    fileprivate var isNumber: Bool {
        let number = prefix { $0 != "(" }
        return first?.isNumber == true && clauseNumber(number) == String(number)
    }
}
