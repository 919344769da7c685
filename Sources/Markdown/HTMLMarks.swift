import Formats

extension String {
    /// The tags of HTML and its comments in a text that is none, in their order. A word in pointed brackets that is also a word
    /// of its own, such as `<address>`, is none.
    package var htmlTags: [Range<Index>] {
        guard utf8.contains(UInt8(ascii: "<")) else { return [] }
        return matches(of: /<!--.*?-->|<\/?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?\/?>/.dotMatchesNewlines())
            .filter { $0.1.map { Self.elements.contains($0.lowercased()) } ?? true }
            .map(\.range)
    }

    /// The character references of HTML in it, in their order, with what each stands for: `&amp;`.
    package var htmlReferences: [(range: Range<Index>, character: String)] {
        guard utf8.contains(UInt8(ascii: "&")) else { return [] }
        return matches(of: /&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/).compactMap { match in
            let written = String(match.output)
            guard case .paragraph(let words)? = try? TextPiece(written[...].utf8Bytes).tree.blocks.first,
                words.plainText != written
            else { return nil }
            return (match.range, words.plainText)
        }
    }

    private static let elements = Set(
        """
        a abbr b big blockquote br center code del div dd dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre s span
        strike strong sub sup table tbody td th thead tr tt u ul
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
