import Language
import Model

/// One thing that a change does to a company, as the data has it and in no language's words. Texts in it are an author's,
/// in one line.
enum ChangeFact {
    /// It comes; where `isStart`, the record begins with it on the list, so that nobody was told that it came.
    case added(isRecipient: Bool, replaces: String?, purpose: String, isStart: Bool)
    case removed
    case returned(isRecipient: Bool, purpose: String)
    /// Its note is made clearer; where `isAlone`, nothing else changes on that day.
    case clarified(isAlone: Bool)
    case renamed(String)
    case entity(String)
    case role(isRecipient: Bool)
    case purpose(String)
    /// The list says this of it no more.
    case ungiven(ProviderField)
    case data(Shift<[String]>)
    case subjects(Shift<[String]>)
    /// Products by their names.
    case products(Shift<[String]>)
    case allProducts, noProduct
    /// Of all products, these are left.
    case onlyProducts([String])
    case places(ProviderField, Shift<[PlaceFact]>)
    /// A rule of places stays, with other countries to choose from.
    case choice(ProviderField, rule: String, of: [String], insteadOf: [String])
    /// Rules that bound places which stay are gone.
    case unbound(ProviderField, [PlaceFact])
    case transfer(Shift<[Transfer.Law]>)
    case aiTerms([AITermFact])
    case enabled(Enabling)
    /// The condition under which it was used is gone.
    case unconditional(String)
    case kind(isAffiliate: Bool)
    /// What has no words of its own; nothing where not even a field can be named.
    case details([DetailFact])

    enum Enabling { case byDefault, optIn, optOut }
}

/// What a list gains or loses, or has in place of all that it had.
enum Shift<Items> {
    /// `also`: beside what it has already.
    case gain(Items, also: Bool)
    case loss(Items)
    case exchange(Items, insteadOf: Items)
}

/// A place that is gained or lost.
enum PlaceFact {
    /// A country or an area, and what of it is not meant.
    case code(String, outside: [String])
    case rule(String, of: [String])

    /// A rule in words of a language: `“Customer selects the region” (Germany or Ireland)`; nil for any other place.
    func rule(in language: Language) -> String? {
        if case .rule(let words, let codes) = self { language.rule(language.quoted(words), of: codes) } else { nil }
    }
}

/// What became of one of a company's AI terms.
enum AITermFact {
    case given(FieldValue.Entry)
    /// By its key.
    case ungiven(String)

    /// In words of a language, without a full stop; nil for one that has none.
    ///
    /// - Parameter ungiven: says that what has a name is given no longer.
    func words(in language: Language, ungiven: (String) -> String) -> String? {
        let words =
            switch self {
            case .given(let entry): language.entry(entry)
            case .ungiven(let key): ungiven(language.key(key))
            }
        return words.map { English.withoutStop(English.folded($0)) }
    }
}

/// A field that changed, and what it says now where that fits into a sentence.
enum DetailFact {
    case named(ProviderField)
    case ungiven(ProviderField)
    case text(ProviderField, String)
    case places(ProviderField, [Place])
    /// The models among AI terms; nil where none is given any more.
    case models(FieldValue.Entry?)

    /// How many letters of a value a sentence bears.
    static let longest = 80

    /// In words of a language: the field, and what it says.
    ///
    /// - Parameters:
    ///   - ai: what stands before the models to say whose they are.
    ///   - name: of a field, in a sentence.
    ///   - ungiven: says that what has a name is given no longer.
    func words(
        in language: Language, ai: String, _ name: (ProviderField) -> String, ungiven: (String) -> String
    ) -> String {
        switch self {
        case .named(let field): return name(field)
        case .ungiven(let field): return ungiven(name(field))
        case .text(let field, let text): return "\(name(field)): \(English.withoutStop(text.authored))"
        case .places(let field, let places):
            let words = English.folded(language.list(language.items(places)))
            let isShort = !words.isEmpty && words.unmarked.count <= Self.longest
            return name(field) + (isShort ? ": \(English.withoutStop(words))" : "")
        case .models(let models):
            return ai + (models.flatMap(language.entry).map(English.folded) ?? ungiven(language.key("models")))
        }
    }
}
