import Formats

/// The words of a text, one after the other, as they are compared: letters and digits in small letters. What stands
/// between two words does not matter, be it a line break, a hyphen or a tag; characters without width are passed over.
///
/// The bytes must outlive it.
struct Words {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Where the word read last stands, if it is of ASCII alone.
    private var plain = 0..<0
    /// The word read last in UTF-8, if it is not.
    private var spelled: [UInt8] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Reads the next word; false at the end. Digests are no words: their letters mean nothing.
    mutating func next() -> Bool {
        if !spelled.isEmpty { spelled.removeAll(keepingCapacity: true) }
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 {
                if !readScalar() { return true }
            } else if !byte.isASCIIAlphanumeric {
                index += 1
                if !spelled.isEmpty { return true }
            } else if !spelled.isEmpty || !skipDigest() {
                let start = index
                while index < bytes.count, bytes[index].isASCIIAlphanumeric { index += 1 }
                plain = start..<index
                if spelled.isEmpty, index == bytes.count || bytes[index] < 0x80 { return true }
                spelled += bytes[plain].lazy.map(\.smallLetter)
            }
        }
        return !spelled.isEmpty
    }

    /// The first byte and the last one of the word read last, in small letters.
    var ends: (first: UInt8, last: UInt8) {
        spelled.isEmpty
            ? (bytes[plain.lowerBound].smallLetter, bytes[plain.upperBound - 1].smallLetter)
            : (spelled[0], spelled[spelled.count - 1])
    }

    /// The word read last, in small letters and in UTF-8.
    var word: [UInt8] { spelled.isEmpty ? bytes[plain].map(\.smallLetter) : spelled }

    /// Reads a character beyond ASCII; false where it ends a word.
    private mutating func readScalar() -> Bool {
        var decoder = UTF8()
        var iterator = bytes[index...].prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
            index += 1
            return spelled.isEmpty
        }
        index += UTF8.width(scalar)
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF:
            return true
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber: break
        case _ where properties.isAlphabetic: break
        default: return spelled.isEmpty
        }
        spelled += properties.lowercaseMapping.utf8
        return true
    }

    /// Skips a digest, a signature or a key where a word would begin: 64 hexadecimal digits, or the base64 of 32 bytes
    /// and more.
    private mutating func skipDigest() -> Bool {
        if index > 0, bytes[index - 1].isBase64 { return false }
        var end = index
        while end < bytes.count, bytes[end].isBase64 { end += 1 }
        // Most words are short.
        guard end - index >= 42 else { return false }
        end = index
        var (isHex, hasDigit, hasSmall, hasCapital) = (true, false, false, false)
        while end < bytes.count, bytes[end].isBase64 {
            switch bytes[end] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                hasSmall = true
                if bytes[end] > UInt8(ascii: "f") { isHex = false }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                hasCapital = true
                if bytes[end] > UInt8(ascii: "F") { isHex = false }
            default: isHex = false
            }
            end += 1
        }
        let letters = end - index
        while end < bytes.count, bytes[end] == UInt8(ascii: "="), end - index < letters + 2 { end += 1 }
        let isBase64 =
            end - index >= 44 && (end - index).isMultiple(of: 4)
            && (end - index > letters || hasDigit && hasSmall && hasCapital)
        guard isHex && letters == 64 || isBase64 else { return false }
        index = end
        return true
    }
}

extension UInt8 {
    fileprivate var isBase64: Bool {
        isASCIIAlphanumeric || self == UInt8(ascii: "+") || self == UInt8(ascii: "/")
    }
}

extension String {
    /// Its words as they are compared, in UTF-8.
    var comparedWords: [[UInt8]] {
        var text = self
        return text.withUTF8 { bytes in
            var words = Words(bytes)
            var all: [[UInt8]] = []
            while words.next() { all.append(words.word) }
            return all
        }
    }
}
