import Formats
import Record

/// The fields of rows that are in no record (contact, links, the day of the last check …), as the lists of today show
/// them: what follows from them follows from the record and these.
struct UnrecordedFields {
    private var rows: [String: [JSONValue.Member]] = [:]

    /// - Parameter names: the fields that are unrecorded today.
    init(_ names: Set<String>, in folder: PublishedFolder) {
        for path in folder.paths where !path.contains("/") && path.hasSuffix(".json") {
            guard let list = folder.json(path) else { continue }
            for part in ["subprocessors", "recipients"] {
                for row in list[part]?.elements ?? [] {
                    guard let id = row["id"]?.text else { continue }
                    rows["\(path.dropLast(".json".count))/providers/\(id)"] = row.members.filter {
                        names.contains($0.key)
                    }
                }
            }
        }
    }

    /// - Parameter row: a register's id, `/providers/` and the provider's.
    func members(of row: String) -> [JSONValue.Member] { rows[row] ?? [] }
}
