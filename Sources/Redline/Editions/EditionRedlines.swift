import Diagnostics
import Formats
import Markdown
import Model
import Synchronization

/// The redlines of a site's editions, each made once, when it is first asked for.
package final class EditionRedlines: Sendable {
    /// The editions of which pages show a redline.
    private let shown: Once<(pairs: [(old: Edition, new: Edition)], keys: Set<EditionPair>)>
    private let texts: [String: MarkdownText]
    private let memory: RedlineMemory
    /// By the path of an edition's source.
    private let compared = Mutex<[String: ComparedText]>([:])
    private let made = Mutex<[EditionPair: Redline]>([:])

    /// - Parameters:
    ///   - history: its as-of decides which edition is in force.
    ///   - texts: of the editions, by the path of their source.
    ///   - memory: of redlines of the same texts, or of others.
    package init(
        _ history: PublicHistory, texts: [String: MarkdownText],
        memory: RedlineMemory = RedlineMemory()
    ) {
        shown = Once {
            let pairs = history.documents.flatMap { $0.redlines(on: history.asOf.day) }
            return (pairs, Set(pairs.map(EditionPair.init)))
        }
        self.texts = texts
        self.memory = memory
    }

    /// Makes them all, on all cores, as long as they are wanted.
    package func makeAll(while isWanted: @Sendable () -> Bool = { true }) {
        let pairs = shown.value.pairs
        var paths: Set<String> = []
        let editions = pairs.flatMap { [$0.old, $0.new] }.filter { paths.insert($0.source.path).inserted }
        _ = concurrentMap(editions) { if isWanted() { _ = self.compared($0) } }
        _ = concurrentMap(pairs) { if isWanted() { _ = self.between($0, and: $1) } }
        memory.forgetTokens()
    }

    /// Nil where one of the texts is erased, or no page needs the two together.
    package func between(_ old: Edition, and new: Edition) -> Redline? {
        let pair = EditionPair(old, new)
        guard shown.value.keys.contains(pair) else { return nil }
        return made.value(of: pair) { Redline(from: compared(old), to: compared(new)) }
    }

    private func compared(_ edition: Edition) -> ComparedText {
        let path = edition.source.path
        return compared.value(of: path) { ComparedText(texts[path] ?? MarkdownText(), memory: memory) }
    }

    /// What an edition changed of the one before it; nil for a first one.
    package func changes(of edition: Edition, in document: DocumentHistory) -> (old: Edition, redline: Redline)? {
        guard let old = document.predecessor(of: edition), let redline = between(old, and: edition) else { return nil }
        return (old, redline)
    }
}
