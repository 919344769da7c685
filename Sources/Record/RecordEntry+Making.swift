import Diagnostics
import Feeds
import Formats
import Markdown
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
        return RecordEntry(.notice(block), key: .block(.notice, block), members: members + days(block))
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

    /// - Parameter files: the digests of the files that the edition links to, by path.
    static func edition(_ edition: Edition, files: [String: String]) -> RecordEntry {
        let announcement = edition.announcement
        let erased = announcement.erased
        let hashes =
            erased.map { erased in
                Dictionary(
                    erased.files.map { ($0.path.value, $0.sha256.value) }, uniquingKeysWith: { first, _ in first })
            } ?? files
        let digest = erased?.sha256.value ?? sha256(edition.publishedText.utf8)
        var members = days(announcement) + [.init("sha256", .string(digest))]
        if !hashes.isEmpty {
            let paths = hashes.sorted { $0.key < $1.key }
            members.append(.init("files", .object(paths.map { .init($0.key, .string($0.value)) })))
        }
        let key = RecordKey.item(.edition(edition), .edition, announcement.moment)
        return RecordEntry(
            .edition(edition), key: key, members: members,
            published: erased == nil ? published(key, digest, files: hashes) : [:])
    }

    static func change(_ change: Change) -> RecordEntry {
        let announcement = change.announcement
        let digest = announcement.erased?.sha256.value ?? sha256(change.published.canonical.utf8)
        let key = RecordKey.item(.change(change), .change, announcement.moment)
        return RecordEntry(
            .change(change), key: key, members: days(announcement) + [.init("sha256", .string(digest))],
            published: announcement.erased == nil ? published(key, digest) : [:])
    }

    private static func published(
        _ key: RecordKey, _ digest: String, files: [String: String] = [:]
    ) -> [String: String] {
        var published = Dictionary(
            files.map { (String($0.key.dropFirst()), $0.value) }, uniquingKeysWith: { first, _ in first })
        if let path = key.path { published[path] = digest }
        return published
    }

    /// The lines of what was said later of an edition or a change, as far as it is public.
    static func later(_ item: NoticeItem, asOf: AsOf) -> [RecordEntry] {
        let announcement = item.announcement
        func entry(_ subject: Subject, _ kind: RecordKey.Kind, _ moment: Moment, _ written: JSONValue) -> RecordEntry {
            RecordEntry(
                subject, key: .item(item, kind, moment),
                members: [
                    .init("announced", .string("\(moment)")),
                    .init("sha256", .string(sha256(written.canonical.utf8))),
                ])
        }
        var entries = announcement.postponed.map {
            entry(.postponed(item, $0), .postponed, $0.announced.value, $0.written)
        }
        if let withdrawn = announcement.withdrawn {
            entries.append(entry(.withdrawn(item, withdrawn), .withdrawn, withdrawn.announced.value, withdrawn.written))
        }
        if let erased = announcement.erased, asOf.covers(erased.announced.value) {
            entries.append(entry(.erased(item, erased), .erased, erased.announced.value, erased.written))
        }
        return entries
    }

    /// When it was announced, when it entered the record where that is later, and the day of effect as announced.
    private static func days(_ announcement: Announcement) -> [JSONValue.Member] {
        var days: [JSONValue.Member] = [
            .init("announced", .string("\(announcement.announced.value)")),
            .init("effective", .string("\(announcement.effective.value)")),
        ]
        if let recorded = announcement.recorded { days.append(.init("recorded", .string("\(recorded.value)"))) }
        return days
    }
}

extension RecordKey {
    package static func block(_ kind: Kind, _ block: Dated<some Sendable>) -> RecordKey {
        RecordKey(
            kind: kind, moment: block.announced.map { "\($0.value)" } ?? "",
            item: block.from.map { "\($0.value)" } ?? "")
    }

    fileprivate static func item(_ item: NoticeItem, _ kind: Kind, _ moment: Moment) -> RecordKey {
        item.recordKey.later(kind, moment)
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
    /// The record's origin, as its checkpoint names it: the authority's host and `/record`.
    package var recordOrigin: String { Self.recordOrigin(authority: authority.value) }

    static func recordOrigin(authority: String) -> String { "\(host(ofAuthority: authority))/record" }
}
