import Diagnostics
import Formats
import Language
import Markdown
import Model
import Redline
import Site

/// Of each clause of the edition in force, or any section with a heading, the editions that changed it, each with a link to
/// it in that edition's redline.
struct ClauseOrigins: Sendable {
    fileprivate let facts: EditionFacts
    fileprivate let current: Edition
    fileprivate let clauses: [SectionHistory]

    /// So many editions of a clause, and so many clauses, the document's own page names.
    private static let most = (editions: 3, clauses: 500)

    /// Writes every edition, as the history has it. It is made for that page alone: of many clauses it is larger than the
    /// text.
    func writeAll(into html: inout HTMLBuffer) {
        var table = ClauseTable(facts, current)
        write(&html) { table.write(clauses, most: .max, into: &$0) }
    }

    /// The three newest of each clause and a link to all, as the document's own page has it; of more clauses than `most`
    /// a link to the history in place of the table.
    var newest: Fact {
        let site = facts.site
        var html = HTMLBuffer()
        if clauses.count > Self.most.clauses {
            let words = site.say("All \(clauses.count) in the history")
            let link = site.row([site.link("/\(facts.document.id)/history/#page.origins", words)]) ?? ""
            write(&html) { $0 += link }
        } else {
            var table = ClauseTable(facts, current)
            write(&html) { table.write(clauses, most: Self.most.editions, into: &$0) }
        }
        return Fact(.origins, bytes: html.bytes)
    }

    /// Writes the section of a page about clauses: how to cite one, and what `content` writes below that.
    private func write(_ html: inout HTMLBuffer, _ content: (inout HTMLBuffer) -> Void) {
        let (site, document) = (facts.site, facts.document.id)
        let attributes: HTML.Attributes = [
            "class": "block", "aria-labelledby": "page.origins", "data-origins": document,
        ]
        html += HTML.start("section", attributes) + "\n"
        html += "<h2 id=\"page.origins\">\(site.say("Clauses: history and citation"))</h2>\n<p>"
        html += site.say("Cite a clause by its edition: “\(facts.citation(of: current))”. Its address never changes.")
        html += "</p>\n"
        content(&html)
        html += "\n</section>"
    }
}

extension EditionFacts {
    /// The history of the clauses of the edition in force; nil where there is no text, or none of them in it.
    var origins: ClauseOrigins? {
        guard let current = document.inForce(on: site.today), current.announcement.erased == nil,
            let text = site.texts[current.source.path]
        else { return nil }
        let clauses = site.redlines.histories(of: current, in: document, text: text)
        return clauses.isEmpty ? nil : ClauseOrigins(facts: self, current: current, clauses: clauses)
    }

    /// `Terms of Service §4, edition of 1 July 2024`, by the first clause that has a number; `Terms of Service Article 4`
    /// where its heading says so.
    fileprivate func citation(of edition: Edition) -> String {
        let moment = edition.announcement.moment
        let clause = (site.texts[edition.source.path] ?? MarkdownText()).headings.first { $0.number != nil }
        var cited = ""
        if let clause, let number = clause.number, let label = clause.label {
            let isWord = number.contains("-") && label.first?.isNumber == false
            cited = isWord ? " " + site.authors(label, at: moment) : " §\(Escaping.html(number))"
        }
        let title = site.authors(edition.title.value, at: moment)
        let day = site.time(edition.announcement.currentEffective)
        return site.say("\(title)\(cited), edition of \(day)")
    }
}

/// The table of clauses, as a page has it. A text may have a hundred thousand, so what they have in common is made once.
private struct ClauseTable {
    private let facts: EditionFacts
    private let voice: Voice
    /// The document's page.
    private let standing: String
    /// What stands before a clause's place: where it leads to the text in force, to its permanent address, and as that is cited.
    private let toText: String
    private let toAddress: String
    private let citing: String
    /// By the id of an edition, the link to its page, but for a place on it: what stands before that, and behind.
    private var links: [EditionID: (opening: String, rest: String)] = [:]

    init(_ facts: EditionFacts, _ current: Edition) {
        let site = facts.site
        self.facts = facts
        voice = site.voices.at(current.announcement.moment)
        standing = Escaping.html(site.local("/\(current.document)/"))
        toText = "\"><th scope=\"row\"><a href=\"\(standing)#"
        let permanent = Escaping.html(site.local(facts.address(current)))
        toAddress = "</td><td class=\"address\"><code><a href=\"\(permanent)#"
        citing = "\">\(Escaping.html(site.addresses.absolute(facts.address(current))))#"
    }

    /// - Parameter most: editions that a row names; of more it leads to all.
    mutating func write(_ clauses: [SectionHistory], most: Int, into html: inout HTMLBuffer) {
        let site = facts.site
        html += "<table class=\"clauses-table\">\n<thead><tr><th scope=\"col\">\(site.say("Clause"))</th>"
        html += "<th scope=\"col\">\(site.say("Last changed"))</th>"
        html += "<th scope=\"col\">\(site.say("Permanent address"))</th></tr></thead>\n<tbody>\n"
        // Of short words and one edition each; what more is written is copied.
        html.reserve(clauses.count * (toText.utf8.count + toAddress.utf8.count + citing.utf8.count + 192))
        for clause in clauses { write(clause, most, into: &html) }
        html += "</tbody>\n</table>"
    }

    private mutating func write(_ clause: SectionHistory, _ most: Int, into html: inout HTMLBuffer) {
        let place = Escaping.html(clause.heading.anchor)
        let count = clause.steps.count
        html.append("<tr id=\"page.clause.", place, toText, place, "\">")
        html += voice.authors(Escaping.html(clause.heading.text))
        html += "</a></th><td>"
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
        html.append(toAddress, place, citing, place, "</a></code></td></tr>\n")
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
        let (opening, rest) = links[step.edition.id] ?? written(step.edition)
        html += opening
        if let anchor = step.anchor {
            html += "changes/#"
            html.appendEscaped(anchor)
        }
        html += rest
    }

    private mutating func written(_ edition: Edition) -> (opening: String, rest: String) {
        let page = Escaping.html(facts.site.local(facts.address(edition)))
        let day = facts.site.time(edition.announcement.currentEffective)
        let link = (opening: "<a href=\"\(page)", rest: "\">\(day)</a>")
        links[edition.id] = link
        return link
    }
}
