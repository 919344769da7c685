import Formats

/// What stands beside a blank. A quotation mark, a dash or a sign of money beyond ASCII parts words as those of ASCII do.
extension PlaceholderScanner {
    /// Whether a word goes on before an index: its last letter, digit or underscore stands there.
    ///
    /// - Parameter joinsEastern: whether a letter of Chinese, Japanese or Korean is one of the same word, as these scripts
    ///   have few blanks.
    func isWord(before index: Int, joinsEastern: Bool = true) -> Bool {
        guard let last = byte(index - 1), last >= 0x80 else { return byte(index - 1)?.isWordByte ?? false }
        return bytes.scalar(before: index)?.isOfWord(joinsEastern: joinsEastern) ?? true
    }

    /// Whether a word goes on at an index.
    func isWord(at index: Int, joinsEastern: Bool = true) -> Bool {
        guard let first = byte(index), first >= 0x80 else { return byte(index)?.isWordByte ?? false }
        return bytes.scalar(at: index)?.isOfWord(joinsEastern: joinsEastern) ?? true
    }

    /// Whether words or a sign that numbers follow, of money or of sections, end before an index.
    func isWordOrSign(before index: Int) -> Bool {
        isWord(before: index) || bytes.scalar(before: index).map { "$€£¥§".unicodeScalars.contains($0) } ?? false
    }
}

extension Unicode.Scalar {
    fileprivate func isOfWord(joinsEastern: Bool) -> Bool {
        if isOfEastAsia, !joinsEastern { return false }
        return properties.isAlphabetic || properties.numericType != nil
            || properties.generalCategory == .nonspacingMark
    }
}
