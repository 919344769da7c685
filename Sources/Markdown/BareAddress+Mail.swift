import Formats

extension BareAddress {
    /// Adds a text to `parts`, the mail addresses in it as addresses.
    static func addMailAddresses(in bytes: ArraySlice<UInt8>, to parts: inout [Part]) {
        var start = bytes.startIndex
        func addText(upTo end: Int) {
            if end > start { parts.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
        }
        var search = bytes.startIndex
        while let sign = bytes[search...].firstIndex(of: UInt8(ascii: "@")) {
            search = sign + 1
            guard let range = mailAddress(in: bytes, sign: sign, after: start) else { continue }
            addText(upTo: range.lowerBound)
            let address = String(decoding: bytes[range], as: UTF8.self)
            parts.append(.address(address, destination: address.hasPrefix("mailto:") ? address : "mailto:" + address))
            start = range.upperBound
            search = max(search, start)
        }
        addText(upTo: bytes.endIndex)
    }

    /// The mail address around an `@`, of which nothing may lie before `start`.
    private static func mailAddress(in bytes: ArraySlice<UInt8>, sign: Int, after start: Int) -> Range<Int>? {
        var first = sign
        while first > start, bytes[first - 1].isMailNameByte { first -= 1 }
        guard first < sign else { return nil }
        let scheme = "mailto:".utf8
        if first - start >= scheme.count, bytes[(first - scheme.count)..<first].elementsEqual(scheme),
            first - scheme.count == start || !bytes[first - scheme.count - 1].isASCIIAlphanumeric
        {
            first -= scheme.count
        }
        var end = sign + 1
        var dots = 0
        while end < bytes.endIndex {
            let byte = bytes[end]
            if byte == UInt8(ascii: "."), end + 1 < bytes.endIndex, bytes[end + 1].isASCIIAlphanumeric {
                dots += 1
            } else if byte == UInt8(ascii: "@") {
                return nil
            } else if !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        guard end - sign >= 2, dots > 0, bytes[end - 1].isASCIILetter else { return nil }
        return first..<end
    }
}

extension UInt8 {
    /// A blank or a line end, as cmark counts them.
    var isBlank: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }

    /// Whether it may stand in a host's name; of a letter outside ASCII any byte.
    var isHostByte: Bool { isASCIIAlphanumeric || self >= 0x80 }

    fileprivate var isMailNameByte: Bool { isASCIIAlphanumeric || ".+-_".utf8.contains(self) }
}
