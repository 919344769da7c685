import Foundation

/// The encodings in which a text travels by mail (RFC 2045, section 6): ASCII, lines of 76 characters at most.
package enum MailBody {
    /// A text as a part of a message: its `Content-Transfer-Encoding`, and its lines ended by CR LF, in whichever of
    /// the two encodings is shorter.
    ///
    /// - Parameter text: with line feeds at its lines' ends.
    package static func encoded(_ text: String) -> (encoding: String, lines: String) {
        let quoted = quotedPrintable(text)
        let bytes = Array(text.replacing("\n", with: "\r\n").utf8)
        guard quoted.utf8.count > (bytes.count + 2) / 3 * 4 * 78 / 76 else { return ("quoted-printable", quoted) }
        let characters = Array(Data(bytes).base64EncodedString().utf8)
        let lines = stride(from: 0, to: characters.count, by: 76).map { start in
            String(decoding: characters[start..<min(start + 76, characters.count)], as: UTF8.self) + "\r\n"
        }
        return ("base64", lines.joined())
    }

    /// `ü` is `=C3=BC`; a line that is too long goes on behind `=`.
    package static func quotedPrintable(_ text: String) -> String {
        var output = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let bytes = Array(line.utf8)
            var column = 0
            for (index, byte) in bytes.enumerated() {
                let isLast = index == bytes.count - 1
                let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte.isSpaceOrTab && !isLast
                let piece = isPlain ? String(Unicode.Scalar(byte)) : hexadecimal(byte)
                if column + piece.utf8.count > (isLast ? 76 : 75) {
                    output += "=\r\n"
                    column = 0
                }
                output += piece
                column += piece.utf8.count
            }
            output += "\r\n"
        }
        // What ends with a line feed has no empty line behind it.
        return text.hasSuffix("\n") ? String(output.dropLast()) : output
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
