import Formats
import Model

/// The members that a line of a kind has in format 1, and those that it may have: no others, so that no free text finds a
/// place in it.
struct LineForm {
    /// What a member holds.
    enum Value: Sendable {
        case text, day, moment, digest, id, editionID, key, files, other
    }

    var needed: [String: Value]
    var allowed: [String: Value] = [:]

    static func of(_ kind: RecordKey.Kind, _ members: CanonicalObject) -> LineForm {
        let isEdition = members.value(of: "edition") != nil
        return switch kind {
        case .site: site
        case .notice: notice
        case .register: register
        case .names: names
        case .product: product
        case .key, .witness: members.value(of: "until") == nil ? firstDay : lastDay
        case .edition: edition
        case .change: change
        case .postponed: isEdition ? postponedEdition : postponedChange
        case .withdrawn: isEdition ? withdrawnEdition : withdrawnChange
        case .erased: isEdition ? erasedEdition : erasedChange
        }
    }

    private static let site = LineForm(
        needed: ["authority": .text, "format": .other, "origin": .text, "since": .day, "utc_offset": .text])
    private static let notice = LineForm(
        needed: ["days": .other, "objection_days": .other, "period_ends": .other],
        allowed: [
            "announced": .moment, "documents": .other, "from": .day, "holidays": .other,
            "objection_after_effect": .digest,
        ])
    private static let register = LineForm(
        needed: ["material": .other, "private": .other, "required": .other, "unrecorded": .other],
        allowed: ["announced": .moment, "from": .day])
    private static let names = LineForm(needed: ["sha256": .digest], allowed: ["from": .day])
    private static let product = LineForm(
        needed: ["product": .id, "sha256": .digest], allowed: ["from": .moment, "retired": .day])
    private static let firstDay = LineForm(needed: ["from": .day, "key": .key])
    private static let lastDay = LineForm(needed: ["key": .key, "until": .day])
    private static let edition = announced(ofEdition)
    private static let change = announced(ofChange)
    private static let postponedEdition = later(ofEdition, ["effective": .day])
    private static let postponedChange = later(ofChange, ["effective": .day])
    private static let withdrawnEdition = later(ofEdition)
    private static let withdrawnChange = later(ofChange)
    private static let erasedEdition = later(ofEdition, ["rest": .digest])
    private static let erasedChange = later(ofChange, ["rest": .digest])

    private static let ofEdition: [String: Value] = ["document": .id, "edition": .editionID]
    private static let ofChange: [String: Value] = ["document": .id, "provider": .id, "change": .editionID]

    private static func announced(_ of: [String: Value]) -> LineForm {
        LineForm(
            needed: ["announced": .moment, "effective": .day, "sha256": .digest].merging(of) { first, _ in first },
            allowed: ["files": .files, "recorded": .moment])
    }

    private static func later(_ of: [String: Value], _ more: [String: Value] = [:]) -> LineForm {
        LineForm(
            needed: ["announced": .moment, "sha256": .digest].merging(of) { first, _ in first }
                .merging(more) { first, _ in first },
            allowed: ["files": .files])
    }

    /// - Throws: the first thing that is wrong, as the end of a sentence about the line.
    func hold(_ members: CanonicalObject) throws(ParsedEntry.Flaw) {
        var missing = needed.count
        for name in members.keys where name != "kind" {
            if needed[name] != nil { missing -= 1 }
            guard let value = needed[name] ?? allowed[name] else {
                throw ParsedEntry.Flaw("has a \"\(name)\", which no line of its kind has")
            }
            if let flaw = Self.flaw(of: members, name, value) { throw ParsedEntry.Flaw(flaw) }
        }
        if missing > 0, let name = needed.keys.filter({ members.value(of: $0) == nil }).min() {
            throw ParsedEntry.Flaw("has no \"\(name)\"")
        }
        // The first block has neither, every other both.
        if needed["days"] != nil || needed["material"] != nil,
            (members.value(of: "announced") == nil) != (members.value(of: "from") == nil)
        {
            throw ParsedEntry.Flaw("has one of \"announced\" and \"from\" alone")
        }
        if let format = members.value(of: "format"), !format.elementsEqual("1".utf8) {
            throw ParsedEntry.Flaw("is of another format than 1")
        }
    }

    private static func flaw(of members: CanonicalObject, _ name: String, _ value: Value) -> String? {
        let text = members[name]
        switch value {
        case .other: return nil
        case .text: return text == nil ? "has no text in \"\(name)\"" : nil
        case .day: return text.flatMap { CalendarDate($0) } == nil ? "has no day in \"\(name)\"" : nil
        case .moment: return text.flatMap { Moment($0) } == nil ? "has no day or moment in \"\(name)\"" : nil
        case .digest: return text.map(isSHA256) == true ? nil : "has no SHA-256 in \"\(name)\""
        case .id: return text.map(isID) == true ? nil : "has no id in \"\(name)\""
        case .editionID:
            return text.flatMap { EditionID($0) } == nil ? "has no \(name)'s id in \"\(name)\"" : nil
        case .key: return text.map(isKey) == true ? nil : "has no key in \"\(name)\""
        case .files:
            guard let files = members.value(of: name).flatMap(CanonicalObject.init) else {
                return "has no files in \"\(name)\""
            }
            for path in files.keys {
                guard isFile(path) else { return "names a file outside /files/" }
                guard files[path].map(isSHA256) == true else { return "has no SHA-256 in \"\(path)\"" }
            }
            return nil
        }
    }

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// A public key in one of the forms of site.yaml: printable ASCII, with one blank at most.
    private static func isKey(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
            && text.utf8.count { $0 == 0x20 } <= 1
    }

    /// Whether a path leads to a file below `/files/`, and nowhere else: a record may come from anybody.
    private static func isFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return namedFiles(in: path) == [path] && parts.dropFirst().allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
