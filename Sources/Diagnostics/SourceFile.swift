import Formats
import Synchronization

/// One text file of a site as it was read: its text with LF line ends and without a byte order mark.
///
/// Every position in TrustPress is a UTF-8 byte offset into `text`; lines and columns are worked out only when a
/// diagnostic is printed.
package final class SourceFile: Sendable {
    /// The path from the site's folder, with `/`, as diagnostics show it: `Content/privacy/2026-11-23.md`.
    package let path: String
    package let text: String
    /// The byte offset at which each line starts; the first is 0.
    private let lineStarts: [UInt32]
    /// Of long lines, by their numbers: places, and how many characters stand before each.
    private let counted = Mutex<[Int: [Counted]]>([:])

    private typealias Counted = (place: Int, count: Int)

    package init(path: String, text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.path = path
        self.text = text
        lineStarts = text.withUTF8 { bytes in
            var starts: [UInt32] = [0]
            while let end = bytes.next(UInt8(ascii: "\n"), from: Int(starts[starts.count - 1])) {
                starts.append(UInt32(end + 1))
            }
            return starts.copied
        }
    }

    package var utf8Count: Int { text.utf8.count }

    /// The number of lines; a line feed at the end starts one more, empty line.
    package var lineCount: Int { lineStarts.count }

    /// The line, counted from 1, on which a byte offset lies.
    package func line(at offset: Int) -> Int { lineStarts.firstPlace { $0 > offset } }

    /// The byte range of a line, counted from 1, without its line feed.
    package func range(ofLine line: Int) -> Range<Int> {
        let start = Int(lineStarts[line - 1])
        let end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : utf8Count
        return start..<max(start, end)
    }

    /// The byte offset of a line and a column, both counted from 1; the column counts Unicode scalars, as Yams does.
    package func offset(line: Int, scalarColumn column: Int) -> Int {
        guard line <= lineStarts.count else { return utf8Count }
        let range = range(ofLine: max(line, 1))
        let scalars = substring(range).unicodeScalars
        let index = scalars.index(scalars.startIndex, offsetBy: max(column - 1, 0), limitedBy: scalars.endIndex)
        return range.lowerBound + scalars[..<(index ?? scalars.endIndex)].reduce(0) { $0 + UTF8.width($1) }
    }

    /// How many characters of a line, counted from 1, stand before a byte offset on it. Those of a long line are counted
    /// once, as it may hold many findings.
    package func characters(before offset: Int, onLine line: Int) -> Int {
        let start = range(ofLine: line).lowerBound
        guard offset - start > Self.stretch else { return substring(start..<offset).characterCount }
        let known = counted.value(of: line) { countedPlaces(ofLine: line) }
        let place = known.last { $0.place <= offset } ?? (start, 0)
        return place.count + substring(place.place..<offset).characterCount
    }

    private static let stretch = 4096

    /// A place between two characters in each stretch of a line.
    private func countedPlaces(ofLine line: Int) -> [Counted] {
        let range = range(ofLine: line)
        var places: [Counted] = [(range.lowerBound, 0)]
        var (place, count) = places[0]
        for character in substring(range) {
            if place - places[places.count - 1].place >= Self.stretch { places.append((place, count)) }
            place += character.utf8.count
            count += 1
        }
        return places
    }

    /// The text of a byte range; a bound inside a character is moved to the character's start.
    package func substring(_ range: Range<Int>) -> Substring {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: min(range.lowerBound, utf8.count))
        let end = utf8.index(utf8.startIndex, offsetBy: min(range.upperBound, utf8.count))
        return text[start..<end]
    }
}

/// A stretch of a source file, in UTF-8 byte offsets.
package struct SourceSpan: Sendable {
    package let file: SourceFile
    package let range: Range<Int>

    package init(_ file: SourceFile, _ range: Range<Int>) {
        self.file = file
        self.range = range
    }

    package var text: Substring { file.substring(range) }
}

/// A value and the place where its author wrote it. Two are equal when their values are.
package struct Sourced<Value: Sendable>: Sendable {
    package var value: Value
    package var span: SourceSpan

    package init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Sourced<Other> {
        Sourced<Other>(try transform(value), at: span)
    }
}

extension Sourced: Equatable where Value: Equatable {
    package static func == (one: Self, other: Self) -> Bool { one.value == other.value }
}

extension Sourced: Hashable where Value: Hashable {
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
