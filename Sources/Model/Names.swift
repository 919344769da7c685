import Diagnostics

/// What a site is called, who is written to, in which language it speaks and what its products are called, from a day on.
///
/// Whatever is told uses the names of its own moment, so that a new name never alters what was told before.
package struct Names: Sendable {
    package var organization: SiteSettings.Organization
    package var contacts: SiteSettings.Contacts
    /// A BCP 47 language tag.
    package var language: Sourced<String>
    /// In the order in which `products` lists them.
    package var products: [SiteSettings.Product]

    package init(
        organization: SiteSettings.Organization, contacts: SiteSettings.Contacts, language: Sourced<String>,
        products: [SiteSettings.Product]
    ) {
        self.organization = organization
        self.contacts = contacts
        self.language = language
        self.products = products
    }

    package func product(_ id: String) -> SiteSettings.Product? { products.first { $0.id.value == id } }

    /// What a product is called; its id where it is none of the site's.
    package func name(ofProduct id: String) -> String { product(id)?.name.value ?? id }
}

extension SiteSettings {
    /// The names that hold on a day.
    package func names(on day: CalendarDate) -> Names { names.inForce(on: day) }

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
        var named: [String: Moment] = [:]
        for change in documents.flatMap({ $0.providers ?? [] }).flatMap(\.changes) {
            let moment = change.announcement.moment
            for id in change.fields[.products]?.value?.textList ?? [] { named[id] = min(named[id] ?? moment, moment) }
        }
        let products = settings.names[0].terms.products.map { product in
            let id = product.id.value
            let known = [product.from?.value, named[id]].compactMap { $0 }.min()
            return (id, known ?? Moment(settings.since.value))
        }
        return Dictionary(products, uniquingKeysWith: { first, _ in first })
    }

    /// The names as a build speaking for `asOf` knows them: without those that come later, and without a product that
    /// is not public yet.
    func names(announcedBy asOf: AsOf) -> [Dated<Names>] {
        let moments = productMoments
        return settings.names.filter { $0.from.map { asOf.covers(Moment($0.value)) } ?? true }.map { block in
            var block = block
            block.terms.products.removeAll { product in
                !(moments[product.id.value].map(asOf.covers) ?? false)
            }
            return block
        }
    }
}
