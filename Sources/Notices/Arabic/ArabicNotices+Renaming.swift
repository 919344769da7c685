import Diagnostics
import Language
import Model

extension ArabicNotices {
    func sentence(_ fact: RenamingFact) -> String {
        let (old, new, tense) = (fact.old, fact.new, fact.tense)
        let name = new.organization.name.value.authored
        let words =
            switch fact.part {
            case .name: "\(tense.change) اسم \(old.organization.name.value.authored) إلى \(name)"
            case .legalName:
                tense.reads(
                    "اسم \(name) القانوني", old.organization.legalName?.value, new.organization.legalName?.value)
            case .address:
                tense.reads("عنوان \(name)", old.organization.address?.value, new.organization.address?.value)
            case .contact(let contact):
                "\(tense.changeOfFeminine) جهة اتصال \(name) \(contact.arabic) من \(Arabic.verbatim(old.contacts[contact].value)) إلى \(Arabic.verbatim(new.contacts[contact].value))"
            case .language:
                "\(tense.changeOfFeminine) لغة نصوص \(name) \(Self.change(ofLanguage: old.language.value, to: new.language.value))"
            case .product(let old, let new):
                "\(tense.change) اسم المنتج \(old.name.value.authored) إلى \(new.name.value.authored)"
            case .returned(let product):
                "\(tense.of("سيُتاح", "يُتاح", "أُتيح")) المنتج \(product.name.value.authored) من جديد"
            }
        return Arabic.sentence(English.folded("\(words) في \(Arabic.date(fact.day))"))
    }

    /// `من العربية إلى الألمانية`; with the tags where both have one name.
    private static func change(ofLanguage old: String, to new: String) -> String {
        let names = [old, new].map { name(ofLanguage: $0) }
        let said = names[0] == names[1] ? zip(names, [old, new]).map { "\($0) (\($1.authored))" } : names
        return "من \(said[0]) إلى \(said[1])"
    }

    /// `الألمانية`, whatever its region; the tag of a language that has no name here.
    private static func name(ofLanguage tag: String) -> String {
        let names = [
            "ar": "العربية", "cs": "التشيكية", "da": "الدنماركية", "de": "الألمانية", "el": "اليونانية",
            "en": "الإنجليزية",
            "es": "الإسبانية", "fa": "الفارسية", "fi": "الفنلندية", "fr": "الفرنسية", "he": "العبرية", "hu": "المجرية",
            "it": "الإيطالية", "ja": "اليابانية", "nl": "الهولندية", "no": "النرويجية", "pl": "البولندية",
            "pt": "البرتغالية",
            "ro": "الرومانية", "ru": "الروسية", "sv": "السويدية", "tr": "التركية", "uk": "الأوكرانية", "ur": "الأردية",
            "zh": "الصينية",
        ]
        return tag.lowercased().split(separator: "-").first.flatMap { names[String($0)] } ?? tag.authored
    }
}

extension Tense {
    fileprivate var change: String { of("سيتغيّر", "يتغيّر", "تغيّر") }
    fileprivate var changeOfFeminine: String { of("ستتغيّر", "تتغيّر", "تغيّرت") }

    /// What reads otherwise, comes, or is given no longer.
    fileprivate func reads(_ what: String, _ old: String?, _ new: String?) -> String {
        guard let new else { return "\(of("سيُحذف", "يُحذف", "حُذف")) \(what) (\(Arabic.verbatim(old ?? "")))" }
        guard let old else { return "\(of("سيصبح", "يصبح", "أصبح")) \(what) \(Arabic.verbatim(new))" }
        return "\(change) \(what) من \(Arabic.verbatim(old)) إلى \(Arabic.verbatim(new))"
    }
}

extension SiteSettings.Contacts.Kind {
    fileprivate var arabic: String {
        switch self {
        case .privacy: "لشؤون الخصوصية"
        case .security: "للشؤون الأمنية"
        case .legal: "للشؤون القانونية"
        }
    }
}
