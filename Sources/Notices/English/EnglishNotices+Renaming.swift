import Diagnostics
import Language
import Model

extension EnglishNotices {
    func sentence(_ fact: RenamingFact) -> String {
        let (old, new, tense) = (fact.old, fact.new, fact.tense)
        let name = new.organization.name.value.authored
        let clause =
            switch fact.part {
            case .name:
                "\(old.organization.name.value.authored) \(tense.changes("its name", to: name))"
            case .legalName:
                tense.changed("the legal name of \(name)", old.organization.legalName, new.organization.legalName)
            case .address:
                tense.changed("the address of \(name)", old.organization.address, new.organization.address)
            case .contact(let contact):
                tense.changed(
                    "the \(contact.rawValue) contact of \(name)", old.contacts[contact], new.contacts[contact])
            case .language:
                "the language of \(name)’s texts \(tense.change) from \(old.language.value) to \(new.language.value)"
            case .product(let old, let new):
                "the product \(old.name.value.authored) \(tense.changes("its name", to: new.name.value.authored))"
            case .returned(let product): "the product \(product.name.value.authored) \(tense.isOffered) again"
            }
        return English.sentence(English.folded("\(clause) on \(English.date(fact.day))"))
    }
}

extension Tense {
    fileprivate var change: String { of("will change", "changes", "changed") }

    fileprivate func changes(_ what: String, to new: String) -> String { "\(change) \(what) to \(new)" }

    /// What changes from one text to another, comes, or is given no longer.
    fileprivate func changed(_ what: String, _ old: Sourced<String>?, _ new: Sourced<String>?) -> String {
        guard let new = new?.value else { return "\(what), \(old?.value.authored ?? ""), \(isRemoved)" }
        return "\(what) \(change)\(old.map { " from \($0.value.authored)" } ?? "") to \(new.authored)"
    }

    private var isRemoved: String { of("will be removed", "is removed", "was removed") }

    fileprivate var isOffered: String { of("will be offered", "is offered", "was offered") }
}
