import Diagnostics
import Feeds
import Formats
import Markdown
import Model

/// `/<page>/`: Markdown without history.
func plainPage(_ page: Page, _ site: PublicSite) -> PageJob {
    PageJob("\(page.id)/index.html", site) {
        let mark = Mark(
            "no-history",
            "This page has no history: it may change on any day and without notice, and it is part of no policy.")
        let text = site.texts[page.source.path] ?? MarkdownText()
        return PageParts(
            head: PageHead(path: "/\(page.id)/", title: site.title(of: page).authored), template: "page", kind: "page",
            facts: Fact.marks([mark]) + [
                Fact(
                    .text, site.html(text, of: page, site.options(document: page.id), class: "text"),
                    isAuthors: true)
            ] + Fact.places(site.gonePlaces.html(ofPage: page)))
    }
}

extension PublicSite {
    /// The text of a page without history.
    func html(_ text: MarkdownText, of page: Page, _ options: HTMLOptions, class name: String) -> String {
        HTML.block("div", ["class": name, "data-page": page.id], [text.html(options)])
    }

    /// What the site says of its certifications, one below the other.
    var certificationSections: [String] {
        history.library.certifications.map { certification in
            HTML.block(
                "section", ["class": "certification"],
                [
                    "<h2>\(authors(certification.name.value)) \(validity(of: certification))</h2>",
                    HTML.facts(
                        (certification.issuer.map { [("Issued by", authors($0.value))] } ?? [])
                            + [("Valid from", time(certification.from.value))]
                            + (certification.until.map { [("Valid until", time($0.value))] } ?? [])),
                    certification.scope.map { html($0, on: Occasion(asOf: asOf)) },
                    certification.link.flatMap { href($0.value, page: "/certifications/") }
                        .flatMap { row([HTML.link($0, "The report on \(authors(certification.name.value))")]) },
                ])
        }
    }

    /// Until when a certification is valid, or that its last day is over.
    func validity(of certification: Certification) -> String {
        guard let until = certification.until?.value else { return State("in-force")?.html("Valid") ?? "" }
        guard until < today else { return State("in-force")?.html("Valid until \(time(until))") ?? "" }
        return Mark("expired", "Expired \(time(until))").badge
    }
}

/// `/certifications/`.
func certifications(_ site: PublicSite) -> PageJob {
    PageJob("certifications/index.html", site) {
        let head = PageHead(path: "/certifications/", title: "Certifications")
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
        var head = PageHead(path: "/404.html", title: "Page not found")
        head.isIndexed = false
        let text = "<p>There is no page at this address.</p>\n<p class=\"go\">\(site.link("/", "To the overview"))</p>"
        return PageParts(
            head: head, template: "page", kind: "not-found", facts: [.heading(head.title, site), Fact(.text, text)])
    }
}
