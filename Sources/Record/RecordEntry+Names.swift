import Diagnostics
import Formats
import Model
import Site

extension RecordEntry {
    /// The lines of what the site is called and whom it names: one for the beginning, and one for each day on which
    /// something of it changes.
    static func names(_ settings: SiteSettings) -> [RecordEntry] {
        var last: String?
        return settings.names.compactMap { block in
            let preimage = block.terms.recorded.canonical
            defer { last = preimage }
            return preimage == last
                ? nil : RecordEntry(.names(block), key: .names(from: block.from?.value), preimage: preimage)
        }
    }

    /// The lines of products: one where each becomes public, and one for each day on which its name changes, or on
    /// which it is retired or offered again.
    static func products(of library: Library, asOf: AsOf) -> [RecordEntry] {
        let moments = library.productMoments
        let blocks = library.settings.names
        let days = blocks.compactMap(\.from?.value)
        return library.settings.products.flatMap { product -> [RecordEntry] in
            let id = product.id.value
            guard let beginning = moments[id] else { return [] }
            let retirements = blocks.compactMap { $0.terms.product(id)?.retired?.value }
            let later = Set((days + retirements).map { Moment($0) }).filter { $0 > beginning && asOf.covers($0) }
                .sorted()
            var last: RecordedProduct?
            return ([beginning] + later).compactMap { moment in
                guard let now = library.settings.names(on: moment.day).product(id) else { return nil }
                let state = RecordedProduct(product: now, moment: moment)
                defer { last = state }
                guard state.name != last?.name || state.retired != last?.retired else { return nil }
                return RecordEntry(
                    .product(state), key: .product(id, from: moment),
                    members: state.retired.map { [.init("retired", .string("\($0)"))] } ?? [],
                    preimage: JSONValue.string(state.name).canonical)
            }
        }
    }

    private init(
        _ subject: Subject, key: RecordKey, members: [JSONValue.Member] = [], preimage: String
    ) {
        self.init(
            subject, key: key, members: [.init("sha256", .string(sha256(preimage.utf8)))] + members,
            preimages: [preimage])
    }
}

/// A product from a moment on, as a line has it.
package struct RecordedProduct: Sendable {
    package var product: SiteSettings.Product
    package var moment: Moment

    var name: String { product.name.value }
    /// The day of its retirement, once that has come.
    var retired: CalendarDate? { isRetired ? product.retired?.value : nil }
    package var isRetired: Bool { !product.isOffered(on: moment.day) }
}

extension RecordKey {
    static func names(from day: CalendarDate?) -> RecordKey {
        RecordKey(kind: .names, moment: day.map { "\($0)" } ?? "")
    }

    fileprivate static func product(_ id: String, from moment: Moment) -> RecordKey {
        RecordKey(kind: .product, moment: "\(moment)", item: id)
    }
}

extension Renaming {
    /// The keys of the lines that a renaming makes.
    package var recordKeys: [RecordKey] {
        [.names(from: from.value)] + after.products.map { .product($0.id.value, from: Moment(from.value)) }
    }
}
