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
    /// No line breaks inside an escape (`\n`, `\,`), nor beside a blank: some calendars undo escapes before they join
    /// lines, and some trim each line first. These would lose the event, or the blank.
    ///
    /// - Parameter line: a property with its value, without a line feed in it.
    package static func folded(_ line: String) -> String {
        var folding = Folding()
        for character in line {
            if folding.canHold(character) {
                folding.add(String(character))
            } else {
                for scalar in character.unicodeScalars { folding.add(String(scalar)) }
            }
        }
        return folding.end()
    }

    /// The lines so far, and what must not be parted from what comes next.
    private struct Folding {
        private var output = ""
        /// How many octets the last line has.
        private var length = 0
        private var whole = ""
        private var isInEscape = false
        private var isAfterBlank = false

        /// Whether a character fits into one line with what must stand before it.
        func canHold(_ character: Character) -> Bool {
            character.utf8.count + (isInEscape ? whole.utf8.count : 0) < limit - 1
        }

        mutating func add(_ piece: String) {
            let isBlank = piece == " " || piece == "\t"
            let isTooLong = whole.utf8.count + piece.utf8.count >= limit - 1
            if !isInEscape, isTooLong || !isAfterBlank && !isBlank { flush() }
            whole += piece
            // A sign before the first letter of a script may be one character with the backslash behind it.
            for scalar in piece.unicodeScalars { isInEscape = scalar == "\\" && !isInEscape }
            isAfterBlank = isBlank
        }

        private mutating func flush() {
            let size = whole.utf8.count
            if length + size > limit {
                output += "\r\n "
                length = 1
            }
            output += whole
            length += size
            whole = ""
        }

        mutating func end() -> String {
            flush()
            return output + "\r\n"
        }
    }
}
