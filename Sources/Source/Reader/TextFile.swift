import Diagnostics
import Formats

/// A file's bytes as text: without a byte order mark, CRLF and CR as LF.
///
/// Bytes that are no UTF-8 are reported at the first of them, and shown as the replacement character. A file in UTF-16,
/// which is told by its byte order mark, is reported once and read all the same.
func decodeText(_ path: String, _ bytes: [UInt8], findings: Findings) -> SourceFile {
    if bytes.hasMarkOfUTF16 {
        let file = SourceFile(path: path, text: textOfUTF16(bytes))
        findings.add(
            .invalidUTF8, at: SourceSpan(file, 0..<0), "this file is saved as UTF-16, which some programs call Unicode",
            help: "save it as UTF-8; where the program asks for an encoding, choose that")
        return file
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let lines = bytes.firstPlace(of: [UInt8(ascii: "\r")]) == nil ? body : withLineFeeds(body)[...]
    if let text = validText(lines) { return SourceFile(path: path, text: text) }
    let file = SourceFile(path: path, text: String(decoding: lines, as: UTF8.self))
    let offset = firstInvalidOffset(lines)
    findings.add(
        .invalidUTF8, at: SourceSpan(file, offset..<min(offset + 3, file.utf8Count)),
        "this character is not written in UTF-8", help: "save the file as UTF-8")
    return file
}

extension [UInt8] {
    /// Whether they begin with the byte order mark of UTF-16.
    var hasMarkOfUTF16: Bool { starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) }
}

/// The text of some bytes; nil where they are no UTF-8. It is put together of stretches, as those of ASCII alone, most by far,
/// are taken at the speed of a copy.
private func validText(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = ""
    text.reserveCapacity(bytes.count)
    var start = bytes.startIndex
    while start < bytes.endIndex {
        var end = min(start + 512, bytes.endIndex)
        while end < bytes.endIndex, UTF8.isContinuation(bytes[end]) { end += 1 }
        guard let stretch = String(validating: bytes[start..<end], as: UTF8.self) else { return nil }
        text += stretch
        start = end
    }
    return text
}

/// The text of bytes in UTF-16, whose order the first two of them say.
func textOfUTF16(_ bytes: [UInt8]) -> String {
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
        let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? other << 8 | one : one << 8 | other
    }
    return String(decoding: withLineFeeds(Array(String(decoding: units, as: UTF16.self).utf8)[...]), as: UTF8.self)
}

private func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var afterCR = false
    for byte in bytes {
        if byte == UInt8(ascii: "\r") {
            result.append(UInt8(ascii: "\n"))
        } else if byte != UInt8(ascii: "\n") || !afterCR {
            result.append(byte)
        }
        afterCR = byte == UInt8(ascii: "\r")
    }
    return result
}

/// Where the first byte stands that is no UTF-8; behind the last one where all are.
private func firstInvalidOffset(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): offset += UTF8.width(scalar)
        case .emptyInput, .error: return offset
        }
    }
}
