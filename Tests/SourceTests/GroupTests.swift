import Formats
import Model
import Source
import TestSupport
import Testing

/// Data in groups, several contacts, and links with names of their own.
@Suite("Groups, contacts, links")
struct GroupTests {
    private func world(_ lines: String) -> String {
        """
        -- Content/subprocessors/providers/acme.yaml --
        name: Acme
        entity: Acme Ltd
        purpose: Hosts the databases
        announced: 2026-01-01
        \(lines)
        """
    }

    private func fields(_ lines: String) throws -> [ProviderField: FieldValue] {
        let reading = readLibrary(World(world(lines)).tree)
        #expect(reading.diagnostics.listing == "")
        let history = History(resolving: try #require(reading.library))
        let provider = try #require(history.document("subprocessors")?.register?.provider("acme"))
        return provider.state(on: try #require(CalendarDate("2026-05-01"))).fieldsToday
    }

    @Test("A group keeps its name, its texts and its place")
    func groups() throws {
        let data = try fields(
            "data: [logs, {group: Contact, of: [name, 'mail, phone']}, {of: [IP address], group: Device}]")[.data]
        #expect(
            data
                == .groups([
                    .text("logs"), .group("Contact", of: ["name", "mail, phone"]), .group("Device", of: ["IP address"]),
                ]))
        #expect(data?.textList == ["logs", "Contact: name", "Contact: mail, phone", "Device: IP address"])
        #expect(try fields("data: [logs, 'Contact: name']")[.data] == .texts(["logs", "Contact: name"]))
    }

    /// The group is part of what a datum says, the order is not.
    @Test("Lists in groups are compared as sets of their texts")
    func comparison() {
        let one = FieldValue.groups([.text("logs"), .group("Contact", of: ["name", "mail"])])
        let same: [FieldValue] = [
            .groups([.group("Contact", of: ["mail", "name"]), .text("logs")]),
            .texts(["Contact: name", "Contact: mail", "logs"]),
            .groups([.group("Contact", of: ["mail"]), .text("logs"), .text("Contact: name")]),
        ]
        let others: [FieldValue] = [
            .groups([.text("logs"), .group("Contact", of: ["name"])]), .texts(["logs", "name", "mail"]),
            .groups([.text("logs"), .group("Health", of: ["name", "mail"])]), .texts(["Contact: name, mail", "logs"]),
        ]
        for other in same { #expect(one.isSame(as: other) && other.isSame(as: one), "\(other)") }
        for other in others { #expect(!one.isSame(as: other) && !other.isSame(as: one), "\(other)") }
    }

    @Test("What is wrong with a group says how to write it")
    func wrongGroups() {
        expect(
            world(
                """
                data:
                  - Contact: name, mail
                  - Usage: [pages, clicks]
                  - Health: {a: b}
                  - {group: Device}
                  - {of: [IP address]}
                  - {group: Empty, of: []}
                  - {group: Logs, of: times}
                  - {group: Contact, of: [name, name], name: x}
                  - logs
                  - logs
                """),
            finds: """
                Content/subprocessors/providers/acme.yaml:6:5 wrong-type: "Contact" has a colon behind it, which makes it a key
                    write {group: Contact, of: [name, mail]}, or put the whole item in quotes
                Content/subprocessors/providers/acme.yaml:7:5 wrong-type: "Usage" has a colon behind it, which makes it a key
                    write {group: Usage, of: [pages, clicks]}, or put the whole item in quotes
                Content/subprocessors/providers/acme.yaml:8:5 wrong-type: "Health" has a colon behind it, which makes it a key
                    write {group: Health, of: [name, mail]}, or put the whole item in quotes
                Content/subprocessors/providers/acme.yaml:9:6 missing-key: "of" is missing
                    add of: [name, mail]
                Content/subprocessors/providers/acme.yaml:10:6 missing-key: "group" is missing
                    add group: Contact
                Content/subprocessors/providers/acme.yaml:11:24 missing-key: the group "Empty" holds nothing: this list is empty
                    write of: [name, mail]
                Content/subprocessors/providers/acme.yaml:12:23 wrong-type: "of" is one value, and a list is asked for
                    write [times]
                Content/subprocessors/providers/acme.yaml:13:33 duplicate-key: "name" stands twice in this list
                    keep one of the two
                Content/subprocessors/providers/acme.yaml:13:40 unknown-key: "name" is not a key of a group of data
                    the keys here are group, of
                Content/subprocessors/providers/acme.yaml:15:5 duplicate-key: "logs" stands twice in this list
                    keep one of the two
                """)
        expect(
            world("data: {Contact: [name, mail], Usage: pages}"),
            finds: """
                Content/subprocessors/providers/acme.yaml:5:7 wrong-type: "data" is a map, and a list is asked for
                    write [{group: Contact, of: [name, mail]}, {group: Usage, of: [pages]}]
                """)
        // Subjects have no groups.
        expect(
            world("data: [logs]\nsubjects: [{group: Staff, of: [nurses]}]"),
            finds: """
                Content/subprocessors/providers/acme.yaml:6:12 wrong-type: "subjects" is a map, and one value is asked for
                    write a text
                """)
    }

    @Test("A contact is a text or several")
    func contacts() throws {
        #expect(try fields("data: [logs]\ncontact: dpo@acme.example")[.contact] == .text("dpo@acme.example"))
        #expect(try fields("data: [logs]\ncontact: [dpo@acme.example]")[.contact] == .text("dpo@acme.example"))
        #expect(
            try fields("data: [logs]\ncontact: [dpo@acme.example, 'Jane Roe, counsel']")[.contact]
                == .texts(["dpo@acme.example", "Jane Roe, counsel"]))
        expect(
            world("data: [logs]\ncontact: {name: Jane Roe}"),
            finds: """
                Content/subprocessors/providers/acme.yaml:6:10 wrong-type: "contact" is a map, and a text or a list of texts is asked for
                    write privacy@example.com, or [privacy@example.com, "Jane Roe, data protection officer"]
                """)
        expect(
            world("data: [logs]\ncontact: []"),
            finds: """
                Content/subprocessors/providers/acme.yaml:6:10 missing-key: "contact" says nothing: this list is empty
                    write contact: privacy@example.com, or leave the key out
                """)
    }

    @Test("Links have names of their own under other")
    func links() throws {
        let lines =
            "data: [logs]\nlinks: {dpa: https://acme.example/dpa, other: [{name: Trust center, url: https://acme.example/t}]}"
        #expect(
            try fields(lines)[.links]
                == .map([
                    .init("dpa", .text("https://acme.example/dpa")),
                    .init("other", .links([NamedLink("Trust center", "https://acme.example/t")])),
                ]))
        expect(
            world(
                """
                data: [logs]
                links:
                  Trust center: https://acme.example/t
                  terms: https://acme.example/terms
                  privcy: https://acme.example/privacy
                  other:
                    - {name: Report, url: acme.example/report}
                    - {name: Report}
                    - {name: Audits, url: https://acme.example/a}
                    - {name: Audits, url: https://acme.example/b}
                    - https://acme.example/c
                """),
            finds: """
                Content/subprocessors/providers/acme.yaml:7:3 unknown-key: "Trust center" is not a key of links
                    a link with a name of its own stands under other: [{name: Trust center, url: https://acme.example/t}]
                Content/subprocessors/providers/acme.yaml:8:3 unknown-key: "terms" is not a key of links
                    write it beside links, as a key of the provider: terms: https://acme.example/terms
                Content/subprocessors/providers/acme.yaml:9:3 unknown-key: "privcy" is not a key of links
                    did you mean privacy?
                Content/subprocessors/providers/acme.yaml:11:27 unsafe-url: "acme.example/report" is not a web address
                    write https://acme.example/report
                Content/subprocessors/providers/acme.yaml:12:8 missing-key: "url" is missing
                    add url: https://example.com/trust
                Content/subprocessors/providers/acme.yaml:14:14 duplicate-key: "Audits" stands twice in this list
                    keep one of the two
                Content/subprocessors/providers/acme.yaml:15:7 wrong-type: "other" is one value, and a map is asked for
                    write {name: …, url: …}
                """)
    }

    /// What the author wrote is published as he wrote it: the digest in the record is of these bytes.
    @Test("The change's JSON has the form that was written")
    func published() throws {
        let reading = readLibrary(
            World(
                world(
                    """
                    data: [{of: [name, mail], group: Contact}, logs]
                    contact: [dpo@acme.example]
                    terms: https://acme.example/terms
                    """)
            ).tree)
        let history = History(resolving: try #require(reading.library))
        let change = try #require(history.document("subprocessors")?.register?.changes.first)
        #expect(
            change.published.canonical
                == #"{"announced":"2026-01-01","data":[{"group":"Contact","of":["name","mail"]},"logs"],"#
                + #""entity":"Acme Ltd","name":"Acme","purpose":"Hosts the databases","terms":"https://acme.example/terms"}"#
        )
    }
}
