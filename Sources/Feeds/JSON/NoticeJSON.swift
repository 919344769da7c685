import Diagnostics
import Formats
import Model
import Notices
import Redline
import Site

/// `/notices/<id>.json`: a notice and what was announced about it later. Texts are Markdown, as they were written.
package struct NoticeJSON: Sendable {
    private let history: History
    private let redlines: EditionRedlines
    private let addresses: Addresses

    package init(_ history: History, redlines: EditionRedlines) {
        self.redlines = redlines
        self.history = history
        addresses = Addresses(history.settings)
    }

    package func json(of notice: Notice) -> JSONValue {
        let viewpoint = Viewpoint(known: notice.moment, day: notice.moment.day, showsPostponement: false)
        let sentences = Sentences(history).sentences(for: notice, from: viewpoint)
        return [
            "id": .string("\(notice.id)"),
            "tag": .string(history.settings.tag("notice/\(notice.id)")),
            "url": .string(addresses.notice(notice.id)),
            "document": Self.optional(notice.document),
            "announced": .string("\(notice.moment)"),
            "starting_state": .bool(notice.isStartingState),
            "objection_deadline": Self.optional(notice.objectionDeadline),
            "objection_after_effect": notice.objectionAfterEffect.map(JSONValue.string) ?? .null,
            "sentences": .array(sentences.map(JSONValue.string)),
            "editions": .array(notice.editions.map(edition)),
            "changes": .array(notice.changes.map(change)),
            "terms": .array(notice.terms.map(\.json)),
            "names": notice.renaming.map(names) ?? .null,
        ]
    }

    /// What was called how before, and what is from the notice's day on.
    private func names(_ renaming: Renaming) -> JSONValue {
        ["before": renaming.before.json, "after": renaming.after.json]
    }

    /// The same, with one of its events behind it.
    package func json(of notice: Notice, naming event: Event) -> JSONValue {
        let named: JSONValue = [
            "tag": .string(history.settings.tag(event.path)),
            "kind": .string(event.kind.rawValue),
            "moment": .string("\(event.moment)"),
            "sentences": .array(Sentences(history).sentences(for: event).map(JSONValue.string)),
        ]
        return .object(json(of: notice).members + [JSONValue.Member("event", named)])
    }

    private func edition(_ edition: Edition) -> JSONValue {
        let changes = history.document(edition.document).flatMap { redlines.changes(of: edition, in: $0) }
        return .object(
            [
                JSONValue.Member("edition", .string("\(edition.id)")),
                JSONValue.Member("title", .string(edition.title.value)),
                JSONValue.Member("version", Self.optional(edition.version?.value)),
                JSONValue.Member("url", .string(addresses.edition(edition))),
                JSONValue.Member("text", .string(addresses.text(of: edition))),
                JSONValue.Member("summary", Self.optional(edition.summary?.value)),
                JSONValue.Member("interim", .bool(edition.interim?.value ?? false)),
                JSONValue.Member("retired", .bool(edition.retired != nil)),
                JSONValue.Member(
                    "redline", changes == nil ? .null : .string(addresses.edition(edition) + "changes/")),
                JSONValue.Member("changed_clauses", .array((changes?.redline.changes ?? []).map(\.json))),
                JSONValue.Member("differences", changes.map { differences($0.redline) } ?? .null),
            ] + members(of: .edition(edition)))
    }

    /// Whether words differ, or stand elsewhere, or are in another form, and in how many places typography alone does.
    private func differences(_ redline: Redline) -> JSONValue {
        let differences = redline.differences
        return [
            "words": .bool(differences.contains(.words)), "order": .bool(differences.contains(.place)),
            "form": .bool(differences.contains(.form)),
            "typography": .integer(redline.typographyCount),
        ]
    }

    private func change(_ change: Change) -> JSONValue {
        .object(
            [
                JSONValue.Member("provider", .string(change.id.provider)),
                JSONValue.Member("change", .string(change.id.stem)),
                JSONValue.Member("name", .string(change.name)),
                JSONValue.Member("kinds", change.kindsJSON),
                JSONValue.Member("url", .string(addresses.change(change))),
                JSONValue.Member("note", Self.optional(change.written.note?.value)),
                JSONValue.Member("true_since", Self.optional(change.written.trueSince?.value)),
                JSONValue.Member("before", change.beforeJSON),
                JSONValue.Member("after", change.afterJSON),
            ] + members(of: .change(change)))
    }

    /// What editions and changes have in common. `effective` is the day as it stands with what was announced later, which
    /// is given as its author wrote it: from that the record has its digests.
    private func members(of item: NoticeItem) -> [JSONValue.Member] {
        let announcement = item.announcement
        let applies = announcement.applies.map { other -> JSONValue in
            [
                "to": .string(other.to.value), "from": .string("\(other.from.value)"),
                "new": .bool(other.isForNewAlone),
            ]
        }
        return [
            JSONValue.Member("announced", .string("\(announcement.announced.value)")),
            JSONValue.Member("recorded", Self.optional(announcement.recorded?.value)),
            JSONValue.Member("late", .bool(history.isLate(item))),
            JSONValue.Member("effective", .string("\(announcement.currentEffective)")),
            JSONValue.Member("material", .bool(announcement.isMaterial)),
            JSONValue.Member("urgent", Self.optional(announcement.urgent?.value)),
            JSONValue.Member("applies", .array(applies)),
            JSONValue.Member("postponed", .array(announcement.postponed.map(\.written.sorted))),
            JSONValue.Member("withdrawn", announcement.withdrawn?.written.sorted ?? .null),
            JSONValue.Member("erased", .array(announcement.erasures.map(\.written.sorted))),
        ]
    }

    private static func optional(_ value: (some CustomStringConvertible)?) -> JSONValue {
        value.map { .string("\($0)") } ?? .null
    }
}
