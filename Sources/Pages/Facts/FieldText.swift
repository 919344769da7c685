import Diagnostics
import Feeds
import Formats
import Model

/// A provider's fields as pages show them: a label, and the value as HTML.
struct FieldText {
    let site: PublicSite
    let register: String
    /// By which products are called: those of today, or of the day that is shown.
    let names: Names

    init(site: PublicSite, register: String, names: Names? = nil) {
        self.site = site
        self.register = register
        self.names = names ?? site.settings.namesToday
    }

    /// The rows of a table of facts, in the order of `ProviderField`.
    func rows(
        _ fields: [ProviderField: FieldValue], leavingOut left: Set<ProviderField> = []
    ) -> [(label: String, value: String)] {
        ProviderField.allCases.compactMap { field in
            guard !left.contains(field), let value = fields[field] else { return nil }
            return (Labels.field(field), html(value, of: field))
        }
    }

    /// The row that says that a company for which no products are named is used for all, where the site has products.
    func allProducts(_ fields: [ProviderField: FieldValue]) -> [(label: String, value: String)] {
        guard fields[.products] == nil, !names.products.isEmpty else { return [] }
        return [(Labels.field(.products), "All products")]
    }

    /// The value as HTML; nothing said is a dash for the eye and words for the ear.
    func html(_ value: FieldValue?, of field: ProviderField) -> String {
        guard let value else { return "<span class=\"none\">not stated</span>" }
        switch value {
        case .text(let id) where field.type == .provider: return provider(id)
        case .text(let text) where field.type == .url: return link(text)
        case .text(let text) where field == .contact && text.contains("@") && !text.contains(where: \.isWhitespace):
            return HTML.link("mailto:\(text)", Escaping.html(text))
        case .text(let word) where field.type.isChoice:
            return Escaping.html(Labels.choice(word, of: field))
        case .text(let text): return Escaping.html(text)
        case .texts(let ids) where field == .products:
            let names = ids.map(names.name(ofProduct:))
            return Escaping.html(names.joined(separator: ", "))
        case .texts(let texts): return list(texts.map { Escaping.html($0) })
        case .places(let places): return list(places.map { Escaping.html(sentence(Wording.place($0))) })
        case .transfer(let transfer): return Escaping.html(sentence(Wording.transfer(transfer)))
        case .date(let day): return site.time(day)
        case .map(let entries): return list(entries.compactMap { entry(of: field, $0) })
        }
    }

    /// The value in words, in one line; a list in alphabetical order, as its order says nothing.
    func words(_ value: FieldValue, of field: ProviderField) -> String {
        func list(_ items: [String]) -> String { items.sorted().joined(separator: ", ") }
        switch value {
        case .text(let id) where field.type == .provider: return site.history.name(of: id, in: register)
        case .text(let word) where field.type.isChoice: return Labels.choice(word, of: field)
        case .text(let text): return text
        case .texts(let ids) where field == .products:
            return list(ids.map(names.name(ofProduct:)))
        case .texts(let texts): return list(texts)
        case .places(let places): return list(places.map { sentence(Wording.place($0)) })
        case .transfer(let transfer): return sentence(Wording.transfer(transfer))
        case .date(let day): return English.date(day)
        case .map(let entries): return list(entries.compactMap { Wording.entry($0).map(sentence) })
        }
    }

    private func list(_ items: [String]) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        return "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
    }

    private func entry(of field: ProviderField, _ entry: FieldValue.Entry) -> String? {
        if case .urls = field.type, case .text(let address) = entry.value {
            let label = Escaping.html(Labels.link(entry.key))
            return address == Erasure.standIn ? "\(label) \(address)" : HTML.link(site.local(address), label)
        }
        return Wording.entry(entry).map { Escaping.html(sentence($0)) }
    }

    /// An address as a link; one that is erased leads nowhere.
    private func link(_ address: String) -> String {
        address == Erasure.standIn ? address : HTML.link(site.local(address), Escaping.html(address))
    }

    private func provider(_ id: String) -> String {
        let name = Escaping.html(site.history.name(of: id, in: register))
        guard site.history.document(register)?.register?.provider(id) != nil else { return name }
        return HTML.link("/\(register)/\(id)/", name)
    }

    /// With a capital letter, as the start of a cell.
    private func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}

extension ProviderField.ValueType {
    fileprivate var isChoice: Bool { if case .choice = self { true } else { false } }
}
