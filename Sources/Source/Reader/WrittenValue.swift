import Diagnostics
import Formats

extension String {
    /// Whether it begins with a sign that people put before items.
    var startsWithBullet: Bool { "•▪◦·–—*".contains(prefix(1)) && dropFirst().first == " " && !isEmpty }

    /// The items of a list that is written as one text: parted by commas or semicolons, in round brackets, or behind the
    /// signs that people put before items.
    var itemsMeant: [Substring] {
        let text = trimmed
        if text.startsWithBullet { return text.split(separator: text[text.startIndex]) }
        let isInBrackets =
            text.first == "(" && text.last == ")" && !text.dropFirst().dropLast().contains { "()".contains($0) }
        return (isInBrackets ? text.dropFirst().dropLast() : text[...]).split { $0 == "," || $0 == ";" }
    }
}

extension YAMLNode {
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
