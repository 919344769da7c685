import Formats

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
        case "atom", "rss", "xml", "opml": content = unescapingEntities(bytes)
        case "json", "jsonl": content = unescapingBackslashes(bytes)
        case "ics": content = unescapingBackslashes(unfolding(bytes))
        default: content = bytes
        }
        return [Escaping.withoutPercents(unescapingEntities(content)), unescapingEntities(withoutTags(content))]
    }

    /// A calendar's content with its long lines joined again (RFC 5545, section 3.1).
    private static func unfolding(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let isFold =
                index + 2 < bytes.count && bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] == UInt8(ascii: "\n")
                && (bytes[index + 2] == UInt8(ascii: " ") || bytes[index + 2] == UInt8(ascii: "\t"))
            if !isFold { output.append(bytes[index]) }
            index += isFold ? 3 : 1
        }
        return output
    }

    /// The escapes of JSON and of calendars: `\n`, `\"`, `\,`, `\u00e9`.
    private static func unescapingBackslashes(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let letter = bytes[index + 1]
            index += 2
            switch letter {
            case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
                UInt8(ascii: "f"):
                output.append(UInt8(ascii: " "))
            case UInt8(ascii: "u"):
                let digits = bytes[index...].prefix(4)
                guard digits.count == 4, let code = number(digits, radix: 16) else { continue }
                index += 4
                append(code, to: &output)
            default: output.append(letter)
            }
        }
        return output
    }

    private static let entities: [(name: [UInt8], scalar: UInt32)] = [
        ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("nbsp", 0xA0), ("shy", 0xAD),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Character references, the numbered ones and those of the signs that are escaped in HTML and XML.
    private static func unescapingEntities(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "&"), let end = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
                let code = scalar(ofEntity: bytes[index..<end])
            else {
                output.append(byte)
                continue
            }
            append(code, to: &output)
            index = end + 1
        }
        return output
    }

    private static func scalar(ofEntity name: ArraySlice<UInt8>) -> UInt32? {
        guard name.first == UInt8(ascii: "#") else { return entities.first { $0.name.elementsEqual(name) }?.scalar }
        let digits = name.dropFirst()
        let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
        return number(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
    }

    /// The elements within a line: a word goes on through them.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
        "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]

    /// Without tags and comments; in the place of one that ends a line stands a space.
    private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        // Behind the last end, nothing is a tag.
        guard let last = bytes.lastIndex(of: UInt8(ascii: ">")) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "<"), index < last, isTagStart(bytes[index + 1]),
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
            else {
                output.append(byte)
                index += 1
                continue
            }
            let name = bytes[(index + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix(while: \.isASCIIAlphanumeric)
            let isInline = name.isEmpty || inline.contains(String(decoding: name, as: UTF8.self).lowercased())
            if !isInline { output.append(UInt8(ascii: " ")) }
            index = end + 1
        }
        return output
    }

    private static func isTagStart(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || "/!?".utf8.contains(byte)
    }

    private static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt32? {
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
