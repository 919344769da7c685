import Diagnostics
import Markdown
import Model

extension EditionPage {
    /// Of each clause of the edition in force, the first edition of those in a row, up to it, that say the same.
    var clauseHistory: Any {
        guard let current = document.inForce(on: site.today), current.announcement.erased == nil,
            let text = site.texts[current.source.path]
        else { return false }
        var changed: [String: Edition] = [:]
        var same = Sections(text).blocks
        var edition = current
        // No edition comes twice: the number of steps is bounded by theirs.
        for _ in document.editions {
            for number in same.keys { changed[number] = edition }
            guard let earlier = document.predecessor(of: edition), earlier.announcement.erased == nil,
                let text = site.texts[earlier.source.path]
            else { break }
            let sections = Sections(text).blocks
            same = same.filter { sections[$0.key] == $0.value }
            if same.isEmpty { break }
            edition = earlier
        }
        var seen: Set<String> = []
        let items = text.clauses.compactMap { clause -> View? in
            guard let edition = changed[clause.number], seen.insert(clause.number).inserted else { return nil }
            return [
                "title": clause.heading, "href": "/\(document.id)/#\(clause.anchor)",
                "edition": "/\(document.id)/\(edition.id)/",
                "day": site.time(edition.announcement.currentEffective),
            ]
        }
        return items.isEmpty ? false : ["items": items] as View
    }
}

/// A text cut at its numbered headings.
private struct Sections {
    /// What each clause says, heading included, up to the next one, by its number.
    var blocks: [String: [Block]] = [:]

    init(_ text: MarkdownText) {
        var number: String?
        for block in text.blocks {
            if case .heading(_, let words) = block, let next = clauseNumber(words.plainText) { number = next }
            if let number { blocks[number, default: []].append(block) }
        }
    }
}
