/// Comma-separated values (RFC 4180), lines ended by CR LF, safe to open in a spreadsheet.
package enum CSV {
    /// The rows as a file; the first is the header.
    package static func file(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// One field. A text that a spreadsheet would take for a formula gets a `'` in front, which reading strips. So
    /// does one that begins with `'` before such a character, so that it is read back as it was.
    package static func field(_ text: String) -> String {
        let guarded = isFormula(text) ? "'" + text : text
        let bytes = guarded.utf8
        let needsQuotes =
            bytes.first == UInt8(ascii: " ") || bytes.last == UInt8(ascii: " ")
            || bytes.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0xA, 0xD].contains($0) }
        guard needsQuotes else { return guarded }
        return "\"" + guarded.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
    }

    /// Whether a text begins with `= + - @`, a tab or a CR, after any number of `'`.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
        return "=+-@\t\r".utf8.contains(first)
    }
}
