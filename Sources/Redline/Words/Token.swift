import Markdown

/// What is compared as a whole: a word, a number, an amount, a date, a link, a sign, a space.
struct Token: Sendable, Hashable {
    /// Without what stands around it.
    var leaf: Inline
    var kind: Kind
    /// The places of the styles around it in the run's list of them, the outermost first.
    var styles: [Int]
    /// How many characters a reader sees of it, about.
    var length: Int
    /// What makes two tokens the same: neither how they are typed nor the styles around them.
    var key: Key

    /// Hashed once: a token is compared with those of many other texts.
    struct Key: Sendable, Hashable {
        private let content: Inline
        private let hash: Int

        init(_ content: Inline) {
            self.content = content
            hash = content.hashValue
        }

        static func == (one: Self, other: Self) -> Bool { one.hash == other.hash && one.content == other.content }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    enum Kind: Sendable, Hashable {
        case word
        /// A character of a script without blanks between words.
        case character
        case space
        case sign
        /// A sign that ends a sentence where a blank stands behind it.
        case stop
        /// A sign that ends a sentence.
        case wideStop

        /// How much of a text it is: a word as much as two characters of a script in which words have about two.
        var weight: Int {
            switch self {
            case .word: 2
            case .character: 1
            case .space, .sign, .stop, .wideStop: 0
            }
        }
    }
}

extension Token {
    /// Whether it is the same to the byte: two strings are equal in Swift when they only look the same. White space that
    /// HTML folds is one blank.
    func isWritten(as other: Token) -> Bool {
        leaf == .softBreak || other.leaf == .softBreak
            ? leaf.isFoldedBlank && other.leaf.isFoldedBlank : leaf.isWritten(as: other.leaf)
    }
}

extension Inline {
    fileprivate var isFoldedBlank: Bool { self == .softBreak || self == .text(" ") }
}
