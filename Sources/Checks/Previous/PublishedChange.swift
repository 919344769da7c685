import Formats
import Model
import Record

extension Change {
    /// What is published of it, with the members of every object in one order, as an earlier build's file is read.
    var publishedJSON: JSONValue? { JSONValue(reading: published.canonical) }
}

extension PreviousBuild {
    /// A published JSON file of the earlier build; nil where it is not kept, or no JSON.
    func json(at path: String) -> JSONValue? { text(at: path).flatMap { JSONValue(reading: $0) } }

    /// A published text of the earlier build; nil where it is not kept, or no text.
    func text(at path: String) -> String? { published(path).flatMap { String(validating: $0, as: UTF8.self) } }
}

extension [String: JSONValue] {
    /// The keys under which two objects say different things, or one of them nothing; sorted.
    func keysDiffering(from other: Self) -> [String] {
        Set(keys).union(other.keys).sorted().filter { self[$0] != other[$0] }
    }
}

extension JSONValue {
    /// An object's members without some, by their keys.
    func members(but keys: Set<String> = []) -> [String: JSONValue] {
        Dictionary(
            members.filter { !keys.contains($0.key) }.map { ($0.key, $0.value) },
            uniquingKeysWith: { first, _ in first })
    }
}
