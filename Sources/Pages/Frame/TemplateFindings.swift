import Diagnostics
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
        if let place = found.problem.place, let file = sources[place.template] {
            if let length = place.length { return SourceSpan(file, place.start..<(place.start + length)) }
            if found.problem.fact == nil {
                return SourceSpan(file, file.range(of: found.problem.near, at: place.start))
            }
        }
        let files = ([found.template] + (included[found.template] ?? []).sorted()).compactMap { sources[$0] }
        if let fact = found.problem.fact {
            for file in files {
                if let range = file.range(of: "{{{\(fact.rawValue)}}}") { return SourceSpan(file, range) }
            }
        }
        return files.first.map { SourceSpan($0, 0..<0) }
    }
}

extension SourceFile {
    /// Where a text first stands.
    fileprivate func range(of words: String) -> Range<Int>? {
        text.firstRange(of: words).map {
            let start = text.utf8.distance(from: text.utf8.startIndex, to: $0.lowerBound)
            return start..<(start + words.utf8.count)
        }
    }

    /// How much of a text stands at a place: all of it, a tag's name, or else one sign.
    fileprivate func range(of words: String, at place: Int) -> Range<Int> {
        let here = substring(place..<utf8Count)
        let beginning = String(words.prefix { $0 != " " && $0 != ">" })
        let found = [words, beginning].first { !$0.isEmpty && here.hasPrefix($0) } ?? String(here.prefix(1))
        return place..<(place + found.utf8.count)
    }
}
