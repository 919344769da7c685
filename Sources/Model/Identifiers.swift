import Formats

/// Whether a text is an id of a document, a provider or a product, reserved or not: `[a-z0-9]+(-[a-z0-9]+)*`, at most 100
/// characters, and not of a date's form.
package func isIdentifier(_ text: String) -> Bool {
    text.utf8.count <= 100 && isWordsWithHyphens(text) && !hasDateForm(text)
}

/// Whether a text is made of a-z, 0-9 and single hyphens between them.
package func isWordsWithHyphens(_ text: String) -> Bool {
    var afterHyphen = true
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): afterHyphen = false
        case UInt8(ascii: "-") where !afterHyphen: afterHyphen = true
        default: return false
        }
    }
    return !afterHyphen
}

/// Whether an id looks like `2026-11-23` or `2026-11-23-2`, a real day or not.
package func hasDateForm(_ id: String) -> Bool {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    return (3...4).contains(parts.count) && zip(parts, [4, 2, 2]).allSatisfy { $0.count == $1 }
        && parts.allSatisfy { $0.utf8.allSatisfy(\.isASCIIDigit) }
}

/// Whether a text is the authority of a tag address (RFC 4151, section 2.1) in the form with a host name: a host name, a
/// comma, and a year, month or day.
package func isAuthority(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && isHostName(parts[0]) && !parts[0].contains("_") && isTagDate(parts[1])
}

/// Whether a text is a host name as addresses are written, in small letters: labels of 63 characters at most, of which
/// none begins or ends with a hyphen (RFC 1123, section 2.1). An address may have `_` in one as well.
package func isHostName(_ text: some StringProtocol) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            && label.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

/// A year, a month or a day: RFC 4151 says that `2026` is the first of January.
private func isTagDate(_ text: some StringProtocol) -> Bool {
    switch text.utf8.count {
    case 4: CalendarDate(text + "-01-01") != nil
    case 7: CalendarDate(text + "-01") != nil
    default: CalendarDate(text) != nil
    }
}
