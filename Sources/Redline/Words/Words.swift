import Formats

/// A text cut into what a reader takes as a whole: words (with their apostrophes and hyphens), characters of scripts
/// that have no blanks between words, numbers (`1,000.50`), labels (`(a)`, `(iv)`), amounts (`€20`, `5 %`), dates
/// (`23 November 2026`, `2026-11-23`), addresses (`https://…`, `a@b.example`), signs, and the blanks between them. Nothing is lost: the
/// parts joined are the text.
struct Words {
    let scalars: [Unicode.Scalar]
    /// Whether each of them is one byte of the text.
    private let isASCII: Bool

    struct Part {
        /// In the UTF-8 of the text.
        var bytes: Range<Int>
        var kind: Token.Kind
    }

    init(_ text: String) {
        var text = text
        let scalars = text.withUTF8(\.asScalars)
        isASCII = scalars != nil
        self.scalars = scalars ?? Array(text.unicodeScalars)
    }

    var parts: [Part] {
        var parts: [Part] = []
        // A word and a blank have some six characters.
        parts.reserveCapacity(scalars.count / 2 + 1)
        var (start, byte) = (0, 0)
        while start < scalars.count {
            let (end, kind) = part(from: start)
            let first = byte
            byte += isASCII ? end - start : scalars[start..<end].reduce(0) { $0 + UTF8.width($1) }
            parts.append(Part(bytes: first..<byte, kind: kind))
            start = end
        }
        return parts
    }

    private func part(from start: Int) -> (end: Int, kind: Token.Kind) {
        let first = scalars[start]
        if let end = endOfPlainWord(at: start) { return (end, .word) }
        if first.isBlank { return (end(of: \.isBlank, from: start), .space) }
        if let date = endOfDate(at: start) { return (date, .word) }
        if first.isUnspaced { return (Unspaced.end(in: scalars, from: start), .character) }
        if first.isWordPart || startsAmount(first, at: start) || (first == "§" && isDigit(start + 1)) {
            return (endOfWord(at: start), .word)
        }
        if let label = endOfLabel(at: start) { return (label, .word) }
        if first.isDash { return (end(of: \.isDash, from: start), .sign) }
        if first == "." { return (end(of: { $0 == "." }, from: start), .stop) }
        if first.isStop { return (start + 1, .stop) }
        return (start + 1, first.isWideStop ? .wideStop : .sign)
    }

    /// The end of small letters before a blank, or before a sign and a blank, told at once: so most words are written.
    private func endOfPlainWord(at start: Int) -> Int? {
        var end = start
        while end < scalars.count, ("a"..."z").contains(scalars[end]) { end += 1 }
        guard end > start, end < scalars.count else { return nil }
        switch scalars[end] {
        case " ": return end
        case ",", ".", ";", ":", ")": return end + 1 == scalars.count || scalars[end + 1] == " " ? end : nil
        default: return nil
        }
    }

    private func end(of isPart: (Unicode.Scalar) -> Bool, from start: Int) -> Int {
        var end = start + 1
        while end < scalars.count, isPart(scalars[end]) { end += 1 }
        return end
    }

    func isDigit(_ place: Int) -> Bool { place < scalars.count && scalars[place].isDigit }
    func isWordPart(_ place: Int) -> Bool { place < scalars.count && scalars[place].isWordPart }

    private func endOfWord(at start: Int) -> Int {
        var end = start + 1
        if let address = endOfAddress(at: start) { return address }
        if scalars[start].isCurrency, !isDigit(end) { end += 1 }
        while end < scalars.count {
            let scalar = scalars[end]
            if scalar.isWordPart {
                end += 1
            } else if isWordPart(end + 1), joins(scalar, at: end) {
                end += 2
            } else {
                break
            }
        }
        return endOfAmount(at: end)
    }

    /// Whether a sign between two parts of a word belongs to it.
    private func joins(_ sign: Unicode.Scalar, at place: Int) -> Bool {
        switch sign {
        case "'", "’", "-", "‐", "‑", "–", "_", "@", "&": true
        // `3.1` and `a.example` are one, `1.Definitions` is a number and a word.
        case ".": scalars[place - 1].isDigit == isDigit(place + 1)
        case ",", ":", "/": scalars[place - 1].isDigit && isDigit(place + 1)
        default: false
        }
    }

    /// The end of `(a)`, `(12)`, `(iv)`, not behind a letter.
    private func endOfLabel(at start: Int) -> Int? {
        guard scalars[start] == "(", start == 0 || !scalars[start - 1].isASCIILetter else { return nil }
        let inside = scalars[(start + 1)...].prefix(5).prefix { $0 != ")" }
        let end = inside.endIndex
        guard !inside.isEmpty, end < scalars.count, scalars[end] == ")" else { return nil }
        let isLabel =
            inside.allSatisfy { $0.isASCII && $0.isDigit } || inside.count <= 2 && inside.allSatisfy(\.isASCIILetter)
            || inside.allSatisfy("ivxlcIVXLC".unicodeScalars.contains)
        return isLabel ? end + 1 : nil
    }

    /// The end of `scheme://…` up to the next blank, less the signs that end a sentence.
    private func endOfAddress(at start: Int) -> Int? {
        var colon = start
        while colon < scalars.count, colon - start < 8, scalars[colon].isASCIILetter { colon += 1 }
        guard colon + 2 < scalars.count, scalars[colon] == ":", scalars[colon + 1] == "/", scalars[colon + 2] == "/"
        else { return nil }
        var end = colon + 3
        while end < scalars.count, !scalars[end].isBlank { end += 1 }
        while end > colon + 3, ".,;:!?)]\"'”’".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }
}

extension Unicode.Scalar {
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    var isDigit: Bool { isASCII ? ("0"..."9").contains(self) : properties.generalCategory == .decimalNumber }

    /// Part of a word that blanks or signs end.
    var isWordPart: Bool {
        if isASCII { return isASCIILetter || isDigit }
        if isUnspaced || isBlank { return false }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .format, .otherSymbol,
            .modifierSymbol:
            return true
        default: return false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The characters of a text in ASCII; nil for another one.
    fileprivate var asScalars: [Unicode.Scalar]? {
        guard reduce(0, |) < 0x80 else { return nil }
        return [Unicode.Scalar](unsafeUninitializedCapacity: count) { scalars, end in
            for place in indices { scalars.initializeElement(at: place, to: Unicode.Scalar(self[place])) }
            end = count
        }
    }
}
