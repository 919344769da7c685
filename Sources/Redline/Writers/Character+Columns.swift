extension Character {
    /// Whether it is a wide one, and no syllable of Korean, which has blanks between words.
    var breaksAnywhere: Bool {
        columns == 2 && unicodeScalars.first.map { !(0xAC00...0xD7A3).contains($0.value) } ?? false
    }

    /// How many columns it takes in a terminal: two for those of East Asian scripts and for pictures, about.
    var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return scalar.properties.generalCategory == .format ? 0 : 1
        }
    }
}
