import Formats
import Record

/// What the authors wrote and the record holds the digests of, where it is published beside it: in `record/names.jsonl`
/// and in the notices' JSON.
struct Preimages {
    private var values: [String: JSONValue] = [:]
    /// The paths of the notices of the record's editions and changes that are there.
    let notices: [String]

    /// - Parameter record: whose notices are read, and no others.
    init(of record: ParsedRecord, in folder: PublishedFolder) {
        let known = record.noticePaths
        notices = folder.notices.filter(known.contains)
        for line in (folder.bytes(RecordPath.names) ?? []).split(separator: UInt8(ascii: "\n")) {
            values[sha256(line)] = JSONValue(reading: String(decoding: line, as: UTF8.self))
        }
        for path in notices {
            guard let notice = folder.json(path) else { continue }
            for list in ["editions", "changes"] {
                for item in notice[list]?.elements ?? [] {
                    for key in ["postponed", "withdrawn", "erased"] { add(item[key]) }
                }
            }
        }
    }

    /// What has a digest; nil where it is not published.
    subscript(digest: String) -> JSONValue? { values[digest] }

    private mutating func add(_ value: JSONValue?) {
        switch value {
        case .object?: if let value { values[sha256(value.canonical.utf8)] = value }
        case .array(let elements)?: for element in elements { add(element) }
        default: break
        }
    }
}

extension ParsedRecord {
    /// Where notices of editions and changes may be, from the output folder: a document has as many on a day as it has
    /// moments there. Whatever else lies beside them, nobody reads.
    fileprivate var noticePaths: Set<String> {
        var moments: [String: Set<String>] = [:]
        for entry in entries where entry.key.path != nil {
            moments["\(entry.key.document)-\(entry.key.moment.prefix(10))", default: []].insert(entry.key.moment)
        }
        return Set(
            moments.flatMap { id, moments in
                (1...moments.count).map { "notices/\(id)\($0 == 1 ? "" : "-\($0)").json" }
            })
    }
}
