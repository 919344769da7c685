import Diagnostics

/// A part of a text that is cited by its number: a heading that starts with one, a paragraph that starts with a bold one,
/// or a lettered paragraph or item of such a clause. Its anchor follows the number, so a link to it survives a new wording.
package struct Clause: Sendable {
    package enum Place: Sendable, Hashable {
        /// By its place among the text's headings.
        case heading(Int)
        /// A paragraph with a bold number, by its place among all paragraphs.
        case paragraph(Int)
        /// A lettered paragraph or item, likewise.
        case subclause(Int)
    }

    package var place: Place
    /// As links name it: `10.2`, `article-5`, `annex-a/2`, `2(a)(i)`.
    package var number: String
    /// What its own words say of that: `10.2`, `§ 4a`, `Article 5`, `2`, `(i)`.
    package var label: String
    /// The words of the heading, number included; of a paragraph its first ones.
    package var heading: String
    /// Where links to it lead: first the one that follows its number. Empty where others have all of them.
    package var anchors: [String]
    package var span: SourceSpan

    package var isSubclause: Bool { if case .subclause = place { true } else { false } }
}

/// The anchor that follows a clause's number: `annex-a-2` of `annex-a/2`, `2-a-i` of `2(a)(i)`.
package func clauseAnchor(_ number: some StringProtocol) -> String {
    let words = number.lowercased()
    guard words.utf8.contains(where: \.isSignInNumber) else { return words }
    if words.utf8.allSatisfy({ $0 < 0x80 }) {
        let bytes = words.utf8.filter { $0 != UInt8(ascii: ")") }
        return String(decoding: bytes.map { $0.isSignInNumber ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    }
    var anchor = ""
    for character in words where character != ")" {
        anchor.append(character == "(" || character == "/" ? "-" : character)
    }
    return anchor
}

extension UInt8 {
    /// Whether it parts a clause's number from that of what the clause stands in, and stands in no anchor.
    fileprivate var isSignInNumber: Bool {
        self == UInt8(ascii: "(") || self == UInt8(ascii: ")") || self == UInt8(ascii: "/")
    }
}
