/// What is compared as a whole: a word, a number, an amount, a date, a link, a sign, a space.
struct Token: Sendable {
    /// The number of what makes two tokens the same: neither how they are typed nor the styles around them.
    var key: Int32
    /// The number of what is written, to the byte. White space that HTML folds is one blank.
    var form: Int32
    /// How many characters a reader sees of it, about.
    var length: Int32
    /// How many styles are around it.
    var depth: Int32
    /// Where its run lists these.
    var path: Int32
    /// Where its run lists the text that it is a part of, or what it is as a whole.
    var leaf: Int32
    /// At which byte of that text it begins; nil for what is no part of one.
    var start: Int32?
    var kind: Kind

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
