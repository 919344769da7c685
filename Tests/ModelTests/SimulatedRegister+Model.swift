import Diagnostics
import Formats
import Model

/// The simulated row as the model has it: the one place where the two meet.
extension SimulatedRow {
    static let start = CalendarDate(ordinal: 740_000)
    private static let file = SourceFile(path: "Content/subprocessors/providers/row.yaml", text: "\n")
    private static let span = SourceSpan(file, 0..<1)

    static func day(_ number: Int) -> CalendarDate { start.adding(days: number) }

    static func number(_ day: CalendarDate) -> Int { day.ordinal - start.ordinal }

    static func moment(_ time: Time) -> Moment { Moment(day(time.day), minute: time.minute < 0 ? nil : time.minute) }

    static func field(_ name: String) -> ProviderField { ProviderField(rawValue: name) ?? .address }

    /// The file as it is with everything that was said.
    var provider: Provider {
        func sourced<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, at: Self.span) }
        let changes = items.enumerated().map { index, item in
            let announcement = Announcement(
                announced: sourced(Self.moment(item.announced)),
                recorded: item.recorded.map { sourced(Self.moment($0)) },
                effective: sourced(Self.day(item.effective)),
                postponed: item.postponed.map {
                    Postponement(
                        announced: sourced(Self.moment($0.at)), effective: sourced(Self.day($0.to)),
                        reason: sourced("Later"), written: .null)
                },
                withdrawn: item.withdrawn.map {
                    Withdrawal(announced: sourced(Self.moment($0)), reason: sourced("Not at all"), written: .null)
                })
            let fields = item.fields.map { name, value in
                (Self.field(name), sourced(value.map(FieldValue.text)))
            }
            return ProviderChange(
                position: index, announcement: announcement,
                removed: index == 0 ? nil : item.lists.map { sourced(!$0) },
                fields: Dictionary(fields, uniquingKeysWith: { one, _ in one }), written: [], span: Self.span)
        }
        return Provider(id: "row", source: Self.file, changes: changes)
    }
}

extension SimulatedRow.Sight {
    /// What the model says, in the simulation's words.
    init(isListed: Bool, fields: [ProviderField: FieldValue]) {
        self.init(isListed: isListed)
        for (field, value) in fields {
            if case .text(let text) = value { self.fields[field.rawValue] = text }
        }
    }
}
