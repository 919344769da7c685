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
        let needsQuotes =
            guarded.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
            || guarded.unicodeScalars.first == " " || guarded.unicodeScalars.last == " "
        guard needsQuotes else { return guarded }
        var quoted = "\""
        for scalar in guarded.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Whether a text begins with `= + - @`, a tab or a CR, after any number of `'`.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return ["=", "+", "-", "@", "\t", "\r"].contains(first)
    }
}
