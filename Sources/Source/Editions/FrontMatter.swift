import Diagnostics
import Formats

/// Where a Markdown file's front matter and its text lie, in bytes of the file's text.
package struct FrontMatter {
    /// The lines between the two `---`.
    package var yaml: Range<Int>
    /// Everything below the second.
    package var body: Range<Int>

    /// Longer ones are not read: nobody writes them, and YAML is bounded everywhere else too.
    static let limit = SourceTree.textLimit

    package enum Cut {
        case found(FrontMatter)
        /// The file does not start with `---`.
        case none
        /// The second `---` is missing; the range is that of the first. And that of the line that was meant as the second,
        /// where there is one.
        case unclosed(Range<Int>, meant: Range<Int>?)
    }

    /// Cuts a file at its first line and the next line that are `---`, spaces after it apart.
    package static func cut(_ file: SourceFile) -> Cut {
        let first = file.range(ofLine: 1)
        guard isFence(file.substring(first)) else { return .none }
        let start = min(first.upperBound + 1, file.utf8Count)
        var line = 2
        while line <= file.lineCount {
            let range = file.range(ofLine: line)
            if isFence(file.substring(range)) {
                return .found(
                    FrontMatter(
                        yaml: start..<range.lowerBound,
                        body: min(range.upperBound + 1, file.utf8Count)..<file.utf8Count))
            }
            line += 1
        }
        let meant = (2..<min(file.lineCount, 100) + 1).lazy.map { file.range(ofLine: $0) }
            .first { isNearlyFence(file.substring($0)) }
        return .unclosed(first, meant: meant)
    }

    /// The lines at the start of a file that are an edition's keys with no `---` above them, and whether one stands below
    /// them; nil where the first line is no such key. Empty lines between them, and before what closes them, are passed over.
    static func keysWithoutFence(_ file: SourceFile) -> (lines: ClosedRange<Int>, isClosed: Bool)? {
        func text(_ line: Int) -> Substring { file.substring(file.range(ofLine: line)) }
        func isEmpty(_ line: Int) -> Bool { text(line).allSatisfy(\.isWhitespace) }
        guard let first = (1...min(file.lineCount, 100)).first(where: { !isEmpty($0) }), isKnownKey(text(first)) else {
            return nil
        }
        var last = first
        var line = first + 1
        while line <= file.lineCount {
            if !isEmpty(line) {
                guard isKnownKey(text(line)) || line == last + 1 && isOfKeys(text(line)) else { break }
                last = line
            }
            line += 1
        }
        return (first...last, line <= file.lineCount && isFence(text(line)))
    }

    /// The keys that an edition may have, and the one that is written in the place of its file's name.
    private static let keys = SchemaKind.edition.keys.union(["effective"])

    /// One of an edition's keys, in small letters or not.
    private static func isKnownKey(_ line: Substring) -> Bool {
        key(of: line).map { keys.contains($0.lowercased()) } ?? false
    }

    /// A key, or a line of what stands under one.
    private static func isOfKeys(_ line: Substring) -> Bool {
        key(of: line) != nil || line.first == " " || line.hasPrefix("- ")
    }

    /// What stands before a colon in the first column, where that is one word.
    private static func key(of line: Substring) -> Substring? {
        let key = line.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
        return !key.isEmpty && line[key.endIndex...].first == ":" ? key : nil
    }

    /// Two hyphens, four, or dashes that a word processor made of them, alone on their line.
    private static func isNearlyFence(_ line: Substring) -> Bool {
        let signs = line.filter { $0 != " " && $0 != "\t" }
        return signs.allSatisfy { "-–—".contains($0) } && (signs.count > 1 || signs == "—") && line.first != "\t"
    }

    private static func isFence(_ line: Substring) -> Bool {
        let utf8 = line.utf8
        return utf8.starts(with: "---".utf8)
            && utf8.dropFirst(3).allSatisfy(\.isSpaceOrTab)
    }
}
