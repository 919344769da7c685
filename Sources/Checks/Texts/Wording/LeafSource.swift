import Formats

/// The source of one paragraph, heading or row, with which of its bytes are words of the text: neither escaped by a
/// backslash, nor in code, in a link's address or in a tag.
struct LeafSource: Sendable {
    let bytes: [UInt8]
    /// Where it begins in its text.
    let start: Int
    private(set) var isWord: [Bool]
    /// The first byte of the words of each line, behind the marks of quotes and, on the first one, of lists and headings.
    private(set) var lineStarts: [Int] = []

    init(_ text: ArraySlice<UInt8>) {
        bytes = Array(text)
        start = text.startIndex
        isWord = Array(repeating: true, count: bytes.count)
        findLineStarts()
        for index in 0..<(lineStarts.first ?? 0) { isWord[index] = false }
        maskOthers()
    }

    func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    /// Whether these words stand at an index, none of their bytes escaped.
    func has(_ words: String, at index: Int) -> Bool {
        let end = index + words.utf8.count
        return index >= 0 && end <= bytes.count && isWord[index] && bytes[index..<end].elementsEqual(words.utf8)
            && isWord[index..<end].allSatisfy(\.self)
    }

    /// The end of the line on which an index is.
    func lineEnd(from index: Int) -> Int { bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }

    /// What stands from an index on to the end of its line, at most so many bytes: a line of many signs is not read anew
    /// for each of them.
    func near(_ index: Int, atMost limit: Int) -> ArraySlice<UInt8> {
        bytes[min(index, bytes.count)...].prefix(limit).prefix { $0 != UInt8(ascii: "\n") }
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    }

    /// A range of these bytes in the text.
    func place(_ range: Range<Int>) -> Range<Int> { range.shifted(by: start) }

    private mutating func findLineStarts() {
        var index = 0
        while index <= bytes.count {
            let end = index < bytes.count ? lineEnd(from: index) : bytes.count
            lineStarts.append(behindMarks(from: index, to: end, isFirst: index == 0))
            index = end + 1
        }
    }

    private func behindMarks(from start: Int, to end: Int, isFirst: Bool) -> Int {
        var index = start
        while index < end {
            let isAtBlank = index + 1 < end ? bytes[index + 1].isSpaceOrTab : true
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): index += 1
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                guard isFirst, isAtBlank else { return index }
                index += 1
            case UInt8(ascii: "#"):
                let signs = bytes[index..<end].prefix { $0 == UInt8(ascii: "#") }
                guard isFirst, signs.count <= 6, signs.endIndex == end || bytes[signs.endIndex].isSpaceOrTab else {
                    return index
                }
                index = signs.endIndex
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digits = bytes[index..<end].prefix(while: \.isASCIIDigit)
                let mark = digits.endIndex
                guard isFirst, mark < end, bytes[mark] == UInt8(ascii: ".") || bytes[mark] == UInt8(ascii: ")"),
                    mark + 1 == end || bytes[mark + 1].isSpaceOrTab
                else { return index }
                index = mark + 1
            case UInt8(ascii: "["):
                // A task's box, or a footnote's label.
                guard isFirst, let closing = bytes[index..<end].firstIndex(of: UInt8(ascii: "]")) else { return index }
                let isBox = closing == index + 2 && closing + 1 < end && bytes[closing + 1].isSpaceOrTab
                let isLabel =
                    bytes[index + 1] == UInt8(ascii: "^") && closing + 1 < end
                    && bytes[closing + 1] == UInt8(ascii: ":")
                guard isBox || isLabel else { return index }
                index = closing + (isLabel ? 2 : 1)
            default: return index
            }
        }
        return index
    }

    private mutating func mask(_ range: Range<Int>) {
        for index in range.clamped(to: bytes.indices) { isWord[index] = false }
    }

    private mutating func maskOthers() {
        // Where each length of a run of backticks stands last: a run closes none that is not there.
        let runs = backtickRuns()
        var last: [Int: Int] = [:]
        for run in runs { last[run.count] = run.lowerBound }
        var next = runs[...]
        // The next `>`, looked for once behind each: most of a line of `<a` have none.
        var tagSign = -1
        var index = lineStarts.first ?? 0
        while index < bytes.count {
            while let run = next.first, run.lowerBound < index { next.removeFirst() }
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                if let escaped = byte(index + 1), escaped.isASCIIPunctuation {
                    mask(index..<index + 2)
                    index += 1
                }
                index += 1
            case UInt8(ascii: "`"):
                let count = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
                if let final = last[count], final > index,
                    let close = next.dropFirst().first(where: { $0.count == count })
                {
                    mask(index..<close.upperBound)
                    index = close.upperBound
                } else {
                    index += count
                }
            case UInt8(ascii: "]"):
                if let end = addressEnd(at: index + 1) {
                    mask(index + 1..<end)
                    index = end
                } else {
                    index += 1
                }
            case UInt8(ascii: "<"):
                if tagSign < index { tagSign = bytes.next(UInt8(ascii: ">"), from: index) ?? bytes.count }
                let end = isTag(at: index) && tagSign < min(index + 4096, bytes.count) ? tagSign + 1 : nil
                if let end { mask(index..<end) }
                index = end ?? index + 1
            case UInt8(ascii: "h"), UInt8(ascii: "w"):
                let isAddress = ["https://", "http://", "www."].contains { has($0, at: index) }
                let end = isAddress ? bareAddressEnd(at: index) : index + 1
                if isAddress { mask(index..<end) }
                index = end
            default: index += 1
            }
        }
    }

    private func backtickRuns() -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "`")) {
            index = bytes[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? bytes.count
            runs.append(start..<index)
        }
        return runs
    }

    /// The end of `(address)` or `(address "title")`, which begins at an index. Like cmark's, an address has at most 32
    /// brackets in one another, so a line of `](` is not read on from each of them.
    private func addressEnd(at start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "(") else { return nil }
        var index = start + 1
        var depth = 1
        var isBehindBlank = false
        while let byte = byte(index), index < start + 4096 {
            switch byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("):
                depth += 1
                if depth > 33 { return nil }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): isBehindBlank = index > start + 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isBehindBlank {
                    guard let end = bytes[(index + 1)...].firstIndex(of: byte) else { return nil }
                    index = end
                }
            default: if isBehindBlank { return nil }
            }
            index += 1
        }
        return nil
    }

    /// Whether what begins at an index may be `<address>` or a tag.
    private func isTag(at start: Int) -> Bool {
        byte(start + 1).map { $0.isASCIILetter || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") } ?? false
    }

    private func bareAddressEnd(at start: Int) -> Int {
        bytes[start...].firstIndex {
            $0.isSpaceOrTab || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ")")
        }
            ?? bytes.count
    }
}
