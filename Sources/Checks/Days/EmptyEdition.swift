import Diagnostics
import Model
import Record

extension Check {
    /// `empty-change`, of an edition: its text is, to the letter, that of the edition which would be in force the day
    /// before. Customers would be told of an edition that changes nothing. The last edition of a document, and one that
    /// has another title, another version or other days for some, says something all the same.
    ///
    /// A warning: what a title or a version would say, somebody may have said elsewhere.
    package static let emptyEdition = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            // Only a text of the same length as another can be the same; so no two long ones are compared for nothing.
            let lengths = Dictionary(grouping: document.editions) { $0.body.range.count }
            return lengths.values.filter { $0.count > 1 }.flatMap { $0 }.compactMap { edition in
                guard edition.retired == nil, edition.announcement.erased == nil, edition.announcement.applies.isEmpty,
                    let before = document.predecessor(of: edition), before.announcement.erased == nil,
                    before.body.range.count == edition.body.range.count, before.body.text == edition.body.text,
                    edition.body.text.contains(where: { !$0.isWhitespace }),
                    before.title == edition.title, before.version == edition.version
                else { return nil }
                return Finding(
                    Diagnostic(
                        .emptyChange, at: edition.title.span,
                        "the text of this edition is that of edition \(before.id), word for word",
                        help: "write what changes into the text below, or take the file out"
                    ).also(before.title.span, "the edition before it").asWarning(), of: edition.recordKey)
            }
        }
    }
}
