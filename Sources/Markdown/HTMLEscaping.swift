extension String {
    /// Appends a text as it may stand between tags and in a quoted attribute.
    mutating func appendEscaped(_ text: some StringProtocol) {
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
        for (index, byte) in bytes.enumerated() {
            let isSafe: Bool
            switch byte {
            case UInt8(ascii: "%"):
                isSafe = index + 2 < bytes.count && bytes[index + 1].isHexDigit && bytes[index + 2].isHexDigit
            case UInt8(ascii: "#"):
                isSafe = !hasFragment
                hasFragment = true
            default: isSafe = byte.isASCIIAlphanumeric || "-._~:/?@!$&'()*+,;=".utf8.contains(byte)
            }
            if byte == UInt8(ascii: "&") {
                self += "&amp;"
            } else if isSafe {
                unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                self += (hex.utf8.count == 1 ? "%0" : "%") + hex
            }
        }
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
    fileprivate var isHexDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
