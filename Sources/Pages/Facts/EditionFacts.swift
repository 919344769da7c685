import Diagnostics
import Feeds
import Formats
import Markdown
import Model
import Redline

/// What the pages of a document say of one of its editions.
struct EditionFacts {
    let document: DocumentHistory
    let site: PublicSite

    init(_ document: DocumentHistory, _ site: PublicSite) {
        self.document = document
        self.site = site
    }

    // MARK: Marks

    /// What a reader must know before anything else: that this is not the text in force.
    func stateMarks(_ edition: Edition) -> [Mark] {
        let standing = site.link("/\(document.id)/", "The edition in force") + " is at its standing address."
        let day = site.time(edition.announcement.currentEffective)
        switch document.state(of: edition, on: site.today) {
        case .superseded: return [Mark("superseded", "This edition is superseded. \(standing)")]
        case .upcoming:
            return [Mark("upcoming", "This edition is not in force yet. It applies from \(day). \(standing)")]
        case .withdrawn:
            let withdrawn = edition.announcement.withdrawn
            let moment = withdrawn.map { site.time($0.announced.value) } ?? ""
            return [
                Mark(
                    "withdrawn",
                    "This edition was withdrawn on \(moment), before it took effect. \(standing)",
                    reason: withdrawn.map {
                        site.html($0.reason, of: document.id, on: Occasion(at: $0.announced.value))
                    })
            ]
        case .inForce, .retired, .erased: return []
        }
    }

    /// What holds of an edition in any state: retired, erased, interim, postponed, late, urgent, other days for some.
    func marks(_ edition: Edition) -> [Mark] {
        let announcement = edition.announcement
        var marks = site.erasures(of: .edition(edition), in: document.id)
        if let retired = edition.retired {
            let others = retired.replacedBy.compactMap { site.history.document($0.value).map(site.link) }
            let replaced = others.isEmpty ? "" : " and is replaced by \(English.list(others))"
            marks.append(
                Mark("retired", "This document was retired on \(site.time(announcement.currentEffective))\(replaced)."))
        }
        if edition.interim?.value == true {
            marks.append(Mark("interim", "This edition applies until an edition announced before it takes effect."))
        }
        if let last = announcement.postponed.last {
            let from = announcement.postponed.dropLast().last?.effective.value ?? announcement.effective.value
            marks.append(
                Mark(
                    "postponed",
                    "It was to apply from \(site.time(from)) and was postponed to \(site.time(last.effective.value)).",
                    reason: site.html(last.reason, of: document.id, on: Occasion(at: last.announced.value))))
        }
        return marks + site.origin(of: .edition(edition), in: document.id)
    }

    /// An edition that takes the place of the one in force.
    func upcomingMark(_ edition: Edition) -> Mark {
        let title = site.link(address(edition), site.authors(edition.title.value, at: edition.announcement.moment))
        let day = site.time(edition.announcement.currentEffective)
        return Mark("upcoming", "A new edition, \(title), applies from \(day).")
    }

    // MARK: The text

    /// Days, summary and article of an edition.
    func text(of edition: Edition) -> [Fact] {
        let announcement = edition.announcement
        var dates = [
            site.inForce(announcement),
            ("Announced", site.time(announcement.announced.value)),
        ]
        if let recorded = announcement.recorded { dates.append(("Entered in this record", site.time(recorded.value))) }
        if let version = edition.version {
            dates.append(("Version", site.authors(version.value, at: announcement.moment)))
        }
        var facts = [Fact(.dates, HTML.facts(dates, ["class": "facts", "data-dates": ""]))]
        if let summary = summary(of: edition) { facts.append(summary) }
        if announcement.erased == nil { facts.append(article(of: edition)) }
        return facts
    }

    func summary(of edition: Edition) -> Fact? {
        edition.summary.map { summary in
            Fact(
                .summary,
                HTML.block(
                    "section", ["class": "summary", "aria-label": "Summary", "data-summary": ""],
                    [site.html(summary, of: document.id, on: Occasion(edition.announcement))]))
        }
    }

    /// The text itself, and nothing else.
    private func article(of edition: Edition) -> Fact {
        let text = site.texts[edition.source.path] ?? MarkdownText()
        return site.article("data-edition", "\(edition.document)/\(edition.id)", of: edition, text.htmlBytes)
    }

    func address(_ edition: Edition) -> String { "/\(document.id)/\(edition.id)/" }

    // MARK: Where its clauses come from

    /// Of each clause of the edition in force, or any section with a heading, the edition that last changed it, with a
    /// link to it in that edition's redline; nil where there is no text.
    var origins: Fact? {
        guard let current = document.inForce(on: site.today), current.announcement.erased == nil,
            let text = site.texts[current.source.path]
        else { return nil }
        let rows = site.redlines.origins(of: current, in: document, text: text).map { origin in
            let page = address(origin.edition)
            let clause = site.link(
                "/\(document.id)/#\(origin.heading.anchor)",
                site.authors(origin.heading.text, at: current.announcement.moment))
            let edition = site.link(
                origin.anchor.map { "\(page)changes/#\($0)" } ?? page,
                site.time(origin.edition.announcement.currentEffective))
            return "<tr><th scope=\"row\">\(clause)</th><td>\(edition)</td></tr>"
        }
        guard !rows.isEmpty else { return nil }
        return Fact(
            .origins,
            HTML.block(
                "section", ["class": "origins", "aria-labelledby": "page.origins", "data-origins": document.id],
                [
                    "<h2 id=\"page.origins\">Clauses</h2>",
                    "<p>The edition that last changed each clause of the text in force.</p>",
                    "<table class=\"facts\">",
                    "<thead><tr><th scope=\"col\">Clause</th><th scope=\"col\">Last changed</th></tr></thead>",
                    HTML.block("tbody", [:], rows), "</table>",
                ]))
    }
}

extension PublicSite {
    /// A text, and nothing else: that of an edition, or a redline that ends in it.
    ///
    /// - Parameters:
    ///   - attribute: which says what it is: `data-edition`.
    ///   - html: writes it, in UTF-8.
    package func article(
        _ attribute: String, _ name: String, of edition: Edition, _ html: (HTMLOptions) -> [UInt8]
    ) -> Fact {
        let moment = edition.announcement.moment
        let language = voices.at(moment).authors(onPageOf: voices.today)
        let text = html(options(document: edition.document, announced: moment))
        // The article itself is for ever what it was first: that today's language is another stands around it.
        let (before, behind) = language.isEmpty ? ("", "") : ("<div class=\"in-language\"\(language)>\n", "\n</div>")
        let opening = before + "<article \(attribute)=\"\(name)\">\n"
        let closing = "</article>" + behind
        var bytes: [UInt8] = []
        bytes.reserveCapacity(opening.utf8.count + text.count + closing.utf8.count)
        bytes += opening.utf8
        bytes += text
        bytes += closing.utf8
        return Fact(.article, bytes: bytes, isAuthors: true)
    }
}
