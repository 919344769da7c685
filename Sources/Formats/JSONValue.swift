/// A JSON value whose objects keep the order in which their members were written.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONValue

        package init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByBooleanLiteral
{
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map(Member.init)) }
}

extension JSONValue {
    /// RFC 8785 canonical JSON: no white space, members by the UTF-16 code units of their keys, strings escaped as
    /// ECMAScript does. Its numbers are whole numbers only; one of more than 53 bits has no canonical form
    /// (RFC 8785 section 3.2.2.3) and must be written as a string.
    package var canonical: String { written(canonical: true, depth: 0) }

    /// The same value with the members of every object in the order of their canonical form: what a value says that has
    /// no order, whoever wrote or read it.
    package var sorted: JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.map { Member($0.key, $0.value.sorted) }
                    .sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) })
        case .array(let elements): .array(elements.map(\.sorted))
        default: self
        }
    }

    /// The same value for people to read too: indented by two spaces, members in the order given, a line feed last.
    package var pretty: String { pretty(depth: 0) + "\n" }

    /// The same inside so many others, without a line feed last.
    package func pretty(depth: Int) -> String { written(canonical: false, depth: depth) }

    private func written(canonical: Bool, depth: Int) -> String {
        var output: [UInt8] = []
        write(to: &output, canonical: canonical, depth: depth)
        return String(decoding: output, as: UTF8.self)
    }

    private func write(to output: inout [UInt8], canonical: Bool, depth: Int) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .integer(let value): output += String(value).utf8
        case .string(let value): Self.write(value, to: &output)
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), to: &output, canonical: canonical, depth: depth) {
                $0.write(to: &$1, canonical: canonical, depth: depth + 1)
            }
        case .object(let members):
            let ordered = canonical ? members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) } : members
            Self.write(ordered, between: ("{", "}"), to: &output, canonical: canonical, depth: depth) {
                Self.write($0.key, to: &$1)
                $1 += (canonical ? ":" : ": ").utf8
                $0.value.write(to: &$1, canonical: canonical, depth: depth + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (Unicode.Scalar, Unicode.Scalar), to output: inout [UInt8],
        canonical: Bool, depth: Int, element: (Element, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: brackets.0))
        for (index, member) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if !canonical { breakLine(depth: depth + 1, to: &output) }
            element(member, &output)
        }
        if !canonical, !elements.isEmpty { breakLine(depth: depth, to: &output) }
        output.append(UInt8(ascii: brackets.1))
    }

    private static func breakLine(depth: Int, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { output.append(UInt8(ascii: " ")) }
    }

    private static func write(_ string: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        defer { output.append(UInt8(ascii: "\"")) }
        // Most texts need no escape, and are written whole.
        guard !string.utf8.all({ !$0.isEscapedInJSON }) else {
            output += string.utf8
            return
        }
        let bytes = string.utf8Bytes
        var start = 0
        for (index, byte) in bytes.enumerated() where byte.isEscapedInJSON {
            output += bytes[start..<index]
            start = index + 1
            switch Unicode.Scalar(byte) {
            case "\"": output += "\\\"".utf8
            case "\\": output += "\\\\".utf8
            case "\u{8}": output += "\\b".utf8
            case "\u{c}": output += "\\f".utf8
            case "\n": output += "\\n".utf8
            case "\r": output += "\\r".utf8
            case "\t": output += "\\t".utf8
            default: output += "\\u00\(hexadecimal([byte]))".utf8
            }
        }
        output += bytes[start...]
    }
}

extension UInt8 {
    fileprivate var isEscapedInJSON: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}
