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
    /// A letter of a script without blanks. Its digits are none: a number is a word of its own.
    var isUnspaced: Bool {
        switch value {
        case ..<0xE00: false
        // Thai and Lao, without their currency sign and digits.
        case 0xE01...0xE3A, 0xE40...0xE4E, 0xE81...0xECE, 0xEDC...0xEDF: true
        // Burmese.
        case 0x1000...0x103F, 0x1050...0x108F, 0x109A...0x109F, 0xA9E0...0xA9EF, 0xA9FA...0xA9FE, 0xAA60...0xAA7F: true
        // Khmer.
        case 0x1780...0x17D3, 0x17D7, 0x17DC, 0x17DD: true
        // Tai Le, New Tai Lue, Tai Tham, Tai Viet.
        case 0x1950...0x19C9, 0x1A20...0x1A7C, 0xAA80...0xAADF: true
        // Chinese, with its radicals, the sign that repeats a character, zero, and Bopomofo.
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3105...0x312F, 0x31A0...0x31BF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
            true
        // Japanese, of full and of half width.
        case 0x3041...0x3096, 0x3099...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0x3220...0x33FF,
            0xFF66...0xFF9F, 0x1B000...0x1B16F:
            true
        default: false
        }
    }

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
