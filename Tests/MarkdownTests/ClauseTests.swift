import Diagnostics
import Testing

@testable import Markdown

@Suite("Headings, clauses and anchors")
struct ClauseTests {
    @Test(
        "A heading that starts with a number is a clause",
        arguments: [
            ("10.2 Third-party AI", "10.2"), ("1. Fees", "1"), ("§ 4 Retention", "4"), ("§4a Retention", "4a"),
            ("3) Term", "3"), ("4: Scope", "4"), ("7", "7"), ("7.", "7"), ("1.2. Scope", "1.2"), ("1.Fees", "1"),
            ("10.2\u{A0}Third parties", "10.2"), ("  5 Data", "5"), ("2.10.3b Logs", "2.10.3b"),
            ("24/7 support", nil), ("2.x branch", nil), ("3D", nil), ("A. Scope", nil), ("", nil), ("§", nil),
            ("1st", nil), (".5", nil), ("1-1 meetings", nil), ("Ⅳ Scope", nil), ("٣ نطاق", "3"), ("§ ٤.١٢", "4.12"),
            ("۱۰) دامنه", "10"), ("٣نطاق", nil),
        ] as [(String, String?)])
    func number(heading: String, number: String?) {
        #expect(clauseNumber(heading) == number)
    }

    @Test(
        "Other headings have the anchors that GitHub gives them",
        arguments: [
            ("A. Definitions", "a-definitions"), ("What's new?", "whats-new"), ("Über uns", "über-uns"),
            ("Scope & Terms", "scope--terms"), ("snake_case-Name", "snake_case-name"), ("用户数据", "用户数据"),
            ("???", "section"),
        ])
    func anchor(heading: String, anchor: String) {
        #expect(slug(heading) == anchor)
    }

    @Test("Anchors are unique in a text, and a number that comes twice can be told")
    func unique() {
        let text = parse(
            """
            # Terms
            ## 1 Scope
            ## 1. Scope again
            ## Notes
            > ## Notes
            ## Notes-1
            ## **2.1** *Fees*
            Setext
            ------
            """
        ).text
        #expect(
            text.headings.map(\.anchor)
                == ["terms", "1", "1-1", "notes", "notes-1", "notes-1-1", "2.1", "setext"])
        #expect(text.anchors.count == 8)
        #expect(text.clauses.map(\.number) == ["1", "1", "2.1"])
        #expect(text.clauses.map(\.heading) == ["1 Scope", "1. Scope again", "2.1 Fees"])
        #expect(text.clauses.map(\.anchors) == [["1"], ["1-1"], ["2.1"]])
        #expect(text.headings.map { String($0.span.text) }.suffix(2) == ["**2.1** *Fees*", "Setext"])
        #expect(text.title?.value == "Terms")
        #expect(text.title.map { String($0.span.text) } == "Terms")
    }

    @Test("The page shows the title, levels move down, ids get a prefix")
    func options() {
        var options = HTMLOptions { _ in nil }
        options.title = .omitted
        options.headingShift = 2
        options.idPrefix = "old-"
        let html = parse("# T\n\n## 1 A [b](/c)\n\n###### B\n\nx[^1]\n\n[^1]: y").text.html(options)
        #expect(
            html == """
                <h4 id="old-1">1 A b</h4>
                <h6 id="old-b">B</h6>
                <p>x<sup class="footnote-reference"><a href="#old-fn:1" id="old-fnref:1" aria-label="Footnote 1">1</a></sup></p>
                <section class="footnotes" aria-label="Footnotes">
                <ol>
                <li id="old-fn:1">
                <p>y <a class="footnote-back" href="#old-fnref:1" aria-label="Back to the text"></a></p>
                </li>
                </ol>
                </section>

                """)
    }
}
