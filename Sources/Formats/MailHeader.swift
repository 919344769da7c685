import Foundation

/// The fields of a message's head (RFC 5322, RFC 2047), each with its line end, in ASCII, no line longer than need be.
package enum MailHeader {
    /// The most characters of a line that holds an encoded word.
    private static let limit = 76

    /// A field of free text: `Subject: Privacy changes`. What ASCII cannot write is encoded.
    package static func field(_ name: String, text: String) -> String {
        let value = Escaping.header(text)
        let start = name + ":"
        let words = value.split(separator: " ")
        let isPlain = value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !value.contains("=?")
        guard isPlain, words.allSatisfy({ $0.count < limit - start.count - 1 }) else {
            return folded(start, encoded(value, column: start.count + 1))
        }
        return folded(start, words.map(String.init))
    }

    /// A field with a mail address and the name of whom it belongs to: `From: Acme <privacy@acme.example>`.
    package static func field(_ name: String, mailbox owner: String, _ address: String) -> String {
        let value = Escaping.header(owner)
        let start = name + ":"
        let mailbox = "<\(Escaping.header(address))>"
        if value.isEmpty { return folded(start, [mailbox]) }
        let isAtoms = value.utf8.allSatisfy {
            $0.isASCIIAlphanumeric || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-")
        }
        let isQuotable = value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !value.contains("=?")
        if isAtoms { return folded(start, value.split(separator: " ").map(String.init) + [mailbox]) }
        if isQuotable, value.count < 50 {
            let quoted = value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
            return folded(start, ["\"\(quoted)\"", mailbox])
        }
        return folded(start, encoded(value, column: start.count + 1) + [mailbox])
    }

    /// A field whose value is already as its standard says: pieces between which a line may end.
    package static func field(_ name: String, pieces: [String]) -> String { folded(name + ":", pieces) }

    private static func folded(_ start: String, _ pieces: [String]) -> String {
        var output = start
        var column = start.utf8.count
        for piece in pieces {
            // A line that held the name alone would look empty to some programs.
            if column + 1 + piece.utf8.count > limit, column > start.utf8.count {
                output += "\r\n"
                column = 0
            }
            output += " " + piece
            column += 1 + piece.utf8.count
        }
        return output + "\r\n"
    }

    /// A text as encoded words, in whichever of the two encodings is shorter, cut between characters. Blanks between
    /// encoded words are no part of the text.
    ///
    /// - Parameter column: where the first one stands in its line.
    private static func encoded(_ text: String, column: Int) -> [String] {
        let bytes = Array(text.utf8)
        let isQ = bytes.reduce(0) { $0 + quoted($1).utf8.count } <= (bytes.count + 2) / 3 * 4
        let (start, end) = (isQ ? "=?UTF-8?Q?" : "=?UTF-8?B?", "?=")
        var words: [String] = []
        var piece: [UInt8] = []
        func close() {
            guard !piece.isEmpty else { return }
            words.append(start + (isQ ? piece.map(quoted).joined() : Data(piece).base64EncodedString()) + end)
            piece = []
        }
        func add(_ character: [UInt8]) -> Bool {
            let next = piece + character
            let size = isQ ? next.reduce(0) { $0 + quoted($1).utf8.count } : (next.count + 2) / 3 * 4
            guard size + start.utf8.count + end.utf8.count <= limit - (words.isEmpty ? column : 1) else { return false }
            piece = next
            return true
        }
        for character in text {
            if add(Array(character.utf8)) { continue }
            close()
            if add(Array(character.utf8)) { continue }
            // Longer than a line: cut between its code points.
            for scalar in character.unicodeScalars where !add(Array(String(scalar).utf8)) {
                close()
                _ = add(Array(String(scalar).utf8))
            }
        }
        close()
        return words
    }

    /// A byte in the Q encoding, with what may stand in a name alone (RFC 2047, section 5).
    private static func quoted(_ byte: UInt8) -> String {
        if byte == UInt8(ascii: " ") { return "_" }
        if byte.isASCIIAlphanumeric || "!*+-/".utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
        return MailBody.hexadecimal(byte)
    }
}
