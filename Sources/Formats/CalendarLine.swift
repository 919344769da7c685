/// The content lines of an iCalendar file (RFC 5545, section 3.1).
package enum CalendarLine {
    /// The most octets that a line may have, its line end not counted.
    private static let limit = 75

    /// A text as the value of a property of type TEXT (section 3.3.11): `a, b` is written `a\, b`, a line feed `\n`.
    /// Control characters, which such a value cannot hold, are left out.
    package static func text(_ text: some StringProtocol) -> String {
        var output = ""
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\\", ";", ",": output += "\\\(scalar)"
            case "\n": output += isAfterReturn ? "" : "\\n"
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": output += "\\n"
            case "\t": output += "\t"
            case "\0"..<" ", "\u{7F}"..."\u{9F}": break
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// A line with its line end, folded: what is longer than 75 octets goes on in further lines that begin with a
    /// blank, which readers take away. A line breaks between characters as people see them; one that is too long for
    /// a line of its own breaks between its code points.
    ///
    /// - Parameter line: a property with its value, without a line feed in it.
    package static func folded(_ line: String) -> String {
        var output = ""
        var length = 0
        func add(_ piece: String) {
            let size = piece.utf8.count
            if length + size > limit {
                output += "\r\n "
                length = 1
            }
            output += piece
            length += size
        }
        for character in line {
            if character.utf8.count < limit {
                add(String(character))
            } else {
                for scalar in character.unicodeScalars { add(String(scalar)) }
            }
        }
        return output + "\r\n"
    }
}
