import Language
import Model

/// What else the list says of a company: its AI terms, and the fields without a kind of their own.
extension ChangeFacts {
    var aiTerms: ChangeFact {
        guard case .map(let new)? = after[.ai] else { return .ungiven(.ai) }
        var old: [FieldValue.Entry] = []
        if case .map(let entries)? = before[.ai] { old = entries }
        let changed = new.filter { entry in !entry.isRemoved && !old.contains { $0.isSame(as: entry) } }
        let gone = old.filter { entry in !new.contains { $0.key == entry.key } }
        return .aiTerms(changed.map(AITermFact.given) + gone.map { .ungiven($0.key) })
    }

    var details: [ChangeFact] {
        var facts: [ChangeFact] = []
        var others: [DetailFact] = []
        for field in detailFields {
            switch (field, after[field]) {
            case (.locations, .some(let value)), (.storage, .some(let value)), (.access, .some(let value)):
                let changes = places(field)
                facts += changes
                if changes.isEmpty { others.append(field == .locations ? detail(field, value) : .named(field)) }
            case (.enabled, .text("default")), (.enabled, nil): facts.append(.enabled(.byDefault))
            case (.enabled, .text("opt-in")): facts.append(.enabled(.optIn))
            case (.enabled, .text("opt-out")): facts.append(.enabled(.optOut))
            case (.condition, nil): facts.append(.unconditional(before.text(.condition)))
            case (.ai, .map(let terms)):
                others.append(.models(terms.first { $0.key == "models" }.flatMap { $0.isRemoved ? nil : $0 }))
            case (.kind, .text(let kind)): facts.append(.kind(isAffiliate: kind == "affiliate"))
            case (_, let value): others.append(detail(field, value))
            }
        }
        return facts + (others.isEmpty ? [] : [.details(others)])
    }

    /// A field, and what it says now where that is short.
    private func detail(_ field: ProviderField, _ value: FieldValue?) -> DetailFact {
        let text: String
        switch value {
        case nil: return .ungiven(field)
        case .text(let id) where field.type == .provider:
            text = history.name(of: id, beside: change, toldAt: known)
        case .text(let own) where field.type == .text: text = own
        case .places(let places): return .places(field, places)
        default: return .named(field)
        }
        let folded = English.folded(text)
        return folded.count > DetailFact.longest || folded.isEmpty ? .named(field) : .text(field, folded)
    }

    /// The fields that changed without a kind of their own.
    private var detailFields: [ProviderField] {
        let (named, after) = (change.before.fields, change.after.fields)
        let before = named.toldApart(from: after, in: named.keys)
        return ProviderField.allCases.filter { field in
            ChangeEffect.kinds(of: field, from: before[field], to: after[field]).contains(.detailsChanged)
        }
    }
}

extension FieldValue.Entry {
    fileprivate func isSame(as other: Self) -> Bool { FieldValue.map([self]).isSame(as: .map([other])) }

    fileprivate var isRemoved: Bool { if case .removed = value { true } else { false } }
}
