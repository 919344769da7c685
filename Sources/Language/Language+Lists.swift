/// The word that joins the last two items of a list.
package enum Conjunction: Sendable { case and, or }

/// The forms that a word has with numbers, by the names that the Unicode CLDR gives them.
package enum PluralForm: String, Sendable, Hashable { case zero, one, two, few, many, other }

extension Language {
    /// `a`, `a and b`, `a, b and c`; the empty text for nothing.
    package func list(_ items: [String], _ conjunction: Conjunction = .and) -> String {
        switch self {
        case .english: English.list(items, conjunction == .and ? "and" : "or")
        case .german: English.list(items, conjunction == .and ? "und" : "oder")
        case .arabic: arabicList(items, conjunction == .and ? "و" : "أو ")
        }
    }

    /// What stands between items in one line, of which none is the last: `, `.
    package var comma: String { self == .arabic ? "، " : ", " }

    /// The same where items have commas of their own.
    package var semicolon: String { self == .arabic ? "؛ " : "; " }

    /// What stands between items in one line: a comma, or a semicolon where one of them has a comma of its own.
    package func separator(of items: [String]) -> String {
        items.contains { $0.unicodeScalars.contains { $0 == "," || $0 == "،" } } ? semicolon : comma
    }

    /// An author's words inside a sentence of ours: in quotation marks, without their full stop.
    package func quoted(_ words: String) -> String {
        let words = English.withoutStop(English.folded(words)).authored
        return switch self {
        case .english: "“\(words)”"
        case .german: "„\(words)“"
        case .arabic: "«\(words)»"
        }
    }

    /// Items in one line.
    package func line(_ items: [String]) -> String { items.joined(separator: separator(of: items)) }

    /// Sentences or parts of one in one line: those before others without their full stop.
    package func parts(_ items: [String]) -> String {
        (items.dropLast().map(English.withoutStop) + items.suffix(1)).joined(separator: semicolon)
    }

    /// Arabic joins every item by its word; `and` is a letter before the next word, set apart from what is not Arabic.
    private func arabicList(_ items: [String], _ word: String) -> String {
        guard let first = items.first else { return "" }
        return items.dropFirst().reduce(first) { list, item in
            let letter = item.unicodeScalars.first { $0.properties.isAlphabetic }
            let isSeparate = !word.hasSuffix(" ") && !(letter.map { (0x600...0x6FF).contains($0.value) } ?? false)
            return list + " " + word + (isSeparate ? " " : "") + item
        }
    }

    /// The form that a number asks for.
    package func plural(_ number: Int) -> PluralForm {
        guard self == .arabic else { return number == 1 ? .one : .other }
        switch (number, number % 100) {
        case (0, _): return .zero
        case (1, _): return .one
        case (2, _): return .two
        case (_, 3...10): return .few
        case (_, 11...99): return .many
        default: return .other
        }
    }
}

extension String {
    /// Whether an author's words have what stands between items.
    package var hasSeparator: Bool { contains { ",;،؛".contains($0) } }
}
