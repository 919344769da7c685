/// The content lines of an iCalendar file (RFC 5545, section 3.1).
package enum CalendarLine {
    /// The most octets that a line may have, its line end not counted.
    private static let limit = 75

    /// A text as the value of a property of type TEXT (section 3.3.11): `a, b` is written `a\, b`, a line feed `\n`.
    /// Control characters, which such a value cannot hold, are left out.
    package static func text(_ text: some StringProtocol) -> String {
        let bytes = text.utf8Bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): output += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"):
                // Behind a carriage return it is one line's end with it.
                if index == 0 || bytes[index - 1] != UInt8(ascii: "\r") { output += lineEnd }
            case UInt8(ascii: "\r"): output += lineEnd
            case UInt8(ascii: "\t"): output.append(byte)
            case 0..<0x20, 0x7F: break
            // U+0080 to U+009F, of which U+0085 ends a line.
            case 0xC2 where next < 0xA0:
                if next == 0x85 { output += lineEnd }
                index += 1
            // U+2028 and U+2029.
            case 0xE2 where next == 0x80 && index + 2 < bytes.count && bytes[index + 2] & 0xFE == 0xA8:
                output += lineEnd
                index += 2
            default: output.append(byte)
            }
            index += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let lineEnd = Array("\\n".utf8)

    /// A line with its line end, folded: what is longer than 75 octets goes on in further lines that begin with a
    /// blank, which readers take away. A line breaks between characters as people see them; one that is too long for
    /// a line of its own breaks between its code points.
    ///
    /// No line breaks inside an escape (`\n`, `\,`), nor beside a blank: some calendars undo escapes before they join
    /// lines, and some trim each line first. These would lose the event, or the blank.
    ///
    /// - Parameter line: a property with its value, without a line feed in it.
    package static func folded(_ line: String) -> String {
        guard line.utf8.count > limit else { return line + "\r\n" }
        var folding = Folding(line.utf8Bytes)
        if line.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) {
            for _ in line.utf8 { folding.add(1) }
        } else {
            for character in line {
                let count = character.utf8.count
                if folding.canHold(count) {
                    folding.add(count)
                } else {
                    for scalar in character.unicodeScalars { folding.add(UTF8.width(scalar)) }
                }
            }
        }
        return folding.end()
    }

    /// The lines so far, and what must not be parted from what comes next. Characters are counted in bytes.
    private struct Folding {
        private let line: [UInt8]
        private var output: [UInt8] = []
        /// How many octets the last line has.
        private var length = 0
        /// What is added and in no line yet.
        private var whole = 0..<0
        private var isInEscape = false
        private var isAfterBlank = false

        init(_ line: [UInt8]) {
            self.line = line
            output.reserveCapacity(line.count + line.count / 24 + 2)
        }

        /// Whether a character fits into one line with what must stand before it.
        func canHold(_ count: Int) -> Bool { count + (isInEscape ? whole.count : 0) < limit - 1 }

        /// Adds so many bytes, which stay together.
        mutating func add(_ count: Int) {
            let piece = whole.upperBound..<whole.upperBound + count
            let isBlank = count == 1 && line[piece.lowerBound].isSpaceOrTab
            let isTooLong = whole.count + count >= limit - 1
            if !isInEscape, isTooLong || !isAfterBlank && !isBlank { flush() }
            whole = whole.lowerBound..<piece.upperBound
            // A sign before the first letter of a script may be one character with the backslash behind it.
            for index in piece { isInEscape = line[index] == UInt8(ascii: "\\") && !isInEscape }
            isAfterBlank = isBlank
        }

        private mutating func flush() {
            if length + whole.count > limit {
                output += [0x0D, 0x0A, 0x20]
                length = 1
            }
            output += line[whole]
            length += whole.count
            whole = whole.upperBound..<whole.upperBound
        }

        mutating func end() -> String {
            flush()
            return String(decoding: output, as: UTF8.self) + "\r\n"
        }
    }
}
