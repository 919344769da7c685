import Diagnostics
import Language
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
    /// What stands beside the menu, and what is in it.
    private let quick: [Link]
    private let groups: [(title: ViewValue, links: [Link])]
    /// Where all these lead.
    private let addresses: [String]
    /// What is the same on every page.
    private let shared: View

    /// - Parameters:
    ///   - documents: in the order of the navigation: their titles and addresses.
    ///   - registers: those of them that are lists of companies.
    ///   - pages: those without history.
    ///   - branding: says in which groups documents stand; those without one are in two of the theme's own.
    init(
        documents: [Link], registers: [Link], pages: [Link], names: Names, hasCertifications: Bool,
        branding: Branding, theme: Theme
    ) {
        func more(_ links: [Link], _ key: String, _ address: String) -> [Link] {
            links.count > Self.limit ? [(theme.string(key), address)] : []
        }
        let direction = TextDirection(language: names.language.value)
        func isolated(_ links: [Link]) -> [Link] {
            links.map { ($0.title.isolated(onPageFrom: direction), $0.address) }
        }
        let follow: [Link] = ["notices", "subscribe", "record"].map { (theme.string($0), "/\($0)/") }
        let shown = isolated(Array(documents.prefix(Self.limit)))
        let lists = isolated(registers).filter { register in shown.contains { $0.address == register.address } }
        let certifications: [Link] = hasCertifications ? [(theme.string("certifications"), "/certifications/")] : []
        self.pages = isolated(Array(pages.prefix(Self.limit)))
        self.documents = shown + more(documents, "more_documents", "/#page.documents") + follow.dropLast()
        quick = lists.prefix(2) + follow.dropLast()
        let grouped = branding.grouped(shown) { String($0.address.dropFirst().dropLast()) }
        let others = grouped.first { $0.group == nil }?.items ?? []
        let isList = Set(lists.map(\.address))
        let texts = others.filter { !isList.contains($0.address) }
        let rest: [(key: String, links: [Link])] = [
            ("group_documents", texts + more(documents, "more_documents", "/#page.documents")),
            ("group_lists", others.filter { isList.contains($0.address) }),
            ("group_more", certifications + self.pages + more(pages, "more_pages", "/#page.pages")),
            ("group_follow", follow),
        ]
        groups =
            grouped.compactMap { group, links in
                group.map { (ViewValue.text($0).isolated(onPageFrom: direction), links) }
            }
            + rest.filter { !$0.links.isEmpty }.map { (theme.string($0.key), $0.links) }
        addresses = (self.documents + groups.flatMap(\.links)).map(\.address)
        morePages = more(pages, "more_pages", "/#page.pages")
        let ofAddresses = direction == .rightToLeft ? " dir=\"ltr\"" : ""
        let own: View = [
            "language": .text(names.language.value),
            "direction": .text(direction.rawValue),
            "site_name": ViewValue.text(names.organization.name.value).isolated(onPageFrom: direction),
            "has_certifications": .flag(hasCertifications),
            "contacts": .list(
                SiteSettings.Contacts.Kind.allCases.map { kind in
                    [
                        "label": theme.string("contact_\(kind.rawValue)"),
                        "address": .words(names.contacts[kind].value, ofAddresses),
                    ]
                }),
        ]
        let words = ScriptWords.ofSite(in: Language(of: names.language.value))
        shared = own.merging(branding.view).merging(words.map { ["script_words": .text($0)] } ?? [:])
    }

    /// Where a page is: what it is, and which links lead to it or to the part of the site that it is in. Pages of one
    /// place have one layout.
    func place(of page: PageHead, kind: String) -> View {
        var view: View = ["kind": .text(kind), "is_home": .flag(page.path == "/")]
        let document = page.document.map { "/\($0)/" }
        for address in addresses {
            if page.path == address {
                view[address] = "page"
            } else if document.map({ $0 == address }) ?? page.path.hasPrefix(address) {
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
        view["quick"] = items(quick)
        view["groups"] = .list(groups.map { ["title": $0.title, "items": items($0.links)] })
        view["pages"] = items(pages)
        view["more_pages"] = items(morePages)
        for name in [Fact.Name.head, .content] { view[name.rawValue] = .fact(name) }
        return view
    }
}
