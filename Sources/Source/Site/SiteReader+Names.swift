import Diagnostics
import Model

extension SiteReader {
    /// `organization`, `contacts`, `language` and `products`, and behind them what `renamed` makes of them.
    ///
    /// - Parameter unread: gains the keys of which something is missing or could not be read, which is reported.
    func names(unread: inout Set<String>) -> [Dated<Names>] {
        func read<Value>(_ key: String, _ value: () -> Value) -> Value {
            let count = values.findings.count
            defer { if values.findings.count > count || site.isMisspelt(key) { unread.insert(key) } }
            return value()
        }
        unread.formUnion(["organization", "contacts"].filter { !site.has($0) })
        let first = Names(
            organization: read("organization", organization), contacts: read("contacts", contacts),
            language: read("language") { site.optional("language", language) } ?? standIn("en"),
            products: read("products") { site.optional("products", products) } ?? [])
        var blocks = [Dated(from: nil, terms: first)]
        blocks += read("renamed") { site.optional("renamed") { renamed($0, $1, after: first) } } ?? []
        return blocks
    }

    private func organization() -> SiteSettings.Organization {
        let example = "organization: {name: Example Ltd}"
        let map = site.required("organization", example: example) { node, key in
            values.map(node, key, what: "organization", example: example)
        }
        let name = map?.required("name", example: "name: Example Ltd", values.text)
        let organization = SiteSettings.Organization(
            name: name ?? standIn("Organization"), legalName: map?.optional("legal_name", values.text),
            address: map?.optional("address", values.text))
        map?.finish()
        return organization
    }

    private func contacts() -> SiteSettings.Contacts {
        let example = "contacts: {security: security@example.com, privacy: …, legal: …}"
        let map = site.required("contacts", example: example) { node, key in
            values.map(node, key, what: "contacts", example: example)
        }
        func address(_ key: String) -> Sourced<String> {
            map?.required(key, example: "\(key): \(key)@example.com", values.mailAddress)
                ?? standIn("\(key)@site.invalid")
        }
        let contacts = SiteSettings.Contacts(
            security: address("security"), privacy: address("privacy"), legal: address("legal"))
        map?.finish()
        return contacts
    }

    private func products(_ node: YAMLNode, _ key: String) -> [SiteSettings.Product]? {
        let names = if case .list(let items) = node.content { items.compactMap(\.scalar) } else { [String]() }
        let named = names.filter { !slug($0).isEmpty }.map { "\(slug($0)): \($0)" }
        let example = named.isEmpty ? "studio: Studio" : shown(named.joined(separator: ", "))
        guard let map = values.map(node, key, what: key, example: "products: {\(example)}") else { return nil }
        return map.entries(ofKeys: .id, as: "studio").compactMap { entry in
            let keyNode = YAMLNode(content: .scalar(entry.key, isPlain: true), span: entry.keySpan)
            guard let id = values.id(.product)(keyNode, key) else { return nil }
            return product(id, entry.value, mayBegin: true)
        }
    }

    /// A name, or `{name: Studio, retired: 2028-01-01}`.
    ///
    /// - Parameter mayBegin: whether it may say from when the product is public.
    private func product(_ id: Sourced<String>, _ node: YAMLNode, mayBegin: Bool) -> SiteSettings.Product? {
        node.read(
            asMap: { productMap(id, node, mayBegin: mayBegin) },
            otherwise: { values.text(node, id.value).map { SiteSettings.Product(id: id, name: $0) } })
    }

    private func productMap(_ id: Sourced<String>, _ node: YAMLNode, mayBegin: Bool) -> SiteSettings.Product? {
        let example = "\(id.value): {name: Studio, retired: YYYY-MM-DD}"
        guard let map = values.map(node, id.value, what: "a product", example: example) else { return nil }
        defer { map.finish() }
        let name = map.required("name", example: "name: Studio", values.text)
        let from = mayBegin ? map.optional("from", values.moment) : nil
        let retired = map.optional("retired", values.date)
        if let from, let retired, retired.value <= from.value.day {
            values.findings.add(
                .invalidDate, at: retired.span, "this product is retired before it is public, on \(from.value)",
                help: "write \(from.value.day.adding(days: 1)) or later, or leave retired out")
        }
        return name.map { SiteSettings.Product(id: id, name: $0, from: from, retired: retired) }
    }
}

extension SiteReader {
    /// `renamed: [{from: 2028-01-01, organization: {name: …}}]`: of each item all names that hold from its day on.
    private func renamed(_ node: YAMLNode, _ key: String, after first: Names) -> [Dated<Names>]? {
        let example = "{from: YYYY-MM-DD, organization: {name: Example Ltd}}"
        return values.list(node, key, example: "[\(example)]").map { items in
            let most = Self.mostRenamings(of: first.products.count)
            if items.count > most {
                values.findings.add(
                    .tooComplex, at: items[most].span,
                    "\"\(key)\" has more than \(most) items, each of which is told to the customers of every product",
                    help: "write fewer; what is called otherwise from one day on can stand in one item")
            }
            var blocks: [Dated<Names>] = []
            for item in items.prefix(most) {
                guard let map = values.map(item, key, what: "an item of renamed", example: example) else { continue }
                let from = readFrom(map, after: blocks.last?.from)
                var names = blocks.last?.terms ?? first
                rename(&names, map, from: from?.value ?? .distantPast)
                map.finish()
                if let from { blocks.append(Dated(from: from, terms: names)) }
            }
            return blocks
        }
    }

    /// How many items of `renamed` may stand there: each is a notice that names all products, in the feeds of all of them.
    static func mostRenamings(of products: Int) -> Int { 50_000 / max(products, 50) }

    private func readFrom(_ map: MappingReader, after last: Sourced<CalendarDate>?) -> Sourced<CalendarDate>? {
        guard let from = map.required("from", example: "from: YYYY-MM-DD, the first day of the new names", values.date)
        else { return nil }
        if let last, from.value <= last.value {
            values.findings.add(
                .invalidDate, at: from.span,
                "these names are not later than those before them, which hold from \(last.value)",
                help: "write \(last.value.adding(days: 1)) or later, or put the items in order")
            return nil
        }
        return from
    }

    /// What an item leaves out stays; `~` takes away what may be missing.
    private func rename(_ names: inout Names, _ map: MappingReader, from: CalendarDate) {
        map.optional("organization") { node, key in
            guard let own = values.map(node, key, what: key, example: "organization: {name: Example Ltd}") else {
                return
            }
            if let name = own.optional("name", values.text) { names.organization.name = name }
            names.organization.legalName = replaced(names.organization.legalName, own, "legal_name")
            names.organization.address = replaced(names.organization.address, own, "address")
            own.finish()
        }
        map.optional("contacts") { node, key in
            guard let own = values.map(node, key, what: key, example: "contacts: {privacy: privacy@example.com}")
            else { return }
            for contact in SiteSettings.Contacts.Kind.allCases {
                if let address = own.optional(contact.rawValue, values.mailAddress) {
                    names.contacts[contact] = address
                }
            }
            own.finish()
        }
        map.optional("products") { node, key in
            guard let own = values.map(node, key, what: key, example: "products: {studio: Studio Pro}") else { return }
            for entry in own.entries(ofKeys: .id, as: "studio") { rename(entry, in: &names, from: from) }
        }
        if let language = map.optional("language", language) { names.language = language }
    }

    private func replaced(_ old: Sourced<String>?, _ map: MappingReader, _ key: String) -> Sourced<String>? {
        guard let entry = map.entry(key) else { return old }
        entry.value.allow(.null)
        return entry.value.isNull ? nil : values.text(entry.value, key) ?? old
    }

    /// A product that was retired by then is offered again; one that is to be retired later still is.
    private func rename(_ entry: YAMLNode.Entry, in names: inout Names, from: CalendarDate) {
        guard let old = names.product(entry.key) else {
            let ids = names.products.map(\.id.value)
            values.findings.add(
                .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" is not a product of this site",
                help: nearMiss(entry.key, among: ids).map { "did you mean \($0)?" }
                    ?? (ids.isEmpty ? "add it to products" : "the products are \(ids.joined(separator: ", "))"))
            return
        }
        guard var new = product(Sourced(entry.key, at: entry.keySpan), entry.value, mayBegin: false) else { return }
        new.id = old.id
        new.from = old.from
        if new.retired == nil, old.isOffered(on: from) { new.retired = old.retired }
        names.replace(with: new)
    }
}
