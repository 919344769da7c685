import Checks
import Formats
import Markdown

/// What a cell says without what is no word of it: tags and references of HTML, words that are struck out, marks of notes,
/// and characters that no reader sees.
struct CellMarkup {
    private(set) var words: String
    /// What was left out, each as the end of a sentence: `the tags of HTML`.
    private(set) var leftOut: [String] = []
    /// Whether all of its words are struck out.
    private(set) var isStruckOut = false

    init(_ text: String) {
        words = withoutHiddenCharacters(text)
        guard words.contains(where: { "<&~[".contains($0) }) else { return }
        let struck = /~~(?=\S)(.+?)~~|<(s|del|strike)(?:\s[^<>]*)?>(.*?)<\/\2\s*>/.dotMatchesNewlines().ignoresCase()
        let rest = words.replacing(struck, with: " ")
        if rest != words {
            leftOut.append("what is struck out")
            words = rest.trimmed
            isStruckOut = !words.contains { $0.isLetter || $0.isNumber }
        }
        let note = /\s*(?:\[\^[^\]]+\]|<sup(?:\s[^<>]*)?>[^<]*<\/sup\s*>)/.ignoresCase()
        let unmarked = words.replacing(note, with: "")
        if unmarked != words {
            leftOut.append("the mark of a note")
            words = unmarked
        }
        readHTML()
    }

    private mutating func readHTML() {
        // Line breaks are read with the cell.
        let tags = words.htmlTags.filter { words[$0].wholeMatch(of: /<\/?[bB][rR]\s*\/?>/) == nil }
        if !tags.isEmpty { leftOut.append("the tags of HTML") }
        for range in tags.reversed() {
            let isOfBlock = words[range].firstMatch(of: /^<\/?(?:p|li|ul|ol|tr|h[1-6])\b/.ignoresCase()) != nil
            words.replaceSubrange(range, with: isOfBlock ? "\n" : "")
        }
        for (range, character) in words.htmlReferences.reversed() { words.replaceSubrange(range, with: character) }
        words = words.trimmed
    }
}

extension JSONValue {
    /// The value with the words of each text alone.
    ///
    /// - Returns: what was left out of its texts, and whether all of them are struck out.
    func withoutMarkup() -> (value: JSONValue, leftOut: [String], isStruckOut: Bool) {
        switch self {
        case .string(let text):
            let read = CellMarkup(text)
            return (.string(read.words), read.leftOut, read.isStruckOut)
        case .array(let items):
            let read = items.map { $0.withoutMarkup() }
            return (
                .array(read.filter { !$0.isStruckOut }.map(\.value)), read.flatMap(\.leftOut),
                !read.isEmpty && read.allSatisfy(\.isStruckOut)
            )
        case .object(let members):
            let read = members.map { ($0.key, $0.value.withoutMarkup()) }
            return (.object(read.map { Member($0, $1.value) }), read.flatMap(\.1.leftOut), false)
        case .null, .bool, .integer: return (self, [], false)
        }
    }
}
