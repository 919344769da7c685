import Diagnostics

/// Where two published texts first differ.
struct TextDifference {
    /// The line of the newer text, from 1.
    var line: Int
    /// The line as it was published, in quotation marks; `nothing` where there was none.
    var published: String
    /// `; only white space differs`, or nothing.
    var nature: String

    init(from old: String, to new: String) {
        let was = old.split(separator: "\n", omittingEmptySubsequences: false)
        let now = new.split(separator: "\n", omittingEmptySubsequences: false)
        let index =
            zip(was, now).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(was.count, now.count)
        line = min(index, max(now.count - 1, 0)) + 1
        published = index < was.count ? "\"\(was[index].prefix(300))\"" : "nothing: the text ended here"
        nature = Self.nature(from: old, to: new)
    }

    /// Whether two texts differ in their line ends or their white space alone, as the end of a sentence.
    static func nature(from old: String, to new: String) -> String {
        func lines(_ text: String) -> String { text.replacing("\r\n", with: "\n") }
        func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        if lines(old) == lines(new) { return "; only line ends differ" }
        return words(old) == words(new) ? "; only white space differs" : ""
    }
}

extension SourceFile {
    /// The place in the source of a line of what is published, which is the source without some of its lines.
    func span(ofPublishedLine line: Int, in published: String) -> SourceSpan {
        let wanted = published.split(separator: "\n", omittingEmptySubsequences: false).prefix(line)
        var next = wanted.startIndex
        var place = 1
        for number in 1...lineCount where next < wanted.endIndex {
            guard substring(range(ofLine: number)) == wanted[next] else { continue }
            place = number
            next += 1
        }
        return SourceSpan(self, range(ofLine: place))
    }
}
