import Diagnostics
import Markdown
import Model
import Notices
import Pages
import Redline
import Site
import Source

/// Two editions of a document, compared.
package struct EditionDiff: Sendable {
    package let redline: Redline
    private let old: Edition
    private let new: Edition
    private let tree: SourceTree
    /// What may be known: everything in the source, or what was announced by a moment.
    private let history: History

    /// Chooses the editions and compares them. What is wrong elsewhere in the content does not matter.
    ///
    /// - Parameters:
    ///   - first: an edition's id, or a day on which one was in force. Nil for the one before the second.
    ///   - second: likewise. Nil for the newest.
    ///   - option: what was announced later is left out, as it is given to `--as-of`; nil knows everything in the source.
    /// - Throws: `UsageError` for a document or an edition that is not there; `UnreadableContent` where what is to be
    ///   compared cannot be read.
    package init(
        _ tree: SourceTree, of document: String, from first: String?, to second: String?, asOf option: String?
    ) throws {
        let reading = readLibrary(tree)
        guard var library = reading.library else {
            throw UnreadableContent(diagnostics: reading.diagnostics.filter { $0.severity == .error })
        }
        if let option { library = library.announced(by: try AsOf(option: option)) }
        self.tree = tree
        history = History(resolving: library)
        let choice = EditionChoice(history: history, reading: reading, isLimited: option != nil)
        (old, new) = try choice.editions(of: document, from: first, to: second)
        let (one, other) = (MarkdownText.parse(old.body), MarkdownText.parse(new.body))
        let tooComplex = one.1 + other.1
        guard tooComplex.isEmpty else { throw UnreadableContent(diagnostics: tooComplex) }
        redline = Redline(from: history.shown(one.0, of: old), to: history.shown(other.0, of: new))
    }

    /// `Privacy Policy (privacy), from 2026-06-01 to 2026-11-23`.
    package var title: String { "\(new.title.value) (\(new.document)), from \(old.id) to \(new.id)" }

    /// For a pull request; links lead to the published site.
    package func markdown(isFull: Bool) -> String {
        let notes = Notes(history)
        let page = Addresses(history.settings).edition(new)
        return redline.markdown(title: title, isFull: isFull) { notes.address($0, page: page) }
    }

    /// The article as the page of a redline has it, in a site of the moment at which both editions are public and have
    /// taken effect.
    package var html: String {
        let moments = [old, new].map(\.announcement).flatMap { [$0.moment, Moment($0.currentEffective)] }
        let texts = parseTexts(of: history.library).texts
        let known = PublicHistory(of: history.library, asOf: AsOf(moments.max() ?? .last))
        let site = PublicSite(
            known, texts: texts, redlines: EditionRedlines(known, texts: texts),
            theme: Theme.load([:], language: history.settings.namesToday.language.value).theme)
        return site.article(redline, from: old, to: new).html + "\n"
    }
}

/// What a command needs of the content cannot be read; exit status 1.
package struct UnreadableContent: Error, Sendable {
    /// Sorted by file and line.
    package let diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
