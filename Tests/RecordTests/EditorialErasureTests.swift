import Formats
import Record
import TestSupport
import Testing

/// What is erased in the same step as something new stands on it, and what is erased from the beginning.
@Suite struct EditorialErasureTests {
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        utc_offset: "+00:00"
        documents: [privacy]
        since: 2026-01-01
        notice: {days: 10, objection_days: 10}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        We keep little.
        """

    private static let first = "Content/privacy/2026-01-01.md"

    /// What was published on 10 March, as a build and as the sources of a revision.
    private func published(_ builds: inout Builds) throws -> [PreviousBuild] {
        try #require(try builds.build("2026-03-10").isEmpty)
        let build = try #require(builds.previous)
        return [
            build,
            PreviousBuild(
                record: build.record, asOf: build.asOf, origin: .sources("the sources at main"),
                published: build.published),
        ]
    }

    /// An edition announced on the day of effect, in words of its own.
    private func edition(_ moment: String, _ words: String, _ keys: String = "") -> String {
        "---\ntitle: Privacy\nannounced: \(moment)\nsummary: Words.\n\(keys)---\n\n\(words)\n"
    }

    private func erased(_ builds: Builds, at moment: String, id: String = "2026-01-01") -> String {
        let digest = sha256(builds.published["privacy/\(id).md"] ?? [])
        return "erased: {announced: \(moment), reason: A court has ordered it., sha256: \(digest)}\n"
    }

    @Test func `an editorial edition is not of one that is erased with its publication`() throws {
        var builds = Builds(Self.world)
        let baselines = try published(&builds)
        builds.files[Self.first] = "---\ntitle: Privacy\n\(erased(builds, at: "2026-03-11T10:00"))---\n"
        builds.files["Content/privacy/2026-03-11.md"] = edition("2026-03-11T09:00", "We sell all.", "material: false\n")
        for baseline in baselines {
            #expect(
                try builds.judged("2026-03-11", after: baseline).errors.listing == """
                    Content/privacy/2026-03-11.md:5:11 not-editorial: nobody can tell that this is an editorial change of edition 2026-01-01, which is erased
                        take this line out, and give notice or add urgent: and why it cannot wait
                    """)
        }
    }

    /// The edition before it stays, and the one whose slips both mend goes.
    @Test func `nor does it lose the last one that was not editorial`() throws {
        var builds = Builds(Self.world)
        builds.files["Content/privacy/2026-03-05.md"] = edition("2026-03-05", "We keep litle.", "material: false\n")
        let baselines = try published(&builds)
        builds.files[Self.first] = "---\ntitle: Privacy\n\(erased(builds, at: "2026-03-20T10:00"))---\n"
        builds.files["Content/privacy/2026-03-20.md"] = edition(
            "2026-03-20T09:00", "We keep litle!", "material: false\n")
        for baseline in baselines {
            #expect(
                try builds.judged("2026-03-20", after: baseline).errors.listing == """
                    Content/privacy/2026-03-20.md:5:11 not-editorial: nobody can tell that this is an editorial change of edition 2026-01-01, which is erased
                        take this line out, and give notice or add urgent: and why it cannot wait
                    """)
        }
    }

    @Test func `what was compared before may be erased`() throws {
        var builds = Builds(Self.world)
        builds.files["Content/privacy/2026-03-05.md"] = edition("2026-03-05", "We keep little!", "material: false\n")
        let baselines = try published(&builds)
        builds.files[Self.first] = "---\ntitle: Privacy\n\(erased(builds, at: "2026-03-11"))---\n"
        for baseline in baselines { #expect(try builds.judged("2026-03-11", after: baseline).errors.listing == "") }
    }

    @Test func `no editorial edition is left standing on what is erased with a withdrawal`() throws {
        var builds = Builds(Self.world)
        builds.files["Content/privacy/2026-04-01.md"] = edition("2026-03-01", "We sell all.")
        builds.files["Content/privacy/2026-04-02.md"] = edition("2026-03-02", "We sell all!", "material: false\n")
        let baselines = try published(&builds)
        builds.files[Self.first] = "---\ntitle: Privacy\n\(erased(builds, at: "2026-03-11T10:00"))---\n"
        builds.files["Content/privacy/2026-04-01.md"] = edition(
            "2026-03-01", "We sell all.", "withdrawn: {announced: 2026-03-11T09:00, reason: Not yet.}\n")
        for baseline in baselines {
            #expect(
                try builds.judged("2026-03-11", after: baseline).errors.listing == """
                    Content/privacy/2026-04-01.md:5:24 conflicting-change: edition 2026-04-02 was announced as an editorial change of this one, and would be more than that without it
                        withdraw edition 2026-04-02 on 2026-03-11T09:00 too, and announce it anew without material: false
                    """)
        }
    }

    @Test func `no edition is left standing on what is erased with a withdrawal`() throws {
        var builds = Builds(Self.world)
        builds.files["Content/privacy/2026-04-01.md"] = edition("2026-03-01", "We sell all.")
        builds.files["Content/privacy/2026-04-02.md"] = edition("2026-03-02", "We sell all in Europe.")
        let baselines = try published(&builds)
        builds.files[Self.first] = "---\ntitle: Privacy\n\(erased(builds, at: "2026-03-11T10:00"))---\n"
        builds.files["Content/privacy/2026-04-01.md"] = edition(
            "2026-03-01", "We sell all.", "withdrawn: {announced: 2026-03-11T09:00, reason: Not yet.}\n")
        for baseline in baselines {
            #expect(
                try builds.judged("2026-03-11", after: baseline).errors.listing == """
                    Content/privacy/2026-04-01.md:5:24 conflicting-change: edition 2026-04-02 was announced as a change of this one; without this one it would change edition 2026-01-01, which says something else
                        withdraw edition 2026-04-02 on 2026-03-11T09:00 too, and announce it anew
                    """)
        }
    }

    @Test func `what is new is not erased from the beginning`() throws {
        var builds = Builds(Self.world)
        let baselines = try published(&builds)
        let front = edition("2026-03-11", "").replacing("---\n\n\n", with: "")
        builds.files["Content/privacy/2026-03-11.md"] =
            front + "erased: {announced: 2026-03-11, reason: A court has ordered it., sha256: \(sha256([]))}\n---\n"
        let message =
            "Content/privacy/2026-03-11.md:5:21 erased-unpublished: privacy/2026-03-11 is said to be erased, and "
        let help = "\n    take it out of the source: what was never published needs no erasure"
        #expect(
            try builds.judged("2026-03-11", after: baselines[0]).errors.listing
                == message + "the previous build never published it" + help)
        #expect(
            try builds.judged("2026-03-11", after: baselines[1]).errors.listing
                == message + "the sources at main never published it" + help
                + "; if it was published since then, compare with what holds it")
    }
}
