import Formats

/// A tag of HTML in a text that is none.
package struct HTMLTag: Sendable {
    package let range: Range<String.Index>
    /// The name of its element in lower case; empty for a comment.
    package let element: String
    /// Whether it closes its element: `</b>`.
    package let isClosing: Bool
}

extension String {
    /// The tags of HTML and its comments in a text that is none, in their order. A word in pointed brackets that is also a word
    /// of its own, such as `<address>`, is none.
    package var htmlTags: [HTMLTag] {
        guard utf8.contains(UInt8(ascii: "<")) else { return [] }
        let tags = matches(of: /<(\/?)([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?\/?>/).compactMap { match -> HTMLTag? in
            let element = match.2.lowercased()
            guard Self.elements.contains(element) else { return nil }
            return HTMLTag(range: match.range, element: element, isClosing: !match.1.isEmpty)
        }
        var end = startIndex
        // A tag in a comment is none, and ends before it does.
        return (tags + htmlComments).sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { tag in
            guard tag.range.lowerBound >= end else { return false }
            end = tag.range.upperBound
            return true
        }
    }

    /// Up to the first one that nothing closes: nothing closes those behind it.
    private var htmlComments: [HTMLTag] {
        var (comments, start) = ([HTMLTag](), startIndex)
        while let open = self[start...].firstRange(of: "<!--"),
            let close = self[open.upperBound...].firstRange(of: "-->")
        {
            comments.append(HTMLTag(range: open.lowerBound..<close.upperBound, element: "", isClosing: false))
            start = close.upperBound
        }
        return comments
    }

    /// The character references of HTML in it, in their order, with what each stands for: `&amp;`. Each is read when it is
    /// asked for.
    package var htmlReferences: some BidirectionalCollection<(range: Range<Index>, character: String)> {
        let written = utf8.contains(UInt8(ascii: "&")) ? matches(of: Self.reference) : []
        return written.lazy.compactMap { match in
            let written = String(match.output)
            guard case .paragraph(let words)? = try? TextPiece(written[...].utf8Bytes).tree.blocks.first,
                words.plainText != written
            else { return nil }
            return (match.range, words.plainText)
        }
    }

    private static var reference: Regex<Substring> {
        /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/
    }

    private static let elements = Set(
        """
        a abbr b big blockquote br center code del div dd dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre s span
        strike strong sub sup table tbody td th thead tr tt u ul
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
