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

    private static let register = members([
        "as_of": date, "subprocessors": array(row), "recipients": array(row),
        "upcoming": array(
            object([
                "provider": id, "kinds": kinds, "announced": moment, "effective": date,
                "objection_deadline": orNull(date), "before": snapshot, "after": snapshot,
            ])),
    ])

    private static let row = object(
        ["id": id, "since": date, "status": choice(RegisterList.Status.allCases.map(\.rawValue))], optional: fields)

    private static let datedList = members([
        "day": date, "subprocessors": array(datedRow), "recipients": array(datedRow),
        "corrections": array(object(["provider": id, "change": text, "announced": moment, "true_since": date])),
        "recorded": array(
            object(["provider": id, "change": text, "kinds": kinds, "effective": date, "recorded": moment])),
    ])

    /// `recorded` where what the row says entered the record after the day.
    private static let datedRow = object(["id": id, "since": date], optional: fields + ["recorded": moment])

    /// What stands in `before` and `after`. A field that a listed provider does not have is null.
    private static let snapshot = object(["listed": bool], optional: fields.map(orNull))

    private static let kinds = array(choice(ChangeKind.allCases.map(\.rawValue)))

    private static let notice = members([
        "id": text, "tag": text, "url": url, "document": orNull(id), "announced": moment, "starting_state": bool,
        "objection_deadline": orNull(date), "objection_after_effect": orNull(text), "sentences": array(text),
        "editions": array(edition), "changes": array(noticedChange), "terms": array(TermsChange.schema),
        "names": orNull(object(["before": names, "after": names])),
    ])

    private static let names = object([
        "organization": object(["name": text], optional: ["legal_name": text, "address": text]),
        "contacts": object(Properties(SiteSettings.Contacts.Kind.allCases.map { ($0.rawValue, text) })),
        "language": text, "products": map(of: text),
    ])

    private static let edition = object(
        [
            "edition": text, "title": text, "version": orNull(text), "url": url, "text": url, "summary": orNull(text),
            "interim": bool, "retired": bool, "redline": orNull(url), "changed_clauses": array(changedClause),
            "differences": orNull(differences),
        ] + announcement)

    /// In what an edition differs from the one before it.
    private static let differences = object(["words": bool, "order": bool, "form": bool, "typography": count])

    /// What stands before the first heading has neither number, heading nor anchor.
    private static let changedClause = object([
        "number": orNull(text), "heading": orNull(text),
        "kind": choice(SectionChange.Kind.allCases.map(\.rawValue)), "anchor": orNull(text),
        "previous_number": orNull(text),
    ])

    private static let noticedChange = object(
        [
            "provider": id, "change": text, "name": text, "kinds": kinds, "url": url, "note": orNull(text),
            "true_since": orNull(date), "before": snapshot, "after": snapshot,
        ] + announcement)

    private static let announcement: Properties = [
        "announced": moment, "recorded": orNull(moment), "late": bool, "effective": date, "material": bool,
        "urgent": orNull(text), "applies": array(object(["to": text, "from": date, "new": bool])),
        "postponed": array(object(["announced": moment, "effective": date, "reason": text])),
        "withdrawn": orNull(object(["announced": moment, "reason": text])),
        "erased": array(
            object(
                ["announced": moment, "reason": text, "sha256": digest], optional: ["files": map(of: digest)])),
    ]

    private static let erasedEdition = members(
        ["title": text],
        optional: [
            "announced": moment, "recorded": moment, "summary": text, "version": text, "material": bool,
            "urgent": text, "interim": bool, "applies": applies,
            "retired": object(optional: ["replaced_by": array(id)]), "salt": text,
        ])

    private static let applies = array(object(["to": text, "from": date], optional: ["new": bool]))

    /// What is written is published as it is written: a key that is taken away is null, and nothing is filled in.
    private static let change = members(
        optional: [
            "announced": moment, "effective": date, "recorded": moment, "material": bool, "urgent": text, "note": text,
            "removed": bool, "true_since": date, "salt": text, "applies": applies,
        ] + writtenFields)
}
