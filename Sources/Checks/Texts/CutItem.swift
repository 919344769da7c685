import Diagnostics
import Formats

extension Check {
    /// `cut-text`, of lists in YAML: an item that a comma parts in two, within its round brackets, its quotes or a number.
    ///
    /// In a list in brackets each comma ends an item: of `[calls (voice, video)]` two are published, `calls (voice` and
    /// `video)`.
    package static let cutItem = Check { context in
        context.published.filter { $0.isScalar && $0.words.mayBeCut }.firstOfEachValue.compactMap { text in
            guard let place = text.barePlace, place.isItem, let whole = text.wholeItem(from: place) else { return nil }
            return Finding(
                Diagnostic(
                    .cutText, at: place, "a comma parts this item of the list in two",
                    help: "put the whole item in quotes: \(whole.inYAMLQuotes)"),
                of: text.key)
        }
    }
}

extension Check {
    /// `leftover-markup`, of lists in YAML: an item with a semicolon in it, or the comma of another script, where commas
    /// part items.
    ///
    /// Of `[mail; phone]` and `[邮件，电话]` one item is published, and neither is found where rows are compared.
    package static let semicolonInItem = Check { context in
        context.published.filter { $0.isScalar && $0.words.contains(where: \.partsItems) }.firstOfEachValue.compactMap {
            text in
            guard let place = text.barePlace, place.isItem, let sign = text.words.first(where: \.partsItems) else {
                return nil
            }
            let items = text.words.split(whereSeparator: \.partsItems).map(\.withoutBlanks)
            // Beside commas of YAML those of other scripts stand within an item.
            guard items.count > 1, items.allSatisfy({ !$0.isEmpty }), sign == ";" || place.isOnlyItem else {
                return nil
            }
            let name = sign == ";" ? "a semicolon" : "a \(sign)"
            return Finding(
                Diagnostic(
                    .leftoverMarkup, at: place,
                    "\(name) stands in this item of the list, and would be published with it",
                    help:
                        "write a comma in its place: \(items.joined(separator: ", ")); where it belongs to the item, write "
                        + text.words.inYAMLQuotes),
                of: text.key)
        }
    }
}

extension PublishedText {
    /// The item of a list that begins at a place and goes on after a comma; nil where none does on its line.
    fileprivate func wholeItem(from place: SourceSpan) -> Substring? {
        let line = place.file.range(ofLine: place.file.line(at: place.range.lowerBound))
        let rest = place.file.substring(place.range.lowerBound..<min(line.upperBound, span.range.upperBound))
        var open = OpenSigns()
        var isCut = false
        for index in rest.indices.prefix(200) {
            switch rest[index] {
            case "," where open.isAny || rest[..<index].endsInDigits && rest[index...].isThousands: isCut = true
            case ",", "]", "}":
                // Where a bracket closes that is not open, the item was cut before it, which is told there.
                return isCut && open.isNone ? rest[..<index].withoutBlanksAtEnd : nil
            default: open.read(rest[index])
            }
        }
        return nil
    }
}

extension SourceSpan {
    /// Whether a bracket or a comma stands before it, and no key. (In a map in braces the rest of a value that a comma
    /// ended is a key, which is told when the file is read.)
    fileprivate var isItem: Bool {
        signBefore.map { "[,".contains($0) } ?? false
    }

    /// Whether nothing but it stands in its brackets.
    fileprivate var isOnlyItem: Bool {
        let behind = file.substring(range.upperBound..<min(file.utf8Count, range.upperBound + 100))
        return signBefore == "[" && behind.first { !$0.isWhitespace } == "]"
    }

    private var signBefore: Character? {
        file.substring(max(0, range.lowerBound - 100)..<range.lowerBound).last { !$0.isWhitespace }
    }
}

extension Character {
    /// A semicolon, or a wide or Arabic comma or semicolon.
    fileprivate var partsItems: Bool {
        switch self {
        case ";", "，", "；", "،", "؛": true
        default: false
        }
    }
}

/// The round brackets and quotes that are open after some characters.
private struct OpenSigns {
    private var depth = 0
    /// The quote that is open.
    private var quote: Character?
    private var isAtWord = true

    var isAny: Bool { depth > 0 || quote != nil }
    var isNone: Bool { depth == 0 && quote == nil }

    mutating func read(_ character: Character) {
        switch (character, quote) {
        case ("(", _): depth += 1
        case (")", _): depth -= 1
        // Behind a number it is the sign of inches.
        case ("\"", nil) where isAtWord: quote = "\""
        case ("“", nil), ("„", nil): quote = character
        case ("\"", "\""), ("”", "“"), ("”", "„"), ("“", "„"): quote = nil
        default: break
        }
        isAtWord = character == " " || character == "("
    }
}

extension Substring {
    /// Whether a bracket or a quote is open at its end, or words end in a number.
    fileprivate var mayBeCut: Bool {
        // Most are not, and have no sign that could be open.
        guard utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "\"") || $0 >= 0x80 }) else {
            return endsInDigits
        }
        var open = OpenSigns()
        for character in self { open.read(character) }
        return open.isAny || endsInDigits
    }

    /// Whether one to three digits end it, with words before them.
    fileprivate var endsInDigits: Bool {
        let digits = reversed().prefix { $0.isASCII && $0.isNumber }.count
        return (1...3).contains(digits) && dropLast(digits).contains(where: \.isLetter)
    }

    /// Whether it begins with a comma and three digits.
    fileprivate var isThousands: Bool {
        first == "," && dropFirst().prefix { $0.isASCII && $0.isNumber }.count == 3
    }

    fileprivate var withoutBlanks: Substring { drop { $0 == " " }.withoutBlanksAtEnd }

    fileprivate var withoutBlanksAtEnd: Substring { trimmingSuffix { $0 == " " } }
}
