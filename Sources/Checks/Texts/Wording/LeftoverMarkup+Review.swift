import Formats

extension LeafSource {
    /// Signs that come in pairs: changes and comments of a review (`{++words++}`), links of a wiki (`[[words]]`), tags of
    /// templates (`<% … %>`), words in a colour (`==words==`); and pictures by their names (`:warning:`).
    func pairedSigns(seen: SeenWords) -> [Leftover] {
        let forms = Self.forms.filter { seen.holds($0.opening) && seen.holds($0.closing) }
        return forms.flatMap(leftovers) + (seen.holds(":") ? pictures : [])
    }

    private struct Form {
        var opening: String
        var closing: String
        var help: String
    }

    private static let forms = [
        Form(opening: "{++", closing: "++}", help: "write the new words alone, once the change is agreed"),
        Form(opening: "{--", closing: "--}", help: "take the words out with their signs, once the change is agreed"),
        Form(opening: "{~~", closing: "~~}", help: "write the new words alone, once the change is agreed"),
        Form(opening: "{>>", closing: "<<}", help: "take the comment out"),
        Form(opening: "{==", closing: "==}", help: "take the signs out"),
        Form(opening: "[[", closing: "]]", help: "write [words](address)"),
        Form(opening: "<%", closing: "%>", help: "write out what it stands for, or take it out"),
        Form(opening: "==", closing: "==", help: "take the signs out, or write ** for bold words"),
    ]

    private func leftovers(_ form: Form) -> [Leftover] {
        var found: [Leftover] = []
        var index = 0
        while let start = first(form.opening, in: index..<bytes.count) {
            let inner = start + form.opening.utf8.count
            index = inner
            let line = near(inner, atMost: 300).endIndex
            guard has(form.opening, at: start), !isLonger(form.opening, at: start),
                let end = first(form.closing, in: inner..<line), end > inner, has(form.closing, at: end),
                !(form.opening == "==" && start > 0 && !bytes[start - 1].isSpaceOrTab
                    && !"\n(\"".utf8.contains(bytes[start - 1])),
                !(form.opening == "[[" && byte(end + 2) == UInt8(ascii: "(")),
                !bytes[inner].isSpaceOrTab || form.opening != form.closing,
                !bytes[end - 1].isSpaceOrTab || form.opening != form.closing
            else { continue }
            index = end + form.closing.utf8.count
            // `[[Company]]` is a blank, and told as one.
            let isBlank = form.opening == "[[" && PlaceholderScanner(Array(bytes[start..<index])).isPlaceholder
            guard !isBlank else { continue }
            found.append(.ofOtherTool(start..<index, text(start..<index), help: form.help))
        }
        return found
    }

    /// Whether the sign goes on with its own first letter, on either side, or is a part of a longer one: `===`, `{==`.
    private func isLonger(_ sign: String, at start: Int) -> Bool {
        let first = bytes[start]
        return byte(start + sign.utf8.count) == first && sign.utf8.allSatisfy { $0 == first }
            || byte(start - 1) == first
            || sign == "==" && byte(start - 1) == UInt8(ascii: "{")
    }

    private func first(_ sign: String, in range: Range<Int>) -> Int? {
        let wanted = Array(sign.utf8)
        guard range.count >= wanted.count else { return nil }
        return (range.lowerBound...range.upperBound - wanted.count).first { index in
            bytes[index] == wanted[0] && bytes[index..<index + wanted.count].elementsEqual(wanted)
        }
    }

    /// `:warning:` between blanks.
    private var pictures: [Leftover] {
        var found: [Leftover] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: ":")) {
            index = start + 1
            let name = bytes[(start + 1)...].prefix { $0.isASCIILetter || $0 == UInt8(ascii: "_") }
            guard name.count > 2, isWord[start], byte(name.endIndex) == UInt8(ascii: ":"),
                name.allSatisfy({ $0 == UInt8(ascii: "_") || $0 >= UInt8(ascii: "a") }),
                isEdge(start - 1), isEdge(name.endIndex + 1)
            else { continue }
            index = name.endIndex + 1
            found.append(
                .ofOtherTool(
                    start..<index, text(start..<index), help: "put the picture itself in its place, or take it out"))
        }
        return found
    }

    private func isEdge(_ index: Int) -> Bool {
        byte(index).map { $0.isSpaceOrTab || $0 == UInt8(ascii: "\n") } ?? true
    }
}
