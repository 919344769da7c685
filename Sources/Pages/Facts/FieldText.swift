import Diagnostics
import Formats
import Language
import Model
import Site

/// A provider's fields as pages show them: a label, and the value as HTML.
struct FieldText {
    let site: PublicSite
    let register: String
    /// By which products are called: those of today, or of the day that is shown.
    let names: Names
    /// The day by whose names other companies are called.
    private let day: CalendarDate
    /// Whose fields they are: of some it is known when they were written, and so in which language.
    private let changes: [Change]

    /// - Parameters:
    ///   - names: nil for those of today.
    ///   - day: that is shown; nil for today.
    init(site: PublicSite, register: String, names: Names? = nil, on day: CalendarDate? = nil, row: String = "") {
        self.site = site
        self.register = register
        self.names = names ?? site.settings.namesToday
        self.day = day ?? site.today
        let isAsked = site.voices.differ && !row.isEmpty
        changes = isAsked ? site.history.document(register)?.register?.provider(row)?.changes ?? [] : []
    }

    /// What a change says: products are called as when it was announced, other companies as when it takes effect.
    init(site: PublicSite, change: Change) {
        self.init(
            site: site, register: change.register, names: site.history.names(at: change.moment),
            on: change.announcement.currentEffective, row: change.id.provider)
    }

    /// Who speaks in the names of products.
    var namesVoice: Voice { site.voices.of(names.language.value) }

    /// The same for a row of the list.
    func of(_ row: String) -> FieldText {
        site.voices.differ ? FieldText(site: site, register: register, names: names, on: day, row: row) : self
    }

    /// A row's name as HTML.
    func name(_ name: String) -> String { voice(ofName: name).authors(Escaping.html(name)) }

    func voice(ofName name: String) -> Voice { voice(since: { $0.name == name }) }

    /// Of a field's value, that of the first change after which the list said it.
    func voice(of value: FieldValue, _ field: ProviderField) -> Voice {
        voice(since: { $0.fieldsToday[field] == value })
    }

    private func voice(since isSaid: (ProviderState) -> Bool) -> Voice {
        site.voices.at(changes.first { isSaid($0.stateAfter) }?.moment)
    }

    /// The rows of a table of facts, in the order of `ProviderField`.
    func rows(
        _ fields: [ProviderField: FieldValue], leavingOut left: Set<ProviderField> = []
    ) -> [(label: String, value: String)] {
        ProviderField.allCases.compactMap { field in
            guard !left.contains(field), let value = fields[field] else { return nil }
            return (site.language.label(of: field), html(value, of: field))
        }
    }

    /// The row that says that a company for which no products are named is used for all, where the site has products.
    func allProducts(_ fields: [ProviderField: FieldValue]) -> [(label: String, value: String)] {
        guard isForAllProducts(fields) else { return [] }
        return [(site.language.label(of: ProviderField.products), html(nil, of: .products))]
    }

    /// Whether a site that has products uses a company for all of them: it names none.
    func isForAllProducts(_ fields: [ProviderField: FieldValue]) -> Bool {
        fields[.products] == nil && !names.products.isEmpty
    }

    /// The value as HTML; words for nothing said.
    func html(_ value: FieldValue?, of field: ProviderField) -> String {
        guard let value else { return implied(field) ?? notStated }
        let items = items(value, of: field)
        return field == .products ? site.language.line(items) : list(items)
    }

    /// What a value says, item by item, as HTML.
    ///
    /// - Parameters:
    ///   - isRunning: whether the items follow each other in a line, in which none begins anew.
    ///   - voice: who speaks; without it, who first gave the value.
    func items(_ value: FieldValue, of field: ProviderField, isRunning: Bool = false, in voice: Voice? = nil)
        -> [String]
    {
        let voice = voice ?? self.voice(of: value, field)
        func authors(_ words: String) -> String { voice.authors(Escaping.html(words)) }
        switch value {
        case .text(let id) where field.type == .provider: return [provider(id)]
        case .text(let text) where field.type == .url: return [link(text)]
        case .text(let text) where field == .contact: return [contact(text, authors)]
        case .text(let word) where field.type.isChoice: return [Escaping.html(site.language.choice(word, of: field))]
        case .text(let text): return [authors(text)]
        case .texts(let ids) where field == .products:
            return ids.map { namesVoice.authors(Escaping.html(names.name(ofProduct: $0))) }
        case .texts(let texts) where field == .contact: return texts.map { contact($0, authors) }
        case .texts(let texts): return texts.map(authors)
        case .groups(let groups) where isRunning: return site.language.items(groups).map(voice.html)
        case .groups(let groups): return groups.map { authors($0.line) }
        case .places(let places):
            return places.map(site.language.place).map { voice.html(isRunning ? $0 : English.capitalized($0)) }
        case .transfer(let transfer): return [Escaping.html(English.capitalized(site.language.transfer(transfer)))]
        case .date(let day): return [site.time(day)]
        case .map(let entries): return entries.flatMap { items(of: field, $0, voice, isRunning: isRunning) }
        }
    }

    /// On what transfers rest; of a row that names no mechanism, what the tables of countries say of its places on the day
    /// that is shown.
    func transfer(_ said: [ProviderField: FieldValue], on day: CalendarDate) -> String {
        if let written = said[.transfer] { return html(written, of: .transfer) }
        return DerivedGround(said, on: day).map { Escaping.html($0.words(in: site.language)) } ?? notStated
    }

    /// What a field says that is left out, as filters and notices have it: a row that names no products is used for all. Nil
    /// for a field that says nothing then.
    func implied(_ field: ProviderField) -> String? {
        if field == .products { return names.products.isEmpty ? nil : site.say("All products") }
        return field.impliedWord.map { Escaping.html(site.language.choice($0, of: field)) }
    }

    /// What stands in the place of a value that nobody states.
    var notStated: String { nothing(site.say("not stated")) }

    func nothing(_ words: String) -> String { HTML.inline("span", ["class": "none"], words) }

    /// Items of HTML in one cell, below each other.
    func list(_ items: [String]) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        return "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>"
    }

    /// What an entry of a map says, as items of a list.
    func items(
        of field: ProviderField, _ entry: FieldValue.Entry, _ voice: Voice, isRunning: Bool = false
    ) -> [String] {
        switch (field.type, entry.value) {
        case (.urls, .text(let address)): [link(address, site.language.link(entry.key) ?? entry.key.authored, voice)]
        case (_, .text(let id)) where field == .identifiers:
            ["\(Escaping.html(site.language.identifier(entry.key))): \(voice.authors(Escaping.html(id)))"]
        case (.urls, .links(let links)): links.map { link($0.url, $0.name.authored, voice) }
        default:
            site.language.entry(entry).map {
                [voice.html(English.capitalized(isRunning ? English.withoutStop($0) : $0))]
            } ?? []
        }
    }

    /// A contact; one that is a mail address and nothing else can be written to.
    private func contact(_ text: String, _ authors: (String) -> String) -> String {
        let isAddress = text.contains("@") && !text.contains(where: \.isWhitespace)
        return isAddress ? HTML.link("mailto:\(text)", site.isolated(text)) : authors(text)
    }

    /// An address as a link with words of its own, or its own letters; one that is erased leads nowhere.
    func link(_ address: String, _ words: String? = nil, _ voice: Voice? = nil) -> String {
        let isErased = address == Erasure.standIn
        guard let words = words.map((voice ?? site.voice).html) else {
            return isErased ? address : site.link(address, site.isolated(address))
        }
        return isErased ? "\(words) \(address)" : site.link(address, words)
    }

    private func provider(_ id: String) -> String {
        let name = of(id).name(site.history.name(of: id, in: register, on: day))
        guard site.history.document(register)?.register?.provider(id) != nil else { return name }
        return site.link("/\(register)/\(id)/", name)
    }

}

extension ProviderField.ValueType {
    fileprivate var isChoice: Bool { if case .choice = self { true } else { false } }
}

extension DerivedGround {
    /// `Adequacy decision (Japan and the United Kingdom)`; of a decision for a part of a country's recipients with that part.
    func words(in language: Language) -> String {
        guard case .decisions(let decisions) = self else { return language.say("Not needed (EEA)") }
        var hasParts = false
        let countries = decisions.map { decision in
            let country = language.place(.code(decision.country))
            guard case .part(let part) = decision.scope else { return country }
            hasParts = true
            return country + language.comma + language.part(part)
        }
        let list = hasParts ? countries.joined(separator: language.semicolon) : language.list(countries)
        return language.say("Adequacy decision (\(list))")
    }
}
