import Record
import Testing

/// A record from somebody: whatever its lines hold, it ends in what is wrong with them.
@Suite struct ParsedRecordTests {
    private static let site =
        #"{"authority":"a.example,2026","format":1,"kind":"site","origin":"a.example/2026/record","since":"2026-01-01","utc_offset":"+00:00"}"#
    private static let digest = String(repeating: "a", count: 64)

    private static func edition(_ more: String = "", files: String = "") -> String {
        let files = files.isEmpty ? "" : #""files":{\#(files)},"#
        return
            #"{"announced":"2026-01-01","document":"privacy","edition":"2026-01-01","effective":"2026-01-01",\#(files)"kind":"edition","sha256":"\#(digest)"\#(more)}"#
    }

    private func problems(_ lines: String...) -> [String] {
        ParsedRecord(reading: Array(lines.map { $0 + "\n" }.joined().utf8)).problems.map(\.description)
    }

    @Test func `a sound record has no problem`() {
        let file = #""/files/dpa.pdf":"\#(Self.digest)""#
        #expect(problems(Self.site, Self.edition(files: file)) == [])
    }

    @Test(arguments: [
        "/etc/passwd", "/files/../../etc/passwd", "/files/", "/files//a", "/files/./a", "files/a", "/files/a\\u0000b",
        "/files/a\\nb", "/files/a\\\\b",
    ])
    func `no file outside the folder of files is named`(_ path: String) {
        #expect(
            problems(Self.site, Self.edition(files: #""\#(path)":"\#(Self.digest)""#)).first?
                .contains("entries.jsonl:2: this line") == true)
    }

    @Test func `what is no line is told`() {
        #expect(problems("") == ["record/entries.jsonl:1: this line is no JSON of whole numbers"])
        #expect(problems(String(repeating: "[", count: 100_000)).count == 1)
        #expect(problems(Self.site, "{\"kind\":1e999}").count == 1)
        #expect(
            problems(Self.edition()) == [
                "record/entries.jsonl:1: this line is not the line of the site, with which a record begins"
            ])
        #expect(
            problems(Self.site, Self.edition().replacing("privacy", with: "../x")) == [
                "record/entries.jsonl:2: this line has no id in \"document\""
            ])
        #expect(
            problems(Self.site, Self.edition().replacing("\"edition\":\"2026-01-01\"", with: "\"edition\":\"../x\""))
                == ["record/entries.jsonl:2: this line has no edition's id in \"edition\""])
        #expect(
            problems(Self.site, Self.edition().replacing(Self.digest, with: "A")) == [
                "record/entries.jsonl:2: this line has no SHA-256 in \"sha256\""
            ])
        #expect(
            problems(
                Self.site, Self.edition().replacing("\"announced\":\"2026-01-01\"", with: "\"announced\":\"soon\""))
                == ["record/entries.jsonl:2: this line has no day or moment in \"announced\""])
        #expect(
            problems(Self.site.replacing("\"format\":1", with: "\"format\":2")) == [
                "record/entries.jsonl:1: this line is of another format than 1"
            ])
        #expect(
            problems(Self.site.replacing("a.example/2026/record", with: "b.example/2026/record")) == [
                "record/entries.jsonl:1: this line has an origin that is not \"a.example/2026/record\""
            ])
    }

    @Test func `a line has the members of its kind and no others`() {
        let free = Self.edition(#","zz":"About Jane Roe""#)
        #expect(
            problems(Self.site, free) == [
                "record/entries.jsonl:2: this line has a \"zz\", which no line of its kind has"
            ])
        let both = Self.edition().replacing("\"kind\":\"edition\"", with: "\"kind\":\"erased\"")
        #expect(problems(Self.site, Self.edition(), both).last?.contains("has a \"effective\"") == true)
        let bare = Self.edition().replacing("\"effective\":\"2026-01-01\",", with: "")
        #expect(problems(Self.site, bare) == ["record/entries.jsonl:2: this line has no \"effective\""])
        let never = Self.edition().replacing("\"effective\":\"2026-01-01\"", with: "\"effective\":\"2026-02-30\"")
        #expect(problems(Self.site, never) == ["record/entries.jsonl:2: this line has no day in \"effective\""])
    }

    @Test func `an edition is announced once`() {
        let again = Self.edition().replacing("\"announced\":\"2026-01-01\"", with: "\"announced\":\"2026-01-02\"")
        #expect(
            problems(Self.site, Self.edition(), again) == [
                "record/entries.jsonl:3: this line is of privacy/2026-01-01, which a line before it announces"
            ])
    }

    @Test func `bytes that are no text end in what is wrong`() {
        #expect(
            ParsedRecord(reading: [0xFF, 0x0A]).problems.map(\.description) == [
                "record/entries.jsonl:1: this line is not written in UTF-8"
            ])
        #expect(
            ParsedRecord(reading: []).problems.map(\.words) == [
                "this line is missing: a record begins with the line of its site"
            ])
        #expect(
            ParsedRecord(reading: Array(Self.site.utf8)).problems.map(\.words) == [
                "this line has no line feed at its end"
            ])
    }
}
