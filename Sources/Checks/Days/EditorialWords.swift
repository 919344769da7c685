import Diagnostics
import Markdown
import Model

/// What an edition says as an editorial change may not alter it: its words in order and small letters, without
/// punctuation, markup and the numbers of its clauses. Where links lead, what is struck out, and the cells of tables are
/// part of what it says.
struct EditorialWords {
    private var words: [String] = []

    /// - Parameter text: what stands below the front matter; nil where it could not be read.
    static func of(_ edition: Edition, _ text: MarkdownText?) -> [String] {
        var words = EditorialWords()
        words.add(edition.title.value)
        words.add(text?.blocks ?? [])
        for footnote in text?.footnotes ?? [] {
            words.words.append("[^]")
            words.add(footnote.blocks)
        }
        return words.words
    }

    /// The first words that differ by more than spelling, a few on either side; nil where there are none.
    static func change(from old: [String], to new: [String]) -> (old: String, new: String)? {
        guard old.count == new.count else {
            let same = zip(old, new).prefix { $0 == $1 || Spelling.isRespelt($0, $1) }.count
            let (one, other) = (old[same...], new[same...])
            // What both end with did not change.
            let end = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
            return (shown(one.dropLast(end)), shown(other.dropLast(end)))
        }
        let differing = zip(old, new).first { $0 != $1 && !Spelling.isRespelt($0, $1) }
        return differing.map { (shown([$0]), shown([$1])) }
    }

    private static func shown(_ words: ArraySlice<String>) -> String {
        words.prefix(6).joined(separator: " ") + (words.count > 6 ? " …" : "")
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .paragraph(let inlines): add(paragraph: inlines)
            case .heading(_, let inlines): add(inlines, without: clauseNumber(inlines.plainText))
            case .list(let list):
                for item in list.items {
                    if let isDone = item.task { words.append(isDone ? "[x]" : "[ ]") }
                    add(item.blocks)
                }
            case .quote(let blocks): add(blocks)
            case .code(_, let text): add(text)
            case .table(let table):
                for cell in ([table.header] + table.rows).joined() {
                    words.append("|")
                    add(cell)
                }
            case .thematicBreak, .html: break
            }
        }
    }

    /// A paragraph that starts with a bold number (`**1.1 Purpose.**`) or with `(a)`, `(i)`, `(1)` is a clause.
    private mutating func add(paragraph inlines: [Inline]) {
        if case .strong(let bold)? = inlines.first, let number = clauseNumber(bold.plainText) {
            return add(inlines, without: number)
        }
        let text = inlines.plainText
        let letter = text.hasPrefix("(") ? text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) } : ""
        let isNumber = !letter.isEmpty && letter.count <= 4 && text.dropFirst(letter.count + 1).hasPrefix(")")
        add(inlines, without: isNumber ? String(letter) : nil)
    }

    private mutating func add(_ inlines: [Inline], without number: String?) {
        let start = words.count
        add(inlines)
        guard let number else { return }
        let sign = words.dropFirst(start).first == "§" ? 1 : 0
        var own = EditorialWords()
        own.add(number)
        guard words.dropFirst(start + sign).starts(with: own.words) else { return }
        words.removeSubrange(start..<start + sign + own.words.count)
    }

    private mutating func add(_ inlines: [Inline]) {
        var text = ""
        func flush(_ words: inout EditorialWords) {
            words.add(text)
            text = ""
        }
        for inline in inlines {
            switch inline {
            case .text(let words), .code(let words): text += words
            case .softBreak, .hardBreak: text += " "
            case .emphasis(let children), .strong(let children):
                // Markup may stand within a word.
                guard children.isPlain else {
                    flush(&self)
                    add(children)
                    continue
                }
                text += children.plainText
            case .strikethrough(let children):
                flush(&self)
                words.append("~~")
                add(children)
                words.append("~~")
            case .link(let destination, _, let children), .image(let destination, _, let children):
                flush(&self)
                add(children)
                words.append("(\(destination))")
            case .footnote:
                flush(&self)
                words.append("[^]")
            case .html: break
            }
        }
        flush(&self)
    }

    /// The words of a text. A sign between digits is kept, as 1.5 is not 15; so is every sign that is no punctuation.
    private mutating func add(_ text: String) {
        var word = ""
        var pending = ""
        func end(_ words: inout [String]) {
            if !word.isEmpty { words.append(word) }
            (word, pending) = ("", "")
        }
        for character in text.lowercased() {
            switch EditorialSign(character) {
            case .word:
                if !pending.isEmpty, word.last?.isNumber == true, character.isNumber { word += pending }
                word.append(character)
                pending = ""
            case .joint: pending.append(character)
            case .gap: end(&words)
            case .sign:
                end(&words)
                words.append(String(character))
            }
        }
        end(&words)
    }
}

/// What a character is to the words of a text.
private enum EditorialSign {
    case word, gap
    /// Punctuation that may stand within a word: `customer's`, `e-mail`.
    case joint
    /// A sign with a meaning of its own: `%`, `€`, `+`, `/`.
    case sign

    init(_ character: Character) {
        if character.isLetter || character.isNumber {
            self = .word
        } else if character.isWhitespace || "–—…".contains(character) {
            self = .gap
        } else if character.isPunctuation, !"%‰‱&@#*/\\§¶".contains(character) {
            self = .joint
        } else {
            self = .sign
        }
    }
}

extension [Inline] {
    /// Whether it holds words and nothing that leads anywhere.
    fileprivate var isPlain: Bool {
        allSatisfy { inline in
            switch inline {
            case .text, .code, .softBreak, .hardBreak: true
            case .emphasis(let children), .strong(let children): children.isPlain
            default: false
            }
        }
    }
}
