import Diagnostics
import Feeds
import Formats
import Markdown
import Model

/// What stands around a page's content: its head, the navigation and the foot.
struct Frame {
    /// From the site's root, with slashes: `/privacy/`.
    var path: String
    var title: String
    var description = ""
    /// RFC 5829 relations and `canonical`'s companions: relation and path.
    var relations: [(relation: String, path: String)] = []
    /// Other forms of the page: media type, title and path.
    var alternates: [(type: String, title: String, path: String)] = []
    /// Where the page is a copy of a standing one; its own path otherwise.
    var canonical: String?
    var isIndexed = true
    /// The document to mark in the navigation.
    var document: String?

    /// A whole page from the HTML of its content.
    func page(_ content: String, _ site: PublicSite) -> String {
        let settings = site.settings
        let own = document.flatMap { site.history.document($0) }.map { document in
            site.feedForms(document.id, "\(site.theme.string("feed_of")) \(site.title(of: document))")
        }
        let feeds = (own ?? []) + site.feedForms("all", site.theme.string("feed_all"))
        let view: View = [
            "language": settings.language.value,
            "site_name": settings.organization.name.value,
            "title": title,
            "description": description,
            "canonical": path == "/404.html" ? false : site.addresses.absolute(canonical ?? path) as Any,
            "relations": relations.map { ["relation": $0.relation, "href": $0.path] as View },
            "alternates": (alternates + feeds.map { ($0.type, $0.title, $0.path) })
                .map { ["type": $0.0, "title": $0.1, "href": $0.2] as View },
            "noindex": !isIndexed,
            "is_home": path == "/",
            "navigation": navigation(site),
            "pages": site.history.library.pages.filter { $0.id != "index" }.map { page in
                ["title": site.title(of: page), "href": "/\(page.id)/", "current": current("/\(page.id)/")] as View
            },
            "has_certifications": !site.history.library.certifications.isEmpty,
            "contacts": site.contacts,
            "content": content,
        ]
        return site.theme.render("layout", view)
    }

    private func navigation(_ site: PublicSite) -> [View] {
        var links = site.history.documents.map { document in
            ["title": site.title(of: document), "href": "/\(document.id)/", "current": current("/\(document.id)/")]
                as View
        }
        links.append(
            ["title": site.theme.string("notices"), "href": "/notices/", "current": current("/notices/")])
        links.append(
            ["title": site.theme.string("subscribe"), "href": "/subscribe/", "current": current("/subscribe/")])
        return links
    }

    /// `aria-current` of a link in the navigation: the page itself, or the part of the site that it is in.
    private func current(_ address: String) -> Any {
        if path == address { return "page" }
        return document.map { address == "/\($0)/" } ?? path.hasPrefix(address) ? "true" : false as Any
    }
}

extension PublicSite {
    /// The site's mail addresses, each with what it is for.
    var contacts: [View] {
        let contacts = settings.contacts
        return [("security", contacts.security), ("privacy", contacts.privacy), ("legal", contacts.legal)].map {
            ["label": theme.string("contact_" + $0.0), "address": $0.1.value]
        }
    }

    func title(of page: Page) -> String { texts[page.source.path]?.title?.value ?? page.id }

    /// An address on this site as a path from its root; any other as it is.
    func local(_ address: String) -> String {
        guard address.hasPrefix(addresses.site) else { return address }
        let rest = address.dropFirst(addresses.site.count)
        return rest.hasPrefix("/") ? String(rest) : address
    }

    /// A note (a summary, a reason) as HTML. Several stand on one page, so each has anchors of its own.
    ///
    /// - Parameter occasion: when it speaks: its links are judged by that.
    func html(_ note: Sourced<String>, of document: String = "", on occasion: Occasion) -> String {
        var options = HTMLOptions { link in
            history.shownDestination(link.text, of: document, on: occasion).flatMap {
                href($0, page: "/\(document)/")
            }
        }
        options.headingShift = 3
        let file = note.span.file.path.split(separator: "/").last.map(String.init) ?? ""
        options.idPrefix = "note.\(file).\(note.span.range.lowerBound)."
        return MarkdownText.parse(note).0.html(options)
    }

    /// How the texts of a document become HTML: links lead to pages of this site, and none to nothing.
    package func options(document: String, headingShift: Int) -> HTMLOptions {
        var options = HTMLOptions { href($0.text, page: "/\(document)/") }
        options.headingShift = headingShift
        return options
    }

    /// `<time datetime="2026-12-24">24 December 2026</time>`.
    func time(_ day: CalendarDate) -> String { "<time datetime=\"\(day)\">\(English.date(day))</time>" }

    /// A moment in words, with its time of day where it has one.
    func time(_ moment: Moment) -> String {
        guard let clock = moment.time else { return time(moment.day) }
        let stamp = settings.timestamp(moment)
        return "<time datetime=\"\(stamp)\">\(English.date(moment.day)), \(clock) (\(settings.utcOffset))</time>"
    }

    /// The theme's words for a key with `{name}` replaced by HTML; the words themselves are escaped.
    func words(_ key: String, _ values: [String: String] = [:]) -> String {
        values.sorted { $0.key < $1.key }.reduce(Escaping.html(theme.string(key))) { words, value in
            words.replacing("{\(value.key)}", with: value.value)
        }
    }
}
