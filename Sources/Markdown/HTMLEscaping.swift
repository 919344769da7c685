extension String {
    /// Appends a text as it may stand between tags and in a quoted attribute.
    package mutating func appendEscaped(_ text: some StringProtocol) {
        append(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            default: nil
            }
        }
    }

    /// Appends an address as a valid URL in a quoted attribute: what may not stand in one is percent-encoded, a
    /// percent sign that encodes nothing too.
    mutating func appendAddress(_ address: String) {
        let bytes = Array(address.utf8)
        var hasFragment = false
        var start = 0
        for (index, byte) in bytes.enumerated() {
            let replacement: String
            switch byte {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "%")
            where index + 2 < bytes.count && bytes[index + 1].isHexDigit && bytes[index + 2].isHexDigit:
                continue
            case UInt8(ascii: "#") where !hasFragment:
                hasFragment = true
                continue
            case _ where byte.isAddressByte: continue
            default: replacement = (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
            self += String(decoding: bytes[start..<index], as: UTF8.self)
            self += replacement
            start = index + 1
        }
        self += String(decoding: bytes[start...], as: UTF8.self)
    }

    /// Appends a text, some of its ASCII bytes replaced; what is between them is appended whole.
    private mutating func append(_ text: some StringProtocol, replacing: (UInt8) -> String?) {
        var rest = text[...]
        while let (index, replacement) = rest.utf8.firstReplaced(replacing) {
            self += rest[..<index]
            self += replacement
            rest = rest[rest.utf8.index(after: index)...]
        }
        self += rest
    }
}

extension Collection<UInt8> {
    fileprivate func firstReplaced(_ replacing: (UInt8) -> String?) -> (Index, String)? {
        var index = startIndex
        while index != endIndex {
            if let replacement = replacing(self[index]) { return (index, replacement) }
            formIndex(after: &index)
        }
        return nil
    }
}

extension UInt8 {
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
