import Diagnostics
import Formats
import Markdown
import Model

extension Check {
    /// `leftover-markup`: signs of Markdown, or of another tool, that would be published as they stand: a star that
    /// nothing closes, `[words] (address)`, `##Words`, `{#id}`, a table without its line of hyphens.
    ///
    /// What is escaped by a backslash or stands in code is meant. What the tree has made of a text is asked first: a sign
    /// that is no word of it is none that a reader sees.
    package static let leftoverMarkup = Check { context in
        let settings = context.library.settings.source.path
        return context.memory.answers(to: .leftovers, of: context.published, inPieces: { $0.leftovers }) {
            text, leaves -> [Finding] in
            let found = text.markdown == nil ? text.markupInPlainText : leaves.leftovers
            return text.findings(found) { leftover in
                let said = Diagnostic(
                    .leftoverMarkup, at: text.place(of: leftover.range), leftover.message,
                    help: text.isScalar ? leftover.helpInValue ?? leftover.help : leftover.help)
                return leftover.isLenient && text.span.file.path == settings ? said.asWarning() : said
            }
        }
        .flatMap(\.self)
    }
}

/// A sign that would be published, as a stretch of its text.
struct Leftover: Sendable {
    var range: Range<Int>
    var message: String
    var help: String
    /// What to do in a value of YAML, where that is less: no line can be added at its end.
    var helpInValue: String?
    /// Whether it is a warning in site.yaml: names that were published there stay as they are, and were let be before.
    var isLenient = false
}

/// The signs left over in a leaf, in bytes of it.
private struct LeafLeftovers {
    /// As far as the leaf tells by itself.
    var found: [Leftover]
    /// Signs that may be those of notes: whether they are, other leaves of the text say.
    var marks: UnmatchedMarks?
    /// Where the leaf begins in its piece.
    var start: Int
}

extension TextPiece {
    /// Of its leaves that hold any, in the order of the piece.
    fileprivate var leftovers: [LeafLeftovers] {
        leaves.compactMap { leaf in
            let seen = SeenWords(leaf.words)
            guard seen.mayHoldMarkup else { return nil }
            let source = LeafSource(bytes[leaf.range.clamped(to: bytes.indices)])
            let found =
                source.lines(of: leaf.kind, seen: seen) + source.links(seen: seen) + source.otherTools(seen: seen)
                + source.pairedSigns(seen: seen) + source.unclosed(seen: seen) + source.misread(seen: seen)
            let marks = seen.holds("*") || seen.holds("__") ? UnmatchedMarks(source) : nil
            guard !found.isEmpty || marks?.runs.isEmpty == false else { return nil }
            return LeafLeftovers(found: found, marks: marks, start: source.start)
        }
    }
}

extension [(found: [LeafLeftovers], start: Int)] {
    /// Of the whole text, in its order.
    fileprivate var leftovers: [Leftover] {
        var notes = NoteSigns()
        return flatMap { piece in
            piece.found.flatMap { leaf -> [Leftover] in
                let found = leaf.found + (leaf.marks?.leftovers(notes: &notes) ?? [])
                return found.map {
                    var leftover = $0
                    leftover.range = $0.range.shifted(by: piece.start + leaf.start)
                    return leftover
                }
                .sorted { $0.range.lowerBound < $1.range.lowerBound }
            }
        }
    }
}

extension [Inline] {
    /// The words that stand in it as words, addresses that are written as such apart.
    fileprivate var literalWords: String {
        var words = ""
        for inline in self {
            switch inline {
            case .text(let text): words += text
            case .softBreak, .hardBreak: words += "\n"
            case .emphasis(let children), .strong(let children), .strikethrough(let children):
                words += children.literalWords
            case .link(_, _, let children)
            where children.plainText.hasPrefix("http") || children.plainText.hasPrefix("www."):
                words += " "
            case .link(_, _, let children): words += children.literalWords
            case .code, .image, .html, .footnote, .seam: words += " "
            }
        }
        return words
    }
}

/// The words of a leaf as a reader sees them.
struct SeenWords {
    let text: String
    private let signs: ByteSet

    init(_ words: [Inline]) {
        text = words.literalWords
        signs = ByteSet(text)
    }

    func holds(_ sign: String) -> Bool { sign.utf8.allSatisfy(signs.contains) && text.holds(sign) }

    /// Whether a sign stands in them that may be one of markup.
    fileprivate var mayHoldMarkup: Bool {
        signs.holdsAny(of: "*_~`[]#{}:|\\!?<=") || signs.contains("\n") && text.mayCountLines
            || signs.isBeyondASCII
                && (text.unicodeScalars.contains { $0 == "\u{A0}" || $0.isBullet } || text.mayBeMisread)
            || text.hasPrefix("import ") || text.hasPrefix("o\t")
    }
}

extension Unicode.Scalar {
    /// A dot or a square that word processors put before the items of a list.
    var isBullet: Bool {
        switch self {
        case "•", "●", "▪", "◦", "‣", "⁃", "■", "□", "∙", "·", "○", "❖": true
        // As Word has them in the letters of Symbol and Wingdings.
        case "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F076}", "\u{F0FC}": true
        default: false
        }
    }
}
