import Formats
import Model

/// A line of a record as a file holds it, read without its source.
package struct ParsedEntry: Sendable, Hashable {
    package var line: String
    package var key: RecordKey
    package var json: JSONValue
    /// The digest that the line holds, in lower-case hexadecimal; nil for settings.
    package var digest: String?
    /// The digests of linked files by their paths in the site: `/files/dpa.pdf`.
    package var files: [String: String]

    /// Reads a line without its line feed.
    ///
    /// - Throws: what is wrong with it, as the end of a sentence: `is no JSON`.
    package init(_ line: String) throws(Flaw) {
        guard let json = JSONValue(reading: line) else { throw Flaw("is no JSON of whole numbers") }
        guard json.canonical == line else { throw Flaw("is not canonical JSON (RFC 8785)", expected: json.canonical) }
        let names = RecordKey.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        guard let kind = json["kind"]?.text.flatMap(RecordKey.Kind.init) else {
            throw Flaw("has no \"kind\" of \(names)")
        }
        self.line = line
        self.json = json
        digest = nil
        files = [:]
        try Self.holdMembers(kind, json)
        key = try Self.key(kind, json)
        switch kind {
        case .site:
            guard json["format"] == .integer(1) else { throw Flaw("is of another format than 1") }
            for name in ["authority", "origin", "since", "utc_offset"] { _ = try Self.text(json, name) }
        case .notice, .register: break
        case .edition, .change, .postponed, .withdrawn, .erased:
            digest = try Self.digest(json["sha256"], of: "sha256")
        }
        if case .object(let members)? = json["files"] {
            for member in members {
                guard Self.isFile(member.key) else { throw Flaw("names a file outside /files/") }
                files[member.key] = try Self.digest(member.value, of: member.key)
            }
        }
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

    /// The members that a line of a kind has in format 1, and those that it may have: no others, so that no free text
    /// finds a place in it.
    private static func holdMembers(_ kind: RecordKey.Kind, _ json: JSONValue) throws(Flaw) {
        guard case .object(let members) = json else { return }
        let of: Set<String> = json["edition"] != nil ? ["document", "edition"] : ["document", "provider", "change"]
        let (needed, allowed): (Set<String>, Set<String>) =
            switch kind {
            case .site: (["authority", "format", "origin", "since", "utc_offset"], [])
            case .notice:
                (
                    ["days", "objection_days", "period_ends"],
                    ["announced", "documents", "from", "holidays", "objection_after_effect"]
                )
            case .register: (["material", "private", "required", "unrecorded"], ["announced", "from"])
            case .edition: (["announced", "document", "edition", "effective", "sha256"], ["files", "recorded"])
            case .change: (["announced", "change", "document", "effective", "provider", "sha256"], ["recorded"])
            case .postponed, .withdrawn, .erased: (of.union(["announced", "sha256"]), [])
            }
        let names = Set(members.map(\.key))
        if let missing = needed.subtracting(names).min() { throw Flaw("has no \"\(missing)\"") }
        if let more = names.subtracting(needed).subtracting(allowed).subtracting(["kind"]).min() {
            throw Flaw("has a \"\(more)\", which no line of its kind has")
        }
        for name in ["announced", "recorded"] where names.contains(name) && Moment(json[name]?.text ?? "") == nil {
            throw Flaw("has no day or moment in \"\(name)\"")
        }
        if names.contains("effective"), CalendarDate(json["effective"]?.text ?? "") == nil {
            throw Flaw("has no day in \"effective\"")
        }
    }

    private static func key(_ kind: RecordKey.Kind, _ json: JSONValue) throws(Flaw) -> RecordKey {
        switch kind {
        case .site: return RecordKey(kind: kind)
        case .notice, .register:
            // The first block has neither, every other both.
            let (announced, from) = (json["announced"]?.text, json["from"]?.text)
            guard (announced == nil) == (from == nil) else { throw Flaw("has one of \"announced\" and \"from\" alone") }
            guard from.map({ CalendarDate($0) != nil }) ?? true else { throw Flaw("has no day in \"from\"") }
            return RecordKey(kind: kind, moment: announced ?? "", item: from ?? "")
        default:
            let moment = json["recorded"]?.text ?? json["announced"]?.text ?? ""
            let document = try id(json, "document")
            if json["edition"] != nil {
                let edition = try text(json, "edition")
                guard EditionID(edition) != nil else { throw Flaw("has no edition's id in \"edition\"") }
                return RecordKey(kind: kind, moment: moment, document: document, item: edition)
            }
            let change = try text(json, "change")
            guard EditionID(change) != nil else { throw Flaw("has no change's id in \"change\"") }
            return RecordKey(
                kind: kind, moment: moment, document: document, item: "\(try id(json, "provider"))/\(change)")
        }
    }

    private static func text(_ json: JSONValue, _ name: String) throws(Flaw) -> String {
        guard let text = json[name]?.text else { throw Flaw("has no text in \"\(name)\"") }
        return text
    }

    private static func id(_ json: JSONValue, _ name: String) throws(Flaw) -> String {
        let id = try text(json, name)
        let isID =
            !id.isEmpty
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
        guard isID else { throw Flaw("has no id in \"\(name)\"") }
        return id
    }

    /// Whether a path leads to a file below `/files/`, and nowhere else: a record may come from anybody.
    private static func isFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 2 && parts[0].isEmpty && parts[1] == "files"
            && parts.dropFirst(2).allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && !path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
    }

    private static func digest(_ value: JSONValue?, of name: String) throws(Flaw) -> String {
        let digest = value?.text ?? ""
        guard isSHA256(digest) else { throw Flaw("has no SHA-256 in \"\(name)\"") }
        return digest
    }
}

extension RecordKey {
    /// The line's subject in a sentence: `privacy/2026-11-23`, `the settings`.
    package var words: String {
        switch kind {
        case .site: "the site"
        case .notice, .register: "\(kind.rawValue) in site.yaml" + (item.isEmpty ? "" : " from \(item)")
        case .edition, .change: "\(document)/\(item)"
        case .postponed: "the postponement of \(document)/\(item)"
        case .withdrawn: "the withdrawal of \(document)/\(item)"
        case .erased: "the erasure of \(document)/\(item)"
        }
    }
}
