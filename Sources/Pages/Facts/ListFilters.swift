import Diagnostics
import Language
import Model

/// By what the rows of a list may be filtered: the words that each row answers to, one a line, in attributes of its
/// element. A script of the theme reads them and nothing shows them: each stands in the row in words of its own.
struct ListFilters {
    /// The places that the rows name, with their countries.
    private let places: [(words: String, area: Set<String>)]
    private let names: Names
    private let language: Language
    /// That is shown.
    private let day: CalendarDate
    /// Whether a row says on what its transfers rest: that none needs a mechanism is shown beside such a row alone.
    private let showsTransfer: Bool

    /// - Parameter names: of the products.
    init(_ rows: [ListTables.Row], on day: CalendarDate, names: Names, language: Language) {
        self.names = names
        self.language = language
        self.day = day
        showsTransfer = ListColumn(.transfer).isFilled(by: rows.map(\.state.fieldsToday), on: day)
        places = Set(rows.flatMap { $0.state.fieldsToday.places }.flatMap(\.codes))
            .map { (English.capitalized(language.place(.code($0))), Country.area(of: $0)) }
            .sorted { $0.0 < $1.0 }
    }

    func attributes(of state: ProviderState) -> HTML.Attributes {
        let said = state.fieldsToday
        return [
            "data-place": lines(places(of: said)), "data-data": lines(said[.data]?.textList ?? []),
            "data-product": lines(products(of: said)),
            "data-kind": lines(
                [
                    said[.kind].flatMap { language.choice($0, of: .kind) },
                    state.isRecipient ? language.say("Other recipient") : nil,
                ].compactMap(\.self)),
            "data-use": language.choice(said[.enabled] ?? .text("default"), of: .enabled) ?? "",
            "data-transfer": lines(mechanisms(of: said)),
        ]
    }

    /// The places with which a row has a country in common: one in Ireland answers to the Union, one worldwide to each.
    /// A rule that does not say among which places it chooses bounds nothing.
    private func places(of said: [ProviderField: FieldValue]) -> [String] {
        let area = said.places.reduce(into: Set<String>()) { area, place in
            for code in place.codes.isEmpty ? ["GLOBAL"] : place.codes { area.formUnion(Country.area(of: code)) }
        }
        return places.filter { !$0.area.isDisjoint(with: area) }.map(\.words)
    }

    /// All of them where a row names none.
    private func products(of said: [ProviderField: FieldValue]) -> [String] {
        guard let ids = said[.products]?.textList else { return names.products.map(\.name.value).sorted() }
        return ids.map(names.name(ofProduct:))
    }

    private func mechanisms(of said: [ProviderField: FieldValue]) -> [String] {
        guard case .transfer(let transfer)? = said[.transfer] else {
            return showsTransfer ? [DerivedGround(said, on: day)?.words(in: language)].compactMap(\.self) : []
        }
        let codes =
            switch transfer {
            case .mechanisms(let codes): codes
            case .byLaw(let laws): laws.flatMap(\.mechanisms)
            }
        return codes.map { English.capitalized(language.mechanism($0)) }
    }

    private func lines(_ items: [String]) -> String {
        var seen: Set<String> = []
        return items.map { $0.unmarked.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { seen.insert($0).inserted }.joined(separator: "\n")
    }
}

extension Language {
    fileprivate func choice(_ value: FieldValue, of field: ProviderField) -> String? {
        if case .text(let word) = value { choice(word, of: field) } else { nil }
    }
}
