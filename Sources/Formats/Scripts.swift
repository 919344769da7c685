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
}

extension Character {
    /// Whether it is of a script that writes no space between words, or a syllable or a word of its own.
    package var standsWithoutSpaces: Bool {
        unicodeScalars.first.map { $0.isOfSpacelessScript || $0.isOfEastAsia } ?? false
    }
}
