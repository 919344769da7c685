import Testing

/// What needs notice where data stands in groups.
@Suite struct GroupedDataTests {
    private func change(_ data: String, from old: String = "[{group: Contact, of: [name, mail]}, logs]") throws
        -> String
    {
        try findings(
            inProvider: """
                name: Acme
                entity: Acme Ltd
                purpose: Hosts the databases
                locations: [DE]
                data: \(old)
                announced: 2026-01-01
                changes:
                  - announced: 2026-06-01
                    data: \(data)
                    note: Other data.
                """)
    }

    @Test(arguments: [
        "[{group: Contact, of: [name, mail, phone]}, logs]", "[{group: Health, of: [name, mail]}, logs]",
        "[{group: Contact, of: [name, mail]}, logs, keys]", "[name, mail, logs]",
    ])
    func moreOrOtherDataNeedsNotice(_ data: String) throws {
        #expect(try change(data).contains("acme.yaml:8:16 notice-too-short: "))
    }

    @Test(arguments: ["[{group: Contact, of: [name]}, logs]", "[logs]", "['Contact: mail', logs]"])
    func lessDataNeedsNone(_ data: String) throws { #expect(try change(data) == "") }

    @Test(arguments: ["[logs, {group: Contact, of: [mail, name]}]", "['Contact: name', logs, 'Contact: mail']"])
    func anotherOrderOrFormChangesNothing(_ data: String) throws {
        #expect(try change(data).contains(" empty-change: "))
    }

    @Test func wordsInGroupsAreLookedAt() throws {
        #expect(
            try findings(
                inProvider: """
                    name: Acme
                    entity: Acme Ltd
                    purpose: Hosts the databases
                    locations: [DE]
                    data: [{group: TBD, of: [TODO]}]
                    links: {other: [{name: TODO, url: https://acme.example}]}
                    announced: 2026-01-01
                    """, asOf: "2026-01-01") == """
                    Content/subprocessors/providers/acme.yaml:5:16 placeholder: "TBD" is a placeholder
                        write the words that belong in its place
                    Content/subprocessors/providers/acme.yaml:5:26 placeholder: "TODO" is a placeholder
                        write the words that belong in its place
                    Content/subprocessors/providers/acme.yaml:6:24 placeholder: "TODO" is a placeholder
                        write the words that belong in its place
                    """)
    }
}
