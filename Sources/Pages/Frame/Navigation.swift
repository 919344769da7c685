import Diagnostics
import Model

/// What the layout shows around every page: where one is, and where else one can go.
///
/// It is bounded: with a thousand documents or pages, a page names the first of them and leads to the overview, which
/// lists them all. So a page costs the same however many others there are.
struct Navigation: Sendable {
    /// The most documents in the navigation, and the most pages without history in the foot.
    static let limit = 20

    typealias Link = (title: ViewValue, address: String)

    private let documents: [Link]
    private let pages: [Link]
    private let morePages: [Link]
    /// What is the same on every page.
    private let shared: View

    /// - Parameters:
    ///   - documents: in the order of the navigation: their titles and addresses.
    ///   - pages: those without history.
    init(
        documents: [Link], pages: [Link], names: Names, hasCertifications: Bool, theme: Theme
    ) {
        func more(_ links: [Link], _ key: String, _ address: String) -> [Link] {
            links.count > Self.limit ? [(theme.string(key), address)] : []
        }
        self.documents =
            documents.prefix(Self.limit) + more(documents, "more_documents", "/#page.documents")
            + [(theme.string("notices"), "/notices/"), (theme.string("subscribe"), "/subscribe/")]
        self.pages = Array(pages.prefix(Self.limit))
        morePages = more(pages, "more_pages", "/#page.pages")
        shared = [
            "language": .text(names.language.value),
            "direction": .text(TextDirection(language: names.language.value).rawValue),
            "site_name": .text(names.organization.name.value),
            "has_certifications": .flag(hasCertifications),
            "contacts": .list(
                SiteSettings.Contacts.Kind.allCases.map { kind in
                    [
                        "label": theme.string("contact_\(kind.rawValue)"),
                        "address": .text(names.contacts[kind].value),
                    ]
                }),
        ]
    }

    /// Where a page is: what it is, and which links lead to it or to the part of the site that it is in. Pages of one
    /// place have one layout.
    func place(of page: PageHead, kind: String) -> View {
        var view: View = ["kind": .text(kind), "is_home": .flag(page.path == "/")]
        for (_, address) in documents + pages {
            if page.path == address {
                view[address] = "page"
            } else if page.document.map({ address == "/\($0)/" }) ?? page.path.hasPrefix(address) {
                view[address] = "true"
            }
        }
        return view
    }

    /// The values of `layout.mustache` for a place. `current` is the `aria-current` of a link.
    func view(of place: View) -> View {
        func items(_ links: [Link]) -> ViewValue {
            .list(
                links.map {
                    ["title": $0.title, "href": .text($0.address), "current": place[$0.address] ?? false]
                })
        }
        var view = shared
        for name in ["kind", "is_home"] { view[name] = place[name] }
        view["navigation"] = items(documents)
        view["pages"] = items(pages)
        view["more_pages"] = items(morePages)
        for name in [Fact.Name.head, .content] { view[name.rawValue] = .fact(name) }
        return view
    }
}
