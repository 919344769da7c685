import Diagnostics
import Markdown
import Model
import Record

extension Check {
    /// `missing-key`, of an edition: below its front matter no words stand, so that customers would be told of a text that
    /// nobody can read. A heading that says the title alone is none.
    ///
    /// A register's page is its list, and needs no words beside it. Of an erased edition the words are gone.
    package static let textMissing = Check { context in
        context.library.documents.filter { $0.providers == nil }.flatMap(\.editions).compactMap { edition in
            guard edition.announcement.erased == nil, let text = context.texts[edition.source.path],
                !text.showsWords(below: edition.title.value),
                // What is too complex is not read, and says so.
                !text.pieces.isEmpty
            else { return nil }
            return Finding(
                Diagnostic(
                    .missingKey, at: edition.body, "this edition has no text",
                    help:
                        "write what applies from \(edition.announcement.currentEffective) below the line --- that closes "
                        + "the front matter"),
                of: edition.recordKey, isLenient: true)
        }
    }
}

extension MarkdownText {
    /// Whether words are shown beside a first heading that says nothing but the title.
    fileprivate func showsWords(below title: String) -> Bool {
        guard beginsWithTitle, self.title?.value == title else { return showsWords }
        return blocks.dropFirst().contains(where: \.showsWords) || !footnotes.isEmpty
    }
}
