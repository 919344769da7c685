import Diagnostics
import Formats
import Markdown

extension Check {
    /// `indented-code`: sentences or clauses that four blanks before them make code.
    ///
    /// They are published in the letters of code, without breaks at the page's edge, and their signs as they stand.
    package static let indentedCode = Check { context in
        context.published.flatMap { text -> [Finding] in
            guard let indented = text.markdown?.indentedCode, !indented.isEmpty else { return [] }
            let words = text.words.utf8Bytes
            let found = indented.compactMap { range -> Range<Int>? in
                let lines = words[range.clamped(to: 0..<words.count)].split(separator: UInt8(ascii: "\n"))
                guard let first = lines.first, lines.contains(where: \.isProse) else { return nil }
                return first.firstIndex { !$0.isSpaceOrTab && $0 != UInt8(ascii: ">") }.map { $0..<first.endIndex }
            }
            return text.findings(found) { range in
                Diagnostic(
                    .indentedCode, at: text.place(of: range), "the blanks before these words make code of them",
                    help: "take the blanks away; below a list's item, put them right under the item's first word; "
                        + "and for code, put a line ``` before and after it")
            }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether a line reads as words of a policy: it begins as an item or a clause, or is a run of words as a sentence
    /// has them. Signs that only code has say that it is none.
    fileprivate var isProse: Bool {
        let line = String(decoding: drop { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }, as: UTF8.self)
        let words = line.split { $0 == " " || $0 == "\t" }
        guard let first = words.first else { return false }
        let isItem = words.count > 1 && first.isItemMark
        let rest = isItem ? words.dropFirst() : words[...]
        let plain = rest.count { $0.isPlainWord }
        guard plain * 5 >= rest.count * 4, plain > 0, !line.contains(where: { "{}=<>;$|\\".contains($0) }) else {
            return false
        }
        let begins = rest.first?.drop { !$0.isLetter && !$0.isNumber }.first
        let isSentence = rest.count > 2 && (begins?.isLowercase != true || line.contains(",") || line.hasSuffix("."))
        return isItem || isSentence
    }
}

extension Substring {
    /// `-`, `1.`, `(a)`, `iv)`
    fileprivate var isItemMark: Bool {
        if ["-", "*", "+", "•"].contains(String(self)) { return true }
        guard let last, last == "." || last == ")" else { return false }
        let inner = dropLast().drop { $0 == "(" }
        return (1...5).contains(inner.count) && inner.allSatisfy { $0.isLetter || $0.isNumber }
    }

    /// Letters, with what stands around and between them in a sentence; or a number.
    fileprivate var isPlainWord: Bool {
        let inner = drop { "(\"'“‘«*_[".contains($0) }.reversed().drop { ".,:;!?)\"'”’»*_]".contains($0) }
        return !inner.isEmpty && inner.allSatisfy { $0.isLetter || $0.isNumber || "-'’.,/–&@".contains($0) }
    }
}
