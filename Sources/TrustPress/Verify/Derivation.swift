import Diagnostics
import Feeds
import Formats
import Markdown
import Model
import Pages
import Record
import Redline
import Source

/// What follows from a record's texts and changes, held against what is published: the record itself, lists on each day,
/// notices and feeds.
struct Derivation {
    var problems: [RecordProblem] = []
    var unchecked: [String] = []
    /// How many files were found to be what follows.
    var derived = 0

    let folder: PublishedFolder

    /// - Parameter record: whose lines and digests are as they should be.
    init(_ record: ParsedRecord, asOf: AsOf, in folder: PublishedFolder) {
        self.folder = folder
        guard !folder.notices.isEmpty else {
            unchecked.append("pages, lists, notices and feeds: this folder holds no notice's JSON")
            return
        }
        guard record.hasNames || record.nameDigests.isEmpty else {
            unchecked.append("pages, lists, notices and feeds: the words of the terms are not published")
            return
        }
        let sources = RebuiltSources(record, in: folder)
        problems = sources.problems
        guard problems.isEmpty, let library = readLibrary(sources.tree).library else { return }
        let known = History(resolving: library.announced(by: asOf))
        let texts = known.shownTexts(parseTexts(of: known.library).texts, asOf: asOf)
        let made = Record(of: known, asOf: asOf, digest: record.fileDigests)
        holdLines(made, record)
        // What does not follow from other lines is told by them alone.
        guard problems.isEmpty else { return }
        if record.hasNames { holdNames(made) }
        let redlines = EditionRedlines(
            known, on: asOf.day, texts: texts, texts: { concurrentMap($0, $1) }, pairs: { concurrentMap($0, $1) })
        let entries = known.feedEntries(upTo: asOf, redlines: redlines) { concurrentMap($0, $1) }
        let jobs = machineJobs(known, asOf: asOf, redlines: redlines, entries: entries, pages: [])
        // Pages and feeds speak of the organization by its names.
        let namesAreKnown = record.hasNames
        holdFiles(concurrentMap(jobs) { $0.make() }.flatMap(\.self), known, namesAreKnown: namesAreKnown)
        guard namesAreKnown else {
            unchecked.append("pages and feeds: the record holds no names")
            return
        }
        let theme = Theme.load([:], language: known.settings.namesToday.language.value).0
        holdPages(
            of: PublicSite(history: known, asOf: asOf, texts: texts, redlines: redlines, theme: theme))
    }

    /// The record that the sources make, line by line.
    private mutating func holdLines(_ made: Record, _ published: ParsedRecord) {
        let (lines, file) = (made.lines, RecordPath.entries)
        for (index, line) in published.entries.enumerated() {
            let wanted = index < lines.count ? lines[index] : nil
            guard line.line != wanted else { continue }
            problems.append(
                RecordProblem(
                    file: file, line: index + 1, "this line does not follow from what is published",
                    expected: wanted ?? "the end of the file"))
            return
        }
        if lines.count > published.entries.count {
            problems.append(
                RecordProblem(
                    file: file, line: published.entries.count + 1, "a line is missing here",
                    expected: lines[published.entries.count]))
        }
    }

    /// The words behind digests, each once and in the order of the lines.
    private mutating func holdNames(_ made: Record) {
        let file = made.namesFile
        guard let bytes = folder.bytes(file.path), bytes != file.bytes else { return }
        problems.append(Self.difference(bytes, file))
    }

    /// Lists, notices and feeds, byte by byte; and none more.
    private mutating func holdFiles(_ made: [OutputFile], _ history: History, namesAreKnown: Bool) {
        let isOwn = { (path: String) in
            Self.isDerived(path, history) && (namesAreKnown || !path.hasPrefix("feeds/"))
        }
        let own = made.filter { isOwn($0.path) }
        let present = folder.paths.filter(isOwn)
        guard !present.isEmpty else {
            unchecked.append("lists, notices and feeds: none of them is in this folder")
            return
        }
        for file in own {
            switch folder.read(file.path) {
            case .missing: report(file.path, "this file is missing; it follows from the record")
            case .unreadable(let reason): report(file.path, "this file \(reason)")
            case .bytes(let bytes):
                if bytes == file.bytes {
                    derived += 1
                } else {
                    problems.append(Self.difference(bytes, file))
                }
            }
        }
        let known = Set(own.map(\.path))
        for path in present where !known.contains(path) {
            report(path, "this is published, and does not follow from the record")
        }
    }

    private mutating func report(_ file: String, _ words: String) {
        problems.append(RecordProblem(file: file, words))
    }

    /// The first line that is not as it follows.
    private static func difference(_ bytes: [UInt8], _ made: OutputFile) -> RecordProblem {
        let given = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let wanted = made.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line =
            zip(given, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(given.count, wanted.count)
        return RecordProblem(
            file: made.path, line: line + 1, "this line does not follow from the record",
            expected: line < wanted.count
                ? String(decoding: wanted[line], as: UTF8.self).trimmingBlanks : "the end of the file")
    }

    /// Whether what stands at a path follows from the record, and from nothing else: `subprocessors.json`,
    /// `subprocessors/on/2026-11-23.csv`, `notices/privacy-2026-11-23.json`, `feeds/all.atom`.
    private static func isDerived(_ path: String, _ history: History) -> Bool {
        let parts = path.split(separator: "/")
        let isData = [".json", ".csv"].contains { path.hasSuffix($0) }
        func isRegister(_ id: Substring) -> Bool { history.document(String(id))?.register != nil }
        switch parts.count {
        case 1: return isData && isRegister(path[..<(path.lastIndex(of: ".") ?? path.endIndex)])
        case 2: return parts[0] == "feeds" || parts[0] == "notices" && path.hasSuffix(".json")
        case 3: return isData && parts[1] == "on" && isRegister(parts[0])
        default: return false
        }
    }
}

extension ParsedRecord {
    /// The digest of a named file by its path in the site, as the lines have it.
    fileprivate var fileDigests: (String) -> String? {
        let digests = entries.reduce(into: [String: String]()) { $0.merge($1.files) { first, _ in first } }
        return { digests[$0] }
    }
}

extension String {
    fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
