import Model

/// Names in Latin letters inside words that run from right to left. Without a sign around them the full stop of `Acme, Inc.` would
/// stand before it, and a line that begins with one would run from left to right. HTML has an element for it (`bdi`), plain text two
/// characters (Unicode Standard Annex 9, 2.4), of which the first is not counted when a line's direction is taken from its
/// first letter.
extension Language {
    /// A sentence as plain text, without the signs around an author's words; in a language that runs from right to left those
    /// that do not are isolated.
    package func plain(_ sentence: String) -> String {
        guard direction == .rightToLeft, sentence.hasAuthored else { return sentence.unmarked }
        return sentence.toldApart(authors: { isolated(String($0)) }, others: { $0 })
    }

    /// Words of an author's for plain text around them.
    package func isolated(_ words: String) -> String {
        isolates(words) ? "\(Isolate.start)\(words)\(Isolate.end)" : words
    }

    /// Whether words are to be told apart from the text around them: where they hold letters or numbers, and no letter that runs from
    /// right to left. With one they run as the text does, and a letter of ours that is written to them joins them: `بشركة stc`.
    package func isolates(_ words: String) -> Bool {
        guard direction == .rightToLeft else { return false }
        var isRead = false
        for scalar in words.unicodeScalars {
            if scalar.runsFromRightToLeft { return false }
            isRead = isRead || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }
        return isRead
    }
}

/// The characters around words whose direction is theirs alone.
package enum Isolate {
    package static let start: Character = "\u{2068}"
    package static let end: Character = "\u{2069}"
}

extension Unicode.Scalar {
    /// Whether it is of a script that runs from right to left: the blocks that Unicode keeps for them.
    package var runsFromRightToLeft: Bool {
        switch value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            properties.isAlphabetic
        default: false
        }
    }
}
