import Diagnostics
import Markdown
import Model

/// Compares the texts of one document's editions, each of which is read once.
struct EditorialReader {
    /// Of every edition, by the path of its source.
    let texts: [String: MarkdownText]
    private var known: [EditionID: [EditorialToken]] = [:]

    init(_ texts: [String: MarkdownText]) { self.texts = texts }

    /// Why an edition changes more than an editorial one may: more than spelling since any of those it is compared with, or
    /// more than one word since what is in force before it.
    struct Excess {
        var since: Edition
        var change: EditorialToken.Difference
        /// Where spelling alone changed, of two words, the second.
        var another: EditorialToken.Difference?
    }

    /// - Returns: nil where nothing is too much. What is erased says nothing to compare with.
    mutating func excess(of edition: Edition, since bases: EditorialBases.Bases) -> Excess? {
        for (index, earlier) in bases.all.enumerated() where earlier.announcement.erased == nil {
            let comparison = EditorialToken.compare(said(by: earlier), with: said(by: edition))
            if let change = comparison.difference { return Excess(since: earlier, change: change) }
            if index < bases.direct.count, comparison.respelt.count > 1 {
                return Excess(since: earlier, change: comparison.respelt[0], another: comparison.respelt[1])
            }
        }
        return nil
    }

    /// Whether it respells a word of an edition before it.
    mutating func respells(_ edition: Edition, since bases: EditorialBases.Bases) -> Bool {
        bases.direct.contains { earlier in
            earlier.announcement.erased == nil
                && !EditorialToken.compare(said(by: earlier), with: said(by: edition)).respelt.isEmpty
        }
    }

    /// Whether what two editions say differs by more than the spelling of a word.
    mutating func differ(_ one: Edition, _ other: Edition) -> Bool {
        let comparison = EditorialToken.compare(said(by: one), with: said(by: other))
        return comparison.difference != nil || comparison.respelt.count > 1
    }

    private mutating func said(by edition: Edition) -> [EditorialToken] {
        if let known = known[edition.id] { return known }
        let said = EditorialWords.of(edition, texts[edition.source.path])
        known[edition.id] = said
        return said
    }
}

extension EditorialReader.Excess {
    /// `"30" became "90"`
    var words: String {
        another.map { "\(change.words), and \($0.words)" } ?? change.words
    }
}

extension EditorialToken.Difference {
    var words: String {
        switch (old, new) {
        case ("", let new): "\"\(new)\" is added"
        case (let old, ""): "\"\(old)\" is gone"
        case (let old, let new): "\"\(old)\" became \"\(new)\""
        }
    }
}
