/// The products that a row is used for.
package struct Reach: Sendable, Hashable {
    private var isAll = false
    private var products: Set<String> = []

    /// None where the row is not listed; all where it names no products.
    package init(_ state: ProviderState) {
        guard state.isListed else { return }
        if let named = state.fields[.products] { products = Set(named.textList) } else { isAll = true }
    }

    /// Of the passages from a day of effect on, and of what held before them.
    init(of passages: [Fold.Passage], from day: CalendarDate) {
        let later = passages.reversed().prefix { $0.effective >= day }
        self.init(later.last?.before ?? passages.last?.after ?? ProviderState())
        for passage in later { formUnion(Reach(passage.after)) }
    }

    package mutating func formUnion(_ other: Reach) {
        isAll = isAll || other.isAll
        products.formUnion(other.products)
    }

    package func isSubset(of other: Reach) -> Bool {
        other.isAll || !isAll && products.isSubset(of: other.products)
    }

    package func contains(_ product: String) -> Bool { isAll || products.contains(product) }
}
