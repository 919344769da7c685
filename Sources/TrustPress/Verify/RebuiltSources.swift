import Formats
import Model
import Record
import Source

/// The sources of a site, made again of what it published: texts, changes, what was said later of them, and settings.
///
/// What follows from them by the ordinary functions must be what else is published. What the record does not hold (plain
/// pages, certifications, fields that are in no record) is taken as it is shown.
struct RebuiltSources {
    let record: ParsedRecord
    let folder: PublishedFolder
    /// The words that digests in the record are of, by the digest.
    let words: Preimages
    private(set) var problems = RecordProblems()
    private var files: [String: [UInt8]] = [:]
    /// What was said later of each item, as front matter or keys of a change.
    private var later: [RecordItem: LaterWords] = [:]

    /// - Parameter record: whose lines and digests are as they should be.
    init(_ record: ParsedRecord, in folder: PublishedFolder) {
        self.record = record
        self.folder = folder
        words = Preimages(of: record, in: folder)
        readLater()
        let settings = SettingsWords(record: record, words: words, folder: folder)
        write("Content/site.yaml", JSONValue.object(settings.members).yaml)
        let rests = record.rests
        var rows: [String: [PublishedChange]] = [:]
        for entry in record.entries {
            guard let item = entry.key.recordItem, let path = entry.key.path else { continue }
            let isErased = rests[item] != nil
            guard let bytes = folder.bytes(isErased ? entry.key.restPath ?? path : path) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            if entry.key.kind == .edition {
                write("Content/\(path)", edition(text, item, isErased: isErased))
            } else if let change = PublishedChange(entry, text) {
                rows["\(item.document)/providers/\(change.provider)", default: []].append(change)
            }
        }
        let shown = UnrecordedFields(unrecorded, of: Set(rows.keys), in: folder)
        for (row, changes) in rows { write("Content/\(row).yaml", provider(changes, shown.members(of: row))) }
        standIns()
    }

    var tree: SourceTree {
        let folder = folder
        let attached = folder.paths.filter { $0.hasPrefix("files/") }
        return SourceTree(
            files: files,
            attachments: Dictionary(
                attached.map { path in
                    ("Content/\(path)", SourceTree.Attachment { folder.bytes(path) ?? [] })
                }, uniquingKeysWith: { first, _ in first }))
    }

    private mutating func write(_ path: String, _ text: String) { files[path] = Array(text.utf8) }

    /// What was postponed, withdrawn and erased, in the authors' words, whose digests the lines hold.
    private mutating func readLater() {
        for (index, entry) in record.entries.enumerated() {
            guard entry.key.path == nil, let item = entry.key.recordItem, let digest = entry.digest else { continue }
            guard let value = words[digest] else {
                problems.append(
                    RecordProblem(
                        file: RecordPath.entries, line: index + 1,
                        "the words of \(entry.key.words) stand in no notice, nor in \(RecordPath.names)",
                        expected: digest))
                continue
            }
            later[item, default: LaterWords()].add(value, entry.key.kind)
        }
    }

    /// An edition's source: its published text with what was said later, or the front matter that an erasure left.
    private func edition(_ text: String, _ item: RecordItem, isErased: Bool) -> String {
        let said = JSONValue.object(later[item]?.members ?? []).yaml
        if isErased {
            guard case .object(let members)? = JSONValue(reading: text) else { return "" }
            return "---\n\(JSONValue.object(members).yaml)\(said)---\n"
        }
        guard let end = text.firstIndex(of: "\n") else { return text }
        return text[...end] + said + text[end...].dropFirst()
    }

    /// A provider's source: its first state and its changes in the order in which they were announced.
    ///
    /// - Parameter unrecorded: fields that no change names, as they are shown today.
    private func provider(_ changes: [PublishedChange], _ unrecorded: [JSONValue.Member]) -> String {
        let items = changes.sorted().map { $0.written + (later[$0.item]?.members ?? []) }
        guard var first = items.first else { return "" }
        let named = Set(items.joined().map(\.key))
        first += unrecorded.filter { !named.contains($0.key) }
        if items.count > 1 {
            first.append(JSONValue.Member("changes", .array(items.dropFirst().map(JSONValue.object))))
        }
        return JSONValue.object(first).yaml
    }

    /// The fields that are in no record under the terms of today.
    private var unrecorded: Set<String> {
        let block = record.entries.last { $0.key.kind == .register }
        return Set(block?.json["unrecorded"]?.elements.compactMap(\.text) ?? [])
    }

    /// Something at the places of pages and certifications, to which texts may link.
    private mutating func standIns() {
        let others = Set(record.entries.map(\.key.document)).union(["notices", "record", "subscribe"])
        for path in folder.paths {
            let parts = path.split(separator: "/")
            guard parts.count == 2, parts[1] == "index.html", !others.contains(String(parts[0])),
                isIdentifier(String(parts[0]))
            else { continue }
            if parts[0] == "certifications" {
                write("Content/certifications/any.yaml", "name: Any\nfrom: 2000-01-01\n")
            } else {
                write("Content/\(parts[0]).md", "# \(parts[0])\n")
            }
        }
    }
}

/// A change as it is published, and what its line says of its place among the others of its provider.
private struct PublishedChange: Comparable {
    var item: RecordItem
    var provider: String
    var moment: String
    var announced: String
    var id: EditionID
    var written: [JSONValue.Member]

    /// - Parameter text: the published JSON.
    init?(_ entry: ParsedEntry, _ text: String) {
        guard let item = entry.key.recordItem, let slash = item.item.firstIndex(of: "/"),
            let id = EditionID(item.item[slash...].dropFirst()), let written = JSONValue(reading: text)
        else { return nil }
        self.item = item
        provider = String(item.item[..<slash])
        moment = entry.key.moment
        announced = written["announced"]?.text ?? ""
        self.id = id
        self.written = written.members
    }

    /// Of changes of one moment the number in the id tells which stands first.
    static func < (one: Self, other: Self) -> Bool {
        (one.moment, one.announced, one.id) < (other.moment, other.announced, other.id)
    }
}

/// What was said later of an edition or a change.
private struct LaterWords {
    var postponed: [JSONValue] = []
    var withdrawn: JSONValue?
    var erased: [JSONValue] = []

    mutating func add(_ value: JSONValue, _ kind: RecordKey.Kind) {
        switch kind {
        case .postponed: postponed.append(value)
        case .withdrawn: withdrawn = value
        case .erased: erased.append(value)
        default: break
        }
    }

    var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if !postponed.isEmpty { members.append(JSONValue.Member("postponed", .array(postponed))) }
        if let withdrawn { members.append(JSONValue.Member("withdrawn", withdrawn)) }
        if let first = erased.first {
            members.append(JSONValue.Member("erased", erased.count == 1 ? first : .array(erased)))
        }
        return members
    }
}
