import Formats
import Testing

@testable import Source

@Suite("What editors say of a key")
struct KeyMeaningsTests {
    /// The paths of all keys in a schema, each with what is said of it.
    private func keys(of schema: JSONValue, at path: [String]) -> [(path: [String], words: String?)] {
        func below(_ schema: JSONValue?, _ path: [String]) -> [(path: [String], words: String?)] {
            guard let schema, case .object(let members) = schema else { return [] }
            let keys = members.map { (path + [$0.key], $0.value) }
            return keys.flatMap { key, value in [(key, value["description"]?.text)] + self.keys(of: value, at: key) }
        }
        var found = below(schema["properties"], path)
        if let others = schema["additionalProperties"], case .object = others {
            found += below(.object([.init("*", others)]), path)
        }
        for name in ["anyOf", "items"] {
            guard case .array(let forms)? = schema[name] else { continue }
            found += forms.flatMap { keys(of: $0, at: path) }
        }
        for name in ["items", "additionalItems"] {
            if let form = schema[name], case .object = form { found += keys(of: form, at: path) }
        }
        return found
    }

    private var all: [(path: [String], words: String?)] {
        SchemaKind.allCases.flatMap { keys(of: $0.schema(for: nil), at: [$0.rawValue]) }
    }

    @Test("Each key has a meaning, and no meaning is of no key")
    func whole() {
        #expect(all.filter { $0.words == nil }.map { $0.path.joined(separator: ".") } == [])
        let ends = Set(all.compactMap { KeyMeanings.end(of: $0.path) })
        #expect(KeyMeanings.table.keys.filter { !ends.contains($0) }.sorted() == [])
    }

    @Test("It is a sentence or two, and that of the key's own place")
    func sentences() {
        #expect(KeyMeanings.table.values.filter { !$0.hasSuffix(".") } == [])
        let meanings = Dictionary(all.map { ($0.path.joined(separator: "."), $0.words ?? "") }) { first, _ in first }
        #expect(meanings["site.notice.days"] == "The days from the announcement to the day of effect.")
        #expect(
            meanings["site.notice.documents.*.days"]
                == "The days from the announcement to the day of effect, for this document.")
        #expect(meanings["provider.changes.retention"] == meanings["provider.retention"])
        #expect(meanings["provider.ai.retention"] != meanings["provider.retention"])
        #expect(meanings["provider.products"] != meanings["site.products"])
    }
}
