import Formats
import Record

/// The fields of rows that are in no record (contact, links, the day of the last check …), as the lists of today show
/// them: what follows from them follows from the record and these.
struct UnrecordedFields {
    private var rows: [String: [JSONValue.Member]] = [:]

    /// - Parameters:
    ///   - names: the fields that are unrecorded today.
    ///   - known: the rows that the record has, each as a register's id, `/providers/` and the provider's.
    init(_ names: Set<String>, of known: Set<String>, in folder: PublishedFolder) {
        for register in Set(known.map { String($0.prefix { $0 != "/" }) }) {
            guard let list = folder.json("\(register).json") else { continue }
            for part in ["subprocessors", "recipients"] {
                for row in list[part]?.elements ?? [] {
                    guard let id = row["id"]?.text else { continue }
                    rows["\(register)/providers/\(id)"] = row.members.filter { names.contains($0.key) }
                }
            }
        }
    }

    /// - Parameter row: a register's id, `/providers/` and the provider's.
    func members(of row: String) -> [JSONValue.Member] { rows[row] ?? [] }
}
