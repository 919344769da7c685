/// What a character is, as far as it matters to those that have no shape of their own. The ranges are those of the
/// Unicode blocks; the standard library has no table of scripts.
extension Unicode.Scalar {
    /// Controls, and what Unicode calls default ignorable: characters that show nothing by themselves.
    var isMaybeHidden: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x34E: false
        case 0..<0x20, 0x7F...0x9F: true
        case 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: true
        // Signs of punctuation and Chinese, Japanese and Korean letters, which are most of what is not ASCII.
        case 0x2010...0x2027, 0x4E00...0x9FFF, 0xAC00...0xD7A3: false
        default: value & 0xFFFE == 0xFFFE || properties.isDefaultIgnorableCodePoint
        }
    }

    var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

    /// What an emoji sequence joins.
    var isEmojiLike: Bool { value > 0xFF && properties.isEmoji }

    /// Arabic, its neighbours and the scripts of India and south-east Asia, whose words need joiners.
    var isOfJoiningScript: Bool {
        switch value {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1700...0x18AF, 0x1900...0x1CFF, 0xA800...0xABFF,
            0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x10AFF, 0x11000...0x11FFF,
            0x1E800...0x1E95F:
            true
        case 0x200C, 0x200D: false
        default: false
        }
    }

    /// Hebrew, Arabic and the other scripts that run from right to left.
    var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x061B, 0x061D...0x08FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }
}
