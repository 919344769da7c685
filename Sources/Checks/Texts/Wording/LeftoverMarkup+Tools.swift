import Formats

extension LeafSource {
    /// Signs of other tools: attribute lists (`{#id}`, `{: .class }`), tags of templates (`{% … %}`), marks of notes
    /// (`[!NOTE]`), links of a wiki (`[words|address]`).
    func otherTools(seen: SeenWords) -> [Leftover] {
        guard seen.holds("{") || seen.holds("[!") || seen.holds("[") && seen.holds("|") else { return [] }
        var found: [Leftover] = []
        var index = 0
        while let start = bytes[index...].firstIndex(where: { "{[".utf8.contains($0) }) {
            index = start + 1
            guard isWord[start] else { continue }
            if let link = wikiLink(at: start) {
                found.append(link)
                index = link.range.upperBound
            } else if bytes[start] == UInt8(ascii: "[") {
                guard has("[!", at: start), let end = bytes[start...].prefix(40).firstIndex(of: UInt8(ascii: "]")),
                    end > start + 3, bytes[(start + 2)..<end].allSatisfy(\.isASCIILetter)
                else { continue }
                let words = text(start + 2..<end).lowercased()
                let word = words.prefix(1).uppercased() + words.dropFirst()
                found.append(
                    .ofOtherTool(start..<end + 1, text(start..<end + 1), help: "write **\(word).** in its place"))
                index = end
            } else if let end = attributesEnd(at: start) {
                let isTag = byte(start + 1) == UInt8(ascii: "%")
                found.append(
                    .ofOtherTool(
                        start..<end, text(start..<end),
                        help: isTag
                            ? "write out what it stands for, or take it out"
                            : "take it out: a clause can be linked to by its number, another heading by its words"))
                index = end
            }
        }
        return found
    }

    /// `[words|https://…]`: the address would be shown, and lead elsewhere, as the bracket becomes a part of it. What is read
    /// ends with the next bracket, so that a line of many is read once.
    private func wikiLink(at start: Int) -> Leftover? {
        guard bytes[start] == UInt8(ascii: "[") else { return nil }
        let words = near(start + 1, atMost: 300).prefix { !"[|]".utf8.contains($0) }
        guard byte(words.endIndex) == UInt8(ascii: "|") else { return nil }
        let address = near(words.endIndex + 1, atMost: 300).prefix { !"[]".utf8.contains($0) && !$0.isSpaceOrTab }
        let end = address.endIndex
        guard byte(end) == UInt8(ascii: "]"),
            ["https://", "http://", "mailto:"].contains(where: { address.starts(with: $0.utf8) })
        else { return nil }
        return .ofOtherTool(
            start..<end + 1, text(start..<end + 1),
            help: "write [\(text(words.indices))](\(text(address.indices)))")
    }

    /// The end of `{#id …}`, `{: …}`, `{ .class … }`, `{-}`, `{key=value}` or `{% … %}`, which begins at an index.
    private func attributesEnd(at start: Int) -> Int? {
        guard let end = near(start, atMost: 300).firstIndex(of: UInt8(ascii: "}")),
            byte(start - 1) != UInt8(ascii: "{")
        else { return nil }
        // Pandoc's sign of a heading without a number.
        if end == start + 2, bytes[start + 1] == UInt8(ascii: "-"), end + 1 == bytes.count { return end + 1 }
        let inner = bytes[(start + 1)..<end].drop(while: \.isSpaceOrTab)
        guard let sign = inner.first, inner.count > 1 else { return nil }
        let next = inner.dropFirst().first ?? 0
        let isAtBrace = inner.startIndex == start + 1
        switch sign {
        case UInt8(ascii: "%"): return isAtBrace && inner.last == UInt8(ascii: "%") ? end + 1 : nil
        case UInt8(ascii: ":"):
            return isAtBrace
                && (next.isSpaceOrTab || next == UInt8(ascii: "#") || next == UInt8(ascii: ".") || next.isASCIILetter)
                ? end + 1 : nil
        // Google Docs names a heading by its number: `{#1.-fees}`.
        case UInt8(ascii: "#"):
            return next.isASCIILetter || next == UInt8(ascii: "_") || next.isASCIIDigit && isAtBrace ? end + 1 : nil
        case UInt8(ascii: "."): return next.isASCIILetter || next == UInt8(ascii: "_") ? end + 1 : nil
        // `{target=_blank}`, `{id="fees" class="wide"}`
        case _ where sign.isASCIILetter:
            let key = inner.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
            let value = inner[key.endIndex...]
            return value.count > 1 && value.first == UInt8(ascii: "=")
                && (!value.contains(where: \.isSpaceOrTab) || value.dropFirst().first == UInt8(ascii: "\""))
                ? end + 1 : nil
        default: return nil
        }
    }
}
