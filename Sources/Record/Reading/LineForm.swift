import Formats

/// The members that a line of a kind has in format 1, and those that it may have: no others, so that no free text finds a
/// place in it.
struct LineForm {
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
        case .key: members.value(of: "until") == nil ? firstDay(.publicKey) : lastDay(.publicKey)
        case .witness: members.value(of: "until") == nil ? firstDay(.witnessKey) : lastDay(.witnessKey)
        case .edition: edition
        case .change: change
        case .postponed: isEdition ? postponedEdition : postponedChange
        case .withdrawn: isEdition ? withdrawnEdition : withdrawnChange
        case .erased: isEdition ? erasedEdition : erasedChange
        }
    }

    private static let site = LineForm(
        needed: ["authority": .authority, "format": .format, "origin": .text, "since": .day, "utc_offset": .utcOffset])
    private static let notice = LineForm(
        needed: ["days": .count, "objection_days": .count, "period_ends": .periodEnds],
        allowed: [
            "announced": .moment, "documents": .terms, "from": .day, "holidays": .days,
            "objection_after_effect": .digest,
        ])
    private static let register = LineForm(
        needed: ["material": .fields, "private": .fields, "required": .fields, "unrecorded": .fields],
        allowed: ["announced": .moment, "from": .day])
    private static let names = LineForm(needed: ["sha256": .digest], allowed: ["from": .day])
    private static let product = LineForm(
        needed: ["from": .moment, "product": .id, "sha256": .digest], allowed: ["retired": .day])
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

    private static func firstDay(_ key: Value) -> LineForm { LineForm(needed: ["from": .day, "key": key]) }
    private static func lastDay(_ key: Value) -> LineForm { LineForm(needed: ["key": key, "until": .day]) }

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
            if let flaw = value.flaw(of: name, in: members) { throw ParsedEntry.Flaw(flaw) }
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
    }
}
