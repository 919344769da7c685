import Diagnostics
import Language
import Model

/// What one change does to its company, in the order in which a sentence says it.
struct ChangeFacts {
    let change: Change
    let history: History
    /// Those of the moment at which it is told.
    let names: Names
    /// When it is told: by what was known then of its own row, and of other companies' names and removals.
    let known: Moment
    let isStartingState: Bool

    var before: [ProviderField: FieldValue] { change.stateBefore.fields }
    var after: [ProviderField: FieldValue] { change.stateAfter.fields }
    /// What the list says from then on, of what the change does not name too.
    private var state: ProviderState { change.state(toldAt: known) }

    /// Never empty.
    var all: [ChangeFact] {
        // A change that takes the company off the list says nothing more of worth.
        if change.kinds.contains(.removed) { return [.removed] }
        if change.written.isClarification { return [.clarified(isAlone: true)] }
        let facts = change.kinds.flatMap(facts)
        return facts.isEmpty ? [.details([])] : facts
    }

    private func facts(of kind: ChangeKind) -> [ChangeFact] {
        switch kind {
        case .added: [addition]
        case .removed: [.removed]
        case .returned: [returning]
        case .renamed: renaming
        case .entityChanged: [entity]
        case .roleChanged: role
        case .purposeChanged: [purpose]
        case .dataAdded: data
        case .subjectAdded: subjects
        case .locationAdded: places(.locations)
        case .productAdded: products
        case .transferChanged: transfer
        // Where something is added to a list too, its facts say both.
        case .dataRemoved: change.kinds.contains(.dataAdded) ? [] : data
        case .subjectRemoved: change.kinds.contains(.subjectAdded) ? [] : subjects
        case .locationRemoved: change.kinds.contains(.locationAdded) ? [] : places(.locations)
        case .productRemoved: change.kinds.contains(.productAdded) ? [] : products
        case .aiTermsChanged: [aiTerms]
        case .detailsChanged: details
        case .corrected: []
        }
    }
}

extension ChangeFacts {
    private var addition: ChangeFact {
        var replaced: String?
        if case .text(let id)? = state.fields[.replaces], !history.stays(id, beside: change, toldAt: known) {
            replaced = English.folded(history.name(of: id, beside: change, toldAt: known))
        }
        return .added(
            isRecipient: state.isRecipient, replaces: replaced, purpose: state.fields.text(.purpose),
            isStart: isStartingState && change.announcement.effective.value <= change.moment.day)
    }

    /// A new purpose is told as that.
    private var returning: ChangeFact {
        .returned(
            isRecipient: state.isRecipient,
            purpose: change.kinds.contains(.purposeChanged) ? "" : state.fields.text(.purpose))
    }

    private var renaming: [ChangeFact] {
        let name = English.folded(change.stateAfter.name)
        return name == English.folded(change.stateBefore.name) || name.isEmpty ? [] : [.renamed(name)]
    }

    private var entity: ChangeFact {
        let entity = after.text(.entity)
        return entity.isEmpty ? .ungiven(.entity) : .entity(entity)
    }

    /// Without a role a company is a subprocessor, so that saying so is a detail. One that returns as a recipient was told to
    /// be one.
    private var role: [ChangeFact] {
        let isRecipient = change.stateAfter.isRecipient
        if isRecipient, change.kinds.contains(.returned) { return [] }
        return [
            isRecipient == change.stateBefore.isRecipient ? .details([.named(.role)]) : .role(isRecipient: isRecipient)
        ]
    }

    private var purpose: ChangeFact {
        let purpose = after.text(.purpose)
        return English.withoutStop(purpose).isEmpty ? .ungiven(.purpose) : .purpose(purpose)
    }
}

extension [ProviderField: FieldValue] {
    /// A text field's text in one line, the empty text where there is none.
    func text(_ field: ProviderField) -> String {
        if case .text(let text)? = self[field] { English.folded(text) } else { "" }
    }
}
