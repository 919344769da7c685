import Diagnostics
import Formats

/// Reads delimited text (RFC 4180) with the place of every cell, as spreadsheets write it: with commas, semicolons, tabs
/// or bars between cells, and line breaks within quotes.
struct CSVReader {
    let file: SourceFile
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private(set) var records: [[Sourced<String>]] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var position = 0

    /// - Parameter delimiter: what stands between two cells, one of `signs(of:)`.
    init(_ file: SourceFile, delimitedBy delimiter: UInt8) {
        self.file = file
        bytes = Array(file.text.utf8)
        self.delimiter = delimiter
        while position < bytes.count {
            let record = readRecord()
            records.append(record)
        }
    }

    /// The usual signs that stand outside quotes in the first lines, the one that stands there most often first; a comma
    /// where none does.
    static func signs(of file: SourceFile) -> [UInt8] {
        var counts: [UInt8: Int] = [:]
        var (isQuoted, lines) = (false, 0)
        for byte in file.text.utf8.prefix(65_536) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") { lines += 1 }
            if lines == 10 { break }
            counts[byte, default: 0] += 1
        }
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        let found = signs.enumerated().filter { counts[$0.element] != nil }.sorted { one, other in
            (counts[other.element] ?? 0, one.offset) < (counts[one.element] ?? 0, other.offset)
        }
        return found.isEmpty ? [signs[0]] : found.map(\.element)
    }

    private mutating func readRecord() -> [Sourced<String>] {
        var cells: [Sourced<String>] = []
        while true {
            cells.append(readCell())
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        // The line's end.
        position += 1
        return cells
    }

    private mutating func readCell() -> Sourced<String> {
        let start = position
        var text: [UInt8] = []
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            readQuoted(into: &text)
        } else {
            position = start
        }
        while position < bytes.count, bytes[position] != delimiter, bytes[position] != UInt8(ascii: "\n") {
            text.append(bytes[position])
            position += 1
        }
        let span = SourceSpan(file, start..<position)
        return Sourced(Self.unguarded(String(decoding: text, as: UTF8.self).trimmed), at: span)
    }

    /// A text between quotes; two of them are one in it.
    private mutating func readQuoted(into text: inout [UInt8]) {
        let start = position
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == byte else { return }
                position += 1
            }
            text.append(byte)
        }
        diagnostics.append(
            Diagnostic(
                .syntax, at: SourceSpan(file, start..<start + 1), "this quote is never closed",
                help: "write another one where the cell ends, or take this one out"))
    }

    /// A cell without the `'` that keeps a spreadsheet from taking it for a formula.
    private static func unguarded(_ text: String) -> String {
        guard text.first == "'", let sign = text.first(where: { $0 != "'" }), "=+-@\t\r".contains(sign) else {
            return text
        }
        return String(text.dropFirst())
    }
}
