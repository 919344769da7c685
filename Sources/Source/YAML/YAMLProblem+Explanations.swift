import Diagnostics

/// What is wrong at a place, and what to write, where that takes more than a line.
extension YAMLProblem {
    static func missingSpace(_ place: Place) -> (SourceSpan, String, String) {
        let found = place.missingSpace
        return (
            found?.span ?? place.restOfLine, "a space is missing after this colon",
            found.map { "write \($0.mended)" } ?? indentationHelp(place)
        )
    }

    /// `title = Privacy Policy`, or with the colon of another script, or with none.
    static func missingColon(_ found: MissingColon) -> (SourceSpan, String, String) {
        (found.span, "a colon and a space are missing behind this key", "write \(found.mended)")
    }

    /// A line that starts with a key where none can be, or that is no key.
    static func keyAstray(_ problem: String, place: Place, context: Place) -> (SourceSpan, String, String) {
        if let item = context.itemWithoutSpace ?? place.itemWithoutSpace {
            return (item.span, "a space is missing behind this hyphen", "write - \(shown(String(item.words)))")
        }
        if problem == "could not find expected ':'" {
            return (
                context.restOfLine, "this line is no key with a value",
                "indent it by two spaces if it goes on with the line above, else write a key, a colon, a space and the "
                    + "value"
            )
        }
        return place.startsWithKey
            ? (place.firstWord, "this key does not fit under the line above it", indentationHelp(place))
            : (
                place.character, "a colon and a space stand inside a value that is not in quotes", quotingHelp(place)
            )
    }

    /// `data: - messages`
    static func hyphenBehindKey(_ place: Place) -> (SourceSpan, String, String) {
        let value = place.restOfLine.text
        let item = value.drop { $0 == "-" || $0 == " " }
        return (
            place.character, "an item of a list may not start on the line of its key",
            "for a text write it without the hyphen: \(inQuotes(item)); for a list write [\(shown(String(item)))], or put each "
                + "item on a line of its own below"
        )
    }

    /// What follows a quote or a bracket that ends a value: nearly always a text that begins with words in quotes, or
    /// with a link.
    static func wordsBehind(_ place: Place) -> (SourceSpan, String, String) {
        guard place.isBehindQuote == true else {
            return (
                place.restOfLine, "a value that starts with a bracket ends with it, and words follow here",
                quotingHelp(place)
            )
        }
        return (
            place.restOfLine, "a value that starts with a quote ends with the next one, and words follow here",
            quotingHelp(place)
        )
    }

    /// A quote that nothing closes; on its line one may stand that a word processor has made curly.
    static func neverClosed(_ place: Place) -> (SourceSpan, String, String) {
        let value = place.restOfLine.text
        guard let first = value.first, let last = value.last, "”“’‘„".contains(last), value.count > 2 else {
            return (place.character, "this quote is never closed", "write the same quote after the value's end")
        }
        return (
            place.restOfLine,
            "this value begins with a straight quote and ends with a curly one, which does not close it",
            "write \(first)\(value.dropFirst().dropLast())\(first)"
        )
    }

    /// - Parameter bracket: the one that nothing closes.
    static func notClosed(_ bracket: SourceSpan) -> (SourceSpan, String, String) {
        bracket.text == "{"
            ? (bracket, "this map is not closed, or a comma is missing in it", "close it with }")
            : (bracket, "this list is not closed, or a comma is missing in it", "close it with ]")
    }

    static func quotingHelp(_ place: Place) -> String {
        "put the whole value in quotes" + (place.quotedValue.map { ": \($0)" } ?? "")
    }

    /// Where a line should begin: nearly always right below the one above it.
    static func indentationHelp(_ place: Place) -> String {
        guard let (spaces, word) = place.wordAbove else {
            return "start it in the same column as the lines it belongs to"
        }
        let start =
            switch spaces {
            case 0: "take the spaces before it away"
            case 1: "put a space before it"
            default: "let \(spaces) spaces in all stand before it"
            }
        return
            "\(start), so that it starts right below \"\(word)\"; or start it in the column of other lines, if it belongs "
            + "to those"
    }
}

/// What is said of a hyphen before the first key of a file.
///
/// - Parameter several: whether more items follow, of several keys each.
func hyphenBeforeKeys(ofSeveral several: Bool) -> (message: String, help: String) {
    let mend =
        several
        ? "write each item into a file of its own, without its hyphen and the space behind it"
        : "take each hyphen before a key and the space behind it away"
    return (
        "a hyphen before the first key makes a list of what stands here", "\(mend); each key starts in the first column"
    )
}
