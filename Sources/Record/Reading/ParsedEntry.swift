import Formats

/// A line of a record as a file holds it, read without its source.
///
/// It keeps of the line what orders it and what is asked of every one; the rest is read again where it is asked for, as a
/// record may have hundreds of thousands.
package struct ParsedEntry: Sendable, Hashable {
    /// Without its line feed.
    package var bytes: ArraySlice<UInt8>
    package var key: RecordKey
    /// The digest that the line holds of what was published, in lower-case hexadecimal; nil for settings.
    package var digest: String?
    /// The digests of named files by their paths in the site: `/files/dpa.pdf`.
    package var files: [String: String]

    package var line: String { String(decoding: bytes, as: UTF8.self) }

    package var json: JSONValue { JSONValue(reading: line) ?? .null }

    /// The text of a member, without a tree of all of them; nil where there is none, or it is none.
    func text(of member: String) -> String? { CanonicalObject(bytes)?[member] }

    /// Reads a line without its line feed.
    ///
    /// - Throws: what is wrong with it, as the end of a sentence: `is no JSON`.
    package init(_ bytes: ArraySlice<UInt8>) throws(Flaw) {
        guard let members = CanonicalObject(bytes) else { throw Self.formFlaw(bytes) }
        guard let kind = members["kind"].flatMap(RecordKey.Kind.init) else {
            let names = RecordKey.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            throw Flaw("has no \"kind\" of \(names)")
        }
        self.bytes = bytes
        try LineForm.of(kind, members).hold(members)
        key = try RecordKey(kind, members)
        digest = kind.isOfItem ? members["sha256"] : nil
        files = members.value(of: "files").map(Self.files) ?? [:]
    }

    package struct Flaw: Error, Hashable {
        package var words: String
        /// The line as it should be, where that is known.
        package var expected: String?

        init(_ words: String, expected: String? = nil) {
            self.words = words
            self.expected = expected
        }
    }

    /// Why a line is no object in canonical form.
    private static func formFlaw(_ bytes: ArraySlice<UInt8>) -> Flaw {
        guard let json = JSONValue(reading: String(decoding: bytes, as: UTF8.self)) else {
            return Flaw("is no JSON of whole numbers with 15 digits at most")
        }
        guard case .object = json else { return Flaw("is no JSON object") }
        guard json.canonical.utf8.elementsEqual(bytes) else {
            return Flaw("is not canonical JSON (RFC 8785)", expected: json.canonical)
        }
        return Flaw(foreignValue(in: json) ?? "nests deeper than any line of a record")
    }

    /// What canonical JSON may hold and no line of a record does, as the end of a sentence; nil where there is no such thing.
    private static func foreignValue(in json: JSONValue) -> String? {
        func isControl(_ text: String) -> Bool { text.utf8.contains { $0 < 0x20 } }
        switch json {
        case .integer(let number):
            return number.magnitude < 1_000_000_000_000_000 ? nil : "has a number of more than 15 digits"
        case .string(let text): return isControl(text) ? "has a control character in a text" : nil
        case .array(let elements): return elements.lazy.compactMap(foreignValue).first
        case .object(let members):
            let isKnown = { (key: String) in
                key.utf8.allSatisfy {
                    (0x20..<0x80).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"")
                }
            }
            guard members.allSatisfy({ isKnown($0.key) }) else { return "has a key that no line of a record has" }
            return members.lazy.compactMap { foreignValue(in: $0.value) }.first
        case .null, .bool: return nil
        }
    }

    private static func files(_ value: ArraySlice<UInt8>) -> [String: String] {
        guard let members = CanonicalObject(value) else { return [:] }
        return Dictionary(members.keys.map { ($0, members[$0] ?? "") }, uniquingKeysWith: { first, _ in first })
    }
}

extension RecordKey {
    /// Of a line whose members have the form of its kind.
    fileprivate init(_ kind: Kind, _ members: CanonicalObject) throws(ParsedEntry.Flaw) {
        let moment = members["recorded"] ?? members["announced"] ?? members["from"] ?? members["until"] ?? ""
        switch kind {
        case .site: self.init(kind: kind)
        case .notice, .register: self.init(kind: kind, moment: moment, item: members["from"] ?? "")
        case .names: self.init(kind: kind, moment: moment)
        case .product: self.init(kind: kind, moment: moment, item: members["product"] ?? "")
        case .key, .witness:
            self = .signer(kind, members["key"] ?? "", on: moment, isLast: members["until"] != nil)
        case .change, .edition, .erased, .postponed, .withdrawn:
            let item = members["edition"] ?? "\(members["provider"] ?? "")/\(members["change"] ?? "")"
            self.init(kind: kind, moment: moment, document: members["document"] ?? "", item: item)
        }
    }
}

extension RecordKey {
    /// The line's subject in a sentence: `privacy/2026-11-23`, `the settings`.
    package var words: String {
        switch kind {
        case .site: "the site"
        case .notice, .register: "\(kind.rawValue) in site.yaml" + (item.isEmpty ? "" : " from \(item)")
        case .names: "the names in site.yaml" + (moment.isEmpty ? "" : " from \(moment)")
        case .product: "the product \(item)"
        case .key, .witness: "the \(kind.rawValue) \(item.prefix { $0 != " " })"
        case .edition, .change: "\(document)/\(item)"
        case .postponed: "the postponement of \(document)/\(item)"
        case .withdrawn: "the withdrawal of \(document)/\(item)"
        case .erased: "the erasure of \(document)/\(item)"
        }
    }
}
