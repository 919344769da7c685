import Diagnostics
import Dispatch
import Markdown
import Model
import Synchronization

/// Parses the texts of every edition and page, on all cores.
///
/// - Returns: the texts by the path of their source, and what was too complex to read, in the order of the library.
func parseTexts(of library: Library) -> (texts: [String: MarkdownText], diagnostics: [Diagnostic]) {
    let bodies = library.documents.flatMap { $0.editions.map(\.body) } + library.pages.map(\.body)
    let parsed = concurrentMap(bodies, MarkdownText.parse)
    let texts = zip(bodies, parsed).map { ($0.file.path, $1.0) }
    return (Dictionary(texts, uniquingKeysWith: { _, last in last }), parsed.flatMap(\.1))
}

/// `map` on all cores. The results are in the order of the elements, whichever is done first.
func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        let result = transform(elements[index])
        results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
}
