import Diagnostics
import Model
import Source
import TestSupport
import Testing

/// What is published of an edition is promised for ever, so every case stands here byte for byte.
@Suite("The published text")
struct PublishedTextTests {
    /// Reads one edition with this front matter and a body of one line.
    private func published(_ frontMatter: String) throws -> String {
        let world = World(
            "-- Content/privacy/2026-06-01.md --\n---\n\(frontMatter)---\n\nText.\n---\nwithdrawn: no key\n")
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        let edition = try #require(reading.library?.documents.first?.editions.first)
        let text = edition.publishedText
        let end = "---\n\nText.\n---\nwithdrawn: no key\n\n"
        try #require(text.hasPrefix("---\n") && text.hasSuffix(end))
        return String(text.dropFirst(4).dropLast(end.count))
    }

    private static let withdrawn = "withdrawn: {announced: 2026-02-01, reason: R}\n"

    private static let cases: [(name: String, source: String, published: String)] = [
        ("nothing to leave out", "title: T\nsummary: S\n", "title: T\nsummary: S\n"),
        ("a key on one line", "title: T\n\(withdrawn)summary: S\n", "title: T\nsummary: S\n"),
        ("the first key", "\(withdrawn)title: T\n", "title: T\n"),
        ("the last key", "title: T\n\(withdrawn)", "title: T\n"),
        (
            "a block map, and what is indented less than it",
            "title: T\nwithdrawn:\n  announced: 2026-02-01\n  reason: R\nsummary: S\n", "title: T\nsummary: S\n"
        ),
        (
            "comments and blank lines after it stay, the comment on its line goes",
            "title: T\n\(withdrawn.dropLast()) # gone\n\n# stays\n  # stays, indented\n\nsummary: S\n",
            "title: T\n\n# stays\n  # stays, indented\n\nsummary: S\n"
        ),
        (
            "comments and blank lines before it stay", "title: T\n# stays\n\n\(withdrawn)", "title: T\n# stays\n\n"
        ),
        (
            "comments and blank lines inside it go",
            """
            title: T
            withdrawn:   # goes

              # goes
              announced: 2026-02-01

              # goes
              reason: R   # goes

              # stays, though it is indented
            summary: S

            """,
            """
            title: T

              # stays, though it is indented
            summary: S

            """
        ),
        (
            "brackets over several lines, to the closing one",
            "withdrawn: {announced: 2026-02-01,\n  reason: R,\n\n  # goes\n  } # goes\n# stays\ntitle: T\n",
            "# stays\ntitle: T\n"
        ),
        (
            "a closing bracket in the first column",
            "postponed: [\n{announced: 2026-02-01, effective: 2026-07-01, reason: R}\n]\ntitle: T\n", "title: T\n"
        ),
        (
            "a list whose items start in the first column",
            "postponed:\n- announced: 2026-02-01\n  effective: 2026-07-01\n  reason: R\n# stays\ntitle: T\n",
            "# stays\ntitle: T\n"
        ),
        (
            "a text in quotes over several lines, with a key and a blank line in it",
            "withdrawn:\n  announced: 2026-02-01\n  reason: \"R\n\n    title: no key\n\n    # no comment\"\n\ntitle: T\n",
            "\ntitle: T\n"
        ),
        (
            "a text without quotes over several lines",
            "withdrawn:\n  announced: 2026-02-01\n  reason: one\n    two\n\n    three\n\n# stays\ntitle: T\n",
            "\n# stays\ntitle: T\n"
        ),
        (
            "a text after | and the blank lines after it",
            "withdrawn:\n  announced: 2026-02-01\n  reason: |\n    one\n\n    # two\n\n\ntitle: T\n", "\n\ntitle: T\n"
        ),
        (
            "a text after |+, which counts its blank lines, and they stay all the same",
            "withdrawn:\n  announced: 2026-02-01\n  reason: |+\n    one\n\n     \ntitle: T\n", "\n     \ntitle: T\n"
        ),
        (
            "a text after >- that ends with a line indented further",
            "withdrawn:\n  announced: 2026-02-01\n  reason: >-\n    one\n      two\n  # stays\ntitle: T\n",
            "  # stays\ntitle: T\n"
        ),
        (
            "a text with an indentation that is given",
            "withdrawn:\n  announced: 2026-02-01\n  reason: |2\n      one\n     two\ntitle: T\n", "title: T\n"
        ),
        (
            "two keys one after the other, and one between others",
            """
            postponed:
              - {announced: 2026-02-01, effective: 2026-07-01, reason: R}

            title: T
            \(withdrawn)erased: {announced: 2026-02-02, reason: R, sha256: \(hash)}
            summary: S

            """,
            "\ntitle: T\nsummary: S\n"
        ),
        (
            "the names inside other values stay",
            "title: \"withdrawn: T\"\nsummary: |\n  withdrawn: S\n  erased:\n",
            "title: \"withdrawn: T\"\nsummary: |\n  withdrawn: S\n  erased:\n"
        ),
        ("a colon with spaces before it", "title: T\nwithdrawn : {announced: 2026-02-01, reason: R}\n", "title: T\n"),
        (
            "letters of other scripts", "title: Ü 👩‍👧\nwithdrawn: {announced: 2026-02-01, reason: Grüße 👩‍👧}\nsummary: é\n",
            "title: Ü 👩‍👧\nsummary: é\n"
        ),
    ]

    private static let hash = String(repeating: "0123456789abcdef", count: 4)

    @Test("Lines are left out, and no others", arguments: Self.cases.indices)
    func lines(index: Int) throws {
        let (name, source, expected) = Self.cases[index]
        #expect(try published(source) == expected, "\(name)")
    }

    @Test("A byte order mark is dropped, CRLF and CR are LF, all else are the source's bytes")
    func bytes() throws {
        var files = World("-- Content/privacy/2026-06-01.md --\nx").files.mapValues { Array($0.utf8) }
        let source =
            "\u{FEFF}---\r\ntitle: T\r\n\(Self.withdrawn.dropLast())\r\n\r\n---\r\n\r\nA\rB  \r\n\tC\u{A0}\r\n\r\n"
        files["Content/privacy/2026-06-01.md"] = Array(source.utf8)
        let reading = readLibrary(SourceTree(contents: files))
        #expect(reading.diagnostics.listing == "")
        let edition = try #require(reading.library?.documents.first?.editions.first)
        #expect(edition.publishedText == "---\ntitle: T\n\n---\n\nA\nB  \n\tC\u{A0}\n\n")
        #expect(edition.body.text == "\nA\nB  \n\tC\u{A0}\n\n")
    }

    @Test("A text that ends with its front matter has no line feed added")
    func noFinalLineFeed() throws {
        var files = World("-- Content/privacy/2026-06-01.md --\nx").files.mapValues { Array($0.utf8) }
        files["Content/privacy/2026-06-01.md"] = Array("---\ntitle: T\n\(Self.withdrawn)---".utf8)
        let reading = readLibrary(SourceTree(contents: files))
        #expect(reading.library?.documents.first?.editions.first?.publishedText == "---\ntitle: T\n---")
    }
}
