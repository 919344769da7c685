import Diagnostics
import Formats
import Model
import Record
import TestSupport
import Testing

/// What is erased, what is left of it, and what holds it from then on.
@Suite struct ErasureTests {
    private static let edition = "Content/privacy/2026-04-01.md"
    private static let provider = "Content/subprocessors/providers/kestrel.yaml"
    private static let salt = "7c0f1e2d3c4b5a69788796a5b4c3d2e1"
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy, terms, subprocessors]
        since: 2026-01-01
        notice: {days: 0}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        # Privacy
        -- Content/privacy/2026-04-01.md --
        ---
        title: Privacy of Jane Roe
        announced: 2026-03-01
        summary: Jane Roe asked for it.
        version: "2"
        ---

        # Privacy

        Jane Roe. See [the form](/files/form.txt).
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---

        # Terms
        -- Content/files/form.txt --
        Jane Roe
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---

        Whom we work with.
        -- Content/subprocessors/providers/kestrel.yaml --
        name: Kestrel
        entity: Kestrel BV
        purpose: Sends mail
        data: [mail]
        locations: [NL, {rule: Jane Roe chooses, of: [DE, NL]}]
        announced: 2026-01-01
        note: Jane Roe objected. See [her letter](/files/letter.txt).
        -- Content/files/letter.txt --
        Dear Acme
        """

    private static func digest(_ builds: Builds, _ path: String) -> String { sha256(builds.published[path] ?? []) }

    /// A build whose edition of April was erased on 12 March: its text, its summary and the form.
    private func erased(title: String = "Privacy of Jane Roe") throws -> Builds {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        builds.files[Self.edition] = """
            ---
            title: \(title)
            announced: 2026-03-01
            summary: (erased)
            version: "2"
            erased: {announced: 2026-03-12, reason: Asked., sha256: \(Self.digest(builds, "privacy/2026-04-01.md")), files: {/files/form.txt: \(Self.digest(builds, "files/form.txt"))}}
            ---
            """
        builds.files["Content/files/form.txt"] = nil
        return builds
    }

    @Test func `what is left of an edition is held by its digest`() throws {
        var builds = try erased()
        #expect(try builds.build("2026-03-12").listing == "")
        let left = #"{"announced":"2026-03-01","summary":"(erased)","title":"Privacy of Jane Roe","version":"2"}"#
        #expect(builds.published["privacy/2026-04-01.json"].map { String(decoding: $0, as: UTF8.self) } == left)
        #expect(builds.published["privacy/2026-04-01.md"] == nil)
        let entries = String(decoding: builds.published["record/entries.jsonl"] ?? [], as: UTF8.self)
        #expect(entries.contains(#""kind":"erased","rest":"\#(sha256(left.utf8))""#))
        try builds.edit(Self.edition, "version: \"2\"", "version: \"3\"")
        #expect(
            try builds.errors("2026-03-13").listing == """
                Content/privacy/2026-04-01.md:5:1 published-text-changed: "version" is what an erasure left of privacy/2026-04-01, and was published as something else
                    put back version: "2"
                """)
        // The record alone holds it too.
        let alone = try #require(builds.previous)
        let bare = PreviousBuild(record: alone.record, asOf: alone.asOf) { _ in nil }
        #expect(
            try builds.judged("2026-03-13", after: bare).errors.listing == """
                Content/privacy/2026-04-01.md:6:21 published-text-changed: what an erasure left of privacy/2026-04-01 was published as something else (SHA-256 \(sha256(left.utf8)))
                    put back what was left; where more must go, write a list, erased: [{…}, {announced: 2026-03-13, reason: …, sha256: \(sha256(left.utf8))}]
                """)
    }

    @Test func `more is erased later, and then no less`() throws {
        var builds = try erased()
        try #require(try builds.build("2026-03-12").isEmpty)
        let left = Self.digest(builds, "privacy/2026-04-01.json")
        let first = try #require(builds.files[Self.edition])
        let line = try #require(first.split(separator: "\n").first { $0.hasPrefix("erased: ") }.map(String.init))
        func second(_ digest: String) -> String {
            first.replacing(
                line,
                with:
                    "erased:\n  - \(line.dropFirst(8))\n  - {announced: 2026-03-20, reason: Again., sha256: \(digest)}"
            ).replacing("Privacy of Jane Roe", with: "(erased)")
        }
        builds.files[Self.edition] = second(String(repeating: "a", count: 64))
        #expect(
            try builds.errors("2026-03-20").listing == """
                Content/privacy/2026-04-01.md:8:53 published-text-changed: privacy/2026-04-01 was published with another SHA-256 until then
                    write sha256: \(left)
                """)
        builds.files[Self.edition] = second(left)
        #expect(try builds.build("2026-03-20").listing == "")
        builds.files[Self.edition] = first
        #expect(
            try builds.errors("2026-03-21").listing.contains(
                "published-text-missing: the erasure of privacy/2026-04-01 was published on 2026-03-20"))
    }

    @Test func `only words go, and only once they can be compared`() throws {
        let builds = try erased(title: "Privacy for all")
        #expect(
            try builds.errors("2026-03-12").listing == """
                Content/privacy/2026-04-01.md:2:1 published-text-changed: "title" of privacy/2026-04-01 was published as something else, and an erasure alters nothing
                    put back title: "Privacy of Jane Roe"; a text that must go is replaced by (erased)
                """)
        let alone = try #require(builds.previous)
        let bare = PreviousBuild(record: alone.record, asOf: alone.asOf) { _ in nil }
        #expect(
            try builds.judged("2026-03-12", after: bare).errors.listing == """
                Content/privacy/2026-04-01.md:6:21 published-text-changed: whether this takes away words alone cannot be told: the previous build is there without its privacy/2026-04-01.md
                    give the whole folder to --previous, or put privacy/2026-04-01.md where it stood beside record/; it is asked for this once
                """)
    }

    @Test func `an erased file does not come back, nor another in its place`() throws {
        var builds = try erased()
        try #require(try builds.build("2026-03-12").isEmpty)
        builds.files["Content/index.md"] = "# Acme\n\n[The form](/files/form.txt)\n"
        builds.files["Content/files/form.txt"] = "Jane Roe\n"
        #expect(
            try builds.errors("2026-03-13").listing == """
                Content/privacy/2026-04-01.md:6:131 published-text-changed: /files/form.txt was erased on 2026-03-12, and would be published again
                    take Content/files/form.txt away, and the links that lead to it
                """)
        builds.files["Content/files/form.txt"] = "Another"
        #expect(
            try builds.errors("2026-03-13").listing == """
                Content/privacy/2026-04-01.md:6:131 published-text-changed: /files/form.txt was erased on 2026-03-12, and another file would be published in its place
                    take Content/files/form.txt away, and publish the other under another name
                """)
    }

    @Test func `a file that two texts name goes with both, or stays`() throws {
        var builds = Builds(Self.world)
        try builds.edit("Content/terms/2026-01-01.md", "# Terms", "# Terms\n\n[Form](/files/form.txt)")
        try #require(try builds.build("2026-03-10").isEmpty)
        let form = Self.digest(builds, "files/form.txt")
        func erasure(_ path: String) -> String {
            "erased: {announced: 2026-03-12, reason: Asked., sha256: \(Self.digest(builds, path)), files: {/files/form.txt: \(form)}}\n---\n"
        }
        builds.files[Self.edition] =
            "---\ntitle: (erased)\nannounced: 2026-03-01\nsummary: (erased)\nversion: \"2\"\n"
            + erasure("privacy/2026-04-01.md")
        // The terms name it still.
        #expect(try builds.errors("2026-03-12").listing == "")
        builds.files["Content/files/form.txt"] = nil
        #expect(
            try builds.errors("2026-03-12").listing.contains(
                "this file was published with terms/2026-01-01 and is gone"))
        builds.files["Content/terms/2026-01-01.md"] = "---\ntitle: Terms\n" + erasure("terms/2026-01-01.md")
        #expect(try builds.build("2026-03-12").listing == "")
        let entries = String(decoding: builds.published["record/entries.jsonl"] ?? [], as: UTF8.self)
        #expect(entries.split(separator: "\n").count { $0.contains(#""kind":"erased""#) } == 2)
    }

    @Test func `words of a change go, its facts stay`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        let erasure =
            "erased: {announced: 2026-03-12, reason: Asked., sha256: \(Self.digest(builds, "subprocessors/kestrel/2026-01-01.json")), files: {/files/letter.txt: \(Self.digest(builds, "files/letter.txt"))}}"
        builds.files["Content/files/letter.txt"] = nil
        try builds.edit(
            Self.provider, "note: Jane Roe objected. See [her letter](/files/letter.txt).", "note: (erased)\n\(erasure)"
        )
        try builds.edit(Self.provider, "Jane Roe chooses", "(erased)")
        #expect(try builds.errors("2026-03-12").listing == "")
        try builds.edit(Self.provider, "data: [mail]", "data: [mail, health]")
        #expect(
            try builds.errors("2026-03-12").listing == """
                Content/subprocessors/providers/kestrel.yaml:4:7 published-text-changed: "data" of subprocessors/kestrel/2026-01-01 was published as something else, and an erasure alters nothing
                    put back data: ["mail"]; a text that must go is replaced by (erased)
                """)
    }

    @Test func `a salt is part of what is published, and goes with the words`() throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, "note:", "salt: \(Self.salt)\nnote:")
        try #require(try builds.build("2026-03-10").isEmpty)
        let digest = Self.digest(builds, "subprocessors/kestrel/2026-01-01.json")
        let published = builds
        try builds.edit(Self.provider, Self.salt, String(Self.salt.reversed()))
        #expect(
            try builds.errors("2026-03-11").listing.hasPrefix(
                "Content/subprocessors/providers/kestrel.yaml:7:7 published-text-changed: \"salt\" of subprocessors/kestrel/2026-01-01 was published on 2026-01-01 as something else\n    put back salt: \"\(Self.salt)\"\n"
            ))
        builds = published
        try builds.edit(
            Self.provider, "note: Jane Roe objected. See [her letter](/files/letter.txt).",
            "note: (erased)\nerased: {announced: 2026-03-12, reason: Asked., sha256: \(digest), files: {/files/letter.txt: \(Self.digest(builds, "files/letter.txt"))}}"
        )
        builds.files["Content/files/letter.txt"] = nil
        #expect(
            try builds.errors("2026-03-12").listing == """
                Content/subprocessors/providers/kestrel.yaml:7:7 empty-change: this salt still stands here, and with it the erased words can be guessed
                    write salt: (erased)
                """)
        try builds.edit(Self.provider, "salt: \(Self.salt)", "salt: (erased)")
        #expect(try builds.errors("2026-03-12").listing == "")
    }

    @Test func `a text is called erased where something was erased, and nowhere else`() throws {
        func refused(_ path: String, _ old: String, _ new: String) throws -> String {
            var builds = Builds(Self.world)
            try builds.edit(path, old, new)
            return try builds.errors("2026-03-10").listing
        }
        func finding(_ place: String, _ key: String) -> String {
            """
            \(place) missing-key: "\(key)" says (erased), and nothing here says what was erased and when
                write the words themselves; only where they were published and must go, add erased: {announced: …, reason: …, sha256: …} beside it
            """
        }
        #expect(
            try refused(Self.edition, "Jane Roe asked for it.", "(erased)") == finding("\(Self.edition):4:1", "summary")
        )
        #expect(
            try refused(Self.edition, "title: Privacy of Jane Roe", "title: ( Erased )")
                == finding("\(Self.edition):2:1", "title"))
        #expect(
            try refused(Self.provider, "purpose: Sends mail", "purpose: \"*(erased)*\"")
                == finding("\(Self.provider):3:10", "purpose"))
        #expect(
            try refused(Self.provider, "Jane Roe chooses", "(erased)") == finding("\(Self.provider):5:12", "locations"))
        #expect(try refused(Self.provider, "purpose: Sends mail", "purpose: Sends mail (erased after a day)") == "")
        #expect(try refused(Self.provider, "Kestrel BV", "Erased") == "")
        #expect(
            try refused(
                Self.edition, "version: \"2\"",
                "postponed: [{announced: 2026-03-02, effective: 2026-05-01, reason: (erased)}]") == """
                    \(Self.edition):5:68 missing-key: a reason cannot be erased, and this one says (erased)
                        write the reason, and name no person in it
                    """)
    }

    @Test(arguments: [
        ("7C0F1E2D3C4B5A69788796A5B4C3D2E1", "write it in small letters: 7c0f1e2d3c4b5a69788796a5b4c3d2e1"),
        ("secret", "write 32 random digits and letters a to f, as openssl rand -hex 16 prints them"),
        (
            "7c0f1e2d3c4b5a69788796a5b4c3d2",
            "write 32 random digits and letters a to f, as openssl rand -hex 16 prints them"
        ),
    ])
    func `a salt has 32 digits`(_ salt: String, _ help: String) throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, "note:", "salt: \(salt)\nnote:")
        #expect(
            try builds.errors("2026-03-10").listing == """
                Content/subprocessors/providers/kestrel.yaml:7:7 wrong-type: "\(salt)" is not 32 hexadecimal digits
                    \(help)
                """)
    }
}
