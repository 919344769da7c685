import Diagnostics
import Formats

extension YAMLScanner {
    /// Reports what cannot be read around: Yams does not see the text, and scanning ends.
    mutating func refuse(_ id: CheckID, from start: Int, to end: Int, _ message: String, help: String?) {
        isRefused = true
        findings.add(id, at: span(start, end), message, help: help)
    }

    private func span(_ start: Int, _ end: Int) -> SourceSpan {
        SourceSpan(file, base + start..<base + max(start, end))
    }

    /// Masks a stretch of one line by a character and reports it.
    private mutating func mask(from start: Int, by character: Character, _ message: String, help: String) {
        let stretch = span(start, position)
        let count = stretch.text.unicodeScalars.count
        masks.append(Mask(range: stretch.range, standIn: String(repeating: character, count: count), key: nil))
        findings.add(.syntax, at: stretch, message, help: help)
    }

    /// Goes to the end of a name: to a blank, or to what separates values in brackets.
    private mutating func skipName() {
        while !isBlank() {
            switch byte() {
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return
            default: advance()
            }
        }
    }

    mutating func refuseAnchor() {
        let start = position
        skipName()
        mask(
            from: start, by: " ", "a value that starts with & is a YAML anchor, which is not used here",
            help: wholeLine(from: start).map { "put the whole value in quotes: \(inQuotes($0))" }
                ?? "put the value in quotes if it is a text, or write the value where it is needed")
    }

    mutating func refuseAlias() {
        noteCandidate()
        mayStartKey = false
        let start = (position, mark)
        skipName()
        append(.alias, from: start.0, to: position, at: start.1)
        if let key = boldKey(from: start.0) {
            findings.noteHidden(key.prefix { $0 != ":" })
            return mask(
                from: start.0, by: "x", "stars stand around this key", help: "write it without: \(shown(String(key)))")
        }
        if isBullet(at: start.0) {
            return mask(
                from: start.0, by: "x", "a star begins no item of a list in YAML",
                help: "write - and a space in its place, before each item")
        }
        mask(
            from: start.0, by: "x", "a value that starts with * is a YAML alias, which is not used here",
            help: emphasis(from: start.0).map { text in
                guard !isOfMarkdown(at: start.0), text.drop(while: { $0 == "*" }).contains("*") else {
                    return "put the whole value in quotes: \(inQuotes(text))"
                }
                return "leave the stars out, as nothing is bold here: \(shown(text.filter { $0 != "*" }))"
            }
                ?? "put the value in quotes if it is a text, or write out what it stands for")
    }

    /// Whether a star with a space behind it begins its line, as in a list of Markdown.
    private func isBullet(at start: Int) -> Bool {
        guard bytes[start...].starts(with: "* ".utf8) else { return false }
        let before = bytes[..<start].last { $0 != UInt8(ascii: " ") }
        return before == nil || before == UInt8(ascii: "\n")
    }

    /// Whether the key before a value on its line is one whose text may be bold.
    private func isOfMarkdown(at start: Int) -> Bool {
        let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let before = file.substring(base + lineStart..<base + start)
        return ["summary:", "note:", "reason:", "urgent:", "scope:"].contains { before.hasSuffix($0 + " ") }
    }

    /// The rest of a line that starts with a star and is a text: more stars or words follow. Nil in brackets.
    private func emphasis(from start: Int) -> Substring? {
        wholeLine(from: start).flatMap { $0.dropFirst().contains("*") || $0.contains(" ") ? $0 : nil }
    }

    /// The rest of a line of at most 200 characters, 4096 bytes of which are looked at. Nil in brackets, and where there is
    /// but one word.
    private func wholeLine(from start: Int) -> Substring? {
        guard flows.isEmpty else { return nil }
        let near = bytes[start...].prefix(4096)
        guard let end = near.firstIndex(of: UInt8(ascii: "\n")) ?? (near.count < 4096 ? near.endIndex : nil) else {
            return nil
        }
        let line = file.substring(base + start..<base + end)
        return line.count <= 200 ? line : nil
    }

    /// `**title:** Privacy Policy` as it is meant.
    private func boldKey(from start: Int) -> String? {
        let before = bytes[..<start].last { $0 != UInt8(ascii: " ") }
        guard before == nil || before == UInt8(ascii: "\n"), let line = wholeLine(from: start) else { return nil }
        let plain = String(line).replacing("*", with: "")
        let key = plain.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
        return !key.isEmpty && plain.dropFirst(key.count).hasPrefix(": ") ? plain : nil
    }

    mutating func refuseTag() {
        let start = position
        skipName()
        mask(
            from: start, by: " ", "a value that starts with ! is a YAML tag, which is not used here",
            help: wholeLine(from: start).flatMap {
                $0.hasPrefix("!!") ? nil : "put the whole value in quotes: \(inQuotes($0))"
            }
                ?? "put the value in quotes if it is a text; the key already says its type")
    }

    mutating func refuseComplexKey() {
        refuse(
            .syntax, from: position, to: position + 1, "what starts with ? is read as a key that is no word",
            help: "write the key as a word, then a colon, a space and the value; put a text in quotes")
    }

    mutating func refuseDirective() {
        let start = position
        while !isAtLineEnd { advance() }
        refuse(
            .syntax, from: start, to: position, "a line that starts with % is a YAML directive, which is not used here",
            help: "take the line out, or put the text in quotes")
    }

    /// Whether `---` or `...` stands alone in the first columns.
    var isAtDocumentMarker: Bool {
        guard mark.column == 1, isBlank(at: 3), byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: ".") else {
            return false
        }
        return byte(at: 1) == byte() && byte(at: 2) == byte()
    }

    /// One `---` may stand before everything else; any other marker would start a second document.
    mutating func scanDocumentMarker() {
        let start = position
        let isFirst = tokens.isEmpty && masks.isEmpty && byte() == UInt8(ascii: "-") && !hasMarker
        advance(by: 3)
        while byte() == UInt8(ascii: " ") || byte() == UInt8(ascii: "\t") { advance() }
        if isFirst, isAtLineEnd || byte() == UInt8(ascii: "#") {
            hasMarker = true
            mayStartKey = false
            return
        }
        secondDocument = base + start
        refuse(
            .syntax, from: start, to: start + 3, "a second YAML document starts or ends here; a file holds one",
            help: "take the line out, or give the rest a file of its own")
    }

    /// Reports every character that has no place in a YAML text, and puts a letter in its place: control characters,
    /// line ends other than LF, a byte order mark inside the text.
    mutating func maskForbiddenCharacters() {
        var offset = 0
        for scalar in file.substring(base..<base + bytes.count).unicodeScalars {
            let width = UTF8.width(scalar)
            defer { offset += width }
            guard Self.isForbidden(scalar), offset + width <= bytes.count else { continue }
            let range = base + offset..<base + offset + width
            overwrite(offset, with: UInt8(ascii: "x"))
            for index in offset + 1..<offset + width { overwrite(index, with: 0x80) }
            masks.append(Mask(range: range, standIn: "x", key: nil))
            findings.add(
                .syntax, at: SourceSpan(file, range),
                "an invisible control character (\(scalar.codePoint)) stands here",
                help: "take it out")
        }
    }

    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
