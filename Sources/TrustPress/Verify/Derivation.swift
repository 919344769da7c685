import Diagnostics
import Feeds
import Formats
import Markdown
import Model
import Notices
import Pages
import Record
import Redline
import Site
import Source

/// What follows from a record's texts and changes, held against what is published: the record itself, lists on each day,
/// notices and feeds.
struct Derivation {
    var problems = RecordProblems()
    var unchecked: [String] = []
    /// How many files were found to be what follows.
    var derived = 0

    let folder: PublishedFolder
    /// The paths of what follows from the record.
    var known: Set<String> = []

    /// - Parameters:
    ///   - verification: a record whose lines and digests are as they should be.
    ///   - asOf: what it speaks for.
    init(_ verification: Verification, asOf: AsOf, in folder: PublishedFolder) {
        self.folder = folder
        guard folder.hasPages || !folder.notices.isEmpty else {
            unchecked.append("pages, lists, notices and feeds: there is none of them in this folder")
            return
        }
        let record = verification.record
        let sources = RebuiltSources(record, in: folder)
        problems = sources.problems
        guard problems.isEmpty else { return }
        let reading = readLibrary(sources.tree)
        guard let library = reading.library else {
            let reason = reading.diagnostics.first { $0.severity == .error }.map { ": \($0.message)" } ?? ""
            report(RecordPath.entries, "the settings in these lines are none that a site can have\(reason)")
            return
        }
        let history = PublicHistory(of: library, asOf: asOf)
        let texts = history.shownTexts(parseTexts(of: history.library).texts)
        let made = Record(of: history, digest: record.fileDigests)
        holdLines(made, record)
        // What does not follow from other lines is told by them alone.
        guard problems.isEmpty else { return }
        holdNames(made)
        let redlines = EditionRedlines(history, texts: texts)
        let entries = history.feedEntries(redlines: redlines)
        let jobs = machineJobs(history, redlines: redlines, entries: entries, pages: [])
        holdFiles(concurrentMap(jobs) { $0.make() }.flatMap(\.self), history.history)
        // The address of the site, which pages hold, is known from its notices alone.
        if !history.notices.isEmpty, folder.notices.isEmpty { return }
        let theme = Theme.load([:], language: history.settings.namesToday.language.value).0
        holdPages(
            of: PublicSite(
                history, texts: texts, redlines: redlines, theme: theme,
                assets: folder.paths.filter { $0.hasPrefix("assets/") }))
        let held = verification.held.union(known)
        holdNothingMore(beside: held, history.history)
        nameTheRest(beside: held)
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

    mutating func report(_ file: String, _ words: String) {
        problems.append(RecordProblem(file: file, words))
    }

    /// The first line that is not as it follows.
    static func difference(_ bytes: [UInt8], _ made: OutputFile) -> RecordProblem {
        let given = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let wanted = made.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line =
            zip(given, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(given.count, wanted.count)
        return RecordProblem(
            file: made.path, line: line + 1, "this line does not follow from the record",
            expected: line < wanted.count
                ? String(String(decoding: wanted[line], as: UTF8.self).drop { $0 == " " }) : "the end of the file")
    }
}

extension ParsedRecord {
    /// The digest of a named file by its path in the site, as the lines have it.
    fileprivate var fileDigests: (String) -> String? {
        let digests = entries.reduce(into: [String: String]()) { $0.merge($1.files) { first, _ in first } }
        return { digests[$0] }
    }
}
