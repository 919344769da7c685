import Diagnostics
import Model

extension Check {
    /// `summary-missing`: an edition that does not say what it changes and why.
    ///
    /// Required from the second edition on, and of a new document after `since`; the summary is what a notice shows of
    /// it. The first is the first announced, and where older history was added, the first in
    /// effect too: that makes no notice, and no new document. Of an erased edition the summary may be gone.
    package static let summaryMissing = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            let earliest = document.editions.min {
                ($0.announcement.moment, $0.announcement.effective.value, $0.id) < (
                    $1.announcement.moment, $1.announcement.effective.value, $1.id
                )
            }
            return document.editions.compactMap { edition in
                let isFirst = edition.id == earliest?.id || edition.id == document.editions.first?.id
                if isFirst, context.isStartingState(edition.announcement) || document.isOlderHistory(edition) {
                    return nil
                }
                guard edition.announcement.erased == nil, edition.summary.isBlank,
                    !edition.announcement.unread.contains("summary")
                else { return nil }
                return Finding(
                    Diagnostic(
                        .summaryMissing, at: edition.summary?.span ?? edition.title.span,
                        isFirst
                            ? "the new document \(document.id) has no summary for customers"
                            : "this edition has no summary of what it changes",
                        help: "write summary: and what changes and why, in a sentence or two"))
            }
        }
    }

    /// `note-missing`: a provider or a change announced after `since` without a word for customers.
    ///
    /// The note is what a notice says beside the bare facts. Of an erased change it may be gone.
    package static let noteMissing = Check { context in
        context.changes.compactMap { change in
            guard !context.isStartingState(change.announcement), change.announcement.erased == nil,
                change.written.note.isBlank, !change.announcement.unread.contains("note")
            else { return nil }
            let span = change.written.note?.span ?? change.span
            return Finding(
                Diagnostic(
                    .noteMissing, at: span,
                    change.written.isFirstState
                        ? "this provider has no note for customers" : "this change has no note for customers",
                    help: change.written.isFirstState
                        ? "write note: and why it is used" : "write note: and why this changes"))
        }
    }
}

extension Sourced<String>? {
    /// Whether nothing is written, or only white space.
    fileprivate var isBlank: Bool { self?.value.allSatisfy(\.isWhitespace) ?? true }
}
