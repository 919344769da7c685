/// The members of a JSON object as they stand in its canonical form (RFC 8785): read in one pass, without a tree.
///
/// A record has hundreds of thousands of lines, of each of which a few members are asked for.
package struct CanonicalObject: Sendable {
    private var bytes: ArraySlice<UInt8>
    private var members: [(key: Range<Int>, value: Range<Int>)] = []

    /// - Returns: nil where the bytes are no object, or are not in canonical form; whole numbers are the only ones.
    package init?(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        var found: [(key: Range<Int>, value: Range<Int>)] = []
        let isObject = bytes.withUnsafeBufferPointer { buffer in
            var scan = CanonicalScan(bytes: buffer)
            guard buffer.first == UInt8(ascii: "{"),
                scan.object(depth: 0, { key, value in found.append((key, value)) })
            else { return false }
            return scan.position == buffer.count
        }
        guard isObject else { return nil }
        members = found
    }

    /// The text of a member; nil where there is none, or it is none.
    package subscript(key: String) -> String? {
        guard let value = value(of: key), value.count > 1, value.first == UInt8(ascii: "\"") else { return nil }
        let text = value.dropFirst().dropLast()
        guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
        return JSONValue(reading: String(decoding: value, as: UTF8.self))?.text
    }

    /// The bytes of a member's value; nil where there is none.
    package func value(of key: String) -> ArraySlice<UInt8>? {
        // They stand in the order of their keys' bytes; one that somebody made may have thousands.
        let place = members.firstPlace { !slice($0.key).lexicographicallyPrecedes(key.utf8) }
        guard place < members.count, slice(members[place].key).elementsEqual(key.utf8) else { return nil }
        return slice(members[place].value)
    }

    /// The keys, in their order.
    package var keys: [String] { members.map { String(decoding: slice($0.key), as: UTF8.self) } }

    private func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
    }
}

/// A pass over JSON that goes on as long as it is in canonical form.
private struct CanonicalScan {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    /// No line of a record nests deeper than this by far.
    private static let deepest = 32

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func word(_ word: StaticString) -> Bool {
        guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    private mutating func value(depth: Int) -> Bool {
        guard position < bytes.count, depth < Self.deepest else { return false }
        switch bytes[position] {
        case UInt8(ascii: "{"): return object(depth: depth) { _, _ in }
        case UInt8(ascii: "["):
            position += 1
            if take("]") { return true }
            repeat { guard value(depth: depth + 1) else { return false } } while take(",")
            return take("]")
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    /// - Parameter note: is told where each key, without its quotes, and its value stand.
    mutating func object(depth: Int, _ note: (Range<Int>, Range<Int>) -> Void) -> Bool {
        guard take("{") else { return false }
        if take("}") { return true }
        var last: Range<Int>?
        repeat {
            guard let key = string(), take(":") else { return false }
            // Keys are ASCII in all that is recorded, where the order of UTF-16 is that of bytes; others go the long way.
            guard isASCII(key), last.map({ precedes($0, key) }) ?? true else { return false }
            last = key
            let start = position
            guard value(depth: depth + 1) else { return false }
            note(key, start..<position)
        } while take(",")
        return take("}")
    }

    private func isASCII(_ range: Range<Int>) -> Bool {
        range.allSatisfy { bytes[$0] < 0x80 && bytes[$0] != UInt8(ascii: "\\") }
    }

    private func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        bytes[one].lexicographicallyPrecedes(bytes[other])
    }

    /// The range between the quotes; nil where no text in canonical form stands here. Whether it is UTF-8 is not asked.
    private mutating func string() -> Range<Int>? {
        guard take("\"") else { return nil }
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return start..<(position - 1)
            case UInt8(ascii: "\\"):
                guard position + 1 < bytes.count else { return nil }
                switch bytes[position + 1] {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
                    UInt8(ascii: "r"), UInt8(ascii: "t"):
                    position += 2
                // Other control characters are written as numbers: never in what is recorded.
                default: return nil
                }
            case 0..<0x20: return nil
            default: position += 1
            }
        }
        return nil
    }

    private mutating func number() -> Bool {
        let isNegative = take("-")
        let start = position
        while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
        let digits = position - start
        guard digits > 0, digits <= 15 else { return false }
        return bytes[start] != UInt8(ascii: "0") || (digits == 1 && !isNegative)
    }
}
