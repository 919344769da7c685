import Diagnostics
import Formats
import Model

extension TermsChange {
    /// What a notice's JSON says of a block of terms: its days, and what it takes away from which documents.
    var json: JSONValue {
        [
            "block": .string(block.rawValue),
            "announced": .string("\(announcement.moment)"),
            "effective": .string("\(from)"),
            "withdrawn": announcement.withdrawn.map { .string("\($0.announced.value)") } ?? .null,
            "losses": .array(losses.map(\.json)),
        ]
    }

    /// Days, or words; null where nothing was said.
    private static let value: JSONValue = ["type": ["integer", "string", "null"]]

    /// The same as a JSON Schema.
    static let schema = Schemas.object([
        "block": Schemas.choice([Block.notice.rawValue, Block.register.rawValue]), "announced": Schemas.moment,
        "effective": Schemas.date, "withdrawn": Schemas.orNull(Schemas.moment),
        "losses": Schemas.array(
            Schemas.object(
                ["setting": Schemas.text, "documents": Schemas.array(Schemas.text)],
                optional: [
                    "before": value, "after": value, "holidays": Schemas.array(Schemas.date),
                    "fields": Schemas.array(Schemas.text),
                ])),
    ])
}

extension TermsLoss {
    /// The key of site.yaml that says it, the documents that lose it, and what it was and is.
    fileprivate var json: JSONValue {
        func texts(_ items: [some CustomStringConvertible]) -> JSONValue { .array(items.map { .string("\($0)") }) }
        let (setting, rest): (String, [JSONValue.Member]) =
            switch self {
            case .fewer(let period, _, let old, let new):
                (period.rawValue, [.init("before", .integer(old)), .init("after", .integer(new))])
            case .objectionAfterEffect(_, let old, let new):
                (
                    "objection_after_effect",
                    [.init("before", old.map(JSONValue.string) ?? .null), .init("after", .string(new))]
                )
            case .workingDays:
                ("period_ends", [.init("before", "working_day"), .init("after", "calendar_day")])
            case .holidays(let days, _): ("holidays", [.init("holidays", texts(days))])
            case .fields(let fields, let kept, _):
                (kept.rawValue, [.init("fields", texts(fields.map(\.rawValue)))])
            }
        return .object([.init("setting", .string(setting)), .init("documents", texts(documents))] + rest)
    }
}
