import Diagnostics
import Formats
import Language
import Markdown
import Model
import Redline
import Site

/// `/<document>/<edition>/changes/` and `/<document>/<edition>/since/`.
func redlinePages(_ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    let current = document.inForce(on: site.today)
    return document.editions.flatMap { edition -> [PageJob] in
        var jobs: [PageJob] = []
        if let old = document.predecessor(of: edition) {
            jobs.append(
                PageJob("\(document.id)/\(edition.id)/changes/index.html", site) {
                    RedlinePage(document: document, site: site, old: old, new: edition, isSince: false).parts
                })
        }
        if let current, document.state(of: edition, on: site.today) == .superseded {
            jobs.append(
                PageJob("\(document.id)/\(edition.id)/since/index.html", site) {
                    RedlinePage(document: document, site: site, old: edition, new: current, isSince: true).parts
                })
        }
        return jobs
    }
}

/// One edition against another.
private struct RedlinePage {
    let document: DocumentHistory
    let site: PublicSite
    let old: Edition
    let new: Edition
    /// Whether it stands with the old edition and leads to the one in force.
    let isSince: Bool

    private var facts: EditionFacts { EditionFacts(document: document, site: site) }

    var parts: PageParts {
        let edition = isSince ? old : new
        var head = PageHead(
            path: facts.address(edition) + (isSince ? "since/" : "changes/"), title: title(of: edition),
            voice: site.voices.at(edition.announcement.moment), document: document.id)
        head.relations = [
            ("version-history", "/\(document.id)/history/"), ("latest-version", "/\(document.id)/"),
            ("predecessor-version", facts.address(old)), ("successor-version", facts.address(new)),
        ]
        head.isIndexed = !isSince && ![.superseded, .withdrawn].contains(document.state(of: new, on: site.today))
        return PageParts(
            head: head, template: "redline", kind: isSince ? "since" : "changes",
            facts: [.heading(head, site)] + Fact.marks(marks, site) + [dates] + summary + redline,
            frame: ["up": .view(site.up(document))])
    }

    private func title(of edition: Edition) -> String {
        let (name, day) = (edition.title.value.authored, site.language.date(edition.announcement.currentEffective))
        if isSince { return site.say("\(name): what changed since \(day)") }
        if edition.announcement.isWithdrawn { return site.say("\(name): what was to change on \(day)") }
        if let base { return site.say("\(name): edition of \(day), compared with that of \(base)") }
        return edition.announcement.currentEffective > site.today
            ? site.say("\(name): what changes on \(day)") : site.say("\(name): what changed on \(day)")
    }

    /// The day of the older edition, where another one is in force the day before the newer one takes effect, as an interim one
    /// may be: then more may change on that day. Nil where none is.
    private var base: String? {
        let eve = new.announcement.currentEffective.adding(days: -1)
        guard let before = document.inForce(on: eve, knownAt: .last, without: new.id), before.id != old.id else {
            return nil
        }
        return site.language.date(old.announcement.currentEffective)
    }

    private var dates: Fact {
        let (from, to) = (site.say("From \(link(old))"), site.say("to \(link(new))"))
        let parts = ["<span>\(from)</span>", "<span>\(to)</span>", comparison]
        return Fact(.dates, HTML.block("p", ["class": "standing", "data-dates": ""], parts))
    }

    /// Nil where one of the two is erased.
    private var comparison: String? {
        guard old.announcement.erased == nil, new.announcement.erased == nil else { return nil }
        return facts.comparisonAddress((old, new)).map {
            "<span>\(site.link($0, site.say("Compare any two editions")))</span>"
        }
    }

    private func link(_ edition: Edition) -> String {
        site.link(
            facts.address(edition),
            site.authors(edition.title.value, at: edition.announcement.moment) + site.language.comma
                + site.time(edition.announcement.currentEffective)
        )
    }

    private var summary: [Fact] { isSince ? [] : facts.summary(of: new, leads: false).map { [$0] } ?? [] }

    /// What changed: the clauses, how to read the text, and the text; nothing where one of the two is erased.
    private var redline: [Fact] {
        guard let redline = site.redlines.between(old, and: new) else { return [] }
        let legend = HTML.inline("p", ["class": "legend", "id": "page.text", "data-legend": ""], legend(redline))
        return touched(redline) + [Fact(.legend, legend), site.article(redline, from: old, to: new)]
    }

    private func legend(_ redline: Redline) -> String {
        if redline.isEmpty { return site.say("The two texts say the same.") }
        let (differences, redlineSigns) = (redline.differences, redline.signs)
        var legend = site.language.remark(on: redline).map { Escaping.html($0) + " " } ?? ""
        var signs: [String] = []
        if !differences.isDisjoint(with: [.words, .place]) {
            signs += ["<ins>\(site.say("added"))</ins>", "<del>\(site.say("deleted"))</del>"]
        }
        if differences.contains(.typography) {
            let words = site.say("the same words with other quotation marks, dashes or blanks")
            signs.append("<ins data-restated=\"typography\">\(words)</ins>")
        }
        if redlineSigns.marksEmphasis {
            signs.append("<ins data-restated=\"emphasis\">\(site.say("another emphasis"))</ins>")
        }
        if !signs.isEmpty { legend += site.say("In the text below: \(signs.joined(separator: " · ")).") }
        return ([legend] + notes(redlineSigns) + [changesOnly]).joined(separator: " ")
    }

    /// Folds what did not change, by the style sheet alone: headings stay, and what follows a change.
    private var changesOnly: String {
        "<label class=\"changes-only\"><input type=\"checkbox\"> \(site.say("Show the changes alone"))</label>"
    }

    /// What the notes in the text say.
    private func notes(_ signs: RedlineSigns) -> [String] {
        var notes: [String] = []
        if signs.notesForm {
            notes.append(
                site.say(
                    "A note beside words says what they were before, such as a paragraph or a list; they are marked only where they differ."
                ))
        }
        var moves: [String] = []
        if signs.movesColumns { moves.append(site.say("that a column moved")) }
        if signs.ordersRows { moves.append(site.say("that its rows were sorted")) }
        if !moves.isEmpty {
            notes.append(
                site.say(
                    "A note above a table says \(site.language.list(moves)); its cells are marked only where their words differ."
                ))
        }
        return notes
    }

    private func touched(_ redline: Redline) -> [Fact] {
        guard !redline.changes.isEmpty else { return [] }
        let pair = EditionPair(old, new).description
        let list = HTML.block(
            "nav", ["class": "touched", "aria-labelledby": "page.touched", "data-touched": pair],
            [
                "<h2 id=\"page.touched\">\(site.say("Clauses touched"))</h2>",
                site.touched(redline.changes, by: new, on: ""),
            ])
        return [Fact(.touched, list)]
    }

    /// That there is nothing to compare, and that this is not about the text in force.
    private var marks: [Mark] {
        if !isSince, new.announcement.erased != nil { return site.erasures(of: .edition(new), in: document.id) }
        return erasuresOfOther + (isSince ? [] : facts.stateMarks(new))
            + site.origin(of: .edition(new), in: document.id)
    }

    /// That the text is gone with which that of the page's own edition is compared: they say whose.
    private var erasuresOfOther: [Mark] {
        let other = isSince ? new : old
        guard let erased = other.announcement.erased else { return [] }
        var marks = site.erasures(of: .edition(other), in: document.id)
        let day = site.time(erased.announced.value)
        marks[0].words = site.say("The text of \(link(other)) was erased on \(day): there is nothing to compare.")
        return marks
    }
}

extension PublicSite {
    /// The sections that a redline changes, as a list with a link to each.
    ///
    /// - Parameters:
    ///   - edition: the new one.
    ///   - page: the address of the redline; empty on its own page.
    func touched(_ changes: [SectionChange], by edition: Edition, on page: String) -> String {
        let (voice, page) = (voices.at(edition.announcement.moment), Escaping.html(local(page)))
        var list = HTMLBuffer()
        list += "<ul>\n"
        for (change, title) in zip(changes, changes.titles) {
            list.append("<li class=\"", change.kinds.first?.rawValue ?? "", "\">")
            list.appendLink(
                page: page, place: change.anchor.map { Escaping.html($0) } ?? (page.isEmpty ? "page.text" : nil),
                words: title.map { voice.authors(Escaping.html($0)) } ?? say("Beginning of the text"))
            list += " <small>"
            for (index, kind) in change.kinds.enumerated() {
                if index > 0 { list += language.comma }
                list +=
                    kind == .renumbered
                    ? say("Renumbered, was \(Escaping.html(change.previousNumber ?? "–"))") : language.label(of: kind)
            }
            list += "</small></li>\n"
        }
        list += "</ul>"
        return list.text
    }
}
