import Diagnostics
import Language
import Model

extension GermanNotices {
    func sentence(_ fact: RenamingFact) -> String {
        let (old, new) = (fact.old, fact.new)
        let name = new.organization.name.value.authored
        let words =
            switch fact.part {
            case .name: renamed(old.organization.name.value.authored, name, fact)
            case .legalName:
                reads(
                    "der rechtliche Name von \(name)", old.organization.legalName?.value,
                    new.organization.legalName?.value, fact)
            case .address:
                reads(
                    "die Anschrift von \(name)", old.organization.address?.value, new.organization.address?.value, fact)
            case .contact(let contact):
                reads(
                    "der \(contact.german) von \(name)", old.contacts[contact].value,
                    new.contacts[contact].value,
                    fact)
            case .language:
                verb(
                    fact, "die Sprache der Texte von \(name)", "sein", "ist", "war",
                    Self.change(ofLanguage: old.language.value, to: new.language.value))
            case .product(let old, let new):
                renamed("das Produkt \(old.name.value.authored)", new.name.value.authored, fact)
            case .returned(let product):
                "das Produkt \(product.name.value.authored) \(fact.tense == .past ? "wurde" : "wird") ab dem \(German.date(fact.day)) wieder angeboten"
            }
        return German.sentence(English.folded(words))
    }

    private func renamed(_ old: String, _ new: String, _ fact: RenamingFact) -> String {
        "\(old) \(fact.tense == .past ? "wurde" : "wird") am \(German.date(fact.day)) in \(new) umbenannt"
    }

    /// What reads otherwise, comes, or is given no longer.
    private func reads(_ what: String, _ old: String?, _ new: String?, _ fact: RenamingFact) -> String {
        guard let new else {
            let subject = "\(what) (\(German.verbatim(old ?? "")))"
            let day = "am \(German.date(fact.day))"
            return "\(subject) \(fact.tense.of("wird \(day) entfallen", "entfällt \(day)", "entfiel \(day)"))"
        }
        let words = German.verbatim(new) + (old.map { " statt \(German.verbatim($0))" } ?? "")
        return verb(fact, what, "lauten", "lautet", "lautete", words)
    }

    private func verb(
        _ fact: RenamingFact, _ subject: String, _ infinitive: String, _ present: String, _ past: String,
        _ words: String
    ) -> String {
        let day = "ab dem \(German.date(fact.day))"
        let end = fact.tense == .future ? " \(infinitive)" : ""
        return "\(subject) \(fact.tense.of("wird", present, past)) \(day) \(words)\(end)"
    }

    /// `Deutsch statt Englisch`; with the tags where both have one name: `Französisch (fr-CA) statt Französisch (fr-FR)`.
    private static func change(ofLanguage old: String, to new: String) -> String {
        let names = [new, old].map { name(ofLanguage: $0) }
        let said = names[0] == names[1] ? zip(names, [new, old]).map { "\($0) (\($1))" } : names
        return said.joined(separator: " statt ")
    }

    /// `Deutsch`, be it of a region that has no name here; the tag of a language that has none.
    private static func name(ofLanguage tag: String) -> String {
        let names = [
            "ar": "Arabisch", "cs": "Tschechisch", "da": "Dänisch", "de": "Deutsch",
            "de-at": "österreichisches Deutsch",
            "de-ch": "Schweizer Hochdeutsch", "el": "Griechisch", "en": "Englisch", "en-gb": "britisches Englisch",
            "en-us": "amerikanisches Englisch",
            "es": "Spanisch", "fi": "Finnisch", "fr": "Französisch", "hu": "Ungarisch", "it": "Italienisch",
            "ja": "Japanisch", "nl": "Niederländisch", "no": "Norwegisch", "pl": "Polnisch", "pt": "Portugiesisch",
            "ro": "Rumänisch", "sv": "Schwedisch", "tr": "Türkisch", "uk": "Ukrainisch", "zh": "Chinesisch",
        ]
        let key = tag.lowercased()
        return names[key] ?? key.split(separator: "-").first.flatMap { names[String($0)] } ?? tag
    }
}

extension SiteSettings.Contacts.Kind {
    fileprivate var german: String {
        switch self {
        case .privacy: "Datenschutzkontakt"
        case .security: "Sicherheitskontakt"
        case .legal: "Kontakt für Rechtsfragen"
        }
    }
}
