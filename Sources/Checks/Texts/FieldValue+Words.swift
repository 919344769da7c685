import Model
import Site

extension FieldValue {
    /// The words in a field's value that its author chose freely; codes, dates and addresses are none.
    func texts(of field: ProviderField) -> [String] {
        switch self {
        case .text(let text): field.holdsAddresses ? [] : [text]
        case .texts(let texts): texts
        case .groups(let groups):
            groups.flatMap { group in
                switch group {
                case .text(let text): [text]
                case .group(let name, let texts): [name] + texts
                }
            }
        case .places(let places): places.compactMap { if case .rule(let words, _) = $0 { words } else { nil } }
        case .transfer, .date: []
        case .map(let entries):
            entries.flatMap { entry -> [String] in
                switch entry.value {
                case .text(let text): field.holdsAddresses ? [] : [text]
                case .texts(let texts): texts
                case .links(let links): links.map(\.name)
                case .bool, .removed: []
                }
            }
        }
    }

    /// The addresses in a field's value.
    func addresses(of field: ProviderField) -> [String] { field.holdsAddresses ? addresses : [] }
}

extension ProviderField {
    /// Whether texts that an author words freely stand in it; those of the other fields are codes, ids and single words.
    var isOfFreeTexts: Bool {
        switch type {
        case .text, .oneOrMore, .texts, .groups, .places, .urls, .ai: true
        case .choice, .transfer, .products, .provider, .url, .date, .map: false
        }
    }

    /// Whether its values are addresses, and the names of some.
    fileprivate var holdsAddresses: Bool {
        switch type {
        case .url, .urls: true
        default: false
        }
    }
}
