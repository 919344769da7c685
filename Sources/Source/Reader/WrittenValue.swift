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
        return inner.split(whereSeparator: \.partsItemsMeant)
    }
}

extension Substring {
    /// What stands behind the hyphen or the number with which it begins as an item; nil where it begins otherwise.
    var behindMarker: Substring? {
        if hasPrefix("-") { return drop { $0 == "-" || $0 == " " } }
        let number = prefix(while: \.isNumber)
        let rest = self[number.endIndex...]
        return !number.isEmpty && rest.hasPrefix(". ") ? rest.dropFirst(2) : nil
    }
}

extension Character {
    /// Whether people part items by it: commas and semicolons of any script.
    fileprivate var partsItemsMeant: Bool { String.signsBetweenItems.contains(self) }
}

extension YAMLNode {
    /// Of a value what stands on each of its lines; nil where it is in quotes or on one line, or where commas or the signs of
    /// bullets part it.
    var bareLines: [Substring]? {
        let text = span.text
        guard let first = text.first, !"\"'|>".contains(first), text.contains("\n"),
            !text.contains(where: \.partsItemsMeant), !String(text).startsWithBullet
        else { return nil }
        return text.split(separator: "\n").map { $0.drop { $0 == " " } }
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
