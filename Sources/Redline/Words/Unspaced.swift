import Formats

/// Scripts that are written without blanks between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer and their
/// neighbours.
///
/// A text of theirs is cut into what a reader takes as one character: a letter with the signs on it and the vowels that
/// belong to it; Katakana, which write words of other languages, are kept together. Where words begin could only be
/// told by a dictionary, and dictionaries (ICU's, Foundation's) differ between machines and years: a published redline
/// must be the same on all of them.
enum Unspaced {
    /// The end of the character, or of the Katakana, that begins at a place.
    static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start + 1
        // A vowel that stands before its consonant.
        if scalars[start].isLeadingVowel, end < scalars.count, scalars[end].isUnspaced, !scalars[end].isLeadingVowel {
            end += 1
        }
        let isKatakana = scalars[start].isKatakana
        while end < scalars.count {
            if scalars[end].belongsToBefore || isKatakana && scalars[end].isKatakana {
                end += 1
            } else if scalars[end - 1].joinsNext, scalars[end].isUnspaced {
                end += 1
            } else {
                break
            }
        }
        return end
    }
}

extension Unicode.Scalar {
    fileprivate var isKatakana: Bool {
        switch value {
        case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: true
        default: false
        }
    }

    /// A vowel of Thai, Lao or Tai Viet that is written before the consonant behind which it is spoken.
    fileprivate var isLeadingVowel: Bool {
        switch value {
        case 0xE40...0xE44, 0xEC0...0xEC4, 0xAAB5, 0xAAB6, 0xAAB9, 0xAABB, 0xAABC: true
        default: false
        }
    }

    /// A sign on the character before it, a vowel of it, or a small kana.
    fileprivate var belongsToBefore: Bool {
        switch value {
        case 0xE30, 0xE32, 0xE33, 0xE45, 0xEB0, 0xEB2, 0xEB3: return true
        case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3083, 0x3085, 0x3087, 0x308E, 0x30FC: return true
        case ..<0x300: return false
        default: break
        }
        return switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: value == 0x200C || value == 0x200D
        }
    }

    /// A sign that puts the next consonant below the one before it: Khmer's coeng, Burmese's virama, Tai Tham's sakot.
    fileprivate var joinsNext: Bool { value == 0x17D2 || value == 0x1039 || value == 0x1A60 }
}
