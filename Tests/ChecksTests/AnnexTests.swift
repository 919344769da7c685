import TestSupport
import Testing

/// What Annex III asks for and a register does not state.
@Suite struct AnnexTests {
    /// - Parameters:
    ///   - rows: of each its id and what it states besides what is required, from a day on that is over.
    ///   - lines: of site.yaml.
    private func rows(_ rows: [String: String], _ lines: String = "") throws -> String {
        let files = rows.map { id, lines in
            """
            -- Content/subprocessors/providers/\(id).yaml --
            name: \(id.prefix(1).uppercased() + id.dropFirst())
            entity: The owner of \(id)
            purpose: Hosts the databases of \(id)
            data: [content]
            locations: [DE]
            announced: 2026-01-01
            \(lines)
            """
        }
        return try findings(
            in: """
                -- Content/site.yaml --
                \(World.site(documents: ["subprocessors"], lines))
                -- Content/subprocessors/2026-01-01.md --
                ---
                title: Subprocessors
                ---
                \(files.joined(separator: "\n"))
                """, isForSigning: true)
    }

    private static let whole = "address: 1 Quay\ncontact: Jane Roe\nduration: As long as the contract"

    @Test func namesWhatARowLacks() throws {
        #expect(
            try rows(["acme": ""]) == """
                Content/subprocessors/providers/acme.yaml:1:7 warning annex-incomplete: Annex III asks for what Acme does not state: address; contact person's name, position and contact details; duration of the processing
                    add address: "street, town, country", contact: "name, position, mail address", duration: "as long as the contract"
                    a published row states it in a change: trustpress new change acme --set 'address=…' --set 'duration=…'
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
        #expect(try rows(["acme": Self.whole]) == "")
    }

    /// What stands beside the record needs no change.
    @Test func whatIsUnrecordedIsAdded() throws {
        #expect(
            try rows(["acme": "address: 1 Quay\nduration: A year"]) == """
                Content/subprocessors/providers/acme.yaml:1:7 warning annex-incomplete: Annex III asks for what Acme does not state: contact person's name, position and contact details
                    add contact: "name, position, mail address"
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
    }

    /// The clauses ask for a person's name and position; an address alone is contact details alone.
    @Test(arguments: [
        "privacy@acme.example", "[privacy@acme.example, \"+49 40 123\"]",
        "https://acme.example/privacy, <dpo@acme.example>", "acme.example/privacy", "www.acme.example",
        "\"Phone: +49 40 123, privacy@acme.example\"", "Tel. +49 40 123 or E-Mail privacy@acme.example",
    ])
    func anAddressIsNoContactPerson(contact: String) throws {
        #expect(
            try rows(["acme": "address: 1 Quay\nduration: A year\ncontact: \(contact)"]) == """
                Content/subprocessors/providers/acme.yaml:1:7 warning annex-incomplete: Annex III asks for what Acme does not state: contact person's name and position, beside an address
                    write contact: "name, position, mail address"
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
    }

    @Test(arguments: ["Data desk, privacy@acme.example", "\"Dr. Roe, tel. +49 40 123\"", "\"DPO: Jane Roe, Acme\""])
    func anOfficeOrANameIsOne(contact: String) throws {
        #expect(try rows(["acme": "address: 1 Quay\nduration: A year\ncontact: \(contact)"]) == "")
    }

    /// That a contact is required says no more than that there is one.
    @Test func anAddressIsAskedAboutWhereAContactIsRequired() throws {
        let lines = "register: {required: [name, entity, purpose, data, contact], unrecorded: [links]}"
        let found = try rows(["acme": "address: 1 Quay\nduration: A year\ncontact: privacy@acme.example"], lines)
        #expect(found.contains("Acme does not state: contact person's name and position, beside an address\n"))
    }

    /// What is to be added, and what is to be written anew; a recorded contact in a change as well.
    @Test func anAddressAloneBesideWhatIsMissing() throws {
        #expect(
            try rows(["acme": "contact: privacy@acme.example"], "register: {unrecorded: []}") == """
                Content/subprocessors/providers/acme.yaml:1:7 warning annex-incomplete: Annex III asks for what Acme does not state: address; contact person's name and position, beside an address; duration of the processing
                    add address: "street, town, country", duration: "as long as the contract", and write contact: "name, position, mail address"
                    a published row states it in a change: trustpress new change acme --set 'address=…' --set 'contact=…' --set 'duration=…'
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
    }

    /// A list that keeps to what is required has one finding.
    @Test func rowsThatLackTheSameHaveOneFinding() throws {
        let many = Dictionary(
            uniqueKeysWithValues: (10..<40).map { ("row\($0)", "address: 1 Quay\ncontact: Jane Roe") })
        #expect(
            try rows(many) == """
                Content/subprocessors/providers/row10.yaml:1:7 warning annex-incomplete: Annex III asks for what none of the 30 rows states: duration of the processing
                    add duration: "as long as the contract" in each row
                    a published row states it in a change: trustpress new change row10 --set 'duration=…'
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
        let some = ["birch": "", "acme": Self.whole, "cedar": "duration: A year\naddress: 2 Quay", "dune": ""]
        #expect(
            try rows(some) == """
                Content/subprocessors/providers/birch.yaml:1:7 warning annex-incomplete: Annex III asks for what Birch and 1 other row do not state: address; contact person's name, position and contact details; duration of the processing
                    add address: "street, town, country", contact: "name, position, mail address", duration: "as long as the contract" in each of birch, dune
                    a published row states it in a change: trustpress new change birch --set 'address=…' --set 'duration=…'
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                Content/subprocessors/providers/cedar.yaml:1:7 warning annex-incomplete: Annex III asks for what Cedar does not state: contact person's name, position and contact details
                    add contact: "name, position, mail address"
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
    }

    @Test func namesAFewOfMany() throws {
        var many = Dictionary(uniqueKeysWithValues: (10..<30).map { ("row\($0)", "address: 1 Quay\nduration: A year") })
        many["acme"] = Self.whole
        #expect(
            try rows(many) == """
                Content/subprocessors/providers/row10.yaml:1:7 warning annex-incomplete: Annex III asks for what Row10 and 19 other rows do not state: contact person's name, position and contact details
                    add contact: "name, position, mail address" in each of row10, row11, row12, row13, row14, row15, row16, row17, row18, row19, row20, row21, 8 more
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
    }

    /// A row is judged by what it says in the end, so what is coming is asked too, and nobody is asked twice.
    @Test func judgesARowOnce() throws {
        let stated = "announced: 2026-02-01, address: 1 Quay, duration: A year, note: Said now."
        #expect(try rows(["acme": "contact: Jane Roe\nchanges: [{\(stated)}]"]) == "")
        #expect(
            try rows(["acme": "changes: [{announced: 2026-05-20, effective: 2026-07-01, removed: true, note: Gone.}]"])
                == "")
        #expect(try rows(["acme": "role: recipient"]) == "")
        // Nothing is published of a row that is announced today.
        let coming = try findings(
            inProvider: """
                name: Acme
                entity: Acme Ltd
                purpose: Hosts the databases
                data: [content]
                locations: [DE]
                announced: 2026-06-01
                effective: 2026-07-02
                note: New.
                """, isForSigning: true)
        #expect(
            coming == """
                Content/subprocessors/providers/acme.yaml:1:7 warning annex-incomplete: Annex III asks for what Acme does not state: address; contact person's name, position and contact details; duration of the processing
                    add address: "street, town, country", contact: "name, position, mail address", duration: "as long as the contract"
                    where nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}
                """)
    }

    @Test func asksForNothingThatHasItsOwnFinding() throws {
        #expect(try rows(["acme": ""], "checks: {annex-incomplete: off}") == "")
        let lines = "register: {private: [address, contact, duration]}"
        #expect(try rows(["acme": ""], lines) == "")
        let required = "register: {required: [name, address]}"
        let found = try rows(["acme": "contact: Jane Roe\nduration: [a]"], required)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "address" is missing
                    add address: …
                Content/subprocessors/providers/acme.yaml:8:11 wrong-type: "duration" is a list, and one value is asked for
                    write a text
                """)
    }

    /// Where site.yaml asks for less, the annex still does.
    @Test func asksForWhatADescriptionNeeds() throws {
        let found = try findings(
            inProvider: "name: Acme\nlocations: [DE]\nannounced: 2026-06-01\n\(Self.whole)",
            site: "register: {required: [name]}", isForSigning: true)
        #expect(
            found.contains("description and nature of the processing, with a clear delimitation of responsibilities"))
        #expect(found.contains("subject matter of the processing"))
    }
}
