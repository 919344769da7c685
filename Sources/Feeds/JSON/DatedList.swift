import Diagnostics
import Formats
import Model
import Site

/// The list of a register as it was on a past day, with what it shows for ever.
package struct DatedList: Sendable {
    package var day: CalendarDate
    package var rows: [RegisterHistory.Row]
    /// Later corrections of what this list says: the list was wrong, stays as it was, and points to them.
    package var corrections: [Change]
    /// What was recorded after this day and altered what the list says of it, openly.
    package var recorded: [Change]

    package init(of register: RegisterHistory, on day: CalendarDate) {
        self.day = day
        rows = register.list(on: day)
        corrections = register.corrections(of: day)
        recorded = register.recordedChanges(altering: day)
    }

    /// `/<register>/on/<day>.json`.
    package var json: JSONValue {
        [
            "day": .string("\(day)"),
            "subprocessors": .array(rows.filter { !$0.state.isRecipient }.map(\.json)),
            "recipients": .array(rows.filter(\.state.isRecipient).map(\.json)),
            "corrections": .array(
                corrections.map { change in
                    [
                        "provider": .string(change.id.provider),
                        "change": .string(change.id.stem),
                        "announced": .string("\(change.announcement.announced.value)"),
                        "true_since": change.written.trueSince.map { .string("\($0.value)") } ?? .null,
                    ]
                }),
            "recorded": .array(
                recorded.map { change in
                    [
                        "provider": .string(change.id.provider),
                        "change": .string(change.id.stem),
                        "kinds": change.kindsJSON,
                        "effective": .string("\(change.announcement.currentEffective)"),
                        "recorded": .string("\(change.moment)"),
                    ]
                }),
        ]
    }
}

extension RegisterHistory.Row {
    fileprivate var json: JSONValue {
        .object(
            [JSONValue.Member("id", .string(provider))] + state.fields.members
                + [JSONValue.Member("since", .string("\(since)"))]
                + (recorded.map { [JSONValue.Member("recorded", .string("\($0)"))] } ?? []))
    }
}
