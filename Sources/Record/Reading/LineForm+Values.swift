import Formats
import Model
import Signatures

extension LineForm {
    /// What a member holds: each has a form of its own, so that none has room for free text.
    enum Value: Sendable {
        /// The number of the format.
        case format
        case authority, text, utcOffset, day, moment, digest, id, editionID
        /// A key that signs, and one of a witness.
        case publicKey, witnessKey
        /// Digests by paths.
        case files
        /// A number of days.
        case count
        case periodEnds
        /// Days, or names of fields of a provider, each once and in their order.
        case days, fields
        /// What terms of notice documents have of their own, by their ids.
        case terms
    }
}

extension LineForm.Value {
    /// What is wrong with a member, as the end of a sentence about its line; nil where it has its form.
    func flaw(of name: String, in members: CanonicalObject) -> String? {
        switch self {
        case .files: flawOfFiles(name, members)
        case .terms: flawOfTerms(name, members)
        case .days: flawOfList(name, members, "days") { CalendarDate($0) != nil }
        case .fields: flawOfList(name, members, "fields of a provider") { ProviderField(rawValue: $0) != nil }
        case .format: members.value(of: name)?.elementsEqual("1".utf8) == true ? nil : "is of another format than 1"
        case .count: members.count(of: name) == nil ? "has no number of days from 0 to 3650 in \"\(name)\"" : nil
        default: members[name].map(isOfForm) == true ? nil : "has no \(words(name)) in \"\(name)\""
        }
    }

    /// Whether a text has the form of a value that is one.
    private func isOfForm(_ text: String) -> Bool {
        switch self {
        case .authority: isAuthority(text)
        case .utcOffset: UTCOffset(text) != nil
        case .day: CalendarDate(text) != nil
        case .moment: Moment(text) != nil
        case .digest: isSHA256(text)
        case .id: isIdentifier(text)
        case .editionID: EditionID(text) != nil
        case .publicKey: isPublicKey(text)
        case .witnessKey: WitnessKey(text) != nil
        case .periodEnds: ["calendar_day", "working_day"].contains(text)
        case .text, .format, .files, .count, .days, .fields, .terms: true
        }
    }

    /// What such a value is called.
    private func words(_ name: String) -> String {
        switch self {
        case .authority: "authority (RFC 4151) of a domain and a date"
        case .utcOffset: "offset from UTC"
        case .day: "day"
        case .moment: "day or moment"
        case .digest: "SHA-256"
        case .id: "id"
        case .editionID: "\(name)'s id"
        case .publicKey: "public key"
        case .witnessKey: "key of a witness"
        case .periodEnds: "calendar_day or working_day"
        case .text, .format, .files, .count, .days, .fields, .terms: "text"
        }
    }

    private func flawOfFiles(_ name: String, _ members: CanonicalObject) -> String? {
        guard let files = members.object(of: name), !files.keys.isEmpty else { return "has no files in \"\(name)\"" }
        for path in files.keys {
            guard Self.isFile(path) else { return "names a file outside /files/" }
            guard files[path].map(isSHA256) == true else { return "has no SHA-256 in \"\(path)\"" }
        }
        return nil
    }

    /// Whether a path leads to a file below `/files/`, and nowhere else: a record may come from anybody.
    private static func isFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return namedFiles(in: path) == [path] && parts.dropFirst().allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    private func flawOfTerms(_ name: String, _ members: CanonicalObject) -> String? {
        let forms: [String: Self] = ["days": .count, "objection_days": .count, "objection_after_effect": .digest]
        guard let documents = members.object(of: name), !documents.keys.isEmpty else {
            return "has no documents in \"\(name)\""
        }
        for id in documents.keys {
            guard isIdentifier(id) else { return "has a document in \"\(name)\" whose id is none" }
            guard let own = documents.object(of: id), !own.keys.isEmpty else { return "has no terms of \(id)" }
            for key in own.keys {
                guard let form = forms[key] else {
                    return "has a \"\(key)\" in the terms of \(id), which no document has"
                }
                if let flaw = form.flaw(of: key, in: own) { return "\(flaw) of \(id)" }
            }
        }
        return nil
    }

    private func flawOfList(
        _ name: String, _ members: CanonicalObject, _ what: String, _ isOne: (String) -> Bool
    ) -> String? {
        guard let bytes = members.value(of: name), bytes.first == UInt8(ascii: "[") else {
            return "has no list in \"\(name)\""
        }
        // In canonical form, and no day or field has a comma or an escape in it: what is cut at one is neither.
        let list = bytes.dropFirst().dropLast()
        let elements = list.isEmpty ? [] : list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let texts = elements.compactMap(Self.text).filter(isOne)
        guard texts.count == elements.count else { return "has something else than \(what) in \"\(name)\"" }
        guard zip(texts, texts.dropFirst()).allSatisfy({ $0.utf8.lexicographicallyPrecedes($1.utf8) }) else {
            return "has \(what) in \"\(name)\" that are not in order, or one twice"
        }
        return nil
    }

    /// What stands between quotes; nil where there are none.
    private static func text(_ element: ArraySlice<UInt8>) -> String? {
        let quote = UInt8(ascii: "\"")
        guard element.count > 1, element.first == quote, element.last == quote else { return nil }
        return String(decoding: element.dropFirst().dropLast(), as: UTF8.self)
    }
}

extension CanonicalObject {
    func object(of key: String) -> CanonicalObject? { value(of: key).flatMap(CanonicalObject.init) }

    /// A number of days, as site.yaml may have it.
    fileprivate func count(of key: String) -> Int? {
        guard let value = value(of: key), let number = Int(String(decoding: value, as: UTF8.self)) else { return nil }
        return (0...3650).contains(number) ? number : nil
    }
}
