import Diagnostics
import TestSupport
import Testing

/// What was told names the organization and its products as they were then: a build refuses to call them otherwise.
@Suite struct NamesTests {
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy]
        products: {studio: Studio, desk: Desk}
        since: 2026-01-01
        notice: {days: 10, objection_days: 10}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        # Privacy

        We keep data for 30 days.
        """

    private static let contacts =
        "{security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}"

    /// What cannot be read is told once, and not again as something else than was published.
    @Test(
        "Names that cannot be read",
        arguments: [
            (contacts, "[privacy@acme.example]", "2:11 wrong-type"), ("contacts: \(contacts)\n", "", "1:1 missing-key"),
            ("privacy: privacy@acme.example", "privacy: nobody", "2:54 wrong-type"),
            (", privacy: privacy@acme.example", "", "2:12 missing-key"),
            ("privacy: privacy@", "privcy: privacy@", "2:45 unknown-key"),
            ("{name: Acme}", "[Acme]", "1:15 wrong-type"),
            ("{name: Acme}", "Acme", "1:15 wrong-type"),
            ("organization: {name", "organisation: {name", "1:1 unknown-key"),
            ("since:", "language: [en]\nsince:", "7:11 wrong-type"),
            ("products: {studio: Studio, desk: Desk}", "products: [Studio, Desk]", "6:11 wrong-type"),
            ("desk: Desk", "desk: [Desk]", "6:34 wrong-type"),
            ("since:", "renamed: {from: 2026-06-02}\nsince:", "7:10 wrong-type"),
        ])
    func unread(old: String, new: String, finding: String) throws {
        var builds = Builds(Self.world)
        #expect(try builds.build("2026-06-01").isEmpty)
        try builds.edit("Content/site.yaml", old, new)
        let found = try builds.errors("2026-06-02")
        #expect(found.map { "\($0.line):\($0.column) \($0.id.rawValue)" } == [finding])
    }

    /// What can be read is compared all the same.
    @Test func unreadBesideAnother() throws {
        var builds = Builds(Self.world)
        #expect(try builds.build("2026-06-01").isEmpty)
        try builds.edit("Content/site.yaml", Self.contacts, "[privacy@acme.example]")
        try builds.edit("Content/site.yaml", "{name: Acme}", "{name: Umbrella}")
        #expect(
            try builds.errors("2026-06-02").listing == """
                Content/site.yaml:1:22 settings-changed: what was told says "Acme" here
                    put back Acme; for another from now on, add renamed: [{from: 2026-06-02, organization: {name: Umbrella}}]
                Content/site.yaml:2:11 wrong-type: "contacts" is a list, and a map is asked for
                    write contacts: {security: security@example.com, privacy: …, legal: …}
                """)
    }

    @Test(
        "Other names without a renaming",
        arguments: [
            (
                "{name: Acme}", "{name: Umbrella}",
                """
                Content/site.yaml:1:22 settings-changed: what was told says "Acme" here
                    put back Acme; for another from now on, add renamed: [{from: 2026-06-02, organization: {name: Umbrella}}]
                """
            ),
            (
                "desk: Desk", "desk: Table",
                """
                Content/site.yaml:6:34 settings-changed: the product desk was published as "Desk"
                    put back Desk; for another name from now on, add renamed: [{from: 2026-06-02, products: {desk: Table}}]
                """
            ),
            (
                "studio: Studio, ", "",
                """
                Content/site.yaml:6:1 published-text-missing: the product studio is public since 2026-01-01 and is no longer in the source
                    put back studio: Studio; to take it out of what is offered, write studio: {name: Studio, retired: 2026-06-02}
                """
            ),
            (
                "since:", "renamed: [{from: 2026-05-01, organization: {name: Umbrella}}]\nsince:",
                """
                Content/site.yaml:7:18 backdated: these names would hold from 2026-05-01, of which the previous build has spoken
                    write from: 2026-06-02
                """
            ),
        ])
    func refused(old: String, new: String, finding: String) throws {
        var builds = Builds(Self.world)
        #expect(try builds.build("2026-06-01").isEmpty)
        let site = "Content/site.yaml"
        builds.files[site] = builds.files[site]?.replacing(old, with: new, maxReplacements: 1)
        #expect(try builds.errors("2026-06-02").listing == finding)
    }

    @Test(
        "An item of renamed that was told and says nothing any more is told of once, where the slip is",
        arguments: [
            (
                "language: de", "language: en\n", "language: de\n",
                """
                Content/site.yaml:7:11 settings-changed: what was told says "en" here
                    put back en
                """
            ),
            (
                "language: de", "{from: 2026-05-01, language: de}", "{from: 2026-05-01, language: en}",
                """
                Content/site.yaml:8:40 settings-changed: what was told says "de" here
                    put back de; for another from now on, add renamed: [{from: 2026-06-02, language: en}]
                """
            ),
            (
                "products: {desk: Table}", "desk: Desk", "desk: Table",
                """
                Content/site.yaml:6:34 settings-changed: the product desk was published as "Desk"
                    put back Desk
                """
            ),
        ])
    func saysNothing(item: String, old: String, new: String, finding: String) throws {
        var builds = Builds(Self.world)
        let site = "Content/site.yaml"
        try builds.edit(site, "since:", "language: en\nrenamed: [{from: 2026-05-01, \(item)}]\nsince:")
        #expect(try builds.build("2026-06-01").isEmpty)
        try builds.edit(site, old, new)
        #expect(try builds.errors("2026-06-02").listing == finding)
    }

    @Test("An item of renamed that says nothing is told of, though a product retired on its day")
    func saysNothingOnTheDayOfARetirement() throws {
        var builds = Builds(Self.world)
        let site = "Content/site.yaml"
        try builds.edit(site, "studio: Studio", "studio: {name: Studio, retired: 2026-05-01}")
        #expect(try builds.build("2026-06-01").isEmpty)
        try builds.edit(site, "since:", "language: en\nrenamed: [{from: 2026-05-01, language: en}]\nsince:")
        #expect(try builds.errors("2026-06-02").map(\.id).contains(.emptyChange))
    }

    @Test("An item of renamed that is gone is told of")
    func itemGone() throws {
        var builds = Builds(Self.world)
        let site = "Content/site.yaml"
        try builds.edit(site, "since:", "renamed: [{from: 2026-05-01, language: de}]\nsince:")
        #expect(try builds.build("2026-06-01").isEmpty)
        try builds.edit(site, "renamed: [{from: 2026-05-01, language: de}]\n", "")
        #expect(
            try builds.errors("2026-06-02").listing.contains(
                "settings-changed: other names were published from 2026-05-01, and are gone\n"))
    }

    @Test("A product that was public stays so when what names it is still to be announced, by its from")
    func named() throws {
        let register = """
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
            """
        let site = "Content/site.yaml"
        var builds = Builds(Self.world + "\n" + register)
        try builds.edit(site, "[privacy]", "[privacy, subprocessors]")
        #expect(try builds.build("2026-06-01").isEmpty)
        builds.files["Content/subprocessors/providers/buoy.yaml"] = """
            name: Buoy
            entity: Buoy BV
            purpose: Sends mail to users
            data: [mail addresses]
            locations: [NL]
            products: [desk]
            announced: 2026-07-01
            effective: 2026-08-01
            note: It sends mail.
            """
        #expect(
            try builds.errors("2026-06-02").listing == """
                Content/site.yaml:6:28 settings-changed: the product desk is public since 2026-01-01, and would be hidden until what names it is announced
                    write desk: {name: Desk, from: 2026-01-01}
                """)
        try builds.edit(site, "desk: Desk", "desk: {name: Desk, from: 2026-01-01}")
        #expect(try builds.build("2026-06-02").isEmpty)
        #expect(try builds.build("2026-07-01").isEmpty)
    }

    @Test("A renaming is told, and what was told before stays to the byte")
    func renamed() throws {
        var builds = Builds(Self.world)
        #expect(try builds.build("2026-06-01").isEmpty)
        let before = builds.published
        let site = "Content/site.yaml"
        builds.files[site]? +=
            "\nrenamed: [{from: 2026-06-02, organization: {name: Umbrella}, products: {desk: Desk Pro}}]\n"
        #expect(try builds.build("2026-06-02").isEmpty)
        let notice = String(decoding: builds.published["notices/renamed-2026-06-02.json"] ?? [], as: UTF8.self)
        #expect(notice.contains("\"Acme changes its name to Umbrella on 2 June 2026.\""))
        #expect(notice.contains("\"The product Desk changes its name to Desk Pro on 2 June 2026.\""))
        #expect(builds.published["notices/privacy-2026-01-01.json"] == before["notices/privacy-2026-01-01.json"])
        for name in ["all", "privacy", "product/desk", "product/studio"] {
            let feed = String(decoding: builds.published["feeds/\(name).atom"] ?? [], as: UTF8.self)
            #expect(feed.contains("<id>tag:acme.example,2026:notice/renamed-2026-06-02</id>"), "\(name)")
        }
    }
}
