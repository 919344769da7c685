import Diagnostics

/// The text of a file from elsewhere, which may be in UTF-8, in UTF-16 with its mark, or in Windows-1252, whose characters
/// from A0 on are those of Latin-1. What is no UTF-8 is said, as a warning.
///
/// - Returns: nil for what is no text at all, which is reported.
package func readForeignText(_ path: String, _ bytes: [UInt8]) -> (file: SourceFile?, [Diagnostic]) {
    if let (format, help) = officeFormat(path, bytes) {
        return (nil, [Diagnostic(.invalidUTF8, file: path, "this file is \(format), and no text", help: help)])
    }
    let findings = Findings()
    let file = decodeText(path, bytes, findings: findings)
    if file.text.utf8.contains(0) {
        let finding = Diagnostic(
            .invalidUTF8, file: path, "this file is no text", help: "save it as text in UTF-8: as CSV, JSON or Markdown"
        )
        return (nil, [finding])
    }
    if isPage(path, file.text) {
        let finding = Diagnostic(
            .rawHTML, file: path, "this file is a page in HTML",
            help:
                "open it in a browser, copy its text into a file whose name ends in .md, with # and a blank before each "
                + "heading (a list into a spreadsheet that is saved as CSV), and import that")
        return (nil, [finding])
    }
    guard findings.count > 0 else { return (file, []) }
    let isUTF16 = bytes.hasMarkOfUTF16
    let read = isUTF16 ? file : decodeText(path, utf8OfWindows1252(bytes), findings: Findings())
    let finding = Diagnostic(
        .invalidUTF8, file: path,
        "this file is saved in \(isUTF16 ? "UTF-16" : "Windows-1252 or Latin-1"), and was read as such",
        help: "look at what letters with accents have become")
    return (read, [finding.asWarning()])
}

/// Bytes that are no UTF-8 as such: of UTF-16 where its mark stands before them, else of Windows-1252.
package func utf8(ofForeign bytes: [UInt8]) -> [UInt8] {
    bytes.hasMarkOfUTF16 ? Array(textOfUTF16(bytes).utf8) : utf8OfWindows1252(bytes)
}

/// Bytes in Windows-1252 as UTF-8. The five bytes that it leaves open are the control characters of their number.
package func utf8OfWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
        if byte < 0x80 {
            text.append(byte)
        } else {
            let scalar = byte < 0xA0 ? Unicode.Scalar(windows1252[Int(byte) - 0x80]) : nil
            text.append(contentsOf: UTF8.encode(scalar ?? Unicode.Scalar(byte)) ?? UTF8.encodedReplacementCharacter)
        }
    }
    return text
}

/// What Windows-1252 has from 80 to 9F.
private let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
]

/// A stretch of a file from elsewhere as YAML, of which JSON is a part (YAML 1.2, section 1.3).
package func readForeignYAML(_ file: SourceFile, _ range: Range<Int>) -> (root: YAMLNode?, [Diagnostic]) {
    let findings = Findings()
    let text = readYAML(file, range, findings: findings)
    return (findings.count == 0 ? text.root : nil, findings.diagnostics)
}

/// Whether a text is a whole page in HTML, by its name or its first tag, or one that a browser has saved with its pictures.
private func isPage(_ path: String, _ text: String) -> Bool {
    let name = path.lowercased()
    let start = text.prefix(2_000).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    let lines = start.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return [".html", ".htm", ".mhtml", ".mht"].contains(where: name.hasSuffix)
        || isHeaderOfMHTML(lines.prefix { !$0.isEmpty })
        || ["<!doctype html", "<html", "<head", "<body"].contains { tag in
            start.hasPrefix(tag) && start.dropFirst(tag.count).first?.isLetter != true
        }
}

/// Whether lines are the fields of a message's header (RFC 5322, section 2.2), of one that holds a page with its pictures
/// (MHTML, RFC 2557).
private func isHeaderOfMHTML(_ lines: some Sequence<Substring>) -> Bool {
    lines.contains { $0.hasPrefix("content-type:") && $0.contains("multipart/related") }
        && lines.allSatisfy { $0.first == " " || $0.first == "\t" || $0.prefixMatch(of: /[a-z0-9-]+:/) != nil }
}

/// What office programs write, by the first bytes of a file (the signatures of ZIP, OLE 2, PDF and RTF) and by its name; nil for
/// anything else.
private func officeFormat(_ path: String, _ bytes: [UInt8]) -> (format: String, help: String)? {
    let signatures: [[UInt8]] = [
        [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF".utf8), Array("{\\rtf".utf8),
    ]
    guard let signature = signatures.firstIndex(where: bytes.starts) else { return nil }
    let ending =
        path.split(separator: "/").last?.split(separator: ".").dropFirst().last.map { ".\($0)" }?.lowercased() ?? ""
    let isNamedList = signature < 2 && [".csv", ".tsv"].contains(ending)
    if isNamedList || [".xlsx", ".xls", ".xlsm", ".ods", ".numbers"].contains(ending) {
        return ("a spreadsheet (\(ending))", "open it, save the sheet as CSV (in Excel: CSV UTF-8), and import that")
    }
    let format = signature == 2 ? "a PDF" : "a document of a word processor" + (ending.isEmpty ? "" : " (\(ending))")
    return (
        format,
        "open it, copy its text into a file whose name ends in .md, with # and a blank before each heading, and import that"
    )
}
