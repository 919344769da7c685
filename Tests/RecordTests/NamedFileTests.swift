import Diagnostics
import Formats
import Model
import Record
import TestSupport
import Testing

/// Files are held by the names that stand in what is published, letter by letter.
@Suite struct NamedFileTests {
    @Test(arguments: [
        ("See /files/dpa.pdf.", ["/files/dpa.pdf"]), ("(/files/a/b_c~1-2.txt)", ["/files/a/b_c~1-2.txt"]),
        ("../files/dpa.pdf?x", ["/files/dpa.pdf"]), ("https://a.example/files/x.pdf#1", ["/files/x.pdf"]),
        ("/files/ and /files/... and files/x", []), ("/files/z /files/a /files/z", ["/files/a", "/files/z"]),
        ("/files/a/files/b", ["/files/a/files/b"]), ("/files/caf\u{e9}.pdf", ["/files/caf"]),
        ("/FILES/a /files&#47;b /files%2Fc", []),
    ])
    func `a name ends with its letters`(_ text: String, _ names: [String]) {
        #expect(namedFiles(in: text) == names)
    }

    @Test func `a long text is read once`() {
        let text = String(repeating: "/files/", count: 200_000)
        #expect(namedFiles(in: text) == [text])
    }

    private static let path = "Content/subprocessors/providers/kestrel.yaml"
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [subprocessors]
        since: 2026-01-01
        notice: {days: 0}
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
        locations: [NL]
        announced: 2026-01-01
        changes:
          - announced: 2026-03-01
            effective: 2026-05-01
            locations: [NL, DE]
            note: Said in [a letter](/files/note.txt).
            postponed: [{announced: 2026-03-05, effective: 2026-06-01, reason: "As [said](/files/reason.txt)."}]
        -- Content/files/note.txt --
        A note
        -- Content/files/reason.txt --
        A reason
        """

    private func replaced(_ file: String) throws -> String {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        builds.files[file] = "Something else"
        let alone = try #require(builds.previous)
        let bare = PreviousBuild(record: alone.record, asOf: alone.asOf) { _ in nil }
        let found = try builds.errors("2026-03-11").listing
        #expect(try builds.judged("2026-03-11", after: bare).errors.listing == found)
        return found
    }

    @Test func `a file that a note names is held`() throws {
        #expect(
            try replaced("Content/files/note.txt") == """
                Content/files/note.txt:1:1 published-text-changed: this file was published with subprocessors/kestrel/2026-03-01 and is now another
                    put it back (SHA-256 \(sha256("A note\n".utf8))); publish the new one under another name, and link to it from a new announcement
                """)
    }

    @Test func `a file that a reason names is held`() throws {
        #expect(
            try replaced("Content/files/reason.txt") == """
                Content/files/reason.txt:1:1 published-text-changed: this file was published with the postponement of subprocessors/kestrel/2026-03-01 and is now another
                    put it back (SHA-256 \(sha256("A reason\n".utf8))); publish the new one under another name, and link to it from a new announcement
                """)
    }

    @Test(arguments: ["withdrawn: {", "postponed: [{effective: 2026-06-01, "])
    func `a file that a reason of an edition names is held`(_ key: String) throws {
        var builds = Builds(Self.world)
        builds.files["Content/subprocessors/2026-05-01.md"] = """
            ---
            title: Subprocessors
            announced: 2026-03-01
            summary: Said in other words.
            \(key)announced: 2026-03-05, reason: "As [said](/files/a.txt)."}\(key.contains("[") ? "]" : "")
            ---

            Who works for us.

            """
        builds.files["Content/files/a.txt"] = "A\n"
        try #require(try builds.build("2026-03-10").listing == "")
        let entries = try #require(builds.published[RecordPath.entries])
        #expect(String(decoding: entries, as: UTF8.self).contains(#""/files/a.txt":"\#(sha256("A\n".utf8))""#))
    }

    @Test func `a reason of an edition names its file letter by letter, whatever the text does`() throws {
        var builds = Builds(Self.world)
        builds.files["Content/subprocessors/2026-05-01.md"] = """
            ---
            title: Subprocessors
            announced: 2026-03-01
            summary: Said in other words.
            withdrawn: {announced: 2026-03-05, reason: "As [said](/files/n%6Fte.txt)."}
            ---

            Who works for us, as [said](/files/note.txt).

            """
        #expect(
            try builds.errors("2026-03-10").listing == """
                Content/subprocessors/2026-05-01.md:5:55 unsafe-path: this link leads to /files/note.txt, which is not what is written here letter by letter
                    write /files/note.txt
                """)
    }

    @Test func `a file that git writes with other line ends says so`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        builds.files["Content/files/note.txt"] = "A note\r\n"
        #expect(
            try builds.errors("2026-03-11").listing == """
                Content/files/note.txt:1:1 published-text-changed: this file was published with subprocessors/kestrel/2026-03-01 and is now another; only line ends differ
                    put it back (SHA-256 \(sha256("A note\n".utf8))); if git changed them, first write *.txt -text into .gitattributes
                """)
    }

    @Test(arguments: [
        ("files/note.txt", 30), ("/files/n%6Fte.txt", 30), ("/files//note.txt", 30),
        // What stands there as a character reference is not found as it is read: the text as a whole is meant.
        ("/files&#47;note.txt", 11),
    ])
    func `a link names its file letter by letter`(_ link: String, _ column: Int) throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.path, "(/files/note.txt)", "(\(link))")
        let found = try builds.errors("2026-03-10").listing
        #expect(
            found == """
                \(Self.path):11:\(column) unsafe-path: this link leads to /files/note.txt, which is not what is written here letter by letter
                    write /files/note.txt
                """)
    }
}
