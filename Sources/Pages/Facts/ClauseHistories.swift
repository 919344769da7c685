import Diagnostics
import Formats
import Language
import Markdown
import Model
import Notices
import Redline
import Site

/// The table of clauses with the editions that changed each.
struct ClauseOrigins {
    /// With every edition, as the history has it.
    var all: Fact
    /// With the three newest of each clause and a link to all, as the document's own page has it.
    var newest: Fact

    /// So many editions of a clause the document's own page names.
    fileprivate static let most = 3
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
        let all = table(of: clauses, current, most: .max)
        let isLong = clauses.contains { $0.steps.count > ClauseOrigins.most }
        return ClauseOrigins(
            all: all, newest: isLong ? table(of: clauses, current, most: ClauseOrigins.most) : all)
    }

    /// - Parameter most: editions that a row names.
    private func table(of clauses: [SectionHistory], _ current: Edition, most: Int) -> Fact {
        var rows = ClauseRows(self, current)
        return Fact(
            .origins,
            HTML.block(
                "section", ["class": "block", "aria-labelledby": "page.origins", "data-origins": document.id],
                [
                    "<h2 id=\"page.origins\">\(site.say("Clauses: history and citation"))</h2>",
                    "<p>"
                        + site.say(
                            "Cite a clause by its edition: “\(citation(of: current))”. Its address never changes.")
                        + "</p>",
                    "<table class=\"clauses-table\">",
                    "<thead><tr><th scope=\"col\">\(site.say("Clause"))</th>"
                        + "<th scope=\"col\">\(site.say("Last changed"))</th>"
                        + "<th scope=\"col\">\(site.say("Permanent address"))</th></tr></thead>",
                    HTML.block("tbody", [:], clauses.map { rows.row(of: $0, most: most) }), "</table>",
                ]))
    }

    /// `Terms of Service §4, edition of 1 July 2024`, by the first clause that has a number.
    private func citation(of edition: Edition) -> String {
        let number = (site.texts[edition.source.path] ?? MarkdownText()).headings.compactMap(\.number).first
        let title = site.authors(edition.title.value, at: edition.announcement.moment)
        let day = site.time(edition.announcement.currentEffective)
        return site.say("\(title)\(number.map { " §\(Escaping.html($0))" } ?? ""), edition of \(day)")
    }
}

/// The rows of a table of clauses. A text may have a hundred thousand, so what they have in common is written once.
private struct ClauseRows {
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

    /// - Parameter most: editions that it names; of more it leads to all.
    mutating func row(of clause: SectionHistory, most: Int) -> String {
        let place = "#" + Escaping.html(clause.heading.anchor)
        let name = voice.authors(Escaping.html(clause.heading.text))
        let count = clause.steps.count
        var steps = clause.steps.prefix(most).map { link(to: $0) }
        let last = steps.first ?? ""
        if count > most {
            let all = facts.site.say("All \(count) in the history")
            steps.append("<a href=\"\(standing)history/#page.clause.\(place.dropFirst())\">\(all)</a>")
        }
        var fold = ""
        if count > 1 {
            let earlier = steps.dropFirst().map { "<li>\($0)</li>" }.joined()
            let summary = facts.site.say("and \(count - 1) earlier")
            fold = "<details class=\"fold earlier\"><summary>\(summary)</summary><ul>\(earlier)</ul></details>"
        }
        let title = "<a href=\"\(standing)\(place)\">\(name)</a>"
        let address = "<code><a href=\"\(permanent)\(place)\">\(cited)\(place)</a></code>"
        return "<tr id=\"page.clause.\(place.dropFirst())\"><th scope=\"row\">\(title)</th><td>\(last)\(fold)</td>"
            + "<td class=\"address\">\(address)</td></tr>"
    }

    /// To a clause in the redline of an edition, or to a first edition.
    private mutating func link(to step: SectionHistory.Step) -> String {
        let edition = step.edition
        let (page, day) = known[edition.id] ?? written(edition)
        known[edition.id] = (page, day)
        let place = step.anchor.map { "changes/#\(Escaping.html($0))" } ?? ""
        return "<a href=\"\(page)\(place)\">\(day)</a>"
    }

    private func written(_ edition: Edition) -> (page: String, day: String) {
        let page = facts.site.local(facts.address(edition))
        return (Escaping.html(page), facts.site.time(edition.announcement.currentEffective))
    }
}
