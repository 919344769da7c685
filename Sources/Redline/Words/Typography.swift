/// Characters that are typed in several ways and read as one: curly and straight quotation marks, dashes of every
/// length, blanks that do not break, an ellipsis of one character or of three, letters of full width. A text in which
/// nothing else changed says what it said.
enum Typography {
    /// A text as it would be typed on a plain keyboard; nil where it is written so already.
    ///
    /// Blanks in a row are one, dashes in a row are one, and three points or more are three.
    static func plain(_ text: String) -> String? {
        guard text.mayBeTypedOtherwise else { return nil }
        var plain = String.UnicodeScalarView()
        var points = 0
        func add(_ next: Unicode.Scalar) {
            if next == " " || next == "-", plain.last == next { return }
            points = next == "." ? points + 1 : 0
            if points <= 3 { plain.append(next) }
        }
        for scalar in text.unicodeScalars {
            if let replacement = replacement(of: scalar) {
                replacement.unicodeScalars.forEach(add)
            } else {
                add(scalar)
            }
        }
        return plain.elementsEqual(text.unicodeScalars) ? nil : String(plain)
    }

    /// What is typed for a character; nil for one that is typed itself, nothing for one that nobody sees.
    private static func replacement(of scalar: Unicode.Scalar) -> String? {
        guard !scalar.isASCII else { return nil }
        return switch scalar.value {
        case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x301D...0x301F: "\""
        case 0xB4, 0x2BC, 0x2018...0x201B, 0x2032, 0x2039, 0x203A: "'"
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
        case 0x2026: "..."
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
        case 0xAD, 0x200B, 0x2060, 0xFEFF: ""
        case 0xFB00: "ff"
        case 0xFB01: "fi"
        case 0xFB02: "fl"
        case 0xFB03: "ffi"
        case 0xFB04: "ffl"
        // Characters of full width stand in the order of ASCII.
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) }
        default: nil
        }
    }
}

extension String {
    /// Whether it has other characters than ASCII, or blanks, dashes or points in a row.
    fileprivate var mayBeTypedOtherwise: Bool {
        var before: UInt8 = 0
        for byte in utf8 {
            if byte >= 0x80 { return true }
            if byte == before, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
                return true
            }
            before = byte
        }
        return false
    }
}

extension Unicode.Scalar {
    /// White space as HTML folds it, and blanks of other widths, which it leaves alone.
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: true
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// A hyphen, a dash or a minus.
    var isDash: Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    /// A point, a question mark or an exclamation mark, which needs a blank behind it to end a sentence.
    var isStop: Bool { self == "." || self == "!" || self == "?" || self == "…" }

    /// A sign that ends a sentence whatever stands behind it: those of Chinese, Japanese, Khmer and Burmese.
    var isWideStop: Bool {
        switch value {
        case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x104A, 0x104B, 0x17D4, 0x17D5: true
        default: false
        }
    }
}
