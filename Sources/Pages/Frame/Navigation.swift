import Diagnostics
import Model

/// What the layout shows around every page: where one is, and where else one can go.
///
/// It is bounded: with a thousand documents or pages, a page names the first of them and leads to the overview, which
/// lists them all. So a page costs the same however many others there are.
struct Navigation {
    /// The most documents in the navigation, and the most pages without history in the foot.
    static let limit = 20

    private let page: PageHead
    private let site: PublicSite

    init(_ page: PageHead, _ site: PublicSite) {
        self.page = page
        self.site = site
    }

    /// The values of `layout.mustache`.
    func view(kind: String) -> View {
        let pages = site.plainPages
        return [
            "kind": kind, "is_home": page.path == "/",
            "language": site.settings.namesToday.language.value,
            "direction": TextDirection(language: site.settings.namesToday.language.value).rawValue,
            "site_name": site.settings.namesToday.organization.name.value,
            "navigation": documents + [link("notices", "/notices/"), link("subscribe", "/subscribe/")],
            "pages": pages.prefix(Self.limit).map { item(site.title(of: $0), "/\($0.id)/") },
            "more_pages": pages.count > Self.limit ? [link("more_pages", "/#page.pages")] : [],
            "has_certifications": !site.history.library.certifications.isEmpty,
            "contacts": site.contacts.map { ["label": $0.label, "address": $0.address] as View },
        ]
    }

    private var documents: [View] {
        let all = site.history.documents
        return all.prefix(Self.limit).map { item(site.title(of: $0), "/\($0.id)/") }
            + (all.count > Self.limit ? [link("more_documents", "/#page.documents")] : [])
    }

    private func link(_ key: String, _ address: String) -> View { item(site.theme.string(key), address) }

    private func item(_ title: String, _ address: String) -> View {
        ["title": title, "href": address, "current": current(address)]
    }

    /// `aria-current` of a link: the page itself, or the part of the site that it is in.
    private func current(_ address: String) -> Any {
        if page.path == address { return "page" }
        return page.document.map { address == "/\($0)/" } ?? page.path.hasPrefix(address) ? "true" : false as Any
    }
}
