extension EditorialWords {
    /// Adds the words of a text in small letters, and every sign that is no punctuation.
    ///
    /// Punctuation within a number is part of it, as 1.5 is not 15. A dash before a number or a currency counts, as it may be
    /// a minus. Apostrophes, hyphens and points between letters are left out with nothing in their place: `customer's`,
    /// `e-mail`, `e.g`.
    mutating func addText(_ text: String) {
        let characters = Array(text.lowercased())
        var word = ""
        func end(_ tokens: inout [EditorialToken]) {
            if !word.isEmpty { tokens.append(EditorialToken(text: word, kind: .word)) }
            word = ""
        }
        for (index, character) in characters.enumerated() {
            let last = index > 0 ? characters[index - 1] : nil
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character.isDash {
                if last?.isLetter == true, next?.isLetter == true, character.isHyphen { continue }
                end(&tokens)
                if characters.isAmount(from: index + 1) || character == "\u{2212}" { tokens.append(.exact("-")) }
            } else if character.isWhitespace {
                end(&tokens)
            } else if !character.isPunctuation || "%‰‱&@#*/\\§¶′″‴".contains(character) {
                end(&tokens)
                tokens.append(.exact(String(character)))
            } else if next?.isNumber == true, last?.isNumber == true, ".,:;'’·".contains(character) {
                word.append(character == "’" ? "'" : character)
            } else if next?.isNumber == true, ".,".contains(character), last?.isStartOfAmount ?? true {
                word.append(character)
            } else if last?.isLetter != true || next?.isLetter != true || !".'’‘ʼ".contains(character) {
                end(&tokens)
            }
        }
        end(&tokens)
    }
}

extension Character {
    fileprivate var isDash: Bool {
        self == "\u{2212}" || unicodeScalars.first?.properties.generalCategory == .dashPunctuation
    }

    fileprivate var isHyphen: Bool { "-\u{2010}\u{2011}".contains(self) }

    /// Whether a decimal point may follow it that no digit stands before.
    fileprivate var isStartOfAmount: Bool { isWhitespace || isCurrencySymbol || isMathSymbol || isDash || self == "(" }
}

extension [Character] {
    /// Whether a number or a currency stands there, or after blanks. The end of what is known may be followed by one.
    fileprivate func isAmount(from start: Int) -> Bool {
        guard start < count else { return true }
        guard let first = self[start...].first(where: { !$0.isWhitespace }) else { return false }
        return first.isNumber || first.isCurrencySymbol || (first == "." && self[start] == ".")
    }
}
