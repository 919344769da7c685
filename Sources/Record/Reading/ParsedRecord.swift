import Formats
import Model

/// The lines of `record/entries.jsonl`, read and held against the rules of the format.
package struct ParsedRecord: Sendable {
    /// The lines that could be read, in their order; all of them where `problems` is empty.
    package var entries: [ParsedEntry]
    package var problems: [RecordProblem]
    /// The lines as bytes, without line feeds, readable or not.
    package var lines: [ArraySlice<UInt8>]

    /// The most bytes of a line, and the most lines of a record.
    package static let longestLine = 65_535
    package static let mostLines = 1_000_000

    /// - Parameter bytes: the whole file.
    package init(reading bytes: [UInt8]) {
        entries = []
        problems = []
        lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: Self.mostLines, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true {
            lines.removeLast()
        } else if lines.count > Self.mostLines {
            lines.removeLast()
            problems.append(.line(Self.mostLines + 1, "is one too many: a record has \(Self.mostLines) lines at most"))
        } else {
            problems.append(.line(lines.count, "has no line feed at its end"))
        }
        if lines.isEmpty { problems.append(.line(1, "is missing: a record begins with the line of its site")) }
        entries.reserveCapacity(lines.count)
        var announced: Set<RecordItem> = []
        for (index, line) in lines.enumerated() {
            guard line.count <= Self.longestLine else {
                problems.append(.line(index + 1, "is longer than \(Self.longestLine) bytes"))
                continue
            }
            guard isUTF8(line) else {
                problems.append(.line(index + 1, "is not written in UTF-8"))
                continue
            }
            do throws(ParsedEntry.Flaw) {
                let entry = try ParsedEntry(line)
                if let flaw = flaw(of: entry, at: index, announced) { problems.append(.line(index + 1, flaw)) }
                entries.append(entry)
                if entry.key.path != nil, let item = entry.key.recordItem { announced.insert(item) }
            } catch {
                problems.append(.line(index + 1, error.words, expected: error.expected))
            }
        }
    }

    /// What is wrong with a line for what stands before it.
    private func flaw(of entry: ParsedEntry, at index: Int, _ announced: Set<RecordItem>) -> String? {
        if index == 0 {
            guard entry.key.kind == .site else { return "is not the line of the site, with which a record begins" }
            return SiteLine(entry)?.originFlaw
        }
        guard let last = entries.last else { return nil }
        if entry.key == last.key { return "is of the same as the line before it: \(entry.key.words)" }
        guard last.key < entry.key else {
            return "is out of order: \(entry.key.words) belongs before \(last.key.words)"
        }
        guard let item = entry.key.recordItem, announced.contains(item) == (entry.key.path != nil) else { return nil }
        return "is of \(item), which \(entry.key.path == nil ? "no" : "a") line before it announces"
    }

    /// The latest moment at which anything in it was announced; nil where it holds what was so from the beginning alone.
    package var newest: Moment? {
        // Lines are in the order of their moments, as text by its bytes: that of moments themselves.
        entries.last.flatMap { Moment($0.key.moment) }
    }

    /// Of each edition and change that an `erased` line is of, the digest of what is published in the place of what went:
    /// that of the last such line.
    package var rests: [RecordItem: String] {
        var rests: [RecordItem: String] = [:]
        for entry in entries where entry.key.kind == .erased {
            if let item = entry.key.recordItem { rests[item] = entry.json["rest"]?.text }
        }
        return rests
    }
}

/// Most lines are ASCII, which is seen without reading them as a text.
private func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
}

/// The first line of a record.
package struct SiteLine: Sendable {
    package var authority: String
    package var origin: String

    package init?(_ entry: ParsedEntry) {
        guard entry.key.kind == .site, let authority = entry.json["authority"]?.text,
            let origin = entry.json["origin"]?.text
        else { return nil }
        self.authority = authority
        self.origin = origin
    }

    fileprivate var originFlaw: String? {
        let wanted = SiteSettings.recordOrigin(authority: authority)
        return origin == wanted ? nil : "has an origin that is not \"\(wanted)\""
    }
}

/// Something that is wrong with a published record.
package struct RecordProblem: Sendable, Hashable, CustomStringConvertible {
    /// From the folder that is verified.
    package var file: String
    /// From 1; nil where the file as a whole is meant.
    package var line: Int?
    package var words: String
    /// What the line should be.
    package var expected: String?

    package init(file: String, line: Int? = nil, _ words: String, expected: String? = nil) {
        self.file = file
        self.line = line
        self.words = words
        self.expected = expected
    }

    static func line(_ line: Int, _ words: String, expected: String? = nil) -> RecordProblem {
        RecordProblem(file: RecordPath.entries, line: line, "this line \(words)", expected: expected)
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(words)" + (expected.map { "\n    it should be \($0)" } ?? "")
    }
}
