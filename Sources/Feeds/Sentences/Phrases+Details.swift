import Language
import Model

/// What else the list says of a company: its AI terms, and the fields without a kind of their own.
extension Phrases {
    var aiTerms: Phrase {
        guard case .map(let new)? = after[.ai] else { return .unlisted("AI terms") }
        var old: [FieldValue.Entry] = []
        if case .map(let entries)? = before[.ai] { old = entries }
        let changed = new.filter { entry in !old.contains { $0.isSame(as: entry) } }.compactMap(Wording.entry)
        let gone = old.filter { entry in !new.contains { $0.key == entry.key } }
            .map { "\(Wording.key($0.key)): no longer given" }
        let terms = (changed + gone).map { English.withoutStop(English.folded($0)) }.joined(separator: "; ")
        return .new("AI terms" + (terms.isEmpty ? "" : " (\(terms))"))
    }

    var details: [Phrase] {
        var phrases: [Phrase] = []
        var others: [String] = []
        for field in detailFields {
            switch (field, after[field]) {
            case (.locations, .some(let value)), (.storage, .some(let value)), (.access, .some(let value)):
                let changes = places(field)
                let isLocations = field == .locations
                if !changes.isEmpty {
                    phrases += changes
                } else {
                    others.append(isLocations ? detail(field, value) : Wording.field(field))
                }
            case (.enabled, .text("default")), (.enabled, nil): phrases.append(.state("enabled by default"))
            case (.enabled, .text("opt-in")): phrases.append(.state("used only where customers opt in"))
            case (.enabled, .text("opt-out")): phrases.append(.state("used unless customers opt out"))
            case (.condition, nil):
                phrases.append(.state("used without the condition \(English.quoted(before.text(.condition)))"))
            case (.ai, .map(let terms)):
                let models = terms.first { $0.key == "models" }.flatMap(Wording.entry)
                others.append("AI " + (models.map(English.folded) ?? "models: no longer given"))
            case (.kind, .text("affiliate")): phrases.append(.state("listed as an affiliate"))
            case (.kind, .text(_)): phrases.append(.state("listed as a third party"))
            case (_, let value): others.append(detail(field, value))
            }
        }
        return phrases + (others.isEmpty ? [] : [.new("details (\(others.joined(separator: "; ")))")])
    }

    /// A field, and what it says now where that is short.
    private func detail(_ field: ProviderField, _ value: FieldValue?) -> String {
        let name = Wording.field(field)
        let words: String
        switch value {
        case nil: return "\(name): no longer given"
        case .text(let id) where field.type == .provider:
            words = history.name(of: id, in: change.register, knownAt: change.moment).authored
        case .text(let text) where field.type == .text: words = text.authored
        case .places(let places): words = English.list(places.map(Wording.place))
        default: return name
        }
        let folded = English.folded(words)
        return folded.unmarked.count > 80 || folded.isEmpty ? name : "\(name): \(English.withoutStop(folded))"
    }

    /// The fields that changed without a kind of their own.
    private var detailFields: [ProviderField] {
        let (before, after) = (change.before.fields, change.after.fields)
        return ProviderField.allCases.filter { field in
            ChangeEffect.kinds(of: field, from: before[field], to: after[field]).contains(.detailsChanged)
        }
    }
}

extension FieldValue.Entry {
    fileprivate func isSame(as other: Self) -> Bool { FieldValue.map([self]).isSame(as: .map([other])) }
}
