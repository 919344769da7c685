import Formats

/// Where a text can be cut so that its parts, read each alone, are together what the whole is.
///
/// A line at whose first column a letter or a `#` stands, behind an empty one, closes every list, quote, table and block of
/// code above it (CommonMark 0.31, section 5 and appendix). What could reach over such a line makes the text one piece:
/// definitions of links and footnotes, raw HTML at the start of a line, and a fence that is indented or in a list or a quote.
enum TextCuts {
    /// - Returns: the ranges of the pieces, in order, which together are the whole text.
    static func pieces(of text: [UInt8]) -> [Range<Int>] {
        // Byte order marks are no part of the first line.
        guard text.countOfMarks == 0 else { return [0..<text.count] }
        let mayDefine = definitionMarks.contains { text.firstPlace(of: $0) != nil }
        return text.withUnsafeBufferPointer { bytes in
            var pieces: [Range<Int>] = []
            var start = 0
            var isBehindEmptyLine = false
            var fence: Fence?
            var lineStart = 0
            while lineStart < bytes.count {
                let lineEnd = bytes.next(UInt8(ascii: "\n"), from: lineStart) ?? bytes.count
                let line = bytes[lineStart..<lineEnd]
                if let open = fence {
                    if open.isClosed(by: line) { fence = nil }
                    isBehindEmptyLine = false
                } else {
                    guard !reachesOver(line), !mayDefine || !line.holdsDefinition else { return [0..<bytes.count] }
                    if isBehindEmptyLine, line.first?.beginsPiece == true {
                        pieces.append(start..<lineStart)
                        start = lineStart
                    }
                    fence = Fence(line)
                    // Of other blanks none makes a line empty (CommonMark 0.31, section 2.1).
                    isBehindEmptyLine = line.allSatisfy(\.isSpaceOrTab)
                }
                lineStart = lineEnd + 1
            }
            return pieces + [start..<bytes.count]
        }
    }

    private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

    /// What definitions of links and footnotes are told by.
    private static let definitionMarks = ["]:", "[^"].map { Array($0.utf8) }

    /// Whether a line holds what may have to do with other parts of the text, or what only a whole scan can tell, but for
    /// definitions.
    private static func reachesOver(_ line: Line) -> Bool {
        let words = line.drop(while: \.isMark)
        guard let first = words.first else { return false }
        if first == UInt8(ascii: "<") { return true }
        guard words.count >= 3, first == UInt8(ascii: "`") || first == UInt8(ascii: "~"),
            words.prefix(3).allSatisfy({ $0 == first })
        else { return false }
        return words.startIndex > line.startIndex || Fence(line) == nil
    }

    /// A block of code that stands in nothing else.
    private struct Fence {
        private let sign: UInt8
        private let length: Int

        init?(_ line: Line) {
            guard let first = line.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return nil }
            let signs = line.prefix { $0 == first }
            guard signs.count >= 3 else { return nil }
            // Behind backticks no other may stand: that is a code span.
            guard first == UInt8(ascii: "~") || !line[signs.endIndex...].contains(first) else { return nil }
            (sign, length) = (first, signs.count)
        }

        func isClosed(by line: Line) -> Bool {
            let words = line.drop { $0 == UInt8(ascii: " ") }
            guard words.startIndex - line.startIndex <= 3 else { return false }
            let signs = words.prefix { $0 == sign }
            return signs.count >= length && line[signs.endIndex...].allSatisfy(\.isSpaceOrTab)
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether a line may hold a definition of a link or a footnote.
    fileprivate var holdsDefinition: Bool {
        zip(self, dropFirst()).contains { one, other in
            one == UInt8(ascii: "]") && other == UInt8(ascii: ":")
                || one == UInt8(ascii: "[") && other == UInt8(ascii: "^")
        }
    }
}

extension UInt8 {
    /// Whether a line that starts with it, behind an empty one, is a heading or begins a paragraph: a letter or `#`. Of
    /// letters beyond ASCII those whose first byte is not that of a byte order mark.
    fileprivate var beginsPiece: Bool { isASCIILetter || self == UInt8(ascii: "#") || self >= 0xC3 && self != 0xEF }

    /// Whether it may be part of what stands before the words of a line: blanks, and the marks of lists and quotes.
    fileprivate var isMark: Bool {
        switch Unicode.Scalar(self) {
        case " ", "\t", ">", "-", "*", "+", ".", ")", "0"..."9": true
        default: false
        }
    }
}
