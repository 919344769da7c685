import Diagnostics

/// A file's bytes as text: without a byte order mark, CRLF and CR as LF.
///
/// Bytes that are no UTF-8 are reported at the first of them, and shown as the replacement character.
func decodeText(_ path: String, _ bytes: [UInt8], findings: Findings) -> SourceFile {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let lines = body.contains(UInt8(ascii: "\r")) ? withLineFeeds(body)[...] : body
    let file = SourceFile(path: path, text: String(decoding: lines, as: UTF8.self))
    if let offset = firstInvalidOffset(lines) {
        findings.add(
            .invalidUTF8, at: SourceSpan(file, offset..<min(offset + 3, file.utf8Count)),
            "this character is not written in UTF-8", help: "save the file as UTF-8")
    }
    return file
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

/// Where the first byte stands that is no UTF-8; nil where all are.
private func firstInvalidOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
    // The usual case first, at the speed of a copy.
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): offset += UTF8.width(scalar)
        case .emptyInput: return nil
        case .error: return offset
        }
    }
}
