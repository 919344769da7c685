import Checks
import Diagnostics
import Markdown
import Model
import Pages
import Redline
import Source
import Synchronization

/// What was found out about a site's sources and texts, for the next look at them: of the files that did not change, of
/// the pieces of text that stayed, and of what became of them. It is handed in, and changes nothing but the time that a
/// build or a preview takes: everything in it is kept by its content.
package final class SiteMemory: Sendable {
    private let sources = Mutex(SourceMemory())
    private let texts = Mutex(TextMemory())
    private let histories = Mutex<(whole: History?, known: PublicHistory?)>((nil, nil))
    private let words = Mutex((memory: RedlineMemory(), reads: 0))
    let themes = ThemeMemory()
    let checks = CheckMemory()

    package init() {}

    /// What was compared. So that it does not hold for ever what was written and taken away again, it begins anew after
    /// so many readings that what is found out a second time costs little beside them.
    var redlines: RedlineMemory { words.withLock { $0.memory } }

    private static let readsOfOneMemory = 250

    /// Lets go of what checks found out, where the site is not checked again.
    package func endChecks() { checks.forget() }

    /// Lets go of what only the making of redlines asks for, where no more are made.
    func endRedlines() { redlines.forget() }

    /// `readLibrary`; of two at once one is remembered.
    func read(_ tree: SourceTree) -> Reading {
        words.withLock { words in
            words.reads += 1
            if words.reads > Self.readsOfOneMemory { words = (RedlineMemory(), 0) }
        }
        var memory = sources.withLock { $0 }
        let reading = readLibrary(tree, memory: &memory)
        sources.withLock { $0 = memory }
        return reading
    }

    /// `readLibrary` of another tree than the site's own, over what is known of that: nothing of it is remembered.
    func readBeside(_ tree: SourceTree) -> Reading {
        var memory = sources.withLock { $0 }
        return readLibrary(tree, memory: &memory)
    }

    /// `History(resolving:)` of a library.
    func resolve(_ library: Library) -> History {
        let history = History(resolving: library, after: resolved)
        histories.withLock { $0.whole = history }
        return history
    }

    /// What was resolved last, for another library or as-of.
    var resolved: History? { histories.withLock { $0.whole ?? $0.known?.history } }

    /// `PublicHistory(of:asOf:)`; that of the last as-of is remembered.
    func known(of library: Library, asOf: AsOf) -> PublicHistory {
        let last = histories.withLock { $0 }
        let known = PublicHistory(of: library, asOf: asOf, after: last.known?.history ?? last.whole)
        histories.withLock { $0.known = known }
        return known
    }

    /// `TextMemory.parse`; of two at once one is remembered.
    func parse(_ spans: [SourceSpan]) -> [(text: MarkdownText, findings: [Diagnostic])] {
        var memory = texts.withLock { $0 }
        let parsed = memory.parse(spans)
        texts.withLock { $0 = memory }
        return parsed
    }
}
