import Diagnostics
import Formats
import TestSupport
import Testing

/// What a build refuses because of what an earlier one published: one tampering, one finding, at the line that would
/// have to change.
@Suite struct PreviousTests {
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        utc_offset: "+00:00"
        documents: [privacy, subprocessors]
        since: 2026-01-01
        notice:
          - {days: 10, objection_days: 10}
          - {from: 2026-02-01, days: 20, objection_days: 20}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        # Privacy

        We keep data for 30 days. See [the agreement](/files/dpa.txt).
        -- Content/privacy/2026-04-01.md --
        ---
        title: Privacy
        announced: 2026-03-01
        summary: Longer.
        postponed: [{announced: 2026-03-05, effective: 2026-05-01, reason: Not ready.}]
        ---

        # Privacy

        We keep data for 60 days.
        -- Content/files/dpa.txt --
        The agreement.
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---

        Whom we work with.
        -- Content/subprocessors/providers/anchor.yaml --
        name: Anchor Hosting
        entity: Anchor Hosting GmbH
        purpose: Runs the servers
        data: [account data]
        locations: [DE]
        announced: 2026-01-01
        changes:
          - announced: 2026-03-02
            effective: 2026-04-01
            data: [account data, logs]
            note: Logs too.
        """

    /// Publishes the world as of 10 March, edits it, and gives what a build of the next day finds.
    private func refused(asOf day: String = "2026-03-11", _ edit: (inout Builds) throws -> Void) throws -> String {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        try edit(&builds)
        return try builds.errors(day).listing
    }

    @Test func `what did not change passes`() throws {
        #expect(try refused { _ in } == "")
        #expect(try refused(asOf: "2026-03-10") { _ in } == "")
    }

    @Test func `a text`() throws {
        let found = try refused { try $0.edit("Content/privacy/2026-01-01.md", "30 days", "90 days") }
        #expect(
            found == """
                Content/privacy/2026-01-01.md:7:1 published-text-changed: this was published on 2026-01-01 and now says something else
                    put back: "We keep data for 30 days. See [the agreement](/files/dpa.txt)."
                    what shall hold from now on is a new edition, Content/privacy/2026-05-01.md with announced: 2026-03-11; for a typo write material: false in it
                """)
    }

    @Test func `what a new edition says written into the old one`() throws {
        let path = "Content/privacy/2026-01-01.md"
        var builds = Builds(Self.world)
        builds.files["Content/privacy/2026-03-01.md"] = try #require(builds.files[path])
            .replacing("title: Privacy", with: "title: Privacy\nannounced: 2026-02-01\nsummary: A typo.")
            .replacing("We keep data", with: "We kept data")
        try #require(try builds.build("2026-03-10").isEmpty)
        try builds.edit(path, "We keep data", "We kept data")
        #expect(try builds.errors("2026-03-11").map(\.id) == [.publishedTextChanged])
        let warnings = try builds.warnings("2026-03-11", after: builds.previous)
        #expect(!warnings.contains { $0.id == .emptyChange })
    }

    @Test func `another day of a published block is told of once`() throws {
        let site = "Content/site.yaml"
        var builds = Builds(Self.world)
        let last = "{from: 2026-02-01, days: 20, objection_days: 20}"
        let block = "{announced: 2026-02-02, from: 2026-02-25, days: 5, objection_days: 5}"
        try builds.edit(site, last, last + "\n  - " + block)
        builds.files["Content/subprocessors/providers/kestrel.yaml"] = """
            name: Kestrel Mail
            entity: Kestrel Mail BV
            purpose: Sends mail to users
            data: [mail addresses]
            locations: [NL]
            announced: 2026-03-03
            effective: 2026-03-10
            note: It sends mail.
            """
        try #require(try builds.build("2026-03-10").isEmpty)
        try builds.edit(site, "from: 2026-02-25", "from: 2026-03-20")
        let found = try builds.errors("2026-03-11").listing
        #expect(
            found.contains(
                "\(site):11:35 settings-changed: this block of notice was published with from: 2026-02-25\n"
                    + "    put back from: 2026-02-25; other terms go into a new block: - {announced: "), "\(found)")
        #expect(!found.contains("backdated") && !found.contains("notice-too-short"), "\(found)")
    }

    @Test func `white space in a text`() throws {
        let found = try refused { try $0.edit("Content/privacy/2026-01-01.md", "We keep data", "We  keep data") }
        #expect(
            found.contains(
                ":7:1 published-text-changed: this was published on 2026-01-01 and now says something else; only white space differs"
            ))
    }

    @Test func `the form in which accents are stored`() throws {
        var builds = Builds(Self.world)
        let path = "Content/privacy/2026-01-01.md"
        try builds.edit(path, "We keep data", "We keep caf\u{E9} data")
        try #require(try builds.build("2026-03-10").isEmpty)
        builds.files[path]?.replace("\u{E9}", with: "e\u{301}")
        let found = try builds.errors("2026-03-11").listing
        #expect(
            found.contains(
                ":7:1 published-text-changed: this was published on 2026-01-01 and now says something else; it looks the same, and only the form in which accents are stored differs (Unicode normalization)"
            ), "\(found)")
    }

    @Test(
        "Lines that are more or gone: what is said can be done as it is said",
        arguments: [
            ("title: Privacy\n", "title: Privacy\nversion: 2\n", 3, "take this line out: it was not there"),
            (
                "title: Privacy\n", "title: Privacy\n# One.\n# Two.\n", 3,
                "take these 2 lines out, from here on: they were not there"
            ),
            (
                "data for", "data\nfor", 7,
                "put back: \"We keep data for 30 days. See [the agreement](/files/dpa.txt).\""
            ),
            (
                "# Privacy\n\n", "", 5,
                "put back above this line the 2 lines that stood there, with \"# Privacy\""
            ),
            ("---\n\n# P", "---\n# P", 4, "put back the empty line above this line"),
            (
                "\nWe keep data for 30 days. See [the agreement](/files/dpa.txt).\n", "\n", 7,
                "put back at the end: \"We keep data for 30 days. See [the agreement](/files/dpa.txt).\""
            ),
            ("txt).\n", "txt).", 7, "put back the line break at the end"),
        ])
    func linesMoreOrGone(old: String, new: String, line: Int, help: String) throws {
        let found = try refused { try $0.edit("Content/privacy/2026-01-01.md", old, new) }
        let start = "Content/privacy/2026-01-01.md:\(line):1 published-text-changed: this was published on 2026-01-01"
        #expect(found.contains(start) && found.contains("\n    \(help)\n"), "\(found)")
    }

    @Test func `words below the end of a text`() throws {
        for words in ["More.\n", "\nMore.\n\nAnd more."] {
            let found = try refused { $0.files["Content/privacy/2026-01-01.md"]? += words }
            #expect(
                found.contains(
                    "published-text-changed: this was published on 2026-01-01 and now says something else\n"
                        + "    take out what stands from here on: the text ended above\n"), "\(found)")
        }
    }

    @Test func `line ends are none of a text's`() throws {
        #expect(try refused { $0.files["Content/privacy/2026-01-01.md"]?.replace("\n", with: "\r\n") } == "")
    }

    @Test func `a line below one that is not published`() throws {
        let found = try refused { try $0.edit("Content/privacy/2026-04-01.md", "60 days", "90 days") }
        #expect(found.hasPrefix("Content/privacy/2026-04-01.md:10:1 published-text-changed: "))
    }

    @Test func `a title`() throws {
        let found = try refused {
            try $0.edit("Content/privacy/2026-01-01.md", "title: Privacy", "title: Your Privacy")
        }
        #expect(found.hasPrefix("Content/privacy/2026-01-01.md:2:1 published-text-changed: "))
    }

    @Test func `a day of announcement`() throws {
        let found = try refused {
            try $0.edit("Content/privacy/2026-04-01.md", "announced: 2026-03-01", "announced: 2026-03-02")
        }
        #expect(
            found.hasPrefix(
                "Content/privacy/2026-04-01.md:3:1 published-text-changed: this edition was announced for 2026-03-01\n"
                    + "    put back: \"announced: 2026-03-01\"\n"))
    }

    @Test func `an edition that is gone`() throws {
        let found = try refused { $0.files["Content/privacy/2026-04-01.md"] = nil }
        #expect(
            found.hasPrefix(
                """
                Content/privacy/2026-04-01.md:1:1 published-text-missing: privacy/2026-04-01 was published on 2026-03-01 and is no longer in the source
                    put the file back; if it is not to take effect, write withdrawn: {announced: 2026-03-11, reason: …} in it; where a court or a person has it erased, keep the front matter and write erased: {announced: 2026-03-11, reason: …, sha256: 
                """))
        let inForce = try refused { $0.files["Content/privacy/2026-01-01.md"] = nil }
        #expect(
            inForce.contains("\n    put the file back; where a court or a person has it erased, keep the front matter"))
    }

    @Test func `a change that is gone`() throws {
        let path = "Content/subprocessors/providers/anchor.yaml"
        let file = try refused { $0.files[path] = nil }
        #expect(
            file.contains(
                """
                subprocessors/anchor/2026-01-01 was published on 2026-01-01 and is no longer in the source
                    put it back; to take the company off the list, add an item to changes: {announced: 2026-03-11, removed: true, note: …}
                """))
        #expect(
            file.contains(
                """
                subprocessors/anchor/2026-03-02 was published on 2026-03-02 and is no longer in the source
                    put the file back; if it is not to take effect, add withdrawn: {announced: 2026-03-11, reason: …} to it
                """))
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-04-10").isEmpty)
        builds.files[path] = String(try #require(builds.files[path]).split(separator: "changes:")[0])
        #expect(
            try builds.errors("2026-04-11").listing.hasPrefix(
                """
                \(path):1:1 published-text-missing: subprocessors/anchor/2026-03-02 was published on 2026-03-02 and is no longer in the source
                    put it back; what shall hold from now on is a new item of changes: {announced: 2026-04-11, …, note: …}
                """))
    }

    @Test func `an erasure without a day`() throws {
        let found = try refused {
            try $0.edit(
                "Content/privacy/2026-04-01.md", "announced: 2026-03-01",
                "announced: 2026-03-01\nerased: {reason: A court says so.}")
        }
        #expect(found.contains("add announced: 2026-03-11, or the other day on which you say so"), "\(found)")
        #expect(!found.contains("backdated"), "\(found)")
    }

    /// A slip in it is one error, and nothing of what is published is missing or dated otherwise.
    @Test(arguments: ["{reason: We do not.}", "true", "2026-03-11", "{announced: soon, reason: We do not.}"])
    func `a withdrawal without a day`(_ withdrawal: String) throws {
        for path in ["Content/privacy/2026-04-01.md", "Content/subprocessors/providers/anchor.yaml"] {
            let found = try refused {
                let announced = path.hasSuffix(".md") ? "announced: 2026-03-01" : "effective: 2026-04-01"
                let indent = path.hasSuffix(".md") ? "" : "    "
                try $0.edit(path, announced, "\(announced)\n\(indent)withdrawn: \(withdrawal)")
            }
            #expect(found.split(separator: "\n").count { !$0.hasPrefix("    ") } == 1, "\(found)")
            #expect(found.contains("\"withdrawn\"") || found.contains("\"announced\"") || found.contains("soon"))
        }
    }

    /// It is there, and so is what else was announced on its day: what is told is the withdrawal's own.
    @Test(arguments: ["2025-03-11", "2026-03-02"])
    func `a withdrawal that is not after the announcement`(_ day: String) throws {
        let path = "Content/subprocessors/providers/anchor.yaml"
        var builds = Builds(Self.world)
        try builds.edit(
            path, "note: Logs too.",
            """
            note: Logs too.
              - announced: 2026-03-02
                effective: 2026-05-01
                address: 1 Main Street
                note: It moves.
            """)
        try #require(try builds.build("2026-03-10").isEmpty)
        try builds.edit(
            path, "note: Logs too.", "note: Logs too.\n    withdrawn: {announced: \(day), reason: We do not.}")
        #expect(
            try builds.errors("2026-03-11").listing == """
                \(path):12:28 out-of-order: this change is withdrawn on \(day), not after it is announced on 2026-03-02
                    write a moment after 2026-03-02
                """)
    }

    @Test func `a document of which the only edition is gone`() throws {
        var builds = Builds(Self.world)
        builds.files["Content/privacy/2026-04-01.md"] = nil
        try #require(try builds.build("2026-03-10").isEmpty)
        builds.files["Content/privacy/2026-01-01.md"] = nil
        let found = try builds.errors("2026-03-11")
        #expect(found.map(\.id) == [.publishedTextMissing], "\(found.listing)")
    }

    @Test func `an edition that is renamed`() throws {
        let found = try refused {
            $0.files["Content/privacy/2026-04-02.md"] = $0.files.removeValue(forKey: "Content/privacy/2026-04-01.md")
        }
        #expect(
            found.hasPrefix(
                "Content/privacy/2026-04-02.md:2:8 published-text-changed: this edition was published as 2026-04-01, and its "
                    + "id is its file's name\n    rename the file to 2026-04-01.md; "))
    }

    /// Nothing is postponed to an earlier day: it is withdrawn and announced anew, with the notice of today.
    @Test(arguments: [
        (
            "2026-06-01", "2026-03-11",
            "; to let it take effect later, add to postponed {announced: 2026-03-11, effective: 2026-06-01, reason: …}"
        ),
        (
            "2026-04-02", "2026-03-11",
            "; to let it take effect earlier, write withdrawn: {announced: 2026-03-11, reason: …} in it and announce it anew, "
                + "Content/privacy/2026-04-02.md with announced: 2026-03-11"
        ),
        (
            "2026-03-22", "2026-03-11",
            "; to let it take effect earlier, on 2026-04-01 at the earliest, write withdrawn: {announced: 2026-03-11, reason: "
                + "…} in it and announce it anew, Content/privacy/2026-04-01-2.md with announced: 2026-03-11"
        ),
        ("2026-04-02", "2026-04-15", "; announced anew on 2026-04-15, it could not take effect earlier"),
        ("2026-04-02", "2026-05-02", ""),
    ])
    func `an edition that is renamed to come on another day`(name: String, day: String, way: String) throws {
        let found = try refused(asOf: day) {
            $0.files["Content/privacy/\(name).md"] = $0.files.removeValue(forKey: "Content/privacy/2026-04-01.md")
        }
        let help = found.split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
            $0.hasPrefix("rename the file to")
        }
        #expect(help == ["rename the file to 2026-04-01.md\(way)"], "\(found)")
    }

    /// Likewise a row and its changes. What the help says is what then passes.
    @Test func `a change that is to come on another day`() throws {
        var builds = Builds(Self.world)
        let (anchor, beacon) = (
            "Content/subprocessors/providers/anchor.yaml", "Content/subprocessors/providers/beacon.yaml"
        )
        try builds.edit(anchor, "effective: 2026-04-01", "effective: 2026-06-01")
        let row = """
            name: Beacon Mail
            entity: Beacon Mail Ltd
            purpose: Sends the mail
            data: [mail]
            locations: [DE]
            """
        builds.files[beacon] = row + "\nannounced: 2026-03-02\neffective: 2026-06-01\nnote: New.\n"
        try #require(try builds.build("2026-03-10").isEmpty)
        func ways(_ path: String, _ day: String) throws -> String {
            var edited = builds
            try edited.edit(path, "effective: 2026-06-01", "effective: \(day)")
            let found = try edited.errors("2026-03-11").listing.split(separator: "\n")
            return found.dropFirst().map { $0.drop { $0 == " " } }.joined(separator: "\n")
        }
        #expect(
            try ways(anchor, "2026-07-01") == """
                put back effective: "2026-06-01"
                to let it take effect later, write postponed: [{announced: 2026-03-11, effective: 2026-07-01, reason: …}]
                """)
        #expect(
            try ways(anchor, "2026-04-10") == """
                put back effective: "2026-06-01"
                to let it take effect earlier, add withdrawn: {announced: 2026-03-11, reason: …} to it and announce it anew, in a new item of changes: {announced: 2026-03-11, effective: 2026-04-10, …}
                """)
        #expect(
            try ways(anchor, "2026-03-25") == """
                put back effective: "2026-06-01"
                to let it take effect earlier, on 2026-04-01 at the earliest, add withdrawn: {announced: 2026-03-11, reason: …} to it and announce it anew, in a new item of changes: {announced: 2026-03-11, effective: 2026-04-01, …}
                """)
        #expect(
            try ways(beacon, "2026-05-01") == """
                put back effective: "2026-06-01"
                to let it take effect earlier, add withdrawn: {announced: 2026-03-11, reason: …} to it and announce it anew with all that the row says, in an item of changes: {announced: 2026-03-11, effective: 2026-05-01, removed: false, …}
                """)
        let withdrawal = "withdrawn: {announced: 2026-03-11, reason: Sooner.}"
        builds.files[anchor]? +=
            "\n    \(withdrawal)\n"
            + "  - {announced: 2026-03-11, effective: 2026-04-01, data: [account data, logs], note: Logs too.}\n"
        let again = row.split(separator: "\n").map { "    \($0)\n" }.joined()
        builds.files[beacon]? +=
            "\(withdrawal)\nchanges:\n  - announced: 2026-03-11\n    effective: 2026-05-01\n    removed: false\n\(again)"
            + "    note: New.\n"
        #expect(try builds.errors("2026-03-11").listing == "")
    }

    @Test func `a postponement that is gone, moved or reworded`() throws {
        let path = "Content/privacy/2026-04-01.md"
        let postponed = "postponed: [{announced: 2026-03-05, effective: 2026-05-01, reason: Not ready.}]\n"
        let gone = try refused { try $0.edit(path, postponed, "") }
        #expect(
            gone.hasPrefix("\(path):2:8 published-text-missing: the postponement of privacy/2026-04-01 was published"))
        let reworded = try refused { try $0.edit(path, "Not ready.", "A pity.") }
        #expect(
            reworded == """
                \(path):5:25 published-text-changed: the postponement of privacy/2026-04-01 was published with other words or another day
                    put back what was written when it was announced
                """)
    }

    @Test func `a linked file`() throws {
        let changed = try refused { try $0.edit("Content/files/dpa.txt", "agreement", "deal") }
        #expect(
            changed.hasPrefix(
                "Content/files/dpa.txt:1:1 published-text-changed: this file was published with privacy/2026-01-01 and is now "
                    + "another\n    put it back (SHA-256 "))
        let spaced = try refused { try $0.edit("Content/files/dpa.txt", "The agreement", "The  agreement") }
        #expect(spaced.contains("is now another; only white space differs"))
        let ended = try refused { try $0.edit("Content/files/dpa.txt", "\n", "\r\n") }
        #expect(ended.contains("is now another; only line ends differ"))
        let gone = try refused { $0.files["Content/files/dpa.txt"] = nil }
        #expect(gone.contains("Content/files/dpa.txt:1:1 published-text-missing: this file was published"))
    }

    @Test func `a field of a provider`() throws {
        let found = try refused { try $0.edit("Content/subprocessors/providers/anchor.yaml", "[DE]", "[DE, FR]") }
        #expect(
            found == """
                Content/subprocessors/providers/anchor.yaml:5:12 published-text-changed: "locations" of subprocessors/anchor/2026-01-01 was published on 2026-01-01 as something else
                    put back locations: ["DE"]
                    what shall hold from now on is a new item of changes: {announced: 2026-03-11, effective: 2026-04-01, locations: …, note: …}
                """)
    }

    @Test func `a note, a day and a whole change`() throws {
        let path = "Content/subprocessors/providers/anchor.yaml"
        let note = try refused { try $0.edit(path, "Logs too.", "Logs as well.") }
        #expect(
            note == """
                \(path):11:11 published-text-changed: "note" of subprocessors/anchor/2026-03-02 was published on 2026-03-02 as something else
                    put back note: "Logs too."
                    what shall hold from now on is a new item of changes: {announced: 2026-03-11, effective: 2026-04-01, note: …, material: false}
                """)
        let removed = try refused { try $0.edit(path, "changes:", "removed: true\nchanges:") }
        #expect(
            removed == """
                \(path):7:1 unknown-key: "removed" stands in the state when first listed
                    write it in an item of changes
                """)
        let day = try refused { try $0.edit(path, "effective: 2026-04-01", "effective: 2026-04-02") }
        #expect(
            day.hasPrefix("\(path):9:16 published-text-changed: \"effective\" of subprocessors/anchor/2026-03-02 was"))
        let announced = try refused { try $0.edit(path, "announced: 2026-03-02", "announced: 2026-03-03") }
        #expect(
            announced == """
                \(path):8:16 published-text-changed: this change was published as anchor/2026-03-02, announced on 2026-03-02
                    write announced: 2026-03-02
                """)
        let gone = try refused {
            let lines = try #require($0.files[path]).split(separator: "changes:")
            $0.files[path] = String(lines[0])
        }
        #expect(gone.hasPrefix("\(path):1:1 published-text-missing: subprocessors/anchor/2026-03-02 was published on"))
        let provider = try refused { $0.files[path] = nil }
        #expect(provider.split(separator: "published-text-missing").count == 3)
    }

    @Test func `settings of the past`() throws {
        let site = "Content/site.yaml"
        #expect(
            try refused { try $0.edit(site, "acme.example,2026", "acme.example,2027") } == """
                Content/site.yaml:4:12 authority-changed: the authority of every permanent id was acme.example,2026, and never changes
                    write authority: acme.example,2026
                """)
        #expect(
            try refused { try $0.edit(site, "{days: 10,", "{days: 5,") }.hasPrefix(
                "\(site):9:12 settings-changed: \"days\" of the first block of notice was published as something else"))
        #expect(try refused { try $0.edit(site, "from: 2026-02-01", "from: 2026-03-09") }.contains("settings-changed"))
        #expect(
            try refused { try $0.edit(site, "since: 2026-01-01", "since: 2026-03-02") }.hasPrefix(
                "\(site):7:8 settings-changed: the record was published with since: 2026-01-01"))
        #expect(
            try refused { try $0.edit(site, "\"+00:00\"", "\"+01:00\"") }.hasPrefix("\(site):5:1 settings-changed: "))
        #expect(
            try refused {
                try $0.edit(site, "{from: 2026-02-01", "{from: 2026-03-01, days: 30}\n  - {from: 2026-05-01")
            }
            .contains("settings-changed"))
        // What is written out and holds anyway alters nothing.
        let same =
            "{announced: 2026-02-01, from: 2026-02-01, period_ends: calendar_day, documents: {privacy: {days: 20}}"
        #expect(try refused { try $0.edit(site, "{from: 2026-02-01", same) } == "")
        #expect(
            try refused { try $0.edit(site, "since: 2026-01-01", "since: 2026-01-01\nchecks: {vague-purpose: off}") }
                == "")
    }

    @Test func `a new block for a coming day passes, and one of a day that is past does not`() throws {
        func refused(_ block: String) throws -> String {
            let last = "{from: 2026-02-01, days: 20, objection_days: 20}"
            return try self.refused { try $0.edit("Content/site.yaml", last, last + "\n  - " + block) }
        }
        #expect(try refused("{from: 2026-03-20, days: 30}") == "")
        #expect(
            try refused(
                "{announced: 2026-03-11, from: 2026-04-01, days: 19, objection_days: 20, objection_after_effect: It ends.}"
            ) == "")
        #expect(
            try refused("{announced: 2026-03-04, from: 2026-05-01, days: 30}") == """
                Content/site.yaml:11:17 backdated: this is announced for 2026-03-04, and the previous build spoke for 2026-03-10
                    write announced: 2026-03-11, and from: 2026-03-11 or later
                """)
        // Announced in time, and first published a day later.
        #expect(
            try refused("{announced: 2026-03-10, from: 2026-03-31, days: 10}") == """
                Content/site.yaml:11:35 notice-too-short: this block weakens what customers were promised (days of privacy, subprocessors, new documents: 10 instead of 20; objection_days of subprocessors, new documents: 10 instead of 20), and holds from 2026-03-31; told on 2026-03-11 with 20 days of notice, it can hold from 2026-04-01 at the earliest
                    write announced: 2026-03-11 and from: 2026-04-01
                """)
    }

    @Test func `backdating`() throws {
        let edition = "---\ntitle: Privacy\nannounced: DAY\nsummary: Less.\n---\n\n# Privacy\n\nLess.\n"
        func announced(_ day: String, asOf: String = "2026-03-11") throws -> String {
            try refused(asOf: asOf) { $0.files["Content/privacy/2026-08-01.md"] = edition.replacing("DAY", with: day) }
        }
        #expect(
            try announced("2026-03-04") == """
                Content/privacy/2026-08-01.md:3:12 backdated: this is announced for 2026-03-04, and the previous build spoke for 2026-03-10
                    write announced: 2026-03-11; if it was made public on 2026-03-04 indeed, keep that and add recorded: 2026-03-11
                """)
        #expect(try announced("2026-03-09").contains("backdated"))
        #expect(try announced("2026-03-10") == "")
        #expect(try announced("2026-03-11") == "")
        #expect(try announced("2026-03-20") == "")
    }

    /// Of an announcement for a past day, and what its notice period is, is told once, with days that would do.
    @Test func `what is backdated and takes effect too soon`() throws {
        func found(_ file: String, _ announced: String = "") throws -> String {
            try refused(asOf: "2026-03-11") {
                $0.files["Content/subprocessors/\(file).md"] =
                    "---\ntitle: Subprocessors\n\(announced)summary: Less.\n---\n\nLess.\n"
            }
        }
        #expect(
            try found("2026-03-15", "announced: 2026-03-04\n") == """
                Content/subprocessors/2026-03-15.md:3:12 backdated: this is announced for 2026-03-04, and the previous build spoke for 2026-03-10
                    write announced: 2026-03-11 and let it take effect on 2026-04-01; if it was made public on 2026-03-04 indeed, keep that and add recorded: 2026-03-11, and urgent: and why customers are told late
                """)
        #expect(
            try found("2026-03-04") == """
                Content/subprocessors/2026-03-04.md:2:1 backdated: this says no day of announcement, so that this is its first day, 2026-03-04, and the previous build spoke for 2026-03-10
                    write announced: 2026-03-11 and let it take effect on 2026-04-01; if it was made public on 2026-03-04 indeed, keep that and add recorded: 2026-03-11, and urgent: and why customers are told late
                """)
        #expect(try found("2026-04-01", "announced: 2026-03-11\n") == "")
        #expect(
            try found("2026-03-10") == """
                Content/subprocessors/2026-03-10.md:2:1 notice-too-short: this says no day of announcement, so that this is its first day, 2026-03-10 and first published on 2026-03-11; with 20 days of notice from then it can take effect on 2026-04-01 at the earliest
                    write announced: 2026-03-11 and let it take effect on 2026-04-01; or, where it was so from 2026-03-10, add recorded: 2026-03-11, and urgent: and why customers are told late
                """)
        // Today and later nothing was announced before.
        #expect(
            try found("2026-03-11") == """
                Content/subprocessors/2026-03-11.md:2:1 notice-too-short: this edition takes effect on 2026-03-11 and says no day of announcement, so that this is the same day; with 20 days of notice from then, it can take effect on 2026-04-01 at the earliest
                    rename the file to 2026-04-01.md or a later day, or write urgent: and why the notice is short
                """)
        #expect(
            try found("2026-04-10").contains(
                "\n    add announced: 2026-03-20 or an earlier day, if it is made public then; else rename the file to "
            ))
    }

    /// The same of a change, whose day of effect stands elsewhere.
    @Test func `a change that is backdated and takes effect too soon`() throws {
        let found = try refused(asOf: "2026-03-11") {
            $0.files["Content/subprocessors/providers/gull.yaml"] = """
                name: Gull
                entity: Gull Ltd
                purpose: Carries letters
                data: [letters]
                locations: [DE]
                announced: 2026-03-04
                effective: 2026-03-06
                note: It is fast.
                """
        }
        #expect(
            found == """
                Content/subprocessors/providers/gull.yaml:6:12 backdated: this is announced for 2026-03-04, and the previous build spoke for 2026-03-10
                    write announced: 2026-03-11 and let it take effect on 2026-04-01; if it was made public on 2026-03-04 indeed, keep that and add recorded: 2026-03-11, and urgent: and why customers are told late
                """)
    }

    /// It has a day of recording already, which is another now.
    @Test func `what is recorded for a day that is past`() throws {
        let found = try refused {
            $0.files["Content/privacy/2025-06-01.md"] =
                "---\ntitle: Privacy\nrecorded: 2026-03-04\n---\n\n# Privacy\n\nLess.\n"
        }
        #expect(
            found == """
                Content/privacy/2025-06-01.md:3:11 backdated: this is announced for 2026-03-04, and the previous build spoke for 2026-03-10
                    write recorded: 2026-03-11
                """)
    }

    @Test func `a second announcement of a day needs a time`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-05").isEmpty)
        let edition = "---\ntitle: Privacy\nannounced: DAY\nsummary: Less.\n---\n\n# Privacy\n\nLess.\n"
        let path = "Content/privacy/2026-08-01.md"
        builds.files[path] = edition.replacing("DAY", with: "2026-03-05")
        #expect(try builds.errors("2026-03-05").listing.contains("write announced: 2026-03-05T12:00; if it"))
        builds.files[path] = edition.replacing("DAY", with: "2026-03-05T12:00")
        #expect(try builds.build("2026-03-05").listing == "")
    }

    @Test func `a late announcement's notice counts from the day on which it is first published`() throws {
        let edition = "---\ntitle: Subprocessors\nannounced: 2026-03-12\nsummary: Less.\n---\n\nLess.\n"
        func effective(_ day: String, asOf: String) throws -> String {
            try refused(asOf: asOf) { $0.files["Content/subprocessors/\(day).md"] = edition }
        }
        // Twenty days are due since February.
        #expect(try effective("2026-04-02", asOf: "2026-03-12") == "")
        #expect(
            try effective("2026-04-02", asOf: "2026-03-15") == """
                Content/subprocessors/2026-04-02.md:3:12 notice-too-short: this is announced for 2026-03-12 and first published on 2026-03-15; with 20 days of notice from then it can take effect on 2026-04-05 at the earliest
                    write announced: 2026-03-15 and let it take effect on 2026-04-05, or add urgent: and why the notice is short
                """)
        #expect(try effective("2026-04-05", asOf: "2026-03-15") == "")
    }

    @Test func `what was urgent may be erased, and nothing is erased that never was published`() throws {
        let path = "Content/privacy/2026-03-08.md"
        let front = "---\ntitle: Privacy\nannounced: 2026-03-08\ninterim: true\n"
        let published = front + "urgent: A court says so.\nsummary: Less.\n---\n\n# Privacy\n\nJane Doe.\n"
        let digest = sha256(published.utf8)
        let words = "urgent: (erased)\nsummary: (erased)\n"
        let erased = front + words + "erased: {announced: 2026-03-11, reason: Asked for., sha256: \(digest)}\n---\n"
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-07").isEmpty)
        builds.files[path] = erased
        #expect(
            try builds.errors("2026-03-11").listing == """
                Content/privacy/2026-03-08.md:7:21 erased-unpublished: privacy/2026-03-08 is said to be erased, and the previous build never published it
                    take it out of the source: what was never published needs no erasure
                """)
        builds.files[path] = published
        try #require(try builds.build("2026-03-08").isEmpty)
        builds.files[path] = erased
        #expect(try builds.errors("2026-03-11").listing == "")
        // That it was urgent is no word of anybody.
        builds.files[path] = erased.replacing("urgent: (erased)\n", with: "")
        #expect(
            try builds.errors("2026-03-11").listing == """
                Content/privacy/2026-03-08.md:2:8 published-text-changed: "urgent" was published in privacy/2026-03-08 and is gone, and an erasure takes words and no key
                    write urgent: "(erased)"
                """)
    }

    @Test func `an as-of that goes back`() throws {
        #expect(
            try refused(asOf: "2026-03-09") { _ in } == """
                record/as-of:1:1 as-of-went-back: this run speaks for 2026-03-09, and the previous build spoke for 2026-03-10
                    run it with --as-of 2026-03-10 or later
                """)
        #expect(try refused(asOf: "2026-03-10T08:00") { _ in } == "")
        // What was announced since is not called missing.
        #expect(
            try refused(asOf: "2026-03-03") { _ in } == """
                record/as-of:1:1 as-of-went-back: this run speaks for 2026-03-03, and the previous build spoke for 2026-03-10
                    run it with --as-of 2026-03-10 or later
                """)
    }

    @Test func `an earlier hour of the day, when a later one was published already`() throws {
        let edition = "---\ntitle: Privacy\nannounced: 2026-03-11T18:00\nsummary: Less.\n---\n\n# Privacy\n\nLess.\n"
        var builds = Builds(Self.world)
        builds.files["Content/privacy/2026-08-01.md"] = edition
        try #require(try builds.build("2026-03-11").isEmpty)
        #expect(try builds.errors("2026-03-11T18:00").listing == "")
        #expect(
            try builds.errors("2026-03-11T17:00").listing == """
                record/as-of:1:1 as-of-went-back: this run speaks for 2026-03-11T17:00, and the previous build spoke for 2026-03-11
                    run it with --as-of 2026-03-11 or later
                """)
    }

    @Test func `what is announced for a later day than it was published`() throws {
        let edition = try refused {
            try $0.edit("Content/privacy/2026-04-01.md", "announced: 2026-03-01", "announced: 2026-03-20")
        }
        #expect(
            edition.contains(
                """
                Content/privacy/2026-04-01.md:3:12 published-text-changed: privacy/2026-04-01 was published on 2026-03-01, and would be hidden until 2026-03-20
                    write announced: 2026-03-01
                """))
        let change = try refused {
            try $0.edit("Content/subprocessors/providers/anchor.yaml", "announced: 2026-03-02", "announced: 2026-03-20")
        }
        #expect(
            change.contains(
                ":8:16 published-text-changed: subprocessors/anchor/2026-03-02 was published on 2026-03-02, and would be hidden"
            ))
    }

    @Test(arguments: [
        ("since: 2026-01-01\n", "", "1:1 missing-key: \"since\" is missing"),
        ("since: 2026-01-01", "since: 2026-13-01", "7:8 invalid-date: \"2026-13-01\" is not a day of the calendar"),
        ("since: 2026-01-01", "sinse: 2026-01-01", "7:1 unknown-key: \"sinse\" is not a key of site.yaml"),
        ("authority: acme.example,2026\n", "", "1:1 missing-key: \"authority\" is missing"),
        (
            "authority: acme.example,2026", "autority: acme.example,2026",
            "4:1 unknown-key: \"autority\" is not a key of site.yaml"
        ),
        (
            "utc_offset: \"+00:00\"", "utc_offset: [1]",
            "5:13 wrong-type: \"utc_offset\" is a list, and one value is asked for"
        ),
        ("utc_offset:", "utc_ofset:", "5:1 unknown-key: \"utc_ofset\" is not a key of site.yaml"),
    ])
    func `a setting that cannot be read is reported once`(_ old: String, _ new: String, _ finding: String) throws {
        let found = try refused { try $0.edit("Content/site.yaml", old, new) }
        #expect(found.hasPrefix("Content/site.yaml:\(finding)\n"))
        #expect(found.split(separator: "\n").count == 2, "\(found)")
    }

    // MARK: Erasures

    /// Publishes a register whose provider has words in it, erases the words with an edit, and gives what the next build
    /// finds.
    private func erased(announced: String = "2026-03-11", _ edit: (inout Builds, String) throws -> Void) throws
        -> String
    {
        let path = "Content/subprocessors/providers/anchor.yaml"
        var builds = Builds(Self.world)
        try builds.edit(
            path, "locations: [DE]\n",
            "locations: [DE, {rule: Jane chooses, of: [DE, FR]}]\nai: {training: never, retention: Jane says}\nnote: Ask Jane.\n"
        )
        try #require(try builds.build("2026-03-10").isEmpty)
        let digest = sha256(try #require(builds.published["subprocessors/anchor/2026-01-01.json"]))
        try builds.edit(
            path, "changes:", "erased: {announced: \(announced), reason: Asked., sha256: \(digest)}\nchanges:")
        try edit(&builds, path)
        return try builds.errors("2026-03-11").listing
    }

    @Test func `words may go, and nothing else`() throws {
        #expect(try erased { _, _ in }.contains("empty-change: this erases nothing: everything that has this SHA-256"))
        for words in ["Ask Jane.", "Jane says", "Jane chooses", "never", "Anchor Hosting GmbH", "Runs the servers"] {
            #expect(try erased { try $0.edit($1, words, "(erased)") } == "")
        }
        for (old, new, key) in [
            ("Ask Jane", "Ask John", "note"), ("training: never", "training: always", "ai"),
            ("Jane says", "John says", "ai"), ("Jane chooses", "John chooses", "locations"),
            ("of: [DE, FR]", "of: [DE]", "locations"), ("note: Ask", "address: Street 1\nnote: Ask", "address"),
            ("data: [account data]", "data: [account data, more]", "data"),
        ] {
            let found = try erased { try $0.edit($1, old, new) }
            #expect(
                found.contains(
                    "published-text-changed: \"\(key)\" of subprocessors/anchor/2026-01-01 was published as something else, and an erasure alters nothing"
                ), "\(new): \(found)")
        }
    }

    @Test(arguments: [
        ("entity: Anchor Hosting GmbH\n", "", "entity", "entity: \"(erased)\""),
        ("purpose: Runs the servers\n", "", "purpose", "purpose: \"(erased)\""),
        ("rule: Jane chooses, ", "", "rule", #"locations: ["DE",{"of":["DE","FR"],"rule":"(erased)"}]"#),
        (
            "locations: [DE, {rule: Jane chooses, of: [DE, FR]}]\n", "", "locations",
            #"locations: ["DE",{"of":["DE","FR"],"rule":"(erased)"}]"#
        ),
        ("note: Ask Jane.\n", "", "note", "note: \"(erased)\""),
        ("condition: Only for Jane.\n", "", "condition", "condition: \"(erased)\""),
        ("duration: As Jane says.\n", "", "duration", "duration: \"(erased)\""),
        ("retention: Jane keeps it.\n", "", "retention", "retention: \"(erased)\""),
        ("data: [account data]\n", "", "data", "data: [\"account data\"]"),
        (
            "ai: {exceptions: Jane, models: [Small, Jane], retention: Jane says, training: never}\n", "", "ai",
            #"ai: {"exceptions":"(erased)","models":["(erased)","(erased)"],"retention":"(erased)","training":"(erased)"}"#
        ),
        (
            ", retention: Jane says", "", "retention",
            #"ai: {"exceptions":"Jane","models":["Small","Jane"],"retention":"(erased)","training":"never"}"#
        ),
        (
            ", training: never", "", "training",
            #"ai: {"exceptions":"Jane","models":["Small","Jane"],"retention":"Jane says","training":"(erased)"}"#
        ),
        (
            "exceptions: Jane, ", "", "exceptions",
            #"ai: {"exceptions":"(erased)","models":["Small","Jane"],"retention":"Jane says","training":"never"}"#
        ),
        (
            "models: [Small, Jane], ", "", "models",
            #"ai: {"exceptions":"Jane","models":["(erased)","(erased)"],"retention":"Jane says","training":"never"}"#
        ),
        ("website: https://jane.example\n", "", "website", "website: \"(erased)\""),
        ("vat: DE1, ", "", "vat", #"identifiers: {"duns":"2","vat":"(erased)"}"#),
        (", of: [DE, FR]", "", "of", #"locations: ["DE",{"of":["DE","FR"],"rule":"Jane chooses"}]"#),
        ("urgent: Jane asks.\n", "", "urgent", "urgent: \"(erased)\""),
    ])
    func `a key stays whose words are erased`(_ old: String, _ new: String, _ lost: String, _ help: String) throws {
        let path = "Content/subprocessors/providers/anchor.yaml"
        var builds = Builds(Self.world)
        try builds.edit(
            path, "locations: [DE]\n",
            """
            locations: [DE, {rule: Jane chooses, of: [DE, FR]}]
            ai: {exceptions: Jane, models: [Small, Jane], retention: Jane says, training: never}
            condition: Only for Jane.
            duration: As Jane says.
            retention: Jane keeps it.
            website: https://jane.example
            identifiers: {vat: DE1, duns: "2"}
            urgent: Jane asks.
            note: Ask Jane.

            """)
        try #require(try builds.build("2026-03-10").isEmpty)
        let digest = sha256(try #require(builds.published["subprocessors/anchor/2026-01-01.json"]))
        try builds.edit(
            path, "changes:", "erased: {announced: 2026-03-11, reason: Asked., sha256: \(digest)}\nchanges:")
        try builds.edit(path, old, new)
        let found = try builds.errors("2026-03-11").filter { $0.id == .publishedTextChanged }
        #expect(found.count == 1)
        #expect(
            found.first?.message
                == "\"\(lost)\" was published in subprocessors/anchor/2026-01-01 and is gone, and an erasure takes words and no key"
        )
        #expect(found.first?.help == "write \(help)")
    }

    @Test func `nothing is altered once it is erased`() throws {
        let path = "Content/subprocessors/providers/anchor.yaml"
        var builds = Builds(Self.world)
        try builds.edit(path, "changes:", "note: Ask Jane.\nchanges:")
        try #require(try builds.build("2026-03-10").isEmpty)
        let digest = sha256(try #require(builds.published["subprocessors/anchor/2026-01-01.json"]))
        try builds.edit(
            path, "note: Ask Jane.\nchanges:",
            "note: (erased)\nerased: {announced: 2026-03-11, reason: Asked., sha256: \(digest)}\nchanges:")
        try #require(try builds.build("2026-03-11").isEmpty)
        try builds.edit(path, "locations: [DE]", "locations: [DE, US]\ncategory: New.")
        let found = try builds.errors("2026-03-12").listing
        #expect(
            found == """
                Content/subprocessors/providers/anchor.yaml:5:12 published-text-changed: "locations" is what an erasure left of subprocessors/anchor/2026-01-01, and was published as something else
                    put back locations: ["DE"]
                Content/subprocessors/providers/anchor.yaml:6:11 published-text-changed: "category" is what an erasure left of subprocessors/anchor/2026-01-01, and was published as something else
                    take category out
                """)
    }

    @Test func `an erased edition keeps its front matter and has no text`() throws {
        let path = "Content/privacy/2026-01-01.md"
        func erased(_ text: (String, String) -> String) throws -> String {
            var builds = Builds(Self.world)
            try #require(try builds.build("2026-03-10").isEmpty)
            let text = text(
                sha256(try #require(builds.published["privacy/2026-01-01.md"])),
                sha256(try #require(builds.published["files/dpa.txt"])))
            builds.files[path] = text
            builds.files["Content/files/dpa.txt"] = nil
            return try builds.errors("2026-03-11").listing
        }
        func front(_ more: String = "") -> (String, String) -> String {
            { digest, file in
                "---\ntitle: Privacy\n\(more)erased: {announced: 2026-03-11, reason: Asked., sha256: \(digest), files: {/files/dpa.txt: \(file)}}\n---\n"
            }
        }
        #expect(try erased(front()) == "")
        #expect(
            try erased(front("urgent: Because of it.\n"))
                == """
                \(path):3:1 published-text-changed: "urgent" of privacy/2026-01-01 was published as something else, and an erasure alters nothing
                    take urgent out; a text that must go is replaced by (erased)
                """)
        #expect(
            try erased { front()($0, $1).replacing("title: Privacy", with: "title: Other") }
                == """
                \(path):2:1 published-text-changed: "title" of privacy/2026-01-01 was published as something else, and an erasure alters nothing
                    put back title: "Privacy"; a text that must go is replaced by (erased)
                """)
        #expect(try erased { front()($0, $1).replacing("title: Privacy", with: "title: (erased)") } == "")
        #expect(
            try erased { digest, _ in front()(digest, digest) }.contains(
                "privacy/2026-01-01 was published with /files/dpa.txt, of which erased says something else"))
        #expect(try erased { front()($1, $1) }.contains("privacy/2026-01-01 was published with another SHA-256"))
    }

    @Test func `an erasure is announced when the words go`() throws {
        #expect(
            try erased(announced: "2026-03-20") { _, _ in }.contains(
                "published-text-missing: this is gone already, and its erasure is announced for 2026-03-20"))
    }

    /// A new item comes before the row goes: from that day on there is nothing to change.
    @Test func `a row that is to go`() throws {
        let path = "Content/subprocessors/providers/anchor.yaml"
        func advice(from day: String, back: String = "") throws -> Substring? {
            var builds = Builds(Self.world)
            try builds.edit(
                path, "    note: Logs too.",
                "    note: Logs too.\n  - {announced: 2026-03-09, effective: \(day), removed: true, note: Our own servers.}\(back)"
            )
            try #require(try builds.build("2026-03-10").isEmpty)
            try builds.edit(path, "[DE]", "[DE, FR]")
            return try builds.errors("2026-03-11").listing.split(separator: "\n").last?.drop { $0 == " " }
        }
        #expect(
            try advice(from: "2026-09-01")
                == "what shall hold from now on is a new item of changes: {announced: 2026-03-11, effective: 2026-04-01, locations: …, note: …}"
        )
        #expect(
            try advice(from: "2026-04-01")
                == "it is off the list on 2026-04-01, before what is announced now could take effect")
        let back =
            "\n  - {announced: 2026-03-10, effective: 2026-06-01, removed: false, note: We need it again.}"
        #expect(
            try advice(from: "2026-04-01", back: back)
                == "what shall hold from now on is a new item of changes: {announced: 2026-03-11, effective: 2026-06-01, locations: …, note: …}"
        )
    }
}
