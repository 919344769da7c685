import Language
import Model
import Site

extension FieldText {
    /// What limits the use of a company: the products, whether customers turn it on, the condition; nil where nothing does.
    func limits(_ fields: [ProviderField: FieldValue]) -> String? {
        let items = ProviderField.limits.compactMap { field -> String? in
            switch fields[field] {
            case nil: field == .products && isForAllProducts(fields) ? site.say("For all products") : nil
            case .texts([])? where field == .products: site.say("For no product")
            case .texts(let ids)? where field == .products:
                site.say(
                    "Only for \(namesVoice.html(site.language.list(ids.map { names.name(ofProduct: $0).authored })))")
            case let value?: html(value, of: field)
            }
        }
        return items.isEmpty ? nil : list(items)
    }

    /// The marks of a row: for which products it is used, whether customers choose, on whose behalf.
    func tags(_ fields: [ProviderField: FieldValue]) -> [String] {
        func tag(_ words: String, _ name: String = "tag") -> String { HTML.inline("span", ["class": name], words) }
        var tags: [String] = []
        if case .texts(let ids)? = fields[.products] {
            let words = ids.isEmpty ? site.say("For no product") : site.language.line(items(.texts(ids), of: .products))
            tags.append(tag(words))
        }
        switch fields[.enabled] {
        case .text("opt-in")?: tags.append(tag(site.say("Opt-in"), "tag choice"))
        case .text("opt-out")?: tags.append(tag(site.say("Can be switched off"), "tag choice"))
        default: break
        }
        if let via = fields[.via] { tags.append(tag(site.say("via \(html(via, of: .via))"))) }
        return tags
    }

    /// Links to what a company has published of itself: its terms, and its other documents.
    func documents(_ fields: [ProviderField: FieldValue]) -> String {
        var items: [String] = []
        if case .text(let address)? = fields[.terms] {
            items.append(link(address, site.language.label(of: ProviderField.terms)))
        }
        if case .map(let entries)? = fields[.links] {
            let voice = voice(of: .map(entries), .links)
            items += entries.flatMap { self.items(of: .links, $0, voice) }
        }
        return items.joined(separator: " ")
    }
}

extension ProviderField {
    /// What says of a row for whom, or when, a company is used.
    static let limits: [ProviderField] = [.products, .enabled, .condition]
}
