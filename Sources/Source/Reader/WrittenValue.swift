import Diagnostics
import Formats

extension String {
    /// Whether it begins with a sign that people put before items.
    var startsWithBullet: Bool { "•▪◦·–—*".contains(prefix(1)) && dropFirst().first == " " && !isEmpty }

    /// The items of a list that is written as one text: parted by commas or semicolons, in brackets that may be round, wide
    /// or in quotes, or behind the signs that people put before items.
    var itemsMeant: [Substring] {
        let text = trimmed
        if text.startsWithBullet { return text.split(separator: text[text.startIndex]) }
        let isInBrackets = ["()", "［］", "（）"].contains { text.first == $0.first && text.last == $0.last }
        var inner = isInBrackets ? text.dropFirst().dropLast() : text[...]
        if isInBrackets, inner.contains(where: { "()（）".contains($0) }) { inner = text[...] }
        while let first = inner.first, first == "[" || first == " " { inner = inner.dropFirst() }
        while let last = inner.last, last == "]" || last == " " { inner = inner.dropLast() }
        return inner.split { ",;，、；،".contains($0) }
    }
}

extension YAMLNode {
    /// Of a value on several lines what stands on each, without a hyphen or a number of a list before it; nil where it is in
    /// quotes or on one line, or where commas or the signs of bullets part it.
    var itemsOnLines: [Substring]? {
        let text = span.text
        guard let first = text.first, !"\"'|>".contains(first), text.contains("\n"), !text.contains(","),
            !String(text).startsWithBullet
        else { return nil }
        return text.split(separator: "\n").map { line in
            let words = line.drop { $0 == " " }
            let number = words.prefix(while: \.isNumber)
            if !number.isEmpty, words.dropFirst(number.count).hasPrefix(". ") {
                return words.dropFirst(number.count + 2)
            }
            return words.drop { $0 == "-" || $0 == " " }
        }
    }

    /// Of a key without a value: the comment that stands on its line, from its sign on.
    var commentInPlace: Substring? {
        let line = span.file.range(ofLine: span.file.line(at: span.range.upperBound))
        let rest = span.file.substring(span.range.upperBound..<max(line.upperBound, span.range.upperBound))
        let comment = rest.drop { $0 == ":" || $0 == " " }
        return isEmpty && comment.first == "#" && comment.count <= 200 ? comment : nil
    }
}

extension String {
    /// Without signs that nobody sees, blanks at its ends and curly quotes around it.
    var plainWord: String {
        guard utf8.contains(where: { $0 >= 0xC2 }) else { return self }
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isUnseen { kept.append(scalar.isOddSpace ? " " : scalar) }
        let word = String(kept).trimmed
        return word.insidePrintedQuotes.map(String.init) ?? word
    }
}
