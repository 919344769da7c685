import Diagnostics

/// An item of `renamed`: from its day on other names hold. It is told by a notice of its own, which needs no period.
package struct Renaming: Sendable {
    package var from: Sourced<CalendarDate>
    /// What held until then and what holds from then on, each with the products alone that were public before.
    package var before: Names
    package var after: Names

    package init(from: Sourced<CalendarDate>, before: Names, after: Names) {
        self.from = from
        self.before = before
        self.after = after
    }

    /// What it says, in the order in which it is told. An item that says what held already says nothing.
    package var parts: [Part] {
        var parts: [Part] = []
        func add(_ part: Part, _ old: Sourced<String>?, _ new: Sourced<String>?) {
            if old?.value != new?.value { parts.append(part) }
        }
        add(.name, before.organization.name, after.organization.name)
        add(.legalName, before.organization.legalName, after.organization.legalName)
        add(.address, before.organization.address, after.organization.address)
        for contact in SiteSettings.Contacts.Kind.allCases {
            add(.contact(contact), before.contacts[contact], after.contacts[contact])
        }
        add(.language, before.language, after.language)
        for (old, new) in zip(before.products, after.products) {
            add(.product(old, new), old.name, new.name)
            if isReturned(old, new) { parts.append(.returned(new)) }
        }
        return parts
    }

    /// Whether it was retired until then. What was to be retired on this very day never was.
    private func isReturned(_ old: SiteSettings.Product, _ new: SiteSettings.Product) -> Bool {
        !old.isOffered(on: from.value.adding(days: -1)) && new.isOffered(on: from.value)
    }

    /// Whether it says nothing that does not hold already.
    package var isEmpty: Bool {
        parts.isEmpty && zip(before.products, after.products).allSatisfy { $0.retired?.value == $1.retired?.value }
    }

    package enum Part: Sendable {
        case name, legalName, address, language
        case contact(SiteSettings.Contacts.Kind)
        case product(SiteSettings.Product, SiteSettings.Product)
        /// A product that was retired is offered again.
        case returned(SiteSettings.Product)
    }

    /// Its day as an announcement: made public and in effect on it.
    package var announcement: Announcement {
        Announcement(announced: Sourced(Moment(from.value), at: from.span), effective: from)
    }
}

extension Library {
    /// What `renamed` tells, earliest first. Of a product that became public later nothing is told but its name of
    /// then.
    var renamings: [Renaming] {
        let moments = productMoments
        return zip(settings.names, settings.names.dropFirst()).compactMap { before, after in
            guard let from = after.from else { return nil }
            func known(_ names: Names) -> Names {
                names.leavingOut { product in moments[product.id.value].map { $0 >= Moment(from.value) } ?? true }
            }
            let renaming = Renaming(from: from, before: known(before.terms), after: known(after.terms))
            return renaming.parts.isEmpty ? nil : renaming
        }
    }
}

extension NoticeID {
    /// What stands for a document in the ids of renamings; no document is called so.
    package static let renamed = "renamed"

    /// The document by which the record orders it: what is of the site as a whole has none there, and is ordered by the
    /// kind of its lines.
    var recordDocument: String { recordKind.isEmpty ? document : "" }

    var recordKind: String {
        switch document {
        case Self.renamed: "names"
        case Self.siteDocument: "notice"
        default: ""
        }
    }
}

extension Notice {
    init(_ renaming: Renaming, isStartingState: Bool) {
        self.init(
            id: NoticeID(document: NoticeID.renamed, day: renaming.from.value, number: 1),
            moment: Moment(renaming.from.value),
            editions: [], changes: [], renaming: renaming, objectionDeadline: nil, objectionAfterEffect: nil,
            isStartingState: isStartingState)
    }
}
