/// Texts made safe for where they go.
package enum Escaping {
    /// Between tags and in a quoted attribute of HTML.
    package static func html(_ text: some StringProtocol) -> String {
        var text = String(text)
        // Each sign is one byte of UTF-8 and part of no other, and most texts have none of them.
        let escaped: String? = text.withUTF8 { bytes in
            guard !bytes.all({ !$0.isSign }) else { return nil }
            let more = bytes.reduce(0) { $0 + (reference($1)?.utf8CodeUnitCount ?? 1) - 1 }
            return String(unsafeUninitializedCapacity: bytes.count + more) { output in
                var end = 0
                for byte in bytes {
                    guard let reference = reference(byte) else {
                        output[end] = byte
                        end += 1
                        continue
                    }
                    for place in 0..<reference.utf8CodeUnitCount { output[end + place] = reference.utf8Start[place] }
                    end += reference.utf8CodeUnitCount
                }
                return end
            }
        }
        return escaped ?? text
    }

    /// Between tags and in a quoted attribute of XML 1.0. Characters that XML has no way to write are dropped; white
    /// space in an attribute is written so that a parser keeps it.
    package static func xml(_ text: some StringProtocol, inAttribute: Bool = false) -> String {
        let bytes = text.utf8Bytes
        // All that stays as it is is taken in stretches.
        guard !bytes.all({ !$0.mayChangeInXML }) else { return String(text) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        var start = 0
        for (index, byte) in bytes.enumerated() where byte.mayChangeInXML {
            output += bytes[start..<index]
            start = index + 1
            switch byte {
            case UInt8(ascii: "\r"): output += "&#13;".utf8
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
                if inAttribute { output += "&#\(byte);".utf8 } else { output.append(byte) }
            case 0..<0x20: break
            // What ends a character that XML does not have goes with what begins it.
            case 0xBE, 0xBF:
                if let count = bytes.countOfNoncharacter(endingAt: index) {
                    output.removeLast(count - 1)
                } else {
                    output.append(byte)
                }
            default:
                if let reference = reference(byte) {
                    output += UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount)
                }
            }
        }
        output += bytes[start...]
        return String(decoding: output, as: UTF8.self)
    }

    /// A part of an address (RFC 3986, section 2.3): all but letters, digits and `-._~` by percent signs.
    package static func component(_ text: String) -> String {
        text.utf8.reduce(into: "") { output, byte in
            if byte.isASCIIAlphanumeric || "-._~".utf8.contains(byte) {
                output.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                output += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    /// Bytes with what is percent-encoded in them decoded (RFC 3986, section 2.1), once; a percent sign that encodes
    /// nothing stays.
    package static func withoutPercents(_ bytes: [UInt8]) -> [UInt8] {
        bytes.rewritten(at: UInt8(ascii: "%")) { bytes, place, output in
            guard place + 2 < bytes.count, let high = bytes[place + 1].hexDigit, let low = bytes[place + 2].hexDigit
            else { return nil }
            output.append(high << 4 | low)
            return place + 3
        }
    }

    /// The same until nothing is left to decode: of `%252F` it is `/`. In one pass, however often something is encoded.
    package static func withoutAllPercents(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            output.append(byte)
            // What is decoded may be the end of what encodes another.
            while output.count > 2, output[output.count - 3] == UInt8(ascii: "%"),
                let high = output[output.count - 2].hexDigit, let low = output[output.count - 1].hexDigit
            {
                output.removeLast(3)
                output.append(high << 4 | low)
            }
        }
        return output
    }

    /// A value of an HTTP header or of a line in a file of such (RFC 9110, section 5.5): one line, without control
    /// characters and without white space at its ends.
    package static func header(_ text: some StringProtocol) -> String {
        // An address is such a value already.
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return String(text) }
        let line = text.replacingScalars { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: " "
            default: nil
            }
        }
        return line.split(separator: " ").joined(separator: " ")
    }
}

/// What stands for a sign that HTML and XML read as their own; nil for all others.
private func reference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}

extension UInt8 {
    /// Whether it is a sign that HTML and XML read as their own.
    fileprivate var isSign: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    /// Whether it is such a sign, a control, or may end a character that XML does not have.
    fileprivate var mayChangeInXML: Bool { self < 0x20 || isSign || self == 0xBE || self == 0xBF }
}

extension [UInt8] {
    /// How many bytes a character has that XML 1.0, section 2.2, does not allow (U+FFFE and U+FFFF), or advises against (the
    /// same of the higher planes), where one ends at an index.
    fileprivate func countOfNoncharacter(endingAt index: Int) -> Int? {
        guard index >= 2, self[index - 1] == 0xBF else { return nil }
        if self[index - 2] == 0xEF { return 3 }
        return index >= 3 && self[index - 3] >= 0xF0 && self[index - 2] & 0x0F == 0x0F ? 4 : nil
    }
}
