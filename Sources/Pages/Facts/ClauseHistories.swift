import Diagnostics
import Formats
import Language
import Markdown
import Model
import Redline
import Site

/// The table of clauses with the editions that changed each.
struct ClauseOrigins {
    /// With every edition, as the history has it.
    var all: Fact
    /// With the three newest of each clause and a link to all, as the document's own page has it; of more clauses than
    /// `most`, with a link to the history in place of the table.
    var newest: Fact

    /// So many editions of a clause, and so many clauses, the document's own page names.
    fileprivate static let most = (editions: 3, clauses: 500)
}

extension EditionFacts {
    /// Of each clause of the edition in force, or any section with a heading, the editions that changed it, each with a
    /// link to it in that edition's redline; nil where there is no text.
    var origins: ClauseOrigins? {
        guard let current = document.inForce(on: site.today), current.announcement.erased == nil,
            let text = site.texts[current.source.path]
        else { return nil }
        let clauses = site.redlines.histories(of: current, in: document, text: text)
        guard !clauses.isEmpty else { return nil }
        var table = ClauseTable(self, current)
        let all = section(current) { table.write(clauses, most: .max, into: &$0) }
        let most = ClauseOrigins.most
        if clauses.count > most.clauses {
            let words = site.say("All \(clauses.count) in the history")
            let link = site.row([site.link("/\(document.id)/history/#page.origins", words)]) ?? ""
            return ClauseOrigins(all: all, newest: section(current) { $0 += link })
        }
        let isLong = clauses.contains { $0.steps.count > most.editions }
        return ClauseOrigins(
            all: all,
            newest: isLong ? section(current) { table.write(clauses, most: most.editions, into: &$0) } : all)
    }

    /// The section of a page about clauses: how to cite one, and what is written below that.
    private func section(_ current: Edition, _ write: (inout HTMLBuffer) -> Void) -> Fact {
        let attributes: HTML.Attributes = [
            "class": "block", "aria-labelledby": "page.origins", "data-origins": document.id,
        ]
        var section = HTMLBuffer()
        section += HTML.start("section", attributes) + "\n"
        section += "<h2 id=\"page.origins\">\(site.say("Clauses: history and citation"))</h2>\n<p>"
        section += site.say("Cite a clause by its edition: “\(citation(of: current))”. Its address never changes.")
        section += "</p>\n"
        write(&section)
        section += "\n</section>"
        return Fact(.origins, bytes: section.bytes)
    }

    /// `Terms of Service §4, edition of 1 July 2024`, by the first clause that has a number.
    private func citation(of edition: Edition) -> String {
        let number = (site.texts[edition.source.path] ?? MarkdownText()).headings.compactMap(\.number).first
        let title = site.authors(edition.title.value, at: edition.announcement.moment)
        let day = site.time(edition.announcement.currentEffective)
        return site.say("\(title)\(number.map { " §\(Escaping.html($0))" } ?? ""), edition of \(day)")
    }
}

/// The table of clauses, as a page has it. A text may have a hundred thousand, so what they have in common is made once.
private struct ClauseTable {
    private let facts: EditionFacts
    private let voice: Voice
    /// The document's page, the permanent address of the edition in force, and the same as it is cited.
    private let standing: String
    private let permanent: String
    private let cited: String
    /// By the id of an edition: its page, and its first day in words.
    private var known: [EditionID: (page: String, day: String)] = [:]

    init(_ facts: EditionFacts, _ current: Edition) {
        let site = facts.site
        self.facts = facts
        voice = site.voices.at(current.announcement.moment)
        standing = Escaping.html(site.local("/\(current.document)/"))
        permanent = Escaping.html(site.local(facts.address(current)))
        cited = Escaping.html(site.addresses.absolute(facts.address(current)))
    }

    /// - Parameter most: editions that a row names; of more it leads to all.
    mutating func write(_ clauses: [SectionHistory], most: Int, into html: inout HTMLBuffer) {
        let site = facts.site
        html += "<table class=\"clauses-table\">\n<thead><tr><th scope=\"col\">\(site.say("Clause"))</th>"
        html += "<th scope=\"col\">\(site.say("Last changed"))</th>"
        html += "<th scope=\"col\">\(site.say("Permanent address"))</th></tr></thead>\n<tbody>\n"
        for clause in clauses { write(clause, most, into: &html) }
        html += "</tbody>\n</table>"
    }

    private mutating func write(_ clause: SectionHistory, _ most: Int, into html: inout HTMLBuffer) {
        let place = Escaping.html(clause.heading.anchor)
        let count = clause.steps.count
        html.append("<tr id=\"page.clause.", place, "\"><th scope=\"row\">")
        html.appendLink(page: standing, place: place, words: voice.authors(Escaping.html(clause.heading.text)))
        html += "</th><td>"
        if let last = clause.steps.first { write(last, into: &html) }
        if count > 1 {
            let more = facts.site.say("and \(count - 1) earlier")
            html.append("<details class=\"fold earlier\"><summary>", more, "</summary><ul>")
            for step in clause.steps.prefix(most).dropFirst() {
                html += "<li>"
                write(step, into: &html)
                html += "</li>"
            }
            if count > most {
                let all = facts.site.say("All \(count) in the history")
                html += "<li><a href=\"\(standing)history/#page.clause.\(place)\">\(all)</a></li>"
            }
            html += "</ul></details>"
        }
        html += "</td><td class=\"address\"><code>"
        html.appendLink(page: permanent, place: place, words: "\(cited)#\(place)")
        html += "</code></td></tr>\n"
    }

    /// When a clause was changed: an edition before which nothing can be read may have left it as it was.
    private mutating func write(_ step: SectionHistory.Step, into html: inout HTMLBuffer) {
        guard step.isUnproven else { return link(step, into: &html) }
        var day = HTMLBuffer()
        link(step, into: &day)
        html += facts.site.say("\(day.text) or earlier")
    }

    /// A link to a clause in the redline of an edition, or to a first edition.
    private mutating func link(_ step: SectionHistory.Step, into html: inout HTMLBuffer) {
        let edition = step.edition
        let (page, day) = known[edition.id] ?? written(edition)
        known[edition.id] = (page, day)
        html += "<a href=\""
        html += page
        if let anchor = step.anchor {
            html += "changes/#"
            html.appendEscaped(anchor)
        }
        html.append("\">", day, "</a>")
    }

    private func written(_ edition: Edition) -> (page: String, day: String) {
        let page = facts.site.local(facts.address(edition))
        return (Escaping.html(page), facts.site.time(edition.announcement.currentEffective))
    }
}
