import Formats
import Model
import Redline
import Site

/// The JSON Schemas (2020-12) of the published JSON.
package enum Schemas {
    /// By the stem of their files, sorted.
    package static func all(_ settings: SiteSettings) -> [(name: String, schema: JSONValue)] {
        documents.map { name, title, schema in
            let head: [JSONValue.Member] = [
                .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
                .init("$id", .string(Addresses(settings).absolute("/schemas/\(name).json"))),
                .init("title", .string(title)),
            ]
            return (name, .object(head + schema))
        }
    }

    /// Their paths in the site: `/schemas/change.json`.
    package static let addresses = Set(documents.map { "/schemas/\($0.name).json" })

    /// What is the same in those of every site.
    package static var texts: [String] { documents.map { $0.title + JSONValue.object($0.schema).canonical } }

    private static let documents: [(name: String, title: String, schema: [JSONValue.Member])] = [
        ("change", "What an author announced of a provider", change),
        ("dated-list", "A register's list on a past day", datedList),
        ("erased-edition", "What is left of the front matter of an edition that was erased", erasedEdition),
        ("notice", "A change notice", notice),
        ("register", "A register's list in force, and what is upcoming", register),
    ]

    private static let register = Schema.members([
        ("as_of", Schema.date),
        ("subprocessors", Schema.array(row)),
        ("recipients", Schema.array(row)),
        (
            "upcoming",
            Schema.array(
                Schema.object([
                    ("provider", Schema.id), ("kinds", kinds), ("announced", Schema.moment),
                    ("effective", Schema.date), ("objection_deadline", Schema.orNull(Schema.date)),
                    ("before", snapshot), ("after", snapshot),
                ]))
        ),
    ])

    private static let row = Schema.object(
        [
            ("id", Schema.id), ("since", Schema.date),
            ("status", Schema.choice(RegisterList.Status.allCases.map(\.rawValue))),
        ],
        optional: Schema.fields)

    private static let datedList = Schema.members([
        ("day", Schema.date),
        ("subprocessors", Schema.array(datedRow)),
        ("recipients", Schema.array(datedRow)),
        (
            "corrections",
            Schema.array(
                Schema.object([
                    ("provider", Schema.id), ("change", Schema.text), ("announced", Schema.moment),
                    ("true_since", Schema.date),
                ]))
        ),
        (
            "recorded",
            Schema.array(
                Schema.object([
                    ("provider", Schema.id), ("change", Schema.text), ("kinds", kinds), ("effective", Schema.date),
                    ("recorded", Schema.moment),
                ]))
        ),
    ])

    /// `recorded` where what the row says entered the record after the day.
    private static let datedRow = Schema.object(
        [("id", Schema.id), ("since", Schema.date)], optional: Schema.fields + [("recorded", Schema.moment)])

    /// What stands in `before` and `after`. A field that a listed provider does not have is null.
    private static let snapshot = Schema.object(
        [("listed", Schema.bool)], optional: Schema.fields.map { ($0.0, Schema.orNull($0.1)) })

    private static let kinds = Schema.array(Schema.choice(ChangeKind.allCases.map(\.rawValue)))

    private static let notice = Schema.members([
        ("id", Schema.text), ("tag", Schema.text), ("url", Schema.url),
        ("document", Schema.orNull(Schema.id)), ("announced", Schema.moment), ("starting_state", Schema.bool),
        ("objection_deadline", Schema.orNull(Schema.date)),
        ("objection_after_effect", Schema.orNull(Schema.text)),
        ("sentences", Schema.array(Schema.text)),
        ("editions", Schema.array(edition)),
        ("changes", Schema.array(noticedChange)),
        ("terms", Schema.array(TermsChange.schema)),
        ("names", Schema.orNull(Schema.object([("before", names), ("after", names)]))),
    ])

    private static let names = Schema.object([
        (
            "organization",
            Schema.object([("name", Schema.text)], optional: [("legal_name", Schema.text), ("address", Schema.text)])
        ),
        (
            "contacts",
            Schema.object(SiteSettings.Contacts.Kind.allCases.map { ($0.rawValue, Schema.text) })
        ),
        ("language", Schema.text),
        ("products", ["type": "object", "additionalProperties": Schema.text]),
    ])

    private static let edition = Schema.object(
        [
            ("edition", Schema.text), ("title", Schema.text), ("version", Schema.orNull(Schema.text)),
            ("url", Schema.url), ("text", Schema.url), ("summary", Schema.orNull(Schema.text)),
            ("interim", Schema.bool), ("retired", Schema.bool), ("redline", Schema.orNull(Schema.url)),
            ("changed_clauses", Schema.array(changedClause)), ("differences", Schema.orNull(differences)),
        ] + announcement)

    /// In what an edition differs from the one before it.
    private static let differences = Schema.object([
        ("words", Schema.bool), ("order", Schema.bool), ("form", Schema.bool), ("typography", Schema.count),
    ])

    /// What stands before the first heading has neither number, heading nor anchor.
    private static let changedClause = Schema.object([
        ("number", Schema.orNull(Schema.text)), ("heading", Schema.orNull(Schema.text)),
        ("kind", Schema.choice(SectionChange.Kind.allCases.map(\.rawValue))),
        ("anchor", Schema.orNull(Schema.text)), ("previous_number", Schema.orNull(Schema.text)),
    ])

    private static let noticedChange = Schema.object(
        [
            ("provider", Schema.id), ("change", Schema.text), ("name", Schema.text), ("kinds", kinds),
            ("url", Schema.url), ("note", Schema.orNull(Schema.text)), ("true_since", Schema.orNull(Schema.date)),
            ("before", snapshot), ("after", snapshot),
        ] + announcement)

    private static let announcement: [Schema.Property] = [
        ("announced", Schema.moment), ("recorded", Schema.orNull(Schema.moment)), ("late", Schema.bool),
        ("effective", Schema.date), ("material", Schema.bool), ("urgent", Schema.orNull(Schema.text)),
        ("applies", Schema.array(Schema.object([("to", Schema.text), ("from", Schema.date), ("new", Schema.bool)]))),
        (
            "postponed",
            Schema.array(
                Schema.object([
                    ("announced", Schema.moment), ("effective", Schema.date), ("reason", Schema.text),
                ]))
        ),
        (
            "withdrawn",
            Schema.orNull(Schema.object([("announced", Schema.moment), ("reason", Schema.text)]))
        ),
        (
            "erased",
            Schema.array(
                Schema.object(
                    [("announced", Schema.moment), ("reason", Schema.text), ("sha256", Schema.digest)],
                    optional: [("files", Schema.map(of: Schema.digest))]))
        ),
    ]

    private static let erasedEdition = Schema.members(
        [("title", Schema.text)],
        optional: [
            ("announced", Schema.moment), ("recorded", Schema.moment), ("summary", Schema.text),
            ("version", Schema.text), ("material", Schema.bool), ("urgent", Schema.text), ("interim", Schema.bool),
            ("applies", applies), ("retired", Schema.object([], optional: [("replaced_by", Schema.array(Schema.id))])),
            ("salt", Schema.text),
        ])

    private static let applies = Schema.array(
        Schema.object([("to", Schema.text), ("from", Schema.date)], optional: [("new", Schema.bool)]))

    /// What is written is published as it is written: a key that is taken away is null, and nothing is filled in.
    private static let change = Schema.members(
        [],
        optional: [
            ("announced", Schema.moment), ("effective", Schema.date), ("recorded", Schema.moment),
            ("material", Schema.bool), ("urgent", Schema.text), ("note", Schema.text), ("removed", Schema.bool),
            ("true_since", Schema.date), ("salt", Schema.text), ("applies", applies),
        ] + Schema.writtenFields)
}
