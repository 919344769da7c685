import Language
import Model

extension EnglishNotices {
    func phrase(_ fact: ChangeFact) -> EnglishPhrase {
        switch fact {
        case .added(let isRecipient, let replaced, let purpose, let isStart):
            return addition(Self.asRecipient(isRecipient), replaced, Purpose.phrase(purpose), isStart)
        case .removed: return .act("removed from the list", corrected: "no longer used")
        case .returned(let isRecipient, let purpose):
            return returning(Self.asRecipient(isRecipient), Purpose.phrase(purpose))
        case .clarified(let isAlone):
            return .begin(.have, "a clarification in its note" + (isAlone ? " and no other change" : ""))
        case .renamed(let name):
            return .state(
                "called \(name.authored)", past: .init("was renamed \(name.authored)", "were renamed \(name.authored)"))
        case .entity(let entity): return .state("provided by \(entity.authored)")
        case .role(let isRecipient): return role(isRecipient)
        case .purpose(let purpose): return .new("purpose (\(Purpose.aside(purpose) ?? ""))", article: "a")
        case .ungiven(let field): return .unlisted(field.unlisted)
        case .data(let shift): return list(shift, .receive) { Wording.items($0, $1) }
        case .subjects(let shift): return list(shift, .process, before: "data about ") { Wording.items($0, $1) }
        case .products(let shift): return list(shift, .use, before: "for ") { Wording.items($0, $1) }
        case .allProducts: return .begin(.use, "for all products")
        case .noProduct: return .end(.use) { _ in "for any product" }
        case .onlyProducts(let left): return .begin(.use, "for \(Wording.items(left)) only")
        case .places(let field, let shift):
            let (verb, preposition) = field.processing
            return list(shift, verb, before: "data ") { Wording.places($0, preposition, $1) }
        case .choice(let field, let rule, let codes, let earlier):
            let (verb, preposition) = field.processing
            return .begin(verb, "data \(Wording.choice(of: rule, codes, insteadOf: earlier, preposition))")
        case .unbound(let field, let rules): return .begin(field.processing.0, "data without \(Wording.rules(rules))")
        case .transfer(let shift):
            return list(shift, .receive, before: "data under ") { Language.english.laws($0, $1 == "or" ? .or : .and) }
        case .aiTerms(let terms): return aiTerms(terms)
        case .enabled(.byDefault): return .state("enabled by default")
        case .enabled(.optIn): return .state("used only where customers opt in")
        case .enabled(.optOut): return .state("used unless customers opt out")
        case .unconditional(let condition): return .state("used without the condition \(English.quoted(condition))")
        case .kind(let isAffiliate): return .state(isAffiliate ? "listed as an affiliate" : "listed as a third party")
        case .details(let details):
            let words = details.map { $0.words(in: .english, ai: "AI ", Wording.field, ungiven: Self.ungiven) }
                .joined(separator: "; ")
            return .new(words.isEmpty ? "details" : "details (\(words))")
        }
    }

    private static func ungiven(_ name: String) -> String { "\(name): no longer given" }

    private static func asRecipient(_ isRecipient: Bool) -> String { isRecipient ? " as a recipient" : "" }

    private func addition(_ role: String, _ replaced: String?, _ purpose: String, _ isStart: Bool) -> EnglishPhrase {
        let words = role + (replaced.map { " in place of \($0.authored)" } ?? "")
        guard isStart else { return .act("added\(words)", purpose: purpose, corrected: "used\(words)") }
        var phrase = EnglishPhrase.act("on the list\(words)", purpose: purpose, corrected: "used\(words)")
        phrase.day = .on
        return phrase
    }

    private func returning(_ role: String, _ purpose: String) -> EnglishPhrase {
        EnglishPhrase(
            future: .init("will return to the list\(role)"),
            present: .init("returns to the list\(role)", "return to the list\(role)"),
            past: .init("returned to the list\(role)"), purpose: purpose, day: .within,
            corrected: .init("is used again\(role)", "are used again\(role)"))
    }

    private func role(_ isRecipient: Bool) -> EnglishPhrase {
        let (new, old) = isRecipient ? ("recipient", "subprocessor") : ("subprocessor", "recipient")
        return EnglishPhrase(
            future: .init("will be a \(new) rather than a \(old)", "will be \(new)s rather than \(old)s"),
            present: .init("is a \(new) rather than a \(old)", "are \(new)s rather than \(old)s"),
            past: .init("became a \(new) rather than a \(old)", "became \(new)s rather than \(old)s"))
    }

    /// What a list gains, loses, or has in place of all that it had.
    ///
    /// - Parameters:
    ///   - before: what stands before the items.
    ///   - words: the items, told which word joins the last of them.
    private func list<Items>(
        _ shift: Shift<Items>, _ verb: Verb, before: String = "",
        _ words: (Items, String) -> String
    ) -> EnglishPhrase {
        switch shift {
        case .gain(let items, let also): .begin(verb, also: also, before + words(items, "and"))
        case .loss(let items): .end(verb) { before + words(items, $0) }
        case .exchange(let new, let old): .begin(verb, "\(before)\(words(new, "and")) instead of \(words(old, "and"))")
        }
    }

    private func aiTerms(_ terms: [AITermFact]) -> EnglishPhrase {
        let said = terms.compactMap { $0.words(in: .english, ungiven: Self.ungiven) }.joined(separator: "; ")
        return .new("AI terms" + (said.isEmpty ? "" : " (\(said))"))
    }
}

extension ProviderField {
    /// What a company does with data at the places of a field, and how those are joined to it.
    fileprivate var processing: (Verb, String) {
        switch self {
        case .storage: (.store, "in")
        case .access: (.access, "from")
        default: (.process, "in")
        }
    }

    /// What a company has on the list no longer.
    fileprivate var unlisted: String {
        switch self {
        case .entity: "a legal entity"
        case .purpose: "a purpose"
        case .subjects: "data subjects"
        case .storage: "places of storage"
        case .access: "places of access"
        case .locations: "places of processing"
        case .transfer: "a transfer mechanism"
        case .ai: "AI terms"
        default: rawValue
        }
    }
}
