import Formats
import Source

/// What a reader may come to see of an output's bytes: escapes undone, tags taken away.
///
/// Each step goes over the bytes once.
enum ReadableBytes {
    /// The forms of a file that are looked through: with its tags, whose attributes are read too, and without them, so
    /// that emphasis hides no word.
    static func forms(of bytes: [UInt8], path: String) -> [[UInt8]] {
        let ending = path.split(separator: "/").last?.split(separator: ".").last.map(String.init) ?? ""
        let content: [UInt8]
        switch ending {
        case "pdf", "png", "jpg", "webp", "zip", "docx", "xlsx": return [bytes]
        case _ where path.hasPrefix("files/") && isForeign(bytes):
            return forms(of: utf8(ofForeign: bytes), path: path)
        case "atom", "rss", "xml", "opml": content = unescapingEntities(bytes)
        case "json", "jsonl": content = unescapingBackslashes(bytes)
        case "ics": content = unescapingBackslashes(unfolding(bytes))
        default: content = bytes
        }
        return [Escaping.withoutPercents(unescapingEntities(content)), unescapingEntities(withoutTags(content))]
    }

    /// Whether a file that a text links to is in another encoding than UTF-8, as spreadsheets save tables.
    private static func isForeign(_ bytes: [UInt8]) -> Bool {
        bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) == nil
    }

    /// A calendar's content with its long lines joined again (RFC 5545, section 3.1).
    private static func unfolding(_ bytes: [UInt8]) -> [UInt8] {
        bytes.rewritten(at: UInt8(ascii: "\r")) { bytes, place, _ in
            let rest = bytes[place...].dropFirst()
            let isFold = rest.starts(with: "\n ".utf8) || rest.starts(with: "\n\t".utf8)
            return isFold ? place + 3 : nil
        }
    }

    /// The escapes of JSON and of calendars: `\n`, `\"`, `\,`, `\u00e9`.
    private static func unescapingBackslashes(_ bytes: [UInt8]) -> [UInt8] {
        bytes.rewritten(at: UInt8(ascii: "\\")) { bytes, place, output in
            guard place + 1 < bytes.count else { return nil }
            let letter = bytes[place + 1]
            switch letter {
            case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
                UInt8(ascii: "f"):
                output.append(UInt8(ascii: " "))
            case UInt8(ascii: "u"):
                let digits = bytes[(place + 2)...].prefix(4)
                guard digits.count == 4, let code = number(digits, radix: 16) else { return place + 2 }
                append(code, to: &output)
                return place + 6
            default: output.append(letter)
            }
            return place + 2
        }
    }

    private static let entities: [(name: [UInt8], scalar: UInt32)] = [
        ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("nbsp", 0xA0), ("shy", 0xAD),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Character references, the numbered ones and those of the signs that are escaped in HTML and XML.
    private static func unescapingEntities(_ bytes: [UInt8]) -> [UInt8] {
        bytes.rewritten(at: UInt8(ascii: "&")) { bytes, place, output in
            let rest = bytes[place...].dropFirst()
            guard let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")), let code = scalar(ofEntity: rest[..<end])
            else { return nil }
            append(code, to: &output)
            return end + 1
        }
    }

    private static func scalar(ofEntity name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        guard name.first == UInt8(ascii: "#") else { return entities.first { $0.name.elementsEqual(name) }?.scalar }
        let digits = name.dropFirst()
        let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
        return number(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
    }

    /// The elements within a line: a word goes on through them.
    private static let inline: Set<UInt64> = Set(
        [
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
            "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
        ].map { packed($0.utf8) })

    /// A name of up to eight letters in small ones as one number; a longer one is that of none.
    private static func packed(_ name: some Collection<UInt8>) -> UInt64 {
        name.count > 8 ? .max : name.reduce(0) { $0 << 8 | UInt64($1.smallLetter) }
    }

    /// Without tags and comments; in the place of one that ends a line stands a space.
    private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        // Behind the last end, nothing is a tag.
        guard let last = bytes.lastIndex(of: UInt8(ascii: ">")) else { return bytes }
        return bytes.rewritten(at: UInt8(ascii: "<")) { bytes, place, output in
            guard place < last, isTagStart(bytes[place + 1]),
                let end = bytes.next(UInt8(ascii: ">"), from: place)
            else { return nil }
            let name = bytes[(place + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix(while: \.isASCIIAlphanumeric)
            if !name.isEmpty, !inline.contains(packed(name)) { output.append(UInt8(ascii: " ")) }
            return end + 1
        }
    }

    private static func isTagStart(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || "/!?".utf8.contains(byte)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: Int) -> UInt32? {
        UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    }

    private static func append(_ code: UInt32, to output: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(code) else { return output.append(UInt8(ascii: " ")) }
        output += UTF8.encode(scalar).map { Array($0) } ?? []
    }
}

extension UInt8 {
    /// An ASCII letter or digit, or part of a character beyond ASCII.
    var isPartOfWord: Bool { isASCIIAlphanumeric || self >= 0x80 }
}
