import Model

/// For whom the row is: of every product or under no condition where nil.
struct RowScope: Hashable {
    var condition: String?
    var products: [String]?

    init(of state: ProviderState) {
        let letters = state.letters(of: .condition)
        condition = letters.isEmpty ? nil : letters
        products = if case .texts(let ids)? = state.fields[.products] { ids } else { nil }
    }

    /// A part of the customers: of one product or none named, under one condition or none.
    struct Part: Hashable {
        enum Limit: Hashable {
            case any, unlimited
            case only(String)
        }

        var product: Limit
        var condition: Limit
    }
}

extension RowScope {
    /// Where a row is found by another that shares a customer with it.
    var offered: [Part] {
        parts(
            [.any] + (products?.map(Part.Limit.only) ?? [.unlimited]),
            [.any, condition.map(Part.Limit.only) ?? .unlimited])
    }

    /// Where the rows are that share a customer with this one.
    var wanted: [Part] {
        parts(
            products.map { [.unlimited] + $0.map(Part.Limit.only) } ?? [.any],
            condition.map { [.unlimited, .only($0)] } ?? [.any])
    }

    private func parts(_ products: [Part.Limit], _ conditions: [Part.Limit]) -> [Part] {
        products.flatMap { product in conditions.map { Part(product: product, condition: $0) } }
    }
}
