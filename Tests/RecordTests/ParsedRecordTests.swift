import Record
import Testing

/// A record from somebody: whatever its lines hold, it ends in what is wrong with them.
@Suite struct ParsedRecordTests {
    private static let site =
        #"{"authority":"a.example,2026","format":1,"kind":"site","origin":"a.example/2026/record","since":"2026-01-01","utc_offset":"+00:00"}"#
    private static let digest = String(repeating: "a", count: 64)

    private static let names = #"{"kind":"names","sha256":"\#(digest)"}"#
    private static let notice =
        #"{"days":30,"kind":"notice","objection_days":30,"period_ends":"calendar_day"}"#
    private static let register =
        #"{"kind":"register","material":["data","name"],"private":[],"required":["name"],"unrecorded":["contact"]}"#

    private static func edition(_ more: String = "", files: String = "") -> String {
        let files = files.isEmpty ? "" : #""files":{\#(files)},"#
        return
            #"{"announced":"2026-01-01","document":"privacy","edition":"2026-01-01","effective":"2026-01-01",\#(files)"kind":"edition","sha256":"\#(digest)"\#(more)}"#
    }

    /// What is wrong with lines that follow those with which a record begins.
    private func problemsBehindFirst(_ lines: String...) -> [String] {
        problems([Self.site, Self.names, Self.notice, Self.register] + lines)
    }

    private func problems(_ lines: String...) -> [String] { problems(lines) }

    private func problems(_ lines: [String]) -> [String] {
        ParsedRecord(reading: Array(lines.map { $0 + "\n" }.joined().utf8)).problems.map(\.description)
    }

    @Test func `a sound record has no problem`() {
        let file = #""/files/dpa.pdf":"\#(Self.digest)""#
        #expect(problemsBehindFirst(Self.edition(files: file)) == [])
    }

    @Test(arguments: [
        "/etc/passwd", "/files/../../etc/passwd", "/files/", "/files//a", "/files/./a", "files/a", "/files/a\\u0000b",
        "/files/a\\nb", "/files/a\\\\b",
    ])
    func `no file outside the folder of files is named`(_ path: String) {
        #expect(
            problemsBehindFirst(Self.edition(files: #""\#(path)":"\#(Self.digest)""#)).first?
                .contains("entries.jsonl:5: this line") == true)
    }

    @Test func `what is no line is told`() {
        #expect(
            problems("") == ["record/entries.jsonl:1: this line is no JSON of whole numbers with 15 digits at most"])
        #expect(problems(String(repeating: "[", count: 100_000)).count == 1)
        #expect(problems(Self.site, "{\"kind\":1e999}").count == 1)
        #expect(
            problems(Self.edition()) == [
                "record/entries.jsonl:1: this line is not the line of the site, with which a record begins"
            ])
        #expect(
            problemsBehindFirst(Self.edition().replacing("privacy", with: "../x")) == [
                "record/entries.jsonl:5: this line has no id in \"document\""
            ])
        #expect(
            problemsBehindFirst(Self.edition().replacing("\"edition\":\"2026-01-01\"", with: "\"edition\":\"../x\""))
                == ["record/entries.jsonl:5: this line has no edition's id in \"edition\""])
        #expect(
            problemsBehindFirst(Self.edition().replacing(Self.digest, with: "A")) == [
                "record/entries.jsonl:5: this line has no SHA-256 in \"sha256\""
            ])
        #expect(
            problemsBehindFirst(
                Self.edition().replacing("\"announced\":\"2026-01-01\"", with: "\"announced\":\"soon\""))
                == ["record/entries.jsonl:5: this line has no day or moment in \"announced\""])
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
            problemsBehindFirst(free) == [
                "record/entries.jsonl:5: this line has a \"zz\", which no line of its kind has"
            ])
        let both = Self.edition().replacing("\"kind\":\"edition\"", with: "\"kind\":\"erased\"")
        #expect(problemsBehindFirst(Self.edition(), both).last?.contains("has a \"effective\"") == true)
        let bare = Self.edition().replacing("\"effective\":\"2026-01-01\",", with: "")
        #expect(problemsBehindFirst(bare) == ["record/entries.jsonl:5: this line has no \"effective\""])
        let never = Self.edition().replacing("\"effective\":\"2026-01-01\"", with: "\"effective\":\"2026-02-30\"")
        #expect(problemsBehindFirst(never) == ["record/entries.jsonl:5: this line has no day in \"effective\""])
    }

    @Test func `a record begins with the four lines that hold from the beginning`() {
        let due = "a record begins with the lines site, names, notice and register, without a day; here"
        #expect(
            problems(Self.site, Self.notice, Self.register, Self.edition()) == [
                "record/entries.jsonl:2: this line is notice in site.yaml, and \(due) names is due"
            ])
        let later = Self.names.replacing("{", with: #"{"from":"2026-02-01","#)
        #expect(
            problems(Self.site, later, Self.notice, Self.register).first
                == "record/entries.jsonl:2: this line is the names in site.yaml from 2026-02-01, and \(due) names is due"
        )
        #expect(
            problems(Self.site, Self.names, Self.register) == [
                "record/entries.jsonl:3: this line is register in site.yaml, and \(due) notice is due"
            ])
        #expect(
            problems(Self.site, Self.names, Self.notice, Self.edition()) == [
                "record/entries.jsonl:4: this line is privacy/2026-01-01, and \(due) register is due"
            ])
        #expect(
            problems(Self.site) == ["record/entries.jsonl:2: this line is missing: \(due) names is due"])
        #expect(
            problems(Self.site, Self.names, Self.notice, Self.notice).first
                == "record/entries.jsonl:4: this line is notice in site.yaml, and \(due) register is due")
    }

    /// What each member of a line may be is tried with what it may not: the line, what is written in it instead, and what
    /// is said of it.
    @Test(arguments: [
        (0, "a.example,2026", "Jane Roe", "no authority (RFC 4151) of a domain and a date in \"authority\""),
        (
            0, "a.example,2026", "a.example,2026-02-30",
            "no authority (RFC 4151) of a domain and a date in \"authority\""
        ),
        (0, "+00:00", "-00:00", "no offset from UTC in \"utc_offset\""),
        (0, "+00:00", "+1:00", "no offset from UTC in \"utc_offset\""),
        (2, "calendar_day", "bank_day", "no calendar_day or working_day in \"period_ends\""),
        (2, #""days":30"#, #""days":"30""#, "no number of days from 0 to 3650 in \"days\""),
        (2, #""days":30"#, #""days":-1"#, "no number of days from 0 to 3650 in \"days\""),
        (2, #""days":30"#, #""days":3651"#, "no number of days from 0 to 3650 in \"days\""),
        (
            2, #""objection_days":30"#, #""objection_days":[30]"#,
            "no number of days from 0 to 3650 in \"objection_days\""
        ),
        (2, #","kind""#, #","holidays":"2026-12-25","kind""#, "no list in \"holidays\""),
        (2, #","kind""#, #","holidays":["Jane Roe"],"kind""#, "something else than days in \"holidays\""),
        (
            2, #","kind""#, #","holidays":["2026-12-25","2026-12-24"],"kind""#,
            "days in \"holidays\" that are not in order, or one twice"
        ),
        (2, #","kind""#, #","documents":{},"kind""#, "no documents in \"documents\""),
        (
            2, #","kind""#, #","documents":{"Jane Roe":{"days":1}},"kind""#,
            "a document in \"documents\" whose id is none"
        ),
        (2, #","kind""#, #","documents":{"terms":{}},"kind""#, "no terms of terms"),
        (
            2, #","kind""#, #","documents":{"terms":{"note":"Jane Roe"}},"kind""#,
            "a \"note\" in the terms of terms, which no document has"
        ),
        (
            2, #","kind""#, #","documents":{"terms":{"days":"Jane Roe"}},"kind""#,
            "no number of days from 0 to 3650 in \"days\" of terms"
        ),
        (
            2, #","objection_days""#, #","objection_after_effect":"We part.","objection_days""#,
            "no SHA-256 in \"objection_after_effect\""
        ),
        (3, #"["name"]"#, #""name""#, "no list in \"required\""),
        (3, #"["name"]"#, #"["jane roe"]"#, "something else than fields of a provider in \"required\""),
        (3, #"["name"]"#, #"[1]"#, "something else than fields of a provider in \"required\""),
        (
            3, #"["data","name"]"#, #"["name","data"]"#,
            "fields of a provider in \"material\" that are not in order, or one twice"
        ),
        (
            3, #"["data","name"]"#, #"["data","data"]"#,
            "fields of a provider in \"material\" that are not in order, or one twice"
        ),
        (4, "privacy", "privacy--policy", "no id in \"document\""),
        (4, "privacy", "-privacy", "no id in \"document\""),
        (4, "privacy", "2026-01-01", "no id in \"document\""),
        (4, "privacy", String(repeating: "x", count: 101), "no id in \"document\""),
        (4, #""kind""#, #""files":{},"kind""#, "no files in \"files\""),
    ])
    func `each member of a line has its form`(_ row: (line: Int, old: String, new: String, words: String)) throws {
        var lines = [Self.site, Self.names, Self.notice, Self.register, Self.edition()]
        try #require(lines[row.line].contains(row.old))
        lines[row.line] = lines[row.line].replacing(row.old, with: row.new, maxReplacements: 1)
        #expect(problems(lines).first == "record/entries.jsonl:\(row.line + 1): this line has \(row.words)")
    }

    @Test func `a line of a key has a key, and one of a product its day`() {
        let key = "RWQ" + String(repeating: "A", count: 53)
        func line(_ kind: String, _ key: String) -> String {
            #"{"from":"2026-01-02","key":"\#(key)","kind":"\#(kind)"}"#
        }
        #expect(problemsBehindFirst(line("key", key)) == [])
        #expect(problemsBehindFirst(line("key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5")) == [])
        #expect(
            problemsBehindFirst(line("key", "Jane Roe")) == [
                "record/entries.jsonl:5: this line has no public key in \"key\""
            ])
        #expect(
            problemsBehindFirst(line("witness", key)) == [
                "record/entries.jsonl:5: this line has no key of a witness in \"key\""
            ])
        #expect(
            problemsBehindFirst(#"{"kind":"product","product":"studio","sha256":"\#(Self.digest)"}"#) == [
                "record/entries.jsonl:5: this line has no \"from\""
            ])
    }

    @Test func `what canonical JSON may hold and no line has is called what it is`() {
        func said(_ value: String) -> [String] { problemsBehindFirst(#"{"kind":\#(value)}"#) }
        let line = "record/entries.jsonl:5: this line"
        #expect(said("1000000000000000") == ["\(line) has a number of more than 15 digits"])
        #expect(said("-1000000000000000") == ["\(line) has a number of more than 15 digits"])
        #expect(said("100000000000000000000") == ["\(line) is no JSON of whole numbers with 15 digits at most"])
        #expect(said("1.5") == ["\(line) is no JSON of whole numbers with 15 digits at most"])
        #expect(said(#""\u0001""#) == ["\(line) has a control character in a text"])
        #expect(said(#"{"é":1}"#) == ["\(line) has a key that no line of a record has"])
        #expect(
            said(String(repeating: "[", count: 40) + String(repeating: "]", count: 40))
                == ["\(line) nests deeper than any line of a record"])
    }

    @Test func `an edition is announced once`() {
        let again = Self.edition().replacing("\"announced\":\"2026-01-01\"", with: "\"announced\":\"2026-01-02\"")
        #expect(
            problemsBehindFirst(Self.edition(), again) == [
                "record/entries.jsonl:6: this line is of privacy/2026-01-01, which a line before it announces"
            ])
    }

    @Test func `of very many problems a hundred are kept`() {
        let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: 100_000)
        let problems = ParsedRecord(reading: lines).problems
        #expect(problems.count == 100)
        #expect(problems.isCut)
        #expect(problems.text.hasSuffix("\nand more: what is behind these was not looked at\n"))
        // What is wrong with a long line takes long to say.
        let long = "[\(String(repeating: "0,", count: 32_000))0]"
        #expect(self.problems(Array(repeating: long, count: 50)).count == 5)
    }

    @Test func `how many more problems there are is told`() {
        var problems = RecordProblems()
        for line in 1...102 { problems.append(RecordProblem(file: "a", line: line, "this is wrong")) }
        #expect(problems.count == 100)
        #expect(problems.text.hasSuffix("a:100: this is wrong\nand 2 more\n"))
    }

    @Test(arguments: [
        (#"["2026-01-02","2026-01-03"]"#, nil), ("[]", nil),
        (#"["2026-01-02,2026-01-03"]"#, "something else than days in"), ("[1]", "something else than days in"),
        (#"["a\\\"b"]"#, "something else than days in"), (#"[["2026-01-02"]]"#, "something else than days in"),
        (#"["2026-01-03","2026-01-02"]"#, "days in"), (#"{"a":"2026-01-02"}"#, "no list in"),
    ])
    func `a list holds days in their order`(_ list: String, _ flaw: String?) {
        let notice = Self.notice.replacing(#""kind""#, with: #""holidays":\#(list),"kind""#)
        let found = problems([Self.site, Self.names, notice, Self.register])
        #expect(flaw.map { found.first?.contains("has \($0) \"holidays\"") == true } ?? found.isEmpty)
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
