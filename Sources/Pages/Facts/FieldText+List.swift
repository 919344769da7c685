import Diagnostics
import Feeds
import Formats
import Model

extension FieldText {
    /// What limits the use of a company: the products, whether customers turn it on, the condition.
    func limits(_ fields: [ProviderField: FieldValue]) -> String {
        let items = ProviderField.limits.compactMap { field in
            switch fields[field] {
            case nil: field == .products && isForAllProducts(fields) ? "For all products" : nil
            case .texts(let ids)? where field == .products:
                ids.isEmpty
                    ? "For no product"
                    : "Only for "
                        + Voice(language: names.language.value).html(
                            English.list(ids.map { names.name(ofProduct: $0).authored }))
            case let value?: html(value, of: field)
            }
        }
        return items.isEmpty ? nothing("no limit stated") : list(items)
    }

    /// Links to what a company has published of itself: its terms, and its other documents.
    func documents(_ fields: [ProviderField: FieldValue]) -> String {
        var items: [String] = []
        if case .text(let address)? = fields[.terms] { items.append(link(address, Labels.field(.terms))) }
        if case .map(let entries)? = fields[.links] {
            let voice = voice(of: .map(entries), .links)
            items += entries.flatMap { self.items(of: .links, $0, voice) }
        }
        return items.isEmpty ? nothing("none") : list(items)
    }
}

extension ProviderField {
    /// What says of a row for whom, or when, a company is used.
    static let limits: [ProviderField] = [.products, .enabled, .condition]
}
