import Formats

/// HTML while it is written, as UTF-8.
package struct HTMLBuffer: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package static func += (buffer: inout Self, words: String) {
        var words = words
        words.withUTF8 { buffer.bytes += $0 }
    }

    /// Appends a stretch of bytes.
    mutating func append(_ stretch: Range<Int>, of other: [UInt8]) {
        other.withUnsafeBufferPointer { bytes += UnsafeBufferPointer(rebasing: $0[stretch]) }
    }

    /// Appends a text as it may stand between tags and in a quoted attribute.
    package mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { text in
            var start = 0
            for place in text.indices where text[place].isSign {
                bytes += UnsafeBufferPointer(rebasing: text[start..<place])
                self += reference(text[place])
                start = place + 1
            }
            bytes += UnsafeBufferPointer(rebasing: text[start...])
        }
    }

    /// Appends an address as a valid URL in a quoted attribute: what may not stand in one is percent-encoded, a
    /// percent sign that encodes nothing too.
    mutating func appendAddress(_ address: String) {
        var address = address
        address.withUTF8 { address in
            var hasFragment = false
            var start = 0
            for place in address.indices {
                let byte = address[place]
                let replacement: String
                switch byte {
                case UInt8(ascii: "&"): replacement = "&amp;"
                case UInt8(ascii: "%")
                where place + 2 < address.count && address[place + 1].isHexDigit && address[place + 2].isHexDigit:
                    continue
                case UInt8(ascii: "#") where !hasFragment:
                    hasFragment = true
                    continue
                case _ where byte.isAddressByte: continue
                default: replacement = (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
                }
                bytes += UnsafeBufferPointer(rebasing: address[start..<place])
                self += replacement
                start = place + 1
            }
            bytes += UnsafeBufferPointer(rebasing: address[start...])
        }
    }
}

extension String {
    /// With the characters escaped that mean something between tags and in a quoted attribute of HTML.
    package var escapedHTML: String {
        var buffer = HTMLBuffer()
        buffer.appendEscaped(self)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}

/// What stands for a sign that HTML reads as its own.
private func reference(_ sign: UInt8) -> String {
    switch sign {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
    }
}

extension UInt8 {
    /// Whether HTML reads it as its own.
    fileprivate var isSign: Bool {
        self == UInt8(ascii: "&") || self == UInt8(ascii: "<") || self == UInt8(ascii: ">")
            || self == UInt8(ascii: "\"")
    }

    /// Whether it may stand in any part of an address.
    fileprivate var isAddressByte: Bool {
        if isASCIIAlphanumeric { return true }
        return switch self {
        case UInt8(ascii: "'")...UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
            UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    fileprivate var isHexDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
