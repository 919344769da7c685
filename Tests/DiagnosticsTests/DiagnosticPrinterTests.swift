import Diagnostics
import Testing

@Suite("Diagnostics as they are printed")
struct DiagnosticPrinterTests {
    private func diagnostic(in text: String, at word: String, help: String?) throws -> Diagnostic {
        let file = SourceFile(path: "Content/subprocessors/providers/anthropic.yaml", text: text)
        let range = try #require(text.firstRange(of: word))
        let utf8 = text.utf8
        let start = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
        let span = SourceSpan(file, start..<start + word.utf8.count)
        return Diagnostic(.unknownCountry, at: span, "\"\(word)\" is not a country code", help: help)
    }

    @Test("The line, the place, the help behind it")
    func text() throws {
        let finding = try diagnostic(
            in: "name: Anthropic\nlocations: [US, Irland]\n", at: "Irland", help: "did you mean IE (Ireland)?")
        #expect(
            finding.printed(as: .text) == """
                Content/subprocessors/providers/anthropic.yaml:2:17: error: "Irland" is not a country code \
                [unknown-country]
                    2 | locations: [US, Irland]
                      |                 ^~~~~~ did you mean IE (Ireland)?

                """)
    }

    @Test("A long line is cut around the place, and a long help is wrapped to 80 columns", arguments: [60, 5000])
    func longLine(count: Int) throws {
        let words = String(repeating: "word ", count: count)
        let help =
            "write the country's code of two letters, or a rule that says in words who selects the place and when"
        let printed = try diagnostic(in: words + "Irland " + words, at: "Irland", help: help).printed(as: .text)
        let lines = printed.split(separator: "\n")
        #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
        let start = try #require(lines[1].firstRange(of: "Irland")).lowerBound
        let pointer = try #require(lines[2].firstIndex(of: "^"))
        #expect(
            lines[1].distance(from: lines[1].startIndex, to: start)
                == lines[2].distance(from: lines[2].startIndex, to: pointer))
        #expect(lines.dropFirst(3).map { $0.dropFirst(8) }.joined(separator: " ") == help)
    }

    @Test("A line that is one long character, cut on both sides, is shown as it can be")
    func longCharacter() throws {
        let marks = String(repeating: "\u{301}", count: 1100)
        let file = SourceFile(path: "a", text: "abc e\(marks)\u{FE0F}\(marks)")
        let printed = Diagnostic(.invisibleText, at: SourceSpan(file, 2206..<2209), "It hides").printed(as: .text)
        #expect(printed.hasPrefix("a:1:"))
    }

    @Test("What would act on a terminal is shown as a replacement character")
    func hostile() throws {
        let printed = try diagnostic(in: "a\u{1B}[2J \u{202E}x Irland", at: "Irland", help: nil).printed(as: .text)
        #expect(printed.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 && $0.value != 0x202E })
    }

    @Test("A file's name cannot begin a line of its own, which a workflow would read as a command")
    func hostileName() throws {
        let file = SourceFile(path: "Content/a\n::error file=x::y.md", text: "title")
        let printed = Diagnostic(.unsafePath, at: SourceSpan(file, 0..<5), "the name is unsafe", help: nil)
        #expect(printed.printed(as: .text).hasPrefix("Content/a\u{FFFD}::error file=x::y.md:1:1: error: "))
        #expect(printed.printed(as: .github).split(separator: "\n").count == 1)
    }

    @Test("JSON, and a workflow command with its own escapes")
    func programs() throws {
        let finding = try diagnostic(in: "locations: [50%]", at: "50%", help: nil)
        #expect(
            finding.printed(as: .json)
                == #"{"column":13,"file":"Content/subprocessors/providers/anthropic.yaml","help":null,"#
                + #""id":"unknown-country","line":1,"message":"\"50%\" is not a country code","severity":"error"}"#
                + "\n")
        #expect(
            finding.printed(as: .github)
                == "::error file=Content/subprocessors/providers/anthropic.yaml,line=1,col=13,endColumn=16,"
                + "title=unknown-country::\"50%25\" is not a country code\n")
    }

    @Test("A second place, in every form")
    func related() throws {
        let first = SourceFile(path: "Content/terms/2026-11-23.md", text: "## 2 Fees\n\n## 2 Term\n")
        let finding = Diagnostic(.duplicateClause, at: SourceSpan(first, 11..<20), "a second clause 2", help: "write 3")
            .also(SourceSpan(first, 3..<9), "the first: it is older")
        #expect(
            finding.printed(as: .text) == """
                Content/terms/2026-11-23.md:3:1: error: a second clause 2 [duplicate-clause]
                    3 | ## 2 Term
                      | ^~~~~~~~~ write 3
                Content/terms/2026-11-23.md:1:4: note: the first: it is older
                    1 | ## 2 Fees
                      |    ^~~~~~

                """)
        #expect(
            finding.printed(as: .json) == """
                {"column":1,"file":"Content/terms/2026-11-23.md","help":"write 3","id":"duplicate-clause","line":3,\
                "message":"a second clause 2","related":[{"column":4,"file":"Content/terms/2026-11-23.md","line":1,\
                "message":"the first: it is older"}],"severity":"error"}

                """)
        #expect(
            finding.printed(as: .github) == """
                ::error file=Content/terms/2026-11-23.md,line=3,col=1,endColumn=10,title=duplicate-clause::\
                a second clause 2%0Awrite 3%0Athe first: it is older: Content/terms/2026-11-23.md:1:4

                """)
        #expect(finding.also(nil, "nowhere") == finding)
    }
}
