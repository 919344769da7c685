import Formats

/// Writes values as YAML that the ordinary readers read: keys plain, texts in quotes, lists and maps on one line.
enum SourceWriter {
    /// A file of keys, each on a line of its own.
    static func lines(_ members: [JSONValue.Member]) -> String {
        members.map { "\($0.key): \(flow($0.value))\n" }.joined()
    }

    static func flow(_ value: JSONValue) -> String {
        switch value {
        case .null: "~"
        case .bool(let bool): "\(bool)"
        case .integer(let number): "\(number)"
        // A string of JSON is one of YAML: what JSON escapes, YAML escapes so too.
        case .string: value.canonical
        case .array(let items): "[\(items.map(flow).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\(key($0.key)): \(flow($0.value))" }.joined(separator: ", "))}"
        }
    }

    /// Keys are ids, names of fields, codes and paths; what is none of these goes into quotes.
    private static func key(_ key: String) -> String {
        let isPlain =
            !key.isEmpty
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
        return isPlain ? key : JSONValue.string(key).canonical
    }
}
