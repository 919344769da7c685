import Diagnostics
import Formats
import Model

extension Theme {
    /// What the pages of a site show to be wrong with its templates, each finding once, with the first page that shows
    /// it; and what assets name that is not where the site stands.
    package func findings(_ pages: [PageProblems], at site: SiteURL) -> [Diagnostic] {
        var order: [TemplateProblem] = []
        var seen: [TemplateProblem: (page: String, count: Int)] = [:]
        for page in pages {
            for problem in page.found {
                if seen[problem] == nil {
                    order.append(problem)
                    seen[problem] = (page.page, 0)
                }
                seen[problem]?.count += 1
            }
        }
        let found = order.map { problem in
            let (page, count) = seen[problem] ?? ("", 0)
            return diagnostic(problem, on: page, others: count - 1)
        }
        return found + rootedAddresses(at: site)
    }

    private func diagnostic(_ found: TemplateProblem, on page: String, others: Int) -> Diagnostic {
        let more = others == 0 ? "" : others == 1 ? " and one more page" : " and \(others) more pages"
        let message = "on \(page)\(more): \(found.problem.message)"
        guard let span = span(of: found) else {
            return Diagnostic(
                .template, file: "Templates/\(found.template).mustache", message, help: found.problem.help)
        }
        return Diagnostic(.template, at: span, message, help: found.problem.help)
    }

    /// The place in the template, or in one that it includes: the fact's tag, or the markup that is wrong; else the
    /// template's beginning.
    private func span(of found: TemplateProblem) -> SourceSpan? {
        let files = ([found.template] + (included[found.template] ?? []).sorted()).compactMap { sources[$0] }
        let wanted = found.problem.fact.map { "{{{\($0.rawValue)}}}" } ?? found.problem.near
        for file in files where !wanted.isEmpty {
            if let range = file.range(of: wanted) { return SourceSpan(file, range) }
        }
        return files.first.map { SourceSpan($0, 0..<0) }
    }
}

extension SourceFile {
    /// Where a text, or else the longest of its beginnings that is a whole tag's name, first stands.
    fileprivate func range(of words: String) -> Range<Int>? {
        let beginning = words.prefix { $0 != " " && $0 != ">" }
        for wanted in [words, String(beginning)] where wanted.utf8.count > 1 {
            if let range = text.firstRange(of: wanted) {
                let start = text.utf8.distance(from: text.utf8.startIndex, to: range.lowerBound)
                return start..<(start + wanted.utf8.count)
            }
        }
        return nil
    }
}
