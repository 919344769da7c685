import Diagnostics
import Model

extension Check {
    /// `not-editorial`: `material: false` where something is added, or where more than spelling changes.
    ///
    /// What needs no notice must take nothing from anybody. Of a row it may stand on a spelling correction, once per
    /// text and notice period, and on what adds nothing; of an edition only where nothing changes but white space,
    /// punctuation, case, markup, clause numbers and spelling, neither since the edition before it nor since the last
    /// one that was not editorial, so that no text drifts away step by step. What is erased is not judged anew.
    package static let notEditorial = Check { context in
        context.history.documents.flatMap { document in
            (document.changes.compactMap(judge) + context.editorialEditions(of: document)).map { Finding($0) }
        }
    }
}

private func judge(_ change: Change) -> Diagnostic? {
    guard let material = change.announcement.material, !material.value, change.addsSomething,
        change.announcement.erased == nil
    else { return nil }
    return Diagnostic(.notEditorial, at: material.span, .adds, help: .other)
}

extension CheckContext {
    fileprivate func editorialEditions(of document: DocumentHistory) -> [Diagnostic] {
        guard document.editions.contains(where: { !$0.announcement.isMaterial }) else { return [] }
        // The last edition before each that was not editorial.
        var origins: [EditionID: Edition] = [:]
        var words: [EditionID: [String]] = [:]
        func said(by edition: Edition) -> [String] {
            if let known = words[edition.id] { return known }
            let said = EditorialWords.of(edition, texts[edition.source.path])
            words[edition.id] = said
            return said
        }
        return document.editions.sorted { ($0.announcement.moment, $0.id) < ($1.announcement.moment, $1.id) }
            .compactMap { edition in
                let announcement = edition.announcement
                guard let material = announcement.material, !material.value else { return nil }
                let predecessor = document.predecessor(of: edition)
                let origin = predecessor.flatMap { origins[$0.id] ?? $0 }
                origins[edition.id] = origin
                guard announcement.erased == nil else { return nil }
                func finding(_ message: String) -> Diagnostic {
                    Diagnostic(.notEditorial, at: material.span, message, help: .other)
                }
                if edition.retired != nil { return finding(.ends) }
                guard let predecessor else { return finding(.first) }
                if let erased = predecessor.announcement.erased {
                    // Erased since then, it was there to be compared with.
                    return erased.announced.value > announcement.moment ? nil : finding(.afterErased(predecessor.id))
                }
                let compared = [predecessor] + [origin].compactMap(\.self)
                for earlier in compared where earlier.announcement.erased == nil {
                    if let change = EditorialWords.change(from: said(by: earlier), to: said(by: edition)) {
                        return finding(.more(change, since: earlier.id))
                    }
                }
                return nil
            }
    }
}

extension String {
    fileprivate static let adds = "this change adds something or takes a bound away, so it is not an editorial one"
    fileprivate static let ends = "the document ends with this edition, so it is not an editorial one"
    fileprivate static let first = "there is no edition before this one of which it could be an editorial change"

    fileprivate static func afterErased(_ edition: EditionID) -> String {
        "nobody can tell that this is an editorial change of edition \(edition), which is erased"
    }

    fileprivate static func more(_ change: (old: String, new: String), since edition: EditionID) -> String {
        let what =
            switch (change.old, change.new) {
            case ("", let new): "\"\(new)\" is added"
            case (let old, ""): "\"\(old)\" is gone"
            case (let old, let new): "\"\(old)\" became \"\(new)\""
            }
        return "more than spelling changed since edition \(edition): \(what)"
    }

    fileprivate static let other = "take this line out and give notice, or add urgent: and why it cannot wait"
}
