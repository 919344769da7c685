/// What the words of a text can be told by. The ranges are those of the Unicode blocks; the standard library has no table of
/// scripts.
extension Unicode.Scalar {
    /// Thai, Lao, Burmese, Khmer and their like, which show no space between words.
    package var isOfSpacelessScript: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x0F00...0x109F, 0x1780...0x17FF, 0x1950...0x19FF, 0x1A20...0x1AAF, 0xA980...0xA9FF,
            0xAA60...0xAADF:
            true
        default: false
        }
    }

    /// Chinese, Japanese and Korean letters and signs, and the wide forms of others.
    package var isOfEastAsia: Bool {
        switch value {
        case 0x2E80...0x303F, 0x3040...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// A letter of a script without blanks. Its digits are none: a number is a word of its own.
    package var isUnspaced: Bool {
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
}

extension Character {
    /// Whether it is of a script that writes no space between words, or a syllable or a word of its own.
    package var standsWithoutSpaces: Bool {
        unicodeScalars.first.map { $0.isOfSpacelessScript || $0.isOfEastAsia } ?? false
    }
}
