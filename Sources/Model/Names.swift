import Diagnostics
import Formats

/// What a site is called, who is written to, in which language it speaks and what its products are called, from a day on.
///
/// Whatever is told uses the names of its own moment, so that a new name never alters what was told before.
package struct Names: Sendable {
    package var organization: SiteSettings.Organization
    package var contacts: SiteSettings.Contacts
    /// A BCP 47 language tag.
    package var language: Sourced<String>
    /// In the order in which `products` lists them.
    package private(set) var products: [SiteSettings.Product]
    /// Where each stands among them, by its id.
    private var places: [String: Int]

    package init(
        organization: SiteSettings.Organization, contacts: SiteSettings.Contacts, language: Sourced<String>,
        products: [SiteSettings.Product]
    ) {
        self.organization = organization
        self.contacts = contacts
        self.language = language
        self.products = products
        places = Self.places(of: products)
    }

    package func product(_ id: String) -> SiteSettings.Product? { places[id].map { products[$0] } }

    /// Puts a product in the place of the one with its id.
    package mutating func replace(with product: SiteSettings.Product) {
        if let place = places[product.id.value] { products[place] = product }
    }

    /// The same without some products.
    func leavingOut(_ isLeftOut: (SiteSettings.Product) -> Bool) -> Names {
        guard products.contains(where: isLeftOut) else { return self }
        var names = self
        names.products.removeAll(where: isLeftOut)
        names.places = Self.places(of: names.products)
        return names
    }

    private static func places(of products: [SiteSettings.Product]) -> [String: Int] {
        Dictionary(
            products.enumerated().map { ($0.element.id.value, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a product is called; its id where it is none of the site's.
    package func name(ofProduct id: String) -> String { product(id)?.name.value ?? id }
}

extension SiteSettings {
    /// The names that hold on a day.
    package func names(on day: CalendarDate) -> Names { names[block(on: day)].terms }

    /// The day of the item of `renamed` that holds from a moment on.
    package func names(from moment: Moment) -> Sourced<CalendarDate>? {
        let from = names[block(on: moment.day)].from
        return from.map { Moment($0.value) } == moment ? from : nil
    }

    /// The place of the last block whose day has come: each is later than the one before.
    private func block(on day: CalendarDate) -> Int { max(names.firstPlace { $0.day > day } - 1, 0) }

    /// The names that hold last: of what is public at an as-of, those of that day.
    package var namesToday: Names { names[names.count - 1].terms }

    /// Every product that is public, by its name of today; those that were retired among them.
    package var products: [Product] { namesToday.products }

    package struct Product: Sendable {
        package var id: Sourced<String>
        package var name: Sourced<String>
        /// When it becomes public, where the site says so; else that is told by what names it.
        package var from: Sourced<Moment>?
        /// The first day on which it is offered no more. Its feeds go on.
        package var retired: Sourced<CalendarDate>?

        package init(
            id: Sourced<String>, name: Sourced<String>, from: Sourced<Moment>? = nil,
            retired: Sourced<CalendarDate>? = nil
        ) {
            self.id = id
            self.name = name
            self.from = from
            self.retired = retired
        }

        package func isOffered(on day: CalendarDate) -> Bool { retired.map { $0.value > day } ?? true }
    }
}

extension Library {
    /// When each product becomes public, by its id: on its own `from` or with the first item that names it, whichever
    /// comes first; where there is neither, at the end of the starting state.
    package var productMoments: [String: Moment] {
        let named = namedProducts
        let products = settings.names[0].terms.products.map { product in
            let id = product.id.value
            let known = [product.from?.value, named[id]?.min()].compactMap { $0 }.min()
            return (id, known ?? Moment(settings.since.value))
        }
        return Dictionary(products, uniquingKeysWith: { first, _ in first })
    }

    /// The moments of the changes that name each product, by its id.
    package var namedProducts: [String: Set<Moment>] {
        var named: [String: Set<Moment>] = [:]
        for change in documents.flatMap({ $0.providers ?? [] }).flatMap(\.changes) {
            for id in change.fields[.products]?.value?.textList ?? [] {
                named[id, default: []].insert(change.announcement.moment)
            }
        }
        return named
    }

    /// The names as a build speaking for `asOf` knows them: without those that come later, and without a product that
    /// is not public yet.
    func names(announcedBy asOf: AsOf) -> [Dated<Names>] {
        let moments = productMoments
        return settings.names.filter { $0.from.map { asOf.covers(Moment($0.value)) } ?? true }.map { block in
            var block = block
            block.terms = block.terms.leavingOut { !(moments[$0.id.value].map(asOf.covers) ?? false) }
            return block
        }
    }
}
