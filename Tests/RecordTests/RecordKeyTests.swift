import Diagnostics
import Formats
import TestSupport
import Testing

/// The keys that sign a record, and those of its witnesses, are lines of their first and their last days: who could write
/// another under a day that is past could sign another history.
@Suite struct RecordKeyTests {
    private static let site = "Content/site.yaml"
    private static let witness = "witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy]
        since: 2026-01-01
        notice: {days: 0}
        record:
          keys:
            - {key: RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-01-01, until: 2026-02-28}
            - {key: RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-01}
          witnesses:
            - {key: \(witness), from: 2026-02-01}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        # Privacy
        -- Content/privacy/2026-03-05.md --
        ---
        title: Privacy
        summary: A word more.
        ---

        # Privacy, and more
        """

    /// Publishes the world as of 10 March, edits site.yaml, and gives what a build of the next day finds.
    private func refused(_ old: String, _ new: String) throws -> String {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        try builds.edit(Self.site, old, new)
        return try builds.errors("2026-03-11").listing
    }

    @Test func `a key is a line on its first day and on its last`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        let lines = String(decoding: builds.published["record/entries.jsonl"] ?? [], as: UTF8.self)
        #expect(
            lines.split(separator: "\n").filter { $0.contains("\"key\":") }.joined(separator: "\n") == """
                {"from":"2026-01-01","key":"RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA","kind":"key"}
                {"from":"2026-02-01","key":"\(Self.witness)","kind":"witness"}
                {"key":"RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA","kind":"key","until":"2026-02-28"}
                {"from":"2026-03-01","key":"RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA","kind":"key"}
                """)
    }

    @Test func `replaced`() throws {
        #expect(
            try refused(
                "RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA",
                "RWTSaltmarshOtherxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA") == """
                    Content/site.yaml:1:1 settings-changed: the key RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA was published as in use from 2026-03-01, and is no longer listed
                        put it back: - {key: RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-01}; one that is used no longer gets until: 2026-03-11
                    Content/site.yaml:11:77 backdated: this key is in use from 2026-03-01, of which the previous build has spoken
                        write from: 2026-03-11
                    """)
    }

    @Test func `dropped`() throws {
        #expect(
            try refused("  witnesses:\n    - {key: \(Self.witness), from: 2026-02-01}\n", "") == """
                Content/site.yaml:1:1 settings-changed: the witness \(Self.witness) was published as in use from 2026-02-01, and is no longer listed
                    put it back: - {key: \(Self.witness), from: 2026-02-01}; one that is used no longer gets until: 2026-03-11
                """)
        #expect(
            try refused(
                "RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-01-01, until: 2026-02-28",
                "RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-01-01") == """
                    Content/site.yaml:10:77 settings-changed: the key RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA was published as in use until 2026-02-28
                        write until: 2026-02-28
                    """)
    }

    @Test(arguments: ["2026-02-01", "2026-03-10", "2026-04-01"])
    func `moved to another first day`(_ day: String) throws {
        #expect(
            try refused(
                "RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-01",
                "RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: \(day)") == """
                    Content/site.yaml:11:77 settings-changed: this key was published as in use from 2026-03-01
                        write from: 2026-03-01
                    """)
        #expect(
            try refused("from: 2026-02-01}", "from: \(day == "2026-02-01" ? "2026-01-31" : day)}") == """
                Content/site.yaml:13:\(21 + Self.witness.count) settings-changed: this witness was published as in use from 2026-02-01
                    write from: 2026-02-01
                """)
    }

    @Test(arguments: ["2026-01-15", "2026-03-09", "2026-12-31"])
    func `moved to another last day`(_ day: String) throws {
        #expect(
            try refused("until: 2026-02-28", "until: \(day)") == """
                Content/site.yaml:10:96 settings-changed: the key RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA was published as in use until 2026-02-28
                    write until: 2026-02-28
                """)
    }

    @Test func `a new one begins, and one ends, on a day that is to come`() throws {
        let second = "RWTSaltmarshSecondKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-01"
        #expect(try refused(second, second + ", until: 2026-03-11") == "")
        #expect(
            try refused(second, second + ", until: 2026-03-09") == """
                Content/site.yaml:11:96 backdated: this key is in use until 2026-03-09, of which the previous build has spoken
                    write until: 2026-03-11
                """)
        #expect(
            try refused(
                second + "}",
                second + "}\n    - {key: RWTSaltmarshThirdxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-11}")
                == "")
        #expect(
            try refused(
                second + "}",
                second + "}\n    - {key: RWTSaltmarshThirdxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-09}")
                    == """
                    Content/site.yaml:12:77 backdated: this key is in use from 2026-03-09, of which the previous build has spoken
                        write from: 2026-03-11
                    """)
    }

    @Test func `a key that is used again has two periods, each with its own days`() throws {
        var builds = Builds(Self.world)
        let again = "    - {key: RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-08}\n"
        try builds.edit(Self.site, "  witnesses:", again + "  witnesses:")
        try #require(try builds.build("2026-03-10").isEmpty)
        func refused(_ new: String) throws -> String {
            var builds = builds
            try builds.edit(Self.site, again, new)
            return try builds.errors("2026-03-11").listing
        }
        #expect(
            try refused("") == """
                Content/site.yaml:1:1 settings-changed: the key RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA was published as in use from 2026-03-08, and is no longer listed
                    put it back: - {key: RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-08}; one that is used no longer gets until: 2026-03-11
                """)
        #expect(
            try refused("    - {key: RWTSaltmarshFirstxKeyForTestsAloneAAAAAAAAAAAAAAAAAAAAAA, from: 2026-03-07}\n")
                == """
                Content/site.yaml:12:77 settings-changed: this key was published as in use from 2026-03-08
                    write from: 2026-03-08
                """)
    }
}
