import Diagnostics
import Formats
import Model

extension Names {
    /// What they are but for the products, as site.yaml has it: the record holds the digest of its canonical form.
    package var recorded: JSONValue {
        let organization = [
            ("name", organization.name), ("legal_name", organization.legalName), ("address", organization.address),
        ].compactMap { key, text in text.map { JSONValue.Member(key, .string($0.value)) } }
        let contacts = SiteSettings.Contacts.Kind.allCases.map { kind in
            JSONValue.Member(kind.rawValue, .string(self.contacts[kind].value))
        }
        return [
            "organization": .object(organization), "contacts": .object(contacts), "language": .string(language.value),
        ]
    }

    /// All of them, as a notice says them.
    package var json: JSONValue {
        // By id: the record, from which anybody can make a notice again, has no other order.
        let products = products.sorted { $0.id.value < $1.id.value }.map {
            JSONValue.Member($0.id.value, .string($0.name.value))
        }
        return .object(recorded.members + [JSONValue.Member("products", .object(products))])
    }
}
