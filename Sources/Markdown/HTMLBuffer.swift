import Formats

/// HTML while it is written, as UTF-8.
package struct HTMLBuffer: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Where what is written begins: what stands before it is not looked at.
    private var start = 0

    package init() {}

    /// - Parameter opening: what stands before all that is written.
    package init(behind opening: String) {
        self += opening
        start = count
    }

    /// How many bytes are written.
    package var count: Int { bytes.count }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Takes back what is written, and keeps its room.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        start = 0
    }

    /// Makes room for so many bytes more.
    package mutating func reserve(_ more: Int) { bytes.reserveCapacity(count + more) }

    /// Ends the line, unless what was written ends one.
    package mutating func startLine() {
        if count == start || bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    package static func += (buffer: inout Self, words: String) {
        let written: Void? = words.utf8.withContiguousStorageIfAvailable { buffer.append($0) }
        if written == nil { buffer.bytes += words.utf8 }
    }

    package static func += (buffer: inout Self, html: [UInt8]) { buffer.bytes += html }

    private mutating func append(_ words: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: words) }

    /// Appends texts, one behind the other.
    package mutating func append(
        _ one: String, _ two: String, _ three: String, _ four: String = "", _ five: String = ""
    ) {
        self += one
        self += two
        self += three
        if !four.isEmpty { self += four }
        if !five.isEmpty { self += five }
    }

    /// Appends the parts that say something, one below the other; of what ends with its line, that end is left out.
    package mutating func append(lines parts: [String?]) {
        var isFirst = true
        for case let part? in parts {
            let isEnded = part.utf8.last == UInt8(ascii: "\n")
            if part.utf8.count == (isEnded ? 1 : 0) { continue }
            if !isFirst { self += "\n" }
            isFirst = false
            self += part
            if isEnded { bytes.removeLast() }
        }
    }

    /// Appends a stretch of bytes.
    mutating func append(_ stretch: Range<Int>, of other: [UInt8]) {
        if stretch.isEmpty { return }
        other.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[stretch])) }
    }

    /// Appends a link to a page, or to a place on it, of parts that may stand in HTML as they are.
    package mutating func appendLink(page: String, place: String?, words: String) {
        self += "<a href=\""
        self += page
        if let place {
            self += "#"
            self += place
        }
        append("\">", words, "</a>")
    }

    /// Appends a text as it may stand between tags and in a quoted attribute.
    package mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { text in
            var start = 0
            var place = text.nextSign(from: 0)
            while place < text.count {
                append(UnsafeBufferPointer(rebasing: text[start..<place]))
                self += reference(text[place])
                start = place + 1
                place = text.nextSign(from: start)
            }
            append(UnsafeBufferPointer(rebasing: text[start...]))
        }
    }

    mutating func append(attribute name: String, _ value: String) {
        append(" ", name, "=\"")
        appendEscaped(value)
        self += "\""
    }

    /// Appends an address as a valid URL in a quoted attribute: what may not stand in one is percent-encoded, a
    /// percent sign that encodes nothing too.
    mutating func appendAddress(_ address: String) {
        var address = address
        address.withUTF8 { address in
            var hasFragment = false
            var start = 0
            for place in address.indices where !address[place].isAddressByte {
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
                default: replacement = (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
                }
                append(UnsafeBufferPointer(rebasing: address[start..<place]))
                self += replacement
                start = place + 1
            }
            append(UnsafeBufferPointer(rebasing: address[start...]))
        }
    }
}

extension String {
    /// With the characters escaped that mean something between tags and in a quoted attribute of HTML.
    package var escapedHTML: String {
        var buffer = HTMLBuffer()
        buffer.appendEscaped(self)
        return buffer.text
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

extension UnsafeBufferPointer<UInt8> {
    /// Where a sign stands that HTML reads as its own, at or behind a place; its end where there is none.
    fileprivate func nextSign(from place: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(self)
        var place = place
        // Eight bytes at a time: most texts have hardly a sign.
        while place + 8 <= count, !bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).hasSign { place += 8 }
        while place < count, !self[place].isSign { place += 1 }
        return place
    }
}

extension UInt64 {
    /// Whether one of its bytes is a sign that HTML reads as its own, or seems to be.
    fileprivate var hasSign: Bool {
        func has(_ byte: UInt8) -> UInt64 {
            let rest = self ^ UInt64(byte) &* 0x0101_0101_0101_0101
            return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
        }
        return has(UInt8(ascii: "&")) | has(UInt8(ascii: "<")) | has(UInt8(ascii: ">")) | has(UInt8(ascii: "\"")) != 0
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
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'")...UInt8(ascii: "/"), UInt8(ascii: ":"),
            UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "!"),
            UInt8(ascii: "$"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    fileprivate var isHexDigit: Bool { isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}
