import Formats

/// Addresses that stand in a text as they are, without brackets: `https://example.com/`, `www.example.com`,
/// `legal@example.com`.
///
/// The rules are those of GitHub Flavored Markdown (section 6.9, Autolinks (extension)), as cmark-gfm reads them, which knows
/// the blanks and the punctuation of ASCII alone. An address ends at those of other languages too, and where words of a
/// script begin that has no blanks: the sentence goes on there, as behind `https://example.com/。`. A URI has none of
/// them (RFC 3986, section 2); whoever means such a character writes it with percent signs, or the address in brackets.
/// Each byte is looked at a bounded number of times.
enum BareAddress {
    enum Part: Equatable {
        case text(String)
        case address(String, destination: String)
    }

    /// Cuts a text into its addresses and what is between them.
    ///
    /// - Parameter isAtBoundary: whether the place before the text is one after which `www.` may begin an address.
    static func parts(of text: String, isAtBoundary: Bool) -> [Part] {
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var start = 0
        while let found = next(in: bytes, from: start, isAtBoundary: isAtBoundary) {
            addMailAddresses(in: bytes[start..<found.lowerBound], to: &parts)
            let address = String(decoding: bytes[found], as: UTF8.self)
            parts.append(.address(address, destination: address.hasPrefix("www.") ? "http://" + address : address))
            start = found.upperBound
        }
        addMailAddresses(in: bytes[start...], to: &parts)
        return parts
    }

    /// The first web address from an index on.
    static func next(in bytes: [UInt8], from start: Int, isAtBoundary: Bool = true) -> Range<Int>? {
        for index in bytes.indices[start...] {
            if bytes[index] == UInt8(ascii: "w"), index > 0 || isAtBoundary, let range = host(in: bytes, at: index) {
                return range
            }
            if bytes[index] == UInt8(ascii: ":"), let range = url(in: bytes, colon: index, after: start) {
                return range
            }
        }
        return nil
    }

    /// `www.` at `index`, if an address begins there.
    private static func host(in bytes: [UInt8], at index: Int) -> Range<Int>? {
        guard bytes[index...].starts(with: "www.".utf8),
            index == 0 || bytes[index - 1].isBlank || "*_~(".utf8.contains(bytes[index - 1])
        else { return nil }
        let rest = bytes[index...]
        let (length, dots) = domain(rest)
        guard length > 0, dots > 0 else { return nil }
        let end = addressEnd(in: rest, from: index + length)
        // "www." alone is a word.
        return end > index + 4 ? index..<end : nil
    }

    /// The address around the colon of `https://`, of which nothing may lie before `start`.
    private static func url(in bytes: [UInt8], colon: Int, after start: Int) -> Range<Int>? {
        guard bytes.count - colon >= 4, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/"),
            bytes[colon + 3].isHostByte
        else { return nil }
        var first = colon
        while first > start, colon - first <= 5, bytes[first - 1].isASCIILetter { first -= 1 }
        let scheme = String(decoding: bytes[first..<colon], as: UTF8.self).lowercased()
        guard ["http", "https", "ftp"].contains(scheme) else { return nil }
        let (length, _) = domain(bytes[(colon + 3)...])
        guard length > 0 else { return nil }
        let end = addressEnd(in: bytes[first...], from: colon + 3 + length)
        return end > colon ? first..<end : nil
    }

    /// How long the domain at the start of `bytes` is, and how many dots it has; no length where its last two parts
    /// hold an underscore. No more is looked at than a domain can be long.
    private static func domain(_ bytes: ArraySlice<UInt8>) -> (length: Int, dots: Int) {
        var dots = 0
        var underscores = (before: 0, last: 0)
        var index = bytes.startIndex + 1
        while index < bytes.endIndex - 1, index - bytes.startIndex < 256 {
            let byte = bytes[index]
            if byte == UInt8(ascii: "_") {
                underscores.last += 1
            } else if byte == UInt8(ascii: ".") {
                underscores = (underscores.last, 0)
                dots += 1
            } else if byte >= 0x80 || !byte.isHostByte, byte != UInt8(ascii: "-") {
                break
            }
            index += 1
        }
        return underscores == (0, 0) ? (index - bytes.startIndex, dots) : (0, 0)
    }

    /// The part of an address in Markdown's source that lies before a bracket which closes the words of a link:
    /// `[*https://example.com/*](/a/)`.
    static func insideBracket(_ address: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var open = 0
        for index in address {
            if bytes[index] == UInt8(ascii: "[") { open += 1 }
            guard bytes[index] == UInt8(ascii: "]") else { continue }
            if open == 0 {
                return address.lowerBound..<addressEnd(in: bytes[address.lowerBound..<index], from: index)
            }
            open -= 1
        }
        return address
    }

    /// Where an address ends whose domain ends at `index`: at the next blank or `<`, or where the sentence goes on, less
    /// the punctuation before it. Round brackets belong to the address where they are balanced.
    static func addressEnd(in bytes: ArraySlice<UInt8>, from index: Int) -> Int {
        var end = min(index, bytes.endIndex)
        while end < bytes.endIndex, !bytes[end].isBlank, bytes[end] != UInt8(ascii: "<"), !bytes.endsAddress(at: end) {
            end += 1
        }
        var unopened = bytes[..<end].reduce(0) {
            $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0)
        }
        while end > bytes.startIndex {
            let last = bytes[end - 1]
            if "?!.,:*_~'\"".utf8.contains(last) {
                end -= 1
            } else if bytes[..<end].suffix(3).elementsEqual("’".utf8) {
                end -= 3
            } else if last == UInt8(ascii: ";") {
                end = startOfReference(in: bytes[..<(end - 1)]) ?? end - 1
            } else if last == UInt8(ascii: ")"), unopened > 0 {
                unopened -= 1
                end -= 1
            } else {
                break
            }
        }
        return end
    }

    /// Where `&name` begins that `bytes` ends with, if it does.
    private static func startOfReference(in bytes: ArraySlice<UInt8>) -> Int? {
        guard let before = bytes.lastIndex(where: { !$0.isASCIILetter }), bytes[before] == UInt8(ascii: "&"),
            before < bytes.endIndex - 1, before > bytes.startIndex
        else { return nil }
        return before
    }
}

extension ArraySlice<UInt8> {
    /// Whether an address ends before the character that begins at an index.
    fileprivate func endsAddress(at index: Int) -> Bool {
        guard self[index] >= 0xC0 else { return false }
        var decoder = UTF8()
        var bytes = self[index...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
        if scalar.isOfEastAsia || scalar.isOfSpacelessScript { return true }
        return switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .openPunctuation, .closePunctuation,
            .initialPunctuation:
            true
        // Apostrophes, the dot in Catalan words, and the dashes shorter than a sentence's are in addresses.
        case .finalPunctuation: scalar != "’"
        case .otherPunctuation: scalar != "·"
        case .dashPunctuation: scalar == "—"
        default: false
        }
    }
}

extension String {
    /// Whether it is worth looking for bare addresses: a quick pass that may say yes too often.
    var mayHoldAddress: Bool { place(of: "@") != nil || place(of: ":/") != nil || place(of: "ww") != nil }
}
