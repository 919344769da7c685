import Diagnostics

/// Where a Markdown file's front matter and its text lie, in bytes of the file's text.
struct FrontMatter {
    /// The lines between the two `---`.
    var yaml: Range<Int>
    /// Everything below the second.
    var body: Range<Int>

    /// Longer ones are not read: nobody writes them, and YAML is bounded everywhere else too.
    static let limit = SourceTree.textLimit

    enum Cut {
        case found(FrontMatter)
        /// The file does not start with `---`.
        case none
        /// The second `---` is missing; the range is that of the first.
        case unclosed(Range<Int>)
    }

    /// Cuts a file at its first line and the next line that are `---`, spaces after it apart.
    static func cut(_ file: SourceFile) -> Cut {
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
        return .unclosed(first)
    }

    private static func isFence(_ line: Substring) -> Bool {
        let utf8 = line.utf8
        return utf8.starts(with: "---".utf8)
            && utf8.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
