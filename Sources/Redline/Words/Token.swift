import Markdown

/// What is compared as a whole: a word, a number, an amount, a date, a link, a sign, a space.
struct Token: Sendable, Hashable {
    /// Without what stands around it.
    var leaf: Inline
    var kind: Kind
    /// The places of the styles around it in the run's list of them, the outermost first.
    var styles: [Int]
    /// The styles themselves: only words styled alike are the same.
    var styling: [MarkedInline.Style]
    /// How many characters a reader sees of it, about.
    var length: Int

    enum Kind: Sendable, Hashable {
        case word
        case space
        case sign
        /// A sign that ends a sentence.
        case stop
    }

    /// What makes two tokens the same. Of a space it does not matter whether it is a line end in the source.
    var key: Key { Key(leaf: kind == .space ? .softBreak : leaf, styling: styling) }

    struct Key: Hashable {
        var leaf: Inline
        var styling: [MarkedInline.Style]
    }
}

/// The words of a paragraph, heading or cell.
struct TokenRun: Sendable {
    private(set) var tokens: [Token] = []
    /// The styled parts in it, by their place in the run.
    private(set) var styles: [MarkedInline.Style] = []

    init(_ inlines: [Inline]) { add(inlines, styles: [], styling: []) }

    /// The words of a code block, in which white space is shown as it is written.
    init(code: String) {
        for (word, kind) in Words(code) {
            add(.text(word), kind == .space ? .sign : kind, [], [], length: word.utf8.count)
        }
    }

    private mutating func add(_ inlines: [Inline], styles: [Int], styling: [MarkedInline.Style]) {
        for inline in inlines {
            switch inline {
            case .text(let text):
                for (word, kind) in Words(text) {
                    add(.text(word), kind, styles, styling, length: word.utf8.count)
                }
            case .softBreak: add(inline, .space, styles, styling, length: 1)
            case .hardBreak, .html: add(inline, .sign, styles, styling, length: 0)
            case .code(let text): add(inline, .word, styles, styling, length: text.utf8.count)
            case .link(_, _, let children), .image(_, _, let children):
                add(inline, .word, styles, styling, length: children.plainText.utf8.count)
            case .footnote: add(inline, .sign, styles, styling, length: 1)
            case .emphasis(let children): add(children, .emphasis, inline, styles, styling)
            case .strong(let children): add(children, .strong, inline, styles, styling)
            case .strikethrough(let children): add(children, .strikethrough, inline, styles, styling)
            }
        }
    }

    private mutating func add(
        _ leaf: Inline, _ kind: Token.Kind, _ styles: [Int], _ styling: [MarkedInline.Style], length: Int
    ) {
        tokens.append(Token(leaf: leaf, kind: kind, styles: styles, styling: styling, length: length))
    }

    private mutating func add(
        _ children: [Inline], _ style: MarkedInline.Style, _ whole: Inline, _ around: [Int],
        _ styling: [MarkedInline.Style]
    ) {
        // A style around nothing is an element all the same.
        guard !children.isEmpty else { return add(whole, .sign, around, styling, length: 0) }
        styles.append(style)
        add(children, styles: around + [styles.count - 1], styling: styling + [style])
    }
}
