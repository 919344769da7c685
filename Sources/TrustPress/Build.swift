import Checks
import Diagnostics
import Formats
import Markdown
import Model
import Source

/// A site read, resolved and checked: all that a command needs to know before anything is rendered.
package struct CheckedSite: Sendable {
    package var tree: SourceTree
    package var reading: Reading
    /// Of the whole library, embargoed content and all. Nil where site.yaml is of no use.
    package var history: History?
    /// Of every edition and page, by the path of its source.
    package var texts: [String: MarkdownText] = [:]
    /// Nil likewise.
    package var asOf: AsOfChoice?
    /// Sorted by file and line.
    package var diagnostics: [Diagnostic]

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads, resolves and checks a site.
///
/// - Parameter chooseAsOf: says what the run speaks for, once the site's offset is known.
/// - Throws: what `chooseAsOf` throws.
package func checkSite(
    _ tree: SourceTree, asOf chooseAsOf: (UTCOffset) throws(UsageError) -> AsOfChoice
) throws(UsageError) -> CheckedSite {
    let reading = readLibrary(tree)
    guard let library = reading.library else {
        return CheckedSite(tree: tree, reading: reading, diagnostics: reading.diagnostics.sorted())
    }
    let asOf = try chooseAsOf(library.settings.utcOffset)
    let history = History(resolving: library)
    let (texts, tooComplex) = parseTexts(of: library)
    let context = CheckContext(history: history, texts: texts, unreadable: reading.unreadable, asOf: asOf.asOf)
    let read = (reading.diagnostics + tooComplex).compactMap {
        adjusted($0, settings: library.settings, asOf: asOf.asOf)
    }
    return CheckedSite(
        tree: tree, reading: reading, history: history, texts: texts, asOf: asOf,
        diagnostics: Set(read + check(context)).sorted())
}
