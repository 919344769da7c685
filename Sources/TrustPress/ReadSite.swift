import Diagnostics
import Formats
import Markdown
import Model
import Source

/// A site read: what its pages are made of, before it is resolved as a whole and checked.
package struct ReadSite: Sendable {
    let tree: SourceTree
    let memory: SiteMemory
    package let reading: Reading
    /// Nil where site.yaml is of no use.
    package let asOf: AsOfChoice?
    /// What is public at the as-of, made once it is asked for. Nil likewise.
    let known: Once<PublicHistory>?
    /// Every edition and page by the path of its source, and what was too complex to read: likewise made.
    let parsed: Once<(texts: [String: MarkdownText], diagnostics: [Diagnostic])>

    /// Takes what `checkSite` does, and throws what `chooseAsOf` throws.
    package init(
        _ tree: SourceTree, memory: SiteMemory, asOf chooseAsOf: (UTCOffset) throws(UsageError) -> AsOfChoice
    ) throws(UsageError) {
        let reading = memory.read(tree)
        (self.tree, self.memory, self.reading) = (tree, memory, reading)
        guard let library = reading.library else {
            (asOf, known, parsed) = (nil, nil, Once { ([:], []) })
            return
        }
        let asOf = try chooseAsOf(library.settings.utcOffset)
        self.asOf = asOf
        known = Once { memory.known(of: library, asOf: asOf.asOf) }
        parsed = Once { parseTexts(of: library, reading.undated, memory: memory) }
    }

    /// Whether reading found no error: in files, and in how complex texts are.
    package var isReadable: Bool {
        !(reading.diagnostics + parsed.value.diagnostics).contains { $0.severity == .error }
    }
}
