import Foundation

extension JSONValue {
    /// Reads a JSON text (RFC 8259) whose numbers are whole. Members come in the order of their keys.
    ///
    /// A key that is given twice counts once, and no white space is kept: whether a text is canonical is seen by
    /// comparing it with `canonical` of what was read.
    ///
    /// - Returns: nil where the text is no JSON, nests too deep or has another kind of number.
    package init?(reading text: some StringProtocol) {
        guard let tree = try? JSONDecoder().decode(Tree.self, from: Data(text.utf8)) else { return nil }
        self = tree.value
    }

    /// The member of an object by its key; nil where there is none, or where this is no object.
    package subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }

    /// The text of a string; nil for any other value.
    package var text: String? { if case .string(let text) = self { text } else { nil } }

    /// The members of an object; none of any other value.
    package var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// The elements of a list; none of any other value.
    package var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    private struct Tree: Decodable {
        var value: JSONValue

        init(from decoder: any Decoder) throws {
            if let keyed = try? decoder.container(keyedBy: MemberName.self) {
                value = .object(
                    try keyed.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
                        Member($0.stringValue, try keyed.decode(Tree.self, forKey: $0).value)
                    })
                return
            }
            if var list = try? decoder.unkeyedContainer() {
                var elements: [JSONValue] = []
                while !list.isAtEnd { elements.append(try list.decode(Tree.self).value) }
                value = .array(elements)
                return
            }
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                value = .null
            } else if let bool = try? single.decode(Bool.self) {
                value = .bool(bool)
            } else if let number = try? single.decode(Int.self) {
                value = .integer(number)
            } else {
                value = .string(try single.decode(String.self))
            }
        }
    }

    private struct MemberName: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
