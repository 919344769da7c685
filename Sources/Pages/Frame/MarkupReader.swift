import Formats

/// Cuts markup into tags, comments and the text between them. What a browser might cut otherwise is `broken`.
struct MarkupReader {
    enum Token {
        case text(ArraySlice<UInt8>)
        case comment(String)
        case doctype
        /// A placeholder, by the name in it.
        case fact(String, Range<Int>)
        case start(Tag)
        case end(String)
        case broken(String, help: String, near: String)
    }

    struct Tag {
        /// In small letters, as the names of its attributes.
        var name: String
        /// Each value where it stands, in the indices of the markup.
        var attributes: [Attribute]
        fileprivate let written: ArraySlice<UInt8>

        /// As it is written, in its first 60 bytes.
        var source: String { MarkupReader.beginning(of: written) }
    }

    typealias Attribute = (name: String, value: ArraySlice<UInt8>)

    private let bytes: [UInt8]
    private let hasZero: Bool
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        hasZero = bytes.withUnsafeBufferPointer { $0.next(0, from: 0) } != nil
    }

    /// Where the next token begins.
    var position: Int { index }

    mutating func next() -> Token? {
        guard index < bytes.count else { return nil }
        let start = index
        guard bytes[index] == UInt8(ascii: "<") else {
            index = bytes.withUnsafeBufferPointer { $0.next(UInt8(ascii: "<"), from: start) } ?? bytes.count
            if hasZero, let zero = bytes[start..<index].firstIndex(of: 0) {
                if zero == start { return broken("a zero byte", "remove it", at: start) }
                index = zero
            }
            return .text(bytes[start..<index])
        }
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "!"): return starts("<!--") ? comment(from: start) : doctype(from: start)
        case UInt8(ascii: "/"): return end(from: start)
        default: return tag(from: start)
        }
    }

    /// The words with which a stretch of markup begins, for a message.
    static func beginning(of markup: ArraySlice<UInt8>) -> String {
        String(decoding: markup.drop(while: isBlank).prefix(60), as: UTF8.self)
    }

    /// Whether a stretch of markup is white space alone.
    static func isBlank(_ markup: ArraySlice<UInt8>) -> Bool { markup.allSatisfy(isBlank) }

    private mutating func comment(from start: Int) -> Token {
        var end = start + 4
        while end + 2 < bytes.count, !(bytes[end] == 0x2D && bytes[end + 1] == 0x2D && bytes[end + 2] == 0x3E) {
            end += 1
        }
        let words = bytes[min(start + 4, bytes.count)..<min(end, bytes.count)]
        // A browser ends `<!-->`, `<!--->` and `--!>` as well.
        guard end + 2 < bytes.count, words.first != UInt8(ascii: ">"), !words.starts(with: "->".utf8),
            !string(words).contains("--")
        else {
            return broken(
                "a comment that browsers end elsewhere", "write <!-- words -->, without -- in them", at: start)
        }
        index = end + 3
        return .comment(string(words))
    }

    private mutating func doctype(from start: Int) -> Token {
        let written = "<!DOCTYPE html>"
        guard string(bytes[start...].prefix(written.utf8.count)).lowercased() == written.lowercased() else {
            return broken("<! that begins no comment and no <!DOCTYPE html>", "write &lt; for the sign", at: start)
        }
        index = start + written.utf8.count
        return .doctype
    }

    private mutating func end(from start: Int) -> Token {
        index = start + 2
        let name = word()
        skipBlanks()
        guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
            return broken("</ that begins no end tag", "write a name and >", at: start)
        }
        index += 1
        return .end(name)
    }

    private mutating func tag(from start: Int) -> Token {
        index = start + 1
        let name = word()
        guard !name.isEmpty else { return broken("a < that begins no tag", "write &lt; for the sign", at: start) }
        var attributes: [Attribute] = []
        while true {
            let hadBlank = skipBlanks()
            guard index < bytes.count else { return broken("<\(name) that does not end", "write >", at: start) }
            if bytes[index] == UInt8(ascii: ">") { break }
            if bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") {
                index += 1
                break
            }
            guard hadBlank, let attribute = attribute() else {
                return broken(
                    "an attribute of <\(name)> that is not written as name=\"value\"", "put the value in quotes",
                    at: start)
            }
            guard !attributes.contains(where: { $0.name == attribute.name }) else {
                return broken("<\(name)> with the attribute \(attribute.name) twice", "remove one", at: start)
            }
            attributes.append(attribute)
        }
        index += 1
        if name == "fact" { return .fact(attributes.first?.name ?? "", start..<index) }
        return .start(Tag(name: name, attributes: attributes, written: bytes[start..<index]))
    }

    private mutating func attribute() -> Attribute? {
        let start = index
        while index < bytes.count, Self.isInAttributeName(bytes[index]) { index += 1 }
        guard index > start else { return nil }
        let name = lowercased(bytes[start..<index])
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            return (name, bytes[index..<index])
        }
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            return nil
        }
        let quote = bytes[index]
        let begin = index + 1
        guard let end = bytes.withUnsafeBufferPointer({ $0.next(quote, from: begin) }) else { return nil }
        let value = bytes[begin..<end]
        if hasZero, value.contains(0) { return nil }
        index = end + 1
        return (name, value)
    }

    /// A name of letters, digits and hyphens that begins with a letter, in small letters; empty where there is none.
    private mutating func word() -> String {
        let start = index
        while index < bytes.count, bytes[index].isASCIILetter || index > start && Self.isInName(bytes[index]) {
            index += 1
        }
        return lowercased(bytes[start..<index])
    }

    @discardableResult private mutating func skipBlanks() -> Bool {
        let start = index
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
        return index > start
    }

    private mutating func broken(_ message: String, _ help: String, at start: Int) -> Token {
        index = bytes.count
        return .broken(message, help: help, near: string(bytes[start...].prefix(60)))
    }

    private func starts(_ sign: String) -> Bool { bytes[index...].starts(with: sign.utf8) }

    private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// A name in small letters, as nearly all are written.
    private func lowercased(_ name: ArraySlice<UInt8>) -> String {
        for byte in name where byte >= 0x80 || (0x41...0x5A).contains(byte) { return string(name).lowercased() }
        return string(name)
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x0A, 0x09, 0x0D, 0x0C: true
        default: false
        }
    }

    private static func isInAttributeName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"),
            UInt8(ascii: "="), UInt8(ascii: "`"):
            false
        default: !isBlank(byte)
        }
    }

    private static func isInName(_ byte: UInt8) -> Bool { byte.isASCIIDigit || byte == UInt8(ascii: "-") }
}
