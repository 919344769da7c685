import Testing

/// What a list lacks, or says twice.
@Suite struct ListTests {
    private func row(_ lines: String, site: String = "", asOf day: String = "2026-06-01") throws -> String {
        try findings(
            inProvider: """
                name: Acme
                entity: Acme Ltd
                purpose: Hosts the databases
                data: [content]
                announced: 2026-01-01
                \(lines)
                """, site: site, asOf: day)
    }

    private static let noPlace = """
        Content/subprocessors/providers/acme.yaml:1:1 warning place-missing: the list says no place where Acme processes data, so no transfer can be judged
            add locations: [DE], with the countries in which it processes data
            a published row states it in a change: trustpress new change acme --set 'locations=…'
        """

    @Test(arguments: ["", "headquarters: [DE]", "role: recipient"])
    func noPlace(_ lines: String) throws { #expect(try row(lines) == Self.noPlace) }

    @Test func aRowOfToday() throws {
        let said = try row("", asOf: "2026-01-01")
        #expect(said == Self.noPlace.split(separator: "\n").dropLast().joined(separator: "\n"))
    }

    @Test(arguments: ["locations: [DE]", "storage: [DE]", "access: [FR]", "locations: [EU]"])
    func aPlace(_ lines: String) throws { #expect(try row(lines) == "") }

    @Test func aListWithoutPlaces() throws {
        #expect(
            try row("locations: []") == """
                Content/subprocessors/providers/acme.yaml:6:12 warning missing-key: "locations" says nothing: this list is empty
                    write locations: […] with what belongs into it, or leave the line out
                Content/subprocessors/providers/acme.yaml:6:12 warning place-missing: the list says no place where Acme processes data, so no transfer can be judged
                    add locations: [DE], with the countries in which it processes data
                    a published row states it in a change: trustpress new change acme --set 'locations=…'
                """)
    }

    @Test(arguments: [
        ("subjects: []", 11, "subjects", "write subjects: […] with what belongs into it, or leave the line out"),
        ("products: [ ]", 11, "products", "write the ids of products, or leave the line out where it is used for all"),
        (
            "ai: {training: never, retention: a day, models: []}", 49, "models",
            "write what belongs into it, or leave models out"
        ),
        (
            #"ai: {training: never, exceptions: "see list: []", models: []}"#, 59, "models",
            "write what belongs into it, or leave models out"
        ),
        (
            "products: [ # none\n  ]", 11, "products",
            "write the ids of products, or leave the line out where it is used for all"
        ),
        ("storage: [DE, {rule: Near, of: []}]", 32, "of", "write what belongs into it, or leave of out"),
        ("transfer: {EU: [DPF], UK: []}", 27, "UK", "write what belongs into it, or leave UK out"),
    ])
    func anEmptyList(_ line: String, _ column: Int, _ key: String, _ help: String) throws {
        let found = try row("locations: [DE]\n\(line)", asOf: "2026-01-01")
        #expect(
            found.contains(
                """
                Content/subprocessors/providers/acme.yaml:7:\(column) missing-key: "\(key)" says nothing: this list is empty
                    \(help)
                """))
    }

    @Test func anEmptyListInAChange() throws {
        let change = """
            locations: [DE]
            subjects: [users]
            changes:
              - announced: 2026-02-01
                products: []
                subjects: []
                note: Why.
            """
        let found = """
            Content/subprocessors/providers/acme.yaml:10:15 missing-key: "products" says nothing: this list is empty
                write the ids of products, or products: ~ where it is used for all; what is used for none is removed: true
            Content/subprocessors/providers/acme.yaml:11:15 missing-key: "subjects" says nothing: this list is empty
                write subjects: ~ to take back what was stated, or leave the line out
            """
        #expect(try row(change, asOf: "2026-02-01").contains(found))
        // What is published stays as it is.
        let published = try row(change)
        #expect(published.contains(found.replacing(" missing-key:", with: " warning missing-key:")))
    }

    @Test func aRuleWithoutPlaces() throws {
        #expect(
            try row(
                "locations: [DE, {rule: The nearest data centre}]\nstorage: [{rule: As agreed}, {rule: Near, of: [FR]}]"
            )
                == """
                Content/subprocessors/providers/acme.yaml:6:24 warning place-missing: the rule "The nearest data centre" names no places, so no transfer can be judged
                    add to the rule of: [DE, US], with the countries that it may lead to
                    a published row states it in a change: trustpress new change acme --set 'locations=…'
                Content/subprocessors/providers/acme.yaml:7:18 warning place-missing: the rule "As agreed" names no places, so no transfer can be judged
                    add to the rule of: [DE, US], with the countries that it may lead to
                    a published row states it in a change: trustpress new change acme --set 'storage=…'
                """)
    }

    /// Its words may stand in those of another.
    @Test func aRuleIsShownWhereItIsWritten() throws {
        let found = try row("locations: [{rule: The region by plan, of: [DE]}, {rule: The region}]")
        #expect(
            found.hasPrefix(
                "Content/subprocessors/providers/acme.yaml:6:58 warning place-missing: the rule \"The region\""))
    }

    @Test func aPlaceThatIsWrittenWrongHasOneFinding() throws {
        #expect(
            try row("locations: [Atlantis]") == """
                Content/subprocessors/providers/acme.yaml:6:13 unknown-country: "Atlantis" is not a country code
                    write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL
                """)
        #expect(
            try row("locations: DE") == """
                Content/subprocessors/providers/acme.yaml:6:12 wrong-type: "locations" is one value, and a list is asked for
                    write [DE]
                """)
    }

    @Test func aPlaceThatIsRequiredHasOneFinding() throws {
        #expect(
            try row("", site: "register: {required: [name, locations]}") == """
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "locations" is missing
                    add locations: [DE]
                """)
    }

    /// What was mended since is no finding, and what a change takes away is one there.
    @Test func placesOverTime() throws {
        #expect(
            try row("changes: [{announced: 2026-02-01, effective: 2026-03-04, locations: [DE], note: Said now.}]") == ""
        )
        #expect(
            try row(
                "locations: [DE]\nchanges: [{announced: 2026-02-01, effective: 2026-03-04, locations: ~, note: Gone.}]")
                    == """
                    Content/subprocessors/providers/acme.yaml:7:69 warning place-missing: the list says no place where Acme processes data, so no transfer can be judged
                        add locations: [DE], with the countries in which it processes data
                        a published row states it in a change: trustpress new change acme --set 'locations=…'
                    """)
        #expect(
            try row("changes: [{announced: 2026-02-01, effective: 2026-03-04, removed: true, note: Gone.}]") == "")
    }

    /// A row that needs no name is called by its id where it has none.
    @Test func aRowWithoutAName() throws {
        let found = try findings(
            inProvider: """
                purpose: Answers with AI models
                data: [content]
                ai: {models: [Small]}
                verified: 2025-01-01
                announced: 2026-01-01
                """, site: "register: {required: [purpose, data]}")
        #expect(
            found.split(separator: "\n").filter { !$0.hasPrefix("    ") }.joined(separator: "\n") == """
                Content/subprocessors/providers/acme.yaml:1:1 warning place-missing: the list says no place where acme processes data, so no transfer can be judged
                Content/subprocessors/providers/acme.yaml:3:5 warning ai-terms-missing: the AI terms of acme do not say whether it trains on the data and how long it keeps the data
                Content/subprocessors/providers/acme.yaml:4:11 warning not-verified: acme was last verified on 2025-01-01, more than a year ago
                """)
    }

    @Test func placesThatAreNobodysBusiness() throws {
        #expect(try row("", site: "register: {material: [data], private: [locations]}") == "")
        #expect(try row("", site: "checks: {place-missing: off}") == "")
    }
}

/// The same company for the same purpose in two rows.
@Suite struct ListedTwiceTests {
    /// - Parameter rows: of each its name, entity (none where empty), purpose, and more lines.
    private func rows(_ rows: (String, String, String, String)..., asOf day: String = "2026-06-01") throws -> String {
        let files = rows.enumerated().map { index, row in
            """
            -- Content/subprocessors/providers/row-\(index + 1).yaml --
            name: \(row.0)
            purpose: \(row.2)
            data: [content]
            locations: [DE]
            announced: 2026-01-01
            \(row.1.isEmpty ? "address: Quay 1" : "entity: \(row.1)")
            \(row.3)
            """
        }
        let site = """
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [subprocessors]
            products: {sonar: Sonar, lamp: Lamp, buoy: Buoy}
            since: 2026-01-01
            notice: {days: 30, objection_days: 30}
            register: {required: [name, purpose, data]}
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---
            """
        return try findings(in: ([site] + files).joined(separator: "\n"), asOf: day)
    }

    private static func twice(_ row: Int, _ name: String = "Reed CRM", days: String = "", beside other: Int = 1)
        -> String
    {
        """
        Content/subprocessors/providers/row-\(row).yaml:2:10 warning listed-twice: \(name) is on the list twice for this purpose\(days): here and in row-\(other).yaml
            keep one row, with what both say: delete the file of the other, or where that is published take it off the list with removed: true and a note that says so; where both are meant, tell them apart by products:, by condition: or by what each does, as its purpose
        """
    }

    @Test func theSameCompanyForTheSamePurpose() throws {
        #expect(
            try rows(("Reed CRM", "Reed Inc", "Sends mail", ""), ("reed crm.", "Reed, Inc.", "Sends  mail.", ""))
                == Self.twice(2, "reed crm."))
        #expect(try rows(("Reed CRM", "", "Sends mail", ""), ("Reed CRM", "", "Sends mail", "")) == Self.twice(2))
        // One of the two names no entity, or names it as its name.
        #expect(
            try rows(("Reed CRM", "Reed Inc", "Sends mail", ""), ("Reed CRM", "", "Sends mail", "")) == Self.twice(2))
        #expect(
            try rows(("Reed CRM", "", "Sends mail", ""), ("Reed CRM", "Reed Inc", "Sends mail", "")) == Self.twice(2))
        #expect(
            try rows(("Reed CRM", "Reed Inc", "Sends mail", ""), ("Reed Inc.", "", "Sends mail", ""))
                == Self.twice(2, "Reed Inc."))
    }

    @Test func threeRows() throws {
        let row = ("Reed CRM", "Reed Inc", "Sends mail", "")
        #expect(try rows(row, row, row) == Self.twice(2) + "\n" + Self.twice(3))
    }

    @Test func otherCompaniesAndPurposes() throws {
        #expect(
            try rows(("Reed CRM", "Reed Inc", "Sends mail", ""), ("Reed CRM", "Reed Inc", "Keeps requests", "")) == "")
        #expect(try rows(("Reed CRM", "Reed Inc", "Sends mail", ""), ("Reed CRM", "Reed BV", "Sends mail", "")) == "")
        #expect(try rows(("Reed CRM", "", "Sends mail", ""), ("Rush CRM", "", "Sends mail", "")) == "")
    }

    /// Rows of one company that say for whom each is are two; a place says nothing of that.
    @Test func rowsForOtherCustomers() throws {
        func rows(_ one: String, _ other: String) throws -> String {
            try self.rows(
                ("Reed CRM", "Reed Inc", "Sends mail", one), ("Reed CRM", "Reed Inc", "Sends mail", other))
        }
        let apart = [
            ("products: [sonar]", "products: [lamp]"), ("products: [sonar, buoy]", "products: [lamp]"),
            ("condition: Customers in the EU", "condition: Customers in the US"),
            ("products: [sonar]\ncondition: With mail", "products: [lamp]\ncondition: With mail"),
        ]
        for (one, other) in apart { #expect(try rows(one, other) == "", "\(one) / \(other)") }
        let together = [
            ("products: [sonar]", "products: [sonar]"), ("products: [sonar, lamp]", "products: [lamp, buoy]"),
            ("products: [sonar]", "category: Mail"),
            ("condition: Customers in the EU", "condition: customers in the EU."),
            ("condition: Customers in the EU", "category: Mail"), ("storage: [DE]", "storage: [FR]"),
            ("products: [sonar]\ncondition: With mail", "condition: With mail"),
            ("role: recipient", "role: subprocessor"),
        ]
        for (one, other) in together {
            #expect(
                try rows(one, other) == Self.twice(2), "\(one) / \(other)")
        }
    }

    @Test func rowsThatFollowOneAnother() throws {
        let gone = "changes: [{announced: 2026-02-01, effective: 2026-07-04, removed: true, note: Moved.}]"
        let row = ("Reed CRM", "Reed Inc", "Sends mail", "")
        func later(_ day: String) -> (String, String, String, String) {
            // The later of two keys is refused, so the day is a change.
            (
                "Reed CRM", "Reed Inc", "Keeps mail",
                "changes: [{announced: 2026-02-01, effective: \(day), purpose: Sends mail, note: Now.}]"
            )
        }
        #expect(try rows((row.0, row.1, row.2, gone), later("2026-07-04")) == "")
        #expect(
            try rows((row.0, row.1, row.2, gone), later("2026-07-03"))
                == Self.twice(2, days: " from 2026-07-03 on").replacing("yaml:2:10", with: "yaml:7:67"))
        // It was so, and is mended.
        let long = "changes: [{announced: 2026-02-01, effective: 2026-04-04, removed: true, note: Moved.}]"
        #expect(try rows(row, (row.0, row.1, row.2, long)) == "")
    }
}
