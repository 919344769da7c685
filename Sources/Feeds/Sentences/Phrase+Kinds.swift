import Diagnostics
import Model

extension Sentences {
    /// What a change does, in the order in which a sentence says it. Never empty.
    func phrases(of change: Change, isStartingState: Bool) -> [Phrase] {
        let phrases = change.kinds.compactMap { phrase($0, of: change, isStartingState: isStartingState) }
        // A change that takes the company off the list says nothing more of worth.
        if change.kinds.contains(.removed) { return phrases.filter { $0 == .removal } }
        return phrases.isEmpty ? [.lasting("", .have, "new details")] : phrases
    }

    private func phrase(_ kind: ChangeKind, of change: Change, isStartingState: Bool) -> Phrase? {
        let (before, after) = (change.stateBefore.fields, change.stateAfter.fields)
        let difference = ListDifference(before: before, after: after)
        switch kind {
        case .added: return addition(change, isStartingState: isStartingState)
        case .removed: return .removal
        case .returned:
            return Phrase(
                future: "will return to the list", present: "returns to the list", past: "returned to the list",
                rest: Purpose.phrase(after.text(.purpose)), isMoment: true)
        case .renamed:
            return change.stateAfter.name == change.stateBefore.name
                ? nil : .passive("renamed \(change.stateAfter.name)")
        case .entityChanged:
            let entity = after.text(.entity)
            return entity.isEmpty
                ? .lasting("no longer", .have, "a legal entity on the list")
                : .lasting("", .be, "provided", rest: " by \(entity)")
        case .roleChanged:
            let role = change.stateAfter.isRecipient ? "a recipient and no longer a subprocessor" : "a subprocessor"
            return Phrase(
                future: "will become \(role)", present: "becomes \(role)", past: "became \(role)", isMoment: true)
        case .purposeChanged:
            let purpose = after.text(.purpose)
            return purpose.isEmpty
                ? .lasting("no longer", .have, "a purpose on the list")
                : .lasting("", .have, "a new purpose", rest: ", \(English.quoted(purpose))")
        case .dataAdded: return .lasting("also", .receive, English.list(difference.added(.data)))
        case .dataRemoved: return .lasting("no longer", .receive, English.list(difference.removed(.data)))
        case .subjectAdded:
            return .lasting("also", .process, "data about \(English.list(difference.added(.subjects)))")
        case .subjectRemoved:
            return .lasting("no longer", .process, "data about \(English.list(difference.removed(.subjects)))")
        case .locationAdded:
            return .lasting("also", .process, "data \(Wording.places(difference.addedPlaces))")
        case .locationRemoved:
            return .lasting("no longer", .process, "data \(Wording.places(difference.removedPlaces))")
        case .transferChanged:
            guard case .transfer(let transfer)? = after[.transfer] else {
                return .lasting("no longer", .have, "a transfer mechanism on the list")
            }
            return .lasting("", .receive, "data", rest: " under \(Wording.transfer(transfer))")
        case .productAdded: return productsAdded(difference, after)
        case .productRemoved: return productsRemoved(difference, before, after)
        case .aiTermsChanged: return aiTerms(before, after)
        case .detailsChanged:
            let fields = details(of: change).map(Wording.field)
            return .lasting("", .have, "new details" + (fields.isEmpty ? "" : " (\(English.list(fields)))"))
        case .corrected: return nil
        }
    }

    private func addition(_ change: Change, isStartingState: Bool) -> Phrase {
        let fields = change.stateAfter.fields
        var rest = Purpose.phrase(fields.text(.purpose))
        if case .text(let replaced)? = fields[.replaces] {
            let name = history.name(of: replaced, in: change.register, knownAt: change.moment)
            rest += " in place of \(name)"
        }
        let role = change.stateAfter.isRecipient ? " as a recipient" : ""
        if isStartingState {
            return Phrase(
                future: "will be on the list\(role)", present: "is on the list\(role)",
                past: "has been on the list\(role)", rest: rest)
        }
        return .passive("added\(role)", rest: rest)
    }

    private func productsAdded(_ difference: ListDifference, _ after: [ProviderField: FieldValue]) -> Phrase {
        guard after[.products] != nil else { return .lasting("", .beUsed, "for all products") }
        return .lasting("also", .beUsed, "for \(English.list(difference.added(.products).map(product)))")
    }

    private func productsRemoved(
        _ difference: ListDifference, _ before: [ProviderField: FieldValue], _ after: [ProviderField: FieldValue]
    ) -> Phrase {
        guard before[.products] != nil else {
            let left = after[.products]?.textList.map(product) ?? []
            return .lasting("", .beUsed, left.isEmpty ? "for no product" : "for \(English.list(left)) alone")
        }
        return .lasting("no longer", .beUsed, "for \(English.list(difference.removed(.products).map(product)))")
    }

    private func product(_ id: String) -> String {
        history.settings.products.first { $0.id.value == id }?.name.value ?? id
    }

    private func aiTerms(_ before: [ProviderField: FieldValue], _ after: [ProviderField: FieldValue]) -> Phrase {
        guard case .map(let new)? = after[.ai] else { return .lasting("no longer", .have, "AI terms on the list") }
        var old: [FieldValue.Entry] = []
        if case .map(let entries)? = before[.ai] { old = entries }
        let terms = new.filter { !old.contains($0) }.map { entry in
            let key = entry.key == "human_review" ? "human review" : entry.key
            switch entry.value {
            case .text(let text): return "\(key) \(English.quoted(text))"
            case .texts(let texts): return "\(key) \(English.list(texts))"
            case .bool(let value): return value ? key : "no \(key)"
            case .removed: return key
            }
        }
        return .lasting("", .have, "new AI terms" + (terms.isEmpty ? "" : " (\(terms.joined(separator: "; ")))"))
    }

    /// The fields that changed without a kind of their own.
    private func details(of change: Change) -> [ProviderField] {
        let (before, after) = (change.before.fields, change.after.fields)
        return ProviderField.allCases.filter { field in
            let difference = ChangeEffect.kinds(of: field, from: before[field], to: after[field])
            return difference.contains(.detailsChanged)
        }
    }
}

extension Phrase {
    fileprivate static let removal = Phrase.passive("removed from the list")
}

extension [ProviderField: FieldValue] {
    /// A text field's text, the empty text where there is none.
    func text(_ field: ProviderField) -> String {
        if case .text(let text)? = self[field] { text } else { "" }
    }
}
