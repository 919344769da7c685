import Checks
import Formats
import Markdown

/// What a cell says without what is no word of it: tags and references of HTML, links and bold words of Markdown, words that
/// are struck out, marks of notes, and characters that no reader sees.
struct CellMarkup {
    private(set) var words: String
    /// What was left out, each as the end of a sentence: `the tags of HTML`.
    private(set) var leftOut: [String] = []
    /// Whether all of its words are struck out.
    private(set) var isStruckOut = false

    /// - Parameter isAddress: whether an address is asked for, which a link would be.
    init(_ text: String, isAddress: Bool = false) {
        words = withoutHiddenCharacters(text)
        guard words.contains(where: { "<&~[*".contains($0) }) else { return }
        let rest = words.replacing(/~~(?=\S)(.+?)~~/.dotMatchesNewlines(), with: " ").withoutStruckElements
        if rest != words {
            leftOut.append("what is struck out")
            words = rest.trimmed
            isStruckOut = !words.contains { $0.isLetter || $0.isNumber }
        }
        let unmarked = words.withoutMarksOfNotes
        if unmarked != words {
            leftOut.append("the mark of a note")
            words = unmarked
        }
        let plain = isAddress ? words : words.withoutMarkdown
        if plain != words {
            leftOut.append("the signs of Markdown")
            words = plain
        }
        readHTML()
    }

    private mutating func readHTML() {
        // Line breaks are read with the cell.
        let tags = words.htmlTags
        if tags.contains(where: { $0.element != "br" }) { leftOut.append("the tags of HTML") }
        words = words.replacing(tags.map { ($0.range, $0.isAmongWords ? "" : "\n") })
        words = words.replacing(words.htmlReferences.map { ($0.range, $0.character) })
        words = words.trimmed
    }
}

extension HTMLTag {
    /// Whether the words on both of its sides belong to one line, as around a comment or what is bold.
    fileprivate var isAmongWords: Bool { element.isEmpty || Self.inlineElements.contains(element) }

    private static let inlineElements: Set = [
        "a", "abbr", "b", "big", "code", "del", "em", "font", "i", "img", "ins", "kbd", "s", "span", "strike", "strong",
        "sub", "sup", "tt", "u",
    ]
}

extension String {
    /// With a blank in the place of what `<s>`, `<del>` and `<strike>` strike out; what nothing closes stays.
    fileprivate var withoutStruckElements: String {
        let tags = htmlTags
        let struck = ["s", "del", "strike"].flatMap { element in
            let own = tags.filter { $0.element == element }
            return stretches(own.filter { !$0.isClosing }.map(\.range), own.filter(\.isClosing).map(\.range))
        }
        return replacing(struck.map { ($0, " ") })
    }

    /// With the words alone of `[words](https://…)` and `**words**`; of a path `src/**/words/**` it stays.
    fileprivate var withoutMarkdown: String {
        replacing(/\[(?<words>[^\[\]]+)\]\(https?:\/\/[^\s()]+\)/) { "\($0.words)" }
            .replacing(/\*\*(?<words>[^\s*\/](?:[^*]*[^\s*\/])?)\*\*/) { "\($0.words)" }
    }

    /// Without `[^1]` and `<sup>1</sup>`, and the blanks before them.
    fileprivate var withoutMarksOfNotes: String {
        let raised = matches(of: /<sup(?:\s[^<>]*)?>[^<]*<\/sup\s*>/.ignoresCase()).map(\.range)
        let marks = stretches(matches(of: /\[\^(?=[^\]])/).map(\.range), matches(of: /\]/).map(\.range))
        return replacing(
            (raised + marks).map { mark in
                let start = self[..<mark.lowerBound].lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex
                return (start..<mark.upperBound, "")
            })
    }

    /// From each opening sign to the next closing one behind it; nothing where none is there.
    private func stretches(_ openings: [Range<Index>], _ closings: [Range<Index>]) -> [Range<Index>] {
        var (found, closings) = ([Range<Index>](), closings[...])
        for opening in openings where opening.lowerBound >= found.last?.upperBound ?? startIndex {
            closings = closings.drop { $0.lowerBound < opening.upperBound }
            guard let closing = closings.first else { break }
            found.append(opening.lowerBound..<closing.upperBound)
        }
        return found
    }

    /// With something else in the place of some stretches; of two that overlap, of the first.
    fileprivate func replacing(_ stretches: [(range: Range<Index>, text: String)]) -> String {
        var (text, start) = ("", startIndex)
        for stretch in stretches.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where stretch.range.lowerBound >= start {
            text += self[start..<stretch.range.lowerBound] + stretch.text
            start = stretch.range.upperBound
        }
        return text + self[start...]
    }
}

extension JSONValue {
    /// The value with the words of each text alone.
    ///
    /// - Parameter isAddress: whether an address is asked for.
    /// - Returns: what was left out of its texts, and whether all of them are struck out.
    func withoutMarkup(isAddress: Bool) -> (value: JSONValue, leftOut: [String], isStruckOut: Bool) {
        switch self {
        case .string(let text):
            let read = CellMarkup(text, isAddress: isAddress)
            return (.string(read.words), read.leftOut, read.isStruckOut)
        case .array(let items):
            let read = items.map { $0.withoutMarkup(isAddress: isAddress) }
            return (
                .array(read.filter { !$0.isStruckOut }.map(\.value)), read.flatMap(\.leftOut),
                !read.isEmpty && read.allSatisfy(\.isStruckOut)
            )
        case .object(let members):
            let read = members.map { ($0.key, $0.value.withoutMarkup(isAddress: isAddress)) }
            return (.object(read.map { Member($0, $1.value) }), read.flatMap(\.1.leftOut), false)
        case .null, .bool, .integer: return (self, [], false)
        }
    }
}
