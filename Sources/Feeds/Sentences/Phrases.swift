import Diagnostics
import Language
import Model

/// What one change does to its company, in the order in which a sentence says it.
struct Phrases {
    let change: Change
    let history: History
    /// Those of the moment at which it is told.
    let names: Names
    let isStartingState: Bool

    var before: [ProviderField: FieldValue] { change.stateBefore.fields }
    var after: [ProviderField: FieldValue] { change.stateAfter.fields }

    /// Never empty.
    var all: [Phrase] {
        // A change that takes the company off the list says nothing more of worth.
        if change.kinds.contains(.removed) { return [removal] }
        if change.written.isClarification { return [.begin(.have, "a clarification in its note and no other change")] }
        let phrases = change.kinds.flatMap(phrases)
        return phrases.isEmpty ? [.new("details")] : phrases
    }

    private func phrases(of kind: ChangeKind) -> [Phrase] {
        switch kind {
        case .added: [addition]
        case .removed: [removal]
        case .returned: [returning]
        case .renamed: renaming
        case .entityChanged: [entity]
        case .roleChanged: role
        case .purposeChanged: [purpose]
        case .dataAdded, .subjectAdded, .locationAdded, .productAdded, .transferChanged: fieldPhrases(of: kind)
        // Where something is added to a list too, its phrases say both.
        case .dataRemoved: change.kinds.contains(.dataAdded) ? [] : fieldPhrases(of: kind)
        case .subjectRemoved: change.kinds.contains(.subjectAdded) ? [] : fieldPhrases(of: kind)
        case .locationRemoved: change.kinds.contains(.locationAdded) ? [] : fieldPhrases(of: kind)
        case .productRemoved: change.kinds.contains(.productAdded) ? [] : fieldPhrases(of: kind)
        case .aiTermsChanged: [aiTerms]
        case .detailsChanged: details
        case .corrected: []
        }
    }

    private func fieldPhrases(of kind: ChangeKind) -> [Phrase] {
        switch kind {
        case .dataAdded, .dataRemoved: data
        case .subjectAdded, .subjectRemoved: subjects
        case .locationAdded, .locationRemoved: places(.locations)
        case .productAdded, .productRemoved: products
        case .transferChanged: transfer
        default: []
        }
    }
}

extension Phrases {
    private var recipient: String { change.stateAfter.isRecipient ? " as a recipient" : "" }

    private var addition: Phrase {
        var words = recipient
        if case .text(let replaced)? = after[.replaces] {
            let name = history.name(of: replaced, in: change.register, knownAt: change.moment)
            words += " in place of \(English.folded(name).authored)"
        }
        let purpose = Purpose.phrase(after.text(.purpose))
        guard isStartingState, change.announcement.effective.value <= change.moment.day else {
            return .act("added\(words)", rest: purpose, corrected: "used\(words)")
        }
        // Nobody was told that it came: it is what the record begins with.
        var phrase = Phrase.act("on the list\(words)", rest: purpose, corrected: "used\(words)")
        phrase.day = .on
        return phrase
    }

    private var removal: Phrase { .act("removed from the list", corrected: "no longer used") }

    private var returning: Phrase {
        Phrase(
            future: .init("will return to the list\(recipient)"),
            present: .init("returns to the list\(recipient)", "return to the list\(recipient)"),
            past: .init("returned to the list\(recipient)"), rest: Purpose.phrase(after.text(.purpose)), day: .within,
            corrected: .init("is used again\(recipient)", "are used again\(recipient)"))
    }

    private var renaming: [Phrase] {
        let name = English.folded(change.stateAfter.name)
        guard name != English.folded(change.stateBefore.name), !name.isEmpty else { return [] }
        return [
            .state(
                "called \(name.authored)",
                past: .init("was renamed \(name.authored)", "were renamed \(name.authored)"))
        ]
    }

    private var entity: Phrase {
        let entity = after.text(.entity)
        return entity.isEmpty ? .unlisted("a legal entity") : .state("provided by \(entity.authored)")
    }

    /// Without a role a company is a subprocessor, so that saying so is a detail.
    private var role: [Phrase] {
        guard change.stateAfter.isRecipient != change.stateBefore.isRecipient else {
            return [.new("details (role)")]
        }
        let (new, old) = change.stateAfter.isRecipient ? ("recipient", "subprocessor") : ("subprocessor", "recipient")
        return [
            Phrase(
                future: .init("will be a \(new) rather than a \(old)", "will be \(new)s rather than \(old)s"),
                present: .init("is a \(new) rather than a \(old)", "are \(new)s rather than \(old)s"),
                past: .init("became a \(new) rather than a \(old)", "became \(new)s rather than \(old)s"))
        ]
    }

    private var purpose: Phrase {
        guard let words = Purpose.aside(after.text(.purpose)) else { return .unlisted("a purpose") }
        return .new("purpose (\(words))", article: "a")
    }
}

extension [ProviderField: FieldValue] {
    /// A text field's text in one line, the empty text where there is none.
    func text(_ field: ProviderField) -> String {
        if case .text(let text)? = self[field] { English.folded(text) } else { "" }
    }
}
