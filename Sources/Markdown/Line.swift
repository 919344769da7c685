import Formats

/// A line of a text while the marks at its start are read: what is left of it, and in which column that begins.
///
/// Columns count from 0; a tab goes on to the next multiple of four, and may be used up in part.
struct Line {
    let text: [UInt8]
    let start: Int
    /// Where its line feed is.
    let end: Int
    private(set) var offset: Int
    private var column = 0
    /// Where the first byte is that is no blank; `end` if there is none.
    private(set) var nonspace = 0
    private var nonspaceColumn = 0

    init(text: [UInt8], start: Int, end: Int) {
        self.text = text
        self.start = start
        self.end = end
        offset = start
        findNonspace()
    }

    var isBlank: Bool { nonspace == end }
    var isEmpty: Bool { start == end }
    var first: UInt8? { nonspace < end ? text[nonspace] : nil }
    /// How many columns of blanks come next.
    var indent: Int { nonspaceColumn - column }
    /// What is left, without the blanks before it.
    var rest: ArraySlice<UInt8> { text[nonspace..<end] }

    private mutating func findNonspace() {
        nonspace = offset
        nonspaceColumn = column
        while nonspace < end {
            switch text[nonspace] {
            case UInt8(ascii: " "): nonspaceColumn += 1
            case UInt8(ascii: "\t"): nonspaceColumn += 4 - nonspaceColumn % 4
            default: return
            }
            nonspace += 1
        }
    }

    /// Goes past so many columns of blanks.
    mutating func skip(columns: Int) {
        var left = columns
        while left > 0, offset < end {
            if text[offset] == UInt8(ascii: "\t") {
                let width = 4 - column % 4
                guard width <= left else {
                    column += left
                    break
                }
                column += width
                left -= width
            } else {
                column += 1
                left -= 1
            }
            offset += 1
        }
        findNonspace()
    }

    /// Goes past the blanks, so many bytes behind them, and those after.
    private mutating func skipMark(_ count: Int) {
        offset = min(nonspace + count, end)
        column = nonspaceColumn + count
        findNonspace()
    }

    /// Goes past `>` and one blank behind it.
    mutating func skipQuoteMark() {
        skipMark(1)
        if indent > 0 { skip(columns: 1) }
    }

    mutating func skipFootnoteMark(label: Range<Int>) {
        skipMark(label.upperBound + 2 - nonspace)
        skip(columns: indent)
    }

    /// Goes past the brackets of a task.
    mutating func skipTaskMark() { skipMark(3) }

    /// Goes past a list marker of that many bytes and the blanks that belong to it; says how far the item's lines are
    /// indented.
    mutating func skipListMarker(length: Int) -> Int {
        let before = indent
        skipMark(length)
        if isBlank || indent > 4 {
            if indent > 0 { skip(columns: 1) }
            return before + length + 1
        }
        let blanks = indent
        skip(columns: blanks)
        return before + length + blanks
    }
}

extension Line {
    /// The length of the list marker that comes next; nil if none does, or if it may not begin a list where a
    /// paragraph is open.
    func listMarker(interruptsParagraph: Bool) -> Int? {
        guard let first else { return nil }
        var index = nonspace
        if "*-+".utf8.contains(first) {
            index += 1
        } else {
            while index < end, index - nonspace < 9, text[index].isASCIIDigit { index += 1 }
            guard index > nonspace, index < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")")
            else { return nil }
            let digits = text[nonspace..<index]
            if interruptsParagraph,
                digits.last != UInt8(ascii: "1") || digits.dropLast().contains(where: { $0 != UInt8(ascii: "0") })
            {
                return nil
            }
            index += 1
        }
        guard index == end || text[index].isBlank else { return nil }
        if interruptsParagraph, text[index..<end].allSatisfy(\.isBlank) { return nil }
        return index - nonspace
    }

    /// Whether the whole line is a task, as cmark's extension reads it: a list marker and `[ ]` or `[x]`.
    var isTask: Bool {
        var rest = text[start..<end].drop(while: \.isBlank)
        let digits = rest.prefix(while: \.isASCIIDigit).count
        rest = rest.dropFirst(digits + 1)
        let mark = rest.drop(while: \.isBlank)
        return mark.startIndex > rest.startIndex && mark.count > 3 && mark[mark.startIndex + 3].isBlank
            && (mark.starts(with: "[ ]".utf8) || mark.starts(with: "[x]".utf8))
    }

    /// The label of `[^label]:`, if that comes next.
    var footnoteLabel: Range<Int>? {
        let rest = rest
        guard rest.starts(with: "[^".utf8),
            let stop = rest.firstIndex(where: { $0 == UInt8(ascii: "]") || $0.isBlank }), stop > nonspace + 2,
            text[stop] == UInt8(ascii: "]"), stop + 1 < end, text[stop + 1] == UInt8(ascii: ":")
        else { return nil }
        return nonspace + 2..<stop
    }

    var isHeading: Bool {
        let signs = rest.prefix { $0 == UInt8(ascii: "#") }.count
        return (1...6).contains(signs) && (nonspace + signs == end || text[nonspace + signs].isBlank)
    }

    var isThematicBreak: Bool {
        guard let first, "*-_".utf8.contains(first) else { return false }
        var count = 0
        for byte in rest {
            if byte == first {
                count += 1
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
                return false
            }
        }
        return count >= 3
    }

    var isSetextUnderline: Bool {
        guard let first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
        return rest.drop { $0 == first }.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Whether it may begin a block of raw HTML, or goes on with one: a tag, a comment or an instruction comes next.
    var mayBeginHTML: Bool {
        guard first == UInt8(ascii: "<"), nonspace + 1 < end, LineBreak.length(in: text, at: nonspace) == nil else {
            return false
        }
        let second = text[nonspace + 1]
        if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return true }
        let name = rest.dropFirst().drop { $0 == UInt8(ascii: "/") }
        guard name.first?.isASCIILetter == true else { return false }
        let after = name.drop { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }.first
        return after.map { $0.isBlank || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") } ?? true
    }

    var fenceLength: Int {
        guard let first else { return 0 }
        return rest.prefix { $0 == first }.count
    }

    var opensFence: Bool {
        guard let first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~"), fenceLength >= 3 else {
            return false
        }
        return first == UInt8(ascii: "~") || !rest.dropFirst(fenceLength).contains(first)
    }

    func closesFence(_ byte: UInt8, length: Int) -> Bool {
        first == byte && indent <= 3 && fenceLength >= length && rest.dropFirst(fenceLength).allSatisfy(\.isBlank)
    }
}
