import Diagnostics
import Model

/// Reads the fields of a provider's state, each by its type in `ProviderField`.
///
/// A field that is wrong is reported, and a stand-in takes its place that no other check stumbles over.
struct ProviderFieldReader {
    let map: MappingReader
    let values: ValueReader
    let context: ReadingContext
    let isFirst: Bool
    /// Whether `(erased)` may stand where something else must: an address, and more than once in a list.
    let isErased: Bool
    let required: Set<ProviderField>
    /// The day on which the state was announced.
    let day: CalendarDate

    func fields() -> [ProviderField: Sourced<FieldValue?>] {
        var fields: [ProviderField: Sourced<FieldValue?>] = [:]
        for field in ProviderField.allCases {
            let key = field.rawValue
            guard let entry = map.entry(key, isRequired: isFirst && required.contains(field)) else {
                if isFirst, required.contains(field) {
                    let isGone = isErased && [.text, .oneOrMore].contains(field.type)
                    map.reportMissing(key, example: isGone ? "\(key): \(Erasure.standIn)" : field.example)
                }
                continue
            }
            if !isFirst, !required.contains(field) { entry.value.allow(.null) }
            if entry.value.isNull {
                if let removal = map.noting(entry, { _, _ in removal(of: field, entry) }) { fields[field] = removal }
            } else {
                if required.contains(field), case .list(let items) = entry.value.content, items.isEmpty {
                    values.findings.add(
                        .missingKey, at: entry.value.span, "\"\(key)\" must say something, and this list is empty",
                        help: "write \(field.example)")
                }
                let value = map.noting(entry) { node, _ in read(field, node) }
                fields[field] = Sourced(value ?? standIn(for: field), at: entry.value.span)
            }
        }
        return fields
    }

    /// `~`: the field goes, which only a change can say, and not of what must be there.
    private func removal(of field: ProviderField, _ entry: YAMLNode.Entry) -> Sourced<FieldValue?>? {
        if isFirst {
            return values.wrong(
                entry.value, "\"\(entry.key)\" has no value; there is nothing to remove in the state when first listed",
                help: "write \(field.example), or take the line out")
        }
        if required.contains(field) {
            values.findings.add(
                .missingKey, at: entry.value.span, "\"\(entry.key)\" must be there and cannot be removed",
                help: "write its new value, or take the line out")
            return nil
        }
        return Sourced(nil, at: entry.value.span)
    }

    private func read(_ field: ProviderField, _ node: YAMLNode) -> FieldValue? {
        let key = field.rawValue
        switch field.type {
        case .text: return values.text(node, key).map { .text($0.value) }
        case .choice(let words): return values.choice(words)(node, key).map { .text($0.value) }
        case .texts:
            return values.texts(node, key, example: "[\(field.exampleValue)]", minimum: 1).map {
                .texts($0.map(\.value))
            }
        case .oneOrMore: return oneOrMore(node, field)
        case .groups: return groups(node, field)
        case .places: return places(node, key)
        case .transfer: return transfer(node, key)
        case .products: return products(node, key)
        case .provider: return values.id(.provider)(node, key).map { .text($0.value) }
        case .url: return (field == .website ? website(node, key) : address(node, key)).map { .text($0.value) }
        case .date: return values.date(node, key).map { .date($0.value) }
        case .map(let keys): return mapOf(keys.map { ($0, .text) }, node, field)
        case .urls(let keys):
            return mapOf(
                keys.map { ($0, MapValue.url) } + [(ProviderField.otherLinks, MapValue.links)], node, field)
        case .ai:
            return mapOf(
                ProviderField.aiKeys.map { key, type in
                    switch type {
                    case .text: (key, .text)
                    case .texts: (key, .texts)
                    case .bool: (key, .bool)
                    }
                }, node, field)
        }
    }

    private func products(_ node: YAMLNode, _ key: String) -> FieldValue? {
        if let all = allProducts(node) {
            let known = context.settings?.namesToday.products.map(\.id.value) ?? []
            let help = known.isEmpty ? "write their ids" : "write [\(known.joined(separator: ", "))]"
            let isRequired = required.contains(.products)
            return values.wrong(
                all, "\"\(key)\" names single products; a row that names none is of all",
                help: isRequired ? help : isFirst ? "leave the line out" : "write \(key): ~, or leave the line out")
        }
        guard let ids = values.words(node, key, example: "[studio]", form: productForm, minimum: 1) else {
            return nil
        }
        for id in ids {
            guard let settings = context.settings, !settings.unreadable.contains("products") else { break }
            let names = settings.namesToday
            guard names.product(id.value) == nil else { continue }
            let products = names.products.map(\.id.value)
            values.findings.add(
                .invalidID, at: id.span, "\"\(shown(id.value))\" is not a product of this site",
                help: severalInOne(id.value) { part in product(named: part) ?? products.first { $0 == part } }
                    ?? (product(named: id.value) ?? nearMiss(id.value, among: products)).map { "did you mean \($0)?" }
                    ?? (products.isEmpty
                        ? "add products: {\(slug(id.value)): …} to site.yaml"
                        : "the products are \(products.joined(separator: ", "))"))
        }
        return .texts(ids.flatMap { $0.value.contains(";") ? $0.value.partsOfItem : [$0.value] })
    }

    /// The word that means all products, alone or in a list, where none is called so.
    private func allProducts(_ node: YAMLNode) -> YAMLNode? {
        let word = if case .list(let items) = node.content, items.count == 1 { items[0] } else { node }
        guard let text = word.scalar?.lowercased(), ["all", "all products", "alle", "alle produkte"].contains(text),
            context.settings?.namesToday.product(text) == nil, product(named: text) == nil
        else { return nil }
        return word
    }

    /// A product of the site, where its settings are known.
    private var productForm: ValueForm {
        let products = context.settings?.namesToday.products.map(\.id.value) ?? []
        return products.isEmpty ? .id : .choice(products)
    }

    /// The id of the product that has a name.
    private func product(named name: String) -> String? {
        context.settings?.products.first { $0.name.value.lowercased() == name.lowercased() }?.id.value
    }

    private enum MapValue { case text, url, texts, bool, links }

    private func mapOf(_ keys: [(String, MapValue)], _ node: YAMLNode, _ field: ProviderField) -> FieldValue? {
        guard let map = values.map(node, field.rawValue, what: field.rawValue, example: field.example) else {
            return nil
        }
        var read: [String: FieldValue.EntryValue] = [:]
        for (key, type) in keys {
            guard let entry = map.entry(key) else { continue }
            if !isFirst { entry.value.allow(.null) }
            if entry.value.isNull, !isFirst {
                read[key] = .removed
                continue
            }
            switch type {
            case .text: read[key] = values.text(entry.value, key).map { .text($0.value) }
            case .url: read[key] = address(entry.value, key).map { .text($0.value) }
            case .texts:
                let repeatable = isErased ? Erasure.standIn : nil
                read[key] = values.texts(entry.value, key, example: "[…]", minimum: 1, repeatable: repeatable).map {
                    .texts($0.map(\.value))
                }
            case .bool: read[key] = values.bool(entry.value, key).map { .bool($0.value) }
            case .links: read[key] = namedLinks(entry.value, key).map { .links($0) }
            }
        }
        let named = field == .links ? reportOtherLinks(in: map.entries, besides: keys.map(\.0)) : []
        map.finish { named.contains($0) }
        // A map has no order, and the JSON that is published of it has none.
        return .map(keys.compactMap { key, _ in read[key].map { FieldValue.Entry(key, $0) } })
    }

    /// A web address, or a file of the site: contracts often lie beside the list.
    func address(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        let isFile = node.scalar?.hasPrefix("/files/") ?? false
        return erased(node) ?? (isFile ? values.addressOrPath(node, key) : values.address(node, key, form: .link))
    }

    private func website(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        erased(node) ?? values.address(node, key, form: .website)
    }

    private func erased(_ node: YAMLNode) -> Sourced<String>? {
        isErased && node.scalar == Erasure.standIn ? Sourced(Erasure.standIn, at: node.span) : nil
    }

    private func standIn(for field: ProviderField) -> FieldValue {
        switch field.type {
        case .choice(let words): .text(words.first ?? "")
        case .texts, .groups, .products: .texts([])
        case .places: .places([])
        case .transfer: .transfer(.mechanisms([TransferMechanism.scc.rawValue]))
        case .date: .date(day)
        case .map, .urls, .ai: .map([])
        case .text, .oneOrMore, .provider, .url: .text("")
        }
    }
}
