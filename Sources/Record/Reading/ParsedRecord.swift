import Formats
import Model

/// The lines of `record/entries.jsonl`, read and held against the rules of the format.
package struct ParsedRecord: Sendable {
    /// The lines that could be read, in their order; all of them where `problems` is empty.
    package var entries: [ParsedEntry]
    package var problems = RecordProblems()
    /// The lines as bytes, without line feeds, readable or not.
    package var lines: [ArraySlice<UInt8>]

    /// The most bytes of a line, and the most lines of a record.
    package static let longestLine = 65_535
    package static let mostLines = 1_000_000

    /// Of how many bytes of lines that are none it is said what is wrong with them: to say it takes long.
    private static let mostBytesToJudge = 262_144

    /// - Parameter bytes: the whole file.
    package init(reading bytes: [UInt8]) {
        entries = []
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
        var isBeginning = true
        var judged = 0
        for (index, line) in lines.enumerated() {
            guard !problems.isFull, judged < Self.mostBytesToJudge else {
                problems.cut()
                break
            }
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
                if isBeginning, let flaw = Self.flawOfBeginning(entry, at: index) {
                    isBeginning = false
                    problems.append(.line(index + 1, flaw))
                } else if let flaw = flaw(of: entry, announced) {
                    problems.append(.line(index + 1, flaw))
                }
                entries.append(entry)
                if entry.key.path != nil, let item = entry.key.recordItem { announced.insert(item) }
            } catch {
                judged += line.count
                problems.append(.line(index + 1, error.words, expected: error.expected))
            }
        }
        if problems.isEmpty, lines.count < Self.beginning.count {
            problems.append(.line(lines.count + 1, "is missing: \(Self.beginningWords(lines.count))"))
        }
    }

    /// The first lines, which have no moment: what the site is, what it is called, and what it promises from the beginning.
    private static let beginning: [RecordKey.Kind] = [.site, .names, .notice, .register]

    private static func beginningWords(_ index: Int) -> String {
        "a record begins with the lines site, names, notice and register, without a day; here \(beginning[index].rawValue) is due"
    }

    private static func flawOfBeginning(_ entry: ParsedEntry, at index: Int) -> String? {
        guard beginning.indices.contains(index) else { return nil }
        guard entry.key.kind == beginning[index], entry.key.moment.isEmpty else {
            return index == 0
                ? "is not the line of the site, with which a record begins"
                : "is \(entry.key.words), and \(beginningWords(index))"
        }
        return SiteLine(entry)?.originFlaw
    }

    /// What is wrong with a line for what stands before it.
    private func flaw(of entry: ParsedEntry, _ announced: Set<RecordItem>) -> String? {
        guard let last = entries.last else { return nil }
        if entry.key == last.key { return "is of the same as the line before it: \(entry.key.words)" }
        guard last.key < entry.key else {
            return "is out of order: \(entry.key.words) belongs before \(last.key.words)"
        }
        guard let item = entry.key.recordItem, announced.contains(item) == (entry.key.path != nil) else { return nil }
        return "is of \(item), which \(entry.key.path == nil ? "no" : "a") line before it announces"
    }

    /// The last day of the starting state, as the site's line says it; nil without that line.
    package var since: CalendarDate? {
        entries.first { $0.key.kind == .site }?.json["since"]?.text.flatMap { CalendarDate($0) }
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
            if let item = entry.key.recordItem { rests[item] = entry.text(of: "rest") }
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
        guard entry.key.kind == .site, let authority = entry.text(of: "authority"),
            let origin = entry.text(of: "origin")
        else { return nil }
        self.authority = authority
        self.origin = origin
    }

    fileprivate var originFlaw: String? {
        let wanted = SiteSettings.recordOrigin(authority: authority)
        return origin == wanted ? nil : "has an origin that is not \"\(wanted)\""
    }
}
