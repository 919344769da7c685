import Diagnostics

/// Where two published texts first differ.
struct TextDifference {
    /// The line of the newer text, from 1.
    var line: Int
    /// What to do: `put back: "…"`, with the line as it was published; or to take out what is more.
    var help: String
    /// `; only white space differs` and its like, or nothing.
    var nature: String

    /// The nature of texts that differ in that alone.
    static let lineEnds = "; only line ends differ"

    private typealias Lines = ArraySlice<Substring.UTF8View>

    /// Compared is what stands there, to the byte: letters that look the same may be others.
    init(from old: String, to new: String) {
        func lines(_ text: String) -> Lines {
            text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        }
        let (was, now) = (lines(old), lines(new))
        let index = zip(was, now).prefix { $0.elementsEqual($1) }.count
        line = min(index, max(now.count - 1, 0)) + 1
        // Most of a long text is the same above and below.
        let (wasRest, nowRest) = (was.dropFirst(index), now.dropFirst(index))
        let end = zip(wasRest.reversed(), nowRest.reversed()).prefix { $0.elementsEqual($1) }.count
        let (gone, new) = (wasRest.dropLast(end), nowRest.dropLast(end))
        // Behind the last line feed stands nothing.
        let isMore = wasRest.allSatisfy(\.isEmpty) && !nowRest.allSatisfy(\.isEmpty)
        help =
            if isMore || index >= was.count {
                "take out what stands from here on: the text ended above"
            } else if gone.isEmpty {
                Self.takeOut(new.count)
            } else if new.isEmpty {
                Self.putBack(gone, atEnd: nowRest.allSatisfy(\.isEmpty))
            } else {
                "put back: \(Self.quoted(was[index]))"
            }
        nature = Self.nature(from: gone, to: new)
    }

    private static func quoted(_ line: Substring.UTF8View) -> String { "\"\(Substring(line).prefix(300))\"" }

    /// What to do with lines that are more than was published.
    private static func takeOut(_ count: Int) -> String {
        count == 1
            ? "take this line out: it was not there"
            : "take these \(count) lines out, from here on: they were not there"
    }

    /// What to do where lines are gone and nothing stands in their place.
    private static func putBack(_ gone: Lines, atEnd: Bool) -> String {
        let place = atEnd ? "at the end" : "above this line"
        guard let words = gone.first(where: { !$0.isEmpty }) else {
            return atEnd ? "put back the line break at the end" : "put back the empty line above this line"
        }
        return gone.count == 1
            ? "put back \(place): \(quoted(words))"
            : "put back \(place) the \(gone.count) lines that stood there, with \(quoted(words))"
    }

    /// Whether lines differ in their ends, their white space or the form of their letters alone, as the end of a sentence.
    private static func nature(from old: Lines, to new: Lines) -> String {
        func withoutEnd(_ line: Substring.UTF8View) -> Substring.UTF8View {
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        func words(_ lines: Lines) -> [[UInt8]] {
            lines.flatMap { Substring($0).split(whereSeparator: \.isWhitespace).map { Array($0.utf8) } }
        }
        if old.count == new.count, zip(old, new).allSatisfy({ withoutEnd($0).elementsEqual(withoutEnd($1)) }) {
            return lineEnds
        }
        if words(old) == words(new) { return "; only white space differs" }
        // Texts are equal to Swift where Unicode has them as canonically equivalent.
        return zip(old, new).allSatisfy({ Substring($0) == Substring($1) }) && old.count == new.count
            ? "; it looks the same, and only the form in which accents are stored differs (Unicode normalization)" : ""
    }
}

extension SourceFile {
    /// The place in the source of a line of what is published, which is the source without some of its lines.
    func span(ofPublishedLine line: Int, in published: String) -> SourceSpan {
        let wanted = published.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(line)
        var next = wanted.startIndex
        var place = 1
        for number in 1...lineCount where next < wanted.endIndex {
            guard substring(range(ofLine: number)).utf8.elementsEqual(wanted[next]) else { continue }
            place = number
            next += 1
        }
        return SourceSpan(self, range(ofLine: place))
    }
}
