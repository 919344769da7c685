import Formats

extension LeafSource {
    /// Signs of other tools: attribute lists (`{#id}`, `{: .class }`), tags of templates (`{% … %}`), marks of notes
    /// (`[!NOTE]`).
    func otherTools(seen: SeenWords) -> [Leftover] {
        guard seen.holds("{") || seen.holds("[!") else { return [] }
        var found: [Leftover] = []
        var index = 0
        while let start = bytes[index...].firstIndex(where: { "{[".utf8.contains($0) }) {
            index = start + 1
            guard isWord[start] else { continue }
            if bytes[start] == UInt8(ascii: "[") {
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

    /// The end of `{#id …}`, `{: …}`, `{.class …}`, `{key=value}` or `{% … %}`, which begins at an index.
    private func attributesEnd(at start: Int) -> Int? {
        guard let end = near(start, atMost: 300).firstIndex(of: UInt8(ascii: "}")),
            byte(start - 1) != UInt8(ascii: "{")
        else { return nil }
        let inner = bytes[(start + 1)..<end]
        guard let sign = inner.first, inner.count > 1 else { return nil }
        let next = inner.dropFirst().first ?? 0
        switch sign {
        case UInt8(ascii: "%"): return inner.last == UInt8(ascii: "%") ? end + 1 : nil
        case UInt8(ascii: ":"):
            return next.isBlank || next == UInt8(ascii: "#") || next == UInt8(ascii: ".") || next.isASCIILetter
                ? end + 1 : nil
        case UInt8(ascii: "#"), UInt8(ascii: "."):
            return next.isASCIILetter || next == UInt8(ascii: "_") ? end + 1 : nil
        // `{target=_blank}`
        case _ where sign.isASCIILetter:
            let key = inner.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
            let value = inner[key.endIndex...]
            return value.count > 1 && value.first == UInt8(ascii: "=") && !value.contains(where: \.isBlank)
                ? end + 1 : nil
        default: return nil
        }
    }
}
