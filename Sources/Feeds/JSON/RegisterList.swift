import Diagnostics
import Formats
import Model
import Site

/// A register as it stands at an as-of: the list in force, and what is upcoming.
package struct RegisterList: Sendable {
    package enum Status: String, Sendable, CaseIterable, Hashable {
        case inForce = "in_force"
        case upcoming, leaving
    }

    package struct Row: Sendable {
        package var id: String
        package var state: ProviderState
        /// The first day of its present time on the list; of an upcoming one the day on which it begins.
        package var since: CalendarDate
        package var status: Status
    }

    /// The last day on which the list or what is upcoming changed.
    package var asOf: CalendarDate
    /// Subprocessors and recipients, by name and id.
    package var rows: [Row]
    /// In the order in which they take effect.
    package var upcoming: [(change: Change, objectionDeadline: CalendarDate?)]

    /// Nil where the document is no register.
    package init?(of document: String, in history: PublicHistory) {
        guard let register = history.history.document(document)?.register else { return nil }
        let asOf = history.asOf
        let coming = register.upcoming(on: asOf.day)
        let inForce = register.list(on: asOf.day).map { row in
            let leaves = coming.contains { $0.id.provider == row.provider && $0.kinds.contains(.removed) }
            return Row(id: row.provider, state: row.state, since: row.since, status: leaves ? .leaving : .inForce)
        }
        let listed = Set(inForce.map(\.id))
        var arrivals: [Row] = []
        for change in coming where change.kinds.contains(.added) || change.kinds.contains(.returned) {
            let id = change.id.provider
            let day = change.announcement.currentEffective
            guard !listed.contains(id), !arrivals.contains(where: { $0.id == id }),
                let state = register.provider(id)?.state(on: day), state.isListed
            else { continue }
            arrivals.append(Row(id: id, state: state, since: day, status: .upcoming))
        }
        rows = (inForce + arrivals).sorted { ($0.state.name.lowercased(), $0.id) < ($1.state.name.lowercased(), $1.id) }
        upcoming = coming.map { change in
            let notice = history.notices.first { $0.id.document == document && $0.moment == change.moment }
            return (change, change.needsNotice ? notice?.objectionDeadline : nil)
        }
        self.asOf = Self.lastChange(of: register, upTo: asOf.day, settings: history.settings)
    }

    /// The last day on which the list or what is upcoming changed: by an announcement, a postponement, a withdrawal,
    /// or a day of effect. What only entered the record later, and altered nothing, does not count.
    private static func lastChange(
        of register: RegisterHistory, upTo day: CalendarDate, settings: SiteSettings
    ) -> CalendarDate {
        var last = CalendarDate.distantPast
        func note(_ candidate: CalendarDate) { if candidate <= day, candidate > last { last = candidate } }
        for history in register.providers {
            for item in history.provider.changes {
                let resolved = history.changes.first { $0.written.position == item.position }
                if resolved?.isOlderHistory == true { continue }
                let announcement = item.announcement
                if resolved != nil {
                    note(announcement.moment.day)
                    for postponement in announcement.postponed { note(postponement.announced.value.day) }
                    if let withdrawn = announcement.withdrawn { note(withdrawn.announced.value.day) }
                } else if item.fields.keys.allSatisfy(
                    settings.registerTerms(at: announcement.moment).isPrivate)
                {
                    continue
                }
                if !announcement.isWithdrawn { note(max(announcement.currentEffective, announcement.moment.day)) }
            }
        }
        return last == .distantPast ? settings.since.value : last
    }
}

extension RegisterList {
    /// `/<register>.json`.
    package var json: JSONValue {
        [
            "as_of": .string("\(asOf)"),
            "subprocessors": .array(rows.filter { !$0.state.isRecipient }.map(\.json)),
            "recipients": .array(rows.filter(\.state.isRecipient).map(\.json)),
            "upcoming": .array(
                upcoming.map { change, deadline in
                    [
                        "provider": .string(change.id.provider),
                        "kinds": change.kindsJSON,
                        "announced": .string("\(change.announcement.announced.value)"),
                        "effective": .string("\(change.announcement.currentEffective)"),
                        "objection_deadline": deadline.map { .string("\($0)") } ?? .null,
                        "before": change.beforeJSON,
                        "after": change.afterJSON,
                    ]
                }),
        ]
    }
}

extension RegisterList.Row {
    fileprivate var json: JSONValue {
        .object(
            [JSONValue.Member("id", .string(id))] + state.fieldsToday.members
                + [
                    JSONValue.Member("since", .string("\(since)")),
                    JSONValue.Member("status", .string(status.rawValue)),
                ])
    }
}
