import Diagnostics
import Formats
import Model

extension RecordEntry {
    /// The first line: what every other one is read by.
    static func site(_ settings: SiteSettings) -> RecordEntry {
        RecordEntry(
            .site, key: RecordKey(kind: .site),
            members: [
                .init("format", .integer(1)),
                .init("authority", .string(settings.authority.value)),
                .init("origin", .string(settings.recordOrigin)),
                .init("since", .string("\(settings.since.value)")),
                .init("utc_offset", .string("\(settings.utcOffset)")),
            ])
    }

    /// A block of `notice`: resolved, so that writing out what holds anyway changes nothing.
    static func notice(_ block: Dated<NoticeTerms>) -> RecordEntry {
        let terms = block.terms
        let own = NoticeMembers(
            days: terms.days.value, objectionDays: terms.objectionDays.value,
            objectionAfterEffect: terms.objectionAfterEffect?.value)
        let documents = terms.documents.keys.sorted().compactMap { id -> JSONValue.Member? in
            let differing = NoticeMembers(
                days: terms.days(for: id), objectionDays: terms.objectionDays(for: id),
                objectionAfterEffect: terms.objectionAfterEffect(for: id)
            ).members(differingFrom: own)
            return differing.isEmpty ? nil : JSONValue.Member(id, .object(differing))
        }
        var members = own.members(differingFrom: nil)
        members.append(.init("period_ends", .string(terms.ends.areWorkingDays ? "working_day" : "calendar_day")))
        let holidays = terms.ends.holidays.map { JSONValue.string("\($0)") }
        if !holidays.isEmpty { members.append(.init("holidays", .array(holidays))) }
        if !documents.isEmpty { members.append(.init("documents", .object(documents))) }
        let words =
            [terms.objectionAfterEffect?.value]
            + documents.map {
                $0.value["objection_after_effect"] == nil ? nil : terms.objectionAfterEffect(for: $0.key)
            }
        return RecordEntry(
            .notice(block), key: .block(.notice, block), members: members + days(block),
            preimages: words.compactMap { $0.map { JSONValue.string($0).canonical } })
    }

    /// A block of `register`. Private keys that are no fields stay out of it: they alter nothing that is published.
    static func register(_ block: Dated<RegisterTerms>) -> RecordEntry {
        let terms = block.terms
        func sorted(_ names: some Sequence<String>) -> JSONValue { .array(names.sorted().map(JSONValue.string)) }
        return RecordEntry(
            .register(block), key: .block(.register, block),
            members: [
                .init("required", sorted(terms.required.map(\.rawValue))),
                .init("material", sorted(terms.material.map(\.rawValue))),
                .init("private", sorted(terms.privateKeys.filter { ProviderField(rawValue: $0) != nil })),
                .init("unrecorded", sorted(terms.unrecorded.map(\.rawValue))),
            ] + days(block))
    }

    /// Of each block but the first: when it was announced, written or not, and the day from which it holds.
    private static func days(_ block: Dated<some Sendable>) -> [JSONValue.Member] {
        guard let announced = block.announced, let from = block.from else { return [] }
        return [.init("announced", .string("\(announced.value)")), .init("from", .string("\(from.value)"))]
    }
}

extension RecordKey {
    package static func block(_ kind: Kind, _ block: Dated<some Sendable>) -> RecordKey {
        RecordKey(
            kind: kind, moment: block.announced.map { "\($0.value)" } ?? "",
            item: block.from.map { "\($0.value)" } ?? "")
    }
}

/// The terms of notice of a block, or of one document in it.
private struct NoticeMembers {
    var days: Int
    var objectionDays: Int
    var objectionAfterEffect: String?

    /// Free text goes into the record as the digest of its canonical JSON.
    func members(differingFrom other: NoticeMembers?) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if days != other?.days { members.append(.init("days", .integer(days))) }
        if objectionDays != other?.objectionDays { members.append(.init("objection_days", .integer(objectionDays))) }
        if let words = objectionAfterEffect, words != other?.objectionAfterEffect {
            members.append(.init("objection_after_effect", .string(sha256(JSONValue.string(words).canonical.utf8))))
        }
        return members
    }
}

extension SiteSettings {
    /// The record's origin, as its checkpoint names it: the domain of the authority, its date and `/record`, so that who
    /// owns the domain in another year has another origin.
    package var recordOrigin: String { Self.recordOrigin(authority: authority.value) }

    static func recordOrigin(authority: String) -> String { "\(authority.replacing(",", with: "/"))/record" }
}
