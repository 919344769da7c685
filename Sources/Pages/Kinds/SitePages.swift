import Diagnostics
import Formats
import Language
import Markdown
import Model
import Site

/// `/<page>/`: Markdown without history.
func plainPage(_ page: Page, _ site: PublicSite) -> PageJob {
    PageJob("\(page.id)/index.html", site) {
        let words = site.say(
            "This page has no history: it may change on any day and without notice, and it is part of no policy.")
        let text = site.texts[page.source.path] ?? MarkdownText()
        var options = site.options(document: page.id)
        options.linksClauses = true
        let levels = text.headings.map(\.level)
        options.title = .ofPage
        // The first is the title, and the highest of the others stands below it.
        if let first = levels.first, first > 1 || levels.dropFirst().contains(1) {
            options.headingShift = 2 - (levels.dropFirst().min() ?? 2)
        }
        let head = PageHead(path: "/\(page.id)/", title: site.title(of: page).authored)
        return PageParts(
            head: head, template: "page", kind: "page",
            facts: (levels.isEmpty ? [.heading(head, site)] : []) + Fact.marks([Mark("no-history", words)], site)
                + [Fact(.text, site.html(text, of: page, options, class: "text"), isAuthors: true)]
                + Fact.places(site.gonePlaces.html(ofPage: page)))
    }
}

extension PublicSite {
    /// The text of a page without history.
    func html(_ text: MarkdownText, of page: Page, _ options: HTMLOptions, class name: String) -> String {
        HTML.block(
            "div", ["class": name, "data-page": page.id],
            [text.hasQuestions ? text.foldedQuestions(options) : text.html(options)])
    }

    /// What the site says of its certifications, one below the other.
    var certificationSections: [String] {
        history.library.certifications.map { certification in
            HTML.block(
                "section", ["class": "certification"],
                [
                    "<h2>\(authors(certification.name.value)) \(validity(of: certification))</h2>",
                    HTML.facts(days(of: certification), ["class": "pairs"]),
                    certification.scope.map { html($0, on: Occasion(asOf: asOf)) },
                    row([
                        certification.link.flatMap { href($0.value, page: "/certifications/") }
                            .map { HTML.link($0, say("The report on \(authors(certification.name.value))")) },
                        certification.request.map {
                            HTML.link(
                                request(of: certification, to: $0.value),
                                say("Ask for the report on \(authors(certification.name.value))"))
                        },
                        certification.nda.flatMap { href($0.value, page: "/certifications/") }
                            .map { HTML.link($0, say("The confidentiality agreement, to sign and attach")) },
                    ]),
                ])
        }
    }

    /// Who issued it, for which days, and of a file of the site its digest.
    private func days(of certification: Certification) -> [(label: String, value: String)] {
        var rows: [(label: String, value: String)] = []
        if let issuer = certification.issuer { rows.append((say("Issued by"), authors(issuer.value))) }
        if let period = certification.period {
            rows.append((say("Period of the report"), say("\(time(period.from.value)) to \(time(period.until.value))")))
        }
        rows.append((say("Valid from"), time(certification.from.value)))
        if let until = certification.until { rows.append((say("Valid until"), time(until.value))) }
        if let digest = certification.link.flatMap({ digest($0.value) }) {
            rows.append((say("SHA-256 of the file"), "<code>\(digest)</code>"))
        }
        if let digest = certification.nda.flatMap({ digest($0.value) }) {
            rows.append((say("SHA-256 of the agreement"), "<code>\(digest)</code>"))
        }
        return rows
    }

    /// A mail that asks for a report, written out (RFC 6068): whoever sends it says who asks, and what for.
    private func request(of certification: Certification, to address: String) -> String {
        let name = certification.name.value
        let asked =
            certification.period.map {
                let (from, until) = (language.date($0.from.value), language.date($0.until.value))
                return say("Please send us the report on \(name) for \(from) to \(until).")
            } ?? say("Please send us the report on \(name).")
        let lines = [
            asked, "", say("Company:"), say("Name and position:"), say("What we need it for:"),
            certification.nda == nil
                ? say("We treat it as confidential.") : say("The confidentiality agreement is attached, signed."),
        ]
        let (subject, body) = (say("Report on \(name)"), lines.joined(separator: "\r\n"))
        return "mailto:\(address)?subject=\(Escaping.component(subject))&body=\(Escaping.component(body))"
    }

    /// Until when a certification is valid, that its first day is still to come, or that its last is over.
    func validity(of certification: Certification) -> String {
        let from = certification.from.value
        guard from <= today else { return State("upcoming")?.html(say("Valid from \(time(from))")) ?? "" }
        guard let until = certification.until?.value else { return State("in-force")?.html(say("Valid")) ?? "" }
        guard until < today else { return State("in-force")?.html(say("Valid until \(time(until))")) ?? "" }
        return Mark("expired", say("Expired \(time(until))")).badge
    }
}

/// `/certifications/`.
func certifications(_ site: PublicSite) -> PageJob {
    PageJob("certifications/index.html", site) {
        let head = PageHead(path: "/certifications/", title: site.say("Certifications"))
        return PageParts(
            head: head, template: "page", kind: "certifications",
            facts: [
                .heading(head.title, site),
                Fact(.text, HTML.block("div", ["data-certifications": ""], site.certificationSections)),
            ])
    }
}

/// `/404.html`.
func notFound(_ site: PublicSite) -> PageJob {
    PageJob("404.html", site) {
        var head = PageHead(path: "/404.html", title: site.say("Page not found"))
        head.isIndexed = false
        let text =
            "<p>\(site.say("There is no page at this address."))</p>\n"
            + "<p class=\"go\">\(site.link("/", site.say("To the overview")))</p>"
        return PageParts(
            head: head, template: "page", kind: "not-found", facts: [.heading(head.title, site), Fact(.text, text)])
    }
}
