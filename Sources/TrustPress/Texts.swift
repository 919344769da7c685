import Diagnostics
import Markdown
import Model

/// Parses the texts of every edition and page, on all cores, what they share once.
///
/// - Parameters:
///   - undated: editions that are not in the library, as their days could not be read.
///   - memory: texts that are in it are not read again.
/// - Returns: the texts by the path of their source, and what was too complex to read, in the order of the library.
func parseTexts(
    of library: Library, _ undated: [Document] = [], memory: SiteMemory = SiteMemory()
) -> (texts: [String: MarkdownText], diagnostics: [Diagnostic]) {
    let bodies = (library.documents + undated).flatMap { $0.editions.map(\.body) } + library.pages.map(\.body)
    let parsed = memory.parse(bodies)
    let texts = zip(bodies, parsed).map { ($0.file.path, $1.text) }
    return (Dictionary(texts, uniquingKeysWith: { _, last in last }), parsed.flatMap(\.findings))
}
