import Diagnostics
import Model
import Record

/// A record held against the one of an earlier build: its lines must be a prefix of ours, to the byte.
///
/// It never changes what is published; it only judges.
struct Judgement {
    let record: Record
    let previous: PreviousBuild
    /// Of what is public at the record's as-of.
    let history: History
    /// Paths of sources that are there and could not be read: nothing in them is called missing.
    let unreadable: Set<String>
    /// The bytes of the linked files as they are now, by their paths in the site.
    let files: [String: [UInt8]]
    /// The lines of the earlier record that are not ours to the byte, as far as this run can know of them, each with the
    /// one of ours that is of the same; the first of them, as who lost everything reads no list of everything.
    let pairs: [(old: ParsedEntry, new: RecordEntry?)]
    /// How many more there are.
    let unlisted: Int
    /// Ours that are of nothing in the earlier record.
    let added: [RecordEntry]
    /// The editions and changes of the earlier record that are not in ours.
    let gone: Set<RecordItem>
    /// Of these what is there under another id, with the line of ours.
    let renamed: [RecordItem: RecordEntry]
    /// Of its blocks of terms that are gone what is there with another day from which it holds.
    let movedBlocks: [RecordKey: RecordEntry]
    /// And what would be hidden again until a later moment.
    let hidden: [Identity: RecordEntry]
    /// Of earlier sources the newest announcement of each document on each day: its notice, and those before it, may have
    /// been published.
    let closed: [String: Moment]
    /// When the newest line of an earlier build's record was announced; nil where it holds settings alone, and where
    /// sources are the baseline, which do not say in which order they were published.
    let lastMoment: Moment?

    init(
        _ record: Record, of history: History, in written: WrittenLines, against previous: PreviousBuild,
        unreadable: Set<String>, files: [String: [UInt8]]
    ) {
        self.files = files
        self.record = record
        self.previous = previous
        self.history = history
        self.unreadable = unreadable
        // What is the same to the byte is most of it: only what follows is looked at one by one.
        let same = zip(previous.record.entries, record.entries).prefix { $0.isSame(as: $1) }.count
        let (old, new) = (previous.record.entries.dropFirst(same), record.entries.dropFirst(same))
        let ours = Dictionary(new.map { (Identity($0.key), $0) }, uniquingKeysWith: { first, _ in first })
        var pairs: [(old: ParsedEntry, new: RecordEntry?)] = []
        var unlisted = 0
        var unknown = Set(ours.keys)
        for old in old {
            let identity = Identity(old.key)
            let new = ours[identity]
            if new != nil { unknown.remove(identity) }
            if new.map(old.isSame) == true || !record.asOf.covers(old) { continue }
            if pairs.count < Self.mostPairs { pairs.append((old: old, new: new)) } else { unlisted += 1 }
        }
        self.pairs = pairs
        self.unlisted = unlisted
        added = new.filter { unknown.contains(Identity($0.key)) }
        let missing = pairs.filter { $0.new == nil && $0.old.key.kind.isOfItem }.map(\.old)
        let announcements = missing.filter { $0.key.path != nil }
        gone = Set(announcements.compactMap(\.key.recordItem))
        renamed = Self.renames(announcements, added)
        movedBlocks = Self.movedBlocks(pairs, added)
        closed =
            previous.origin == .build
            ? [:]
            : Dictionary(
                previous.record.entries.lazy.filter { $0.key.path != nil }
                    .compactMap { entry in
                        Moment(entry.key.moment).map { ("\(entry.key.document) \($0.day)", $0) }
                    }, uniquingKeysWith: max)
        lastMoment = previous.origin == .build ? previous.record.newest : nil
        hidden = Self.hidden(missing, in: written, asOf: record.asOf)
    }

    /// As many are told one by one.
    static let mostPairs = 1_000

    var settings: SiteSettings { record.settings }

    /// Ours that are of nothing in the earlier record, and are not there under another id either.
    var new: [RecordEntry] {
        let renamed = Set(renamed.values.compactMap(\.key.recordItem))
        return added.filter { $0.key.recordItem.map { !renamed.contains($0) } ?? true }
    }

    /// What a new announcement can say: today, with a time of day where something was announced today already.
    var nextMoment: Moment { record.asOf.nextMoment(after: previous.record.newest) }
}

/// What a line is of, whatever it says and whenever it was announced. Postponements and erasures, of which there may be
/// several, are told apart by their moment.
struct Identity: Hashable {
    private var key: RecordKey

    init(_ key: RecordKey) {
        self.key = key
        if key.kind == .edition || key.kind == .change || key.kind == .withdrawn {
            self.key.moment = ""
        }
    }
}

extension ParsedEntry {
    /// Whether a line of ours is this one, to the byte.
    func isSame(as other: RecordEntry) -> Bool { bytes.elementsEqual(other.line.utf8) }
}

extension AsOf {
    /// Whether a line of a record can be known at the as-of.
    func covers(_ line: ParsedEntry) -> Bool { Moment(line.key.moment).map(covers) ?? true }
}

/// Everything that forbids to publish a record after an earlier one, in the order of files and lines.
///
/// - Parameters:
///   - history: of what is public at the record's as-of, from which the record was made.
///   - whole: of all that is written, embargoed content included.
///   - written: its lines.
///   - unreadable: paths of sources that are there and could not be read; a diagnostic says why.
///   - files: the bytes of the linked files as they are now, by their paths in the site (`/files/dpa.pdf`).
package func judge(
    _ record: Record, of history: History, in whole: History, written: WrittenLines,
    against previous: PreviousBuild, unreadable: Set<String>, files: [String: [UInt8]]
) -> [Diagnostic] {
    let judgement = Judgement(
        record, of: history, in: written, against: previous, unreadable: unreadable, files: files)
    let found =
        judgement.asOfWentBack + judgement.settingsChanged + judgement.namesChanged(in: whole.library)
        + judgement.publishedTextMissing
        + judgement.publishedTextChanged + judgement.backdated + judgement.lateNotice + judgement.lateRecalls
        + judgement.erasedTooMuch + judgement.erasedTooEarly + judgement.erasedUnpublished
        + judgement.editorialOfErased + judgement.editorialOfErasedTexts
    return Set(found.isEmpty ? judgement.otherwiseAltered : found + judgement.andMore).sorted()
}

extension Judgement {
    /// How much more is missing or altered than is told one by one.
    fileprivate var andMore: [Diagnostic] {
        guard unlisted > 0 else { return [] }
        return [
            Diagnostic(
                .publishedTextMissing, file: settings.source.path,
                "\(unlisted) more lines of \(previous.words) are missing or altered",
                help: "put back first what is named; where nearly all is, --previous is of another site")
        ]
    }

    /// The net below all others: where none found anything, the lines of an earlier build are a prefix of ours, and
    /// those of earlier sources are among ours.
    fileprivate var otherwiseAltered: [Diagnostic] {
        let old = previous.record.entries
        guard unreadable.isEmpty, settings.unreadable.isEmpty else { return [] }
        let index: Int
        switch previous.origin {
        case .build: index = zip(old, record.entries).prefix { $0.isSame(as: $1) }.count
        case .sources:
            let known = Set(record.lines)
            index = old.firstIndex { !known.contains($0.line) } ?? old.count
        }
        guard index < old.count else { return [] }
        let what = old[index].key.words
        return [
            Diagnostic(
                .publishedTextChanged, file: settings.source.path,
                "line \(index + 1) of the record would no longer be that of \(what)",
                help: "put back what stood there when it was published")
        ]
    }
}
