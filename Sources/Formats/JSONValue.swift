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

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map(Member.init))
    }
}

extension JSONValue {
    /// RFC 8785 canonical JSON: no white space, members by the UTF-16 code units of their keys, strings escaped as
    /// ECMAScript does. Its numbers are whole numbers only; one of more than 53 bits has no canonical form
    /// (RFC 8785 section 3.2.2.3) and must be written as a string.
    package var canonical: String {
        var output = ""
        write(to: &output, canonical: true, depth: 0)
        return output
    }

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
    package var pretty: String {
        var output = ""
        write(to: &output, canonical: false, depth: 0)
        return output + "\n"
    }

    /// The same inside so many others, without a line feed last.
    package func pretty(depth: Int) -> String {
        var output = ""
        write(to: &output, canonical: false, depth: depth)
        return output
    }

    private func write(to output: inout String, canonical: Bool, depth: Int) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .string(let value): Self.write(value, to: &output)
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), to: &output, canonical: canonical, depth: depth) {
                $0.write(to: &$1, canonical: canonical, depth: depth + 1)
            }
        case .object(let members):
            let ordered = canonical ? members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) } : members
            Self.write(ordered, between: ("{", "}"), to: &output, canonical: canonical, depth: depth) {
                Self.write($0.key, to: &$1)
                $1 += canonical ? ":" : ": "
                $0.value.write(to: &$1, canonical: canonical, depth: depth + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (String, String), to output: inout String, canonical: Bool,
        depth: Int, element: (Element, inout String) -> Void
    ) {
        output += brackets.0
        for (index, member) in elements.enumerated() {
            if index > 0 { output += "," }
            if !canonical { breakLine(depth: depth + 1, to: &output) }
            element(member, &output)
        }
        if !canonical, !elements.isEmpty { breakLine(depth: depth, to: &output) }
        output += brackets.1
    }

    private static func breakLine(depth: Int, to output: inout String) {
        output += "\n"
        for _ in 0..<depth { output += "  " }
    }

    private static func write(_ string: String, to output: inout String) {
        output += "\""
        defer { output += "\"" }
        // Most texts need no escape, and are written whole.
        guard string.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            output += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\u{8}": output += "\\b"
            case "\u{c}": output += "\\f"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\0"..<" ":
                let hex = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: output.unicodeScalars.append(scalar)
            }
        }
    }
}
