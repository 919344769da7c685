import Formats
import Record

/// What the authors wrote and the record holds the digests of, where it is published beside it: in `record/names.jsonl`
/// and in the notices' JSON.
struct Preimages {
    private var values: [String: JSONValue] = [:]

    init(in folder: PublishedFolder) {
        for line in (folder.bytes(RecordPath.names) ?? []).split(separator: UInt8(ascii: "\n")) {
            values[sha256(line)] = JSONValue(reading: String(decoding: line, as: UTF8.self))
        }
        for path in folder.notices {
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

extension JSONValue {
    /// The members of an object; none of any other value.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// The elements of a list; none of any other value.
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
