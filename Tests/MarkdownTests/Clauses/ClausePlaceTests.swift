import Testing

@testable import Markdown

@Suite("Places of clauses in HTML")
struct ClausePlaceTests {
    @Test("Every heading keeps its id; what has none gets the one that follows its number")
    func ids() {
        #expect(
            html(
                """
                # Agreement

                ## Article 5 – Fees

                **5.1 Rate.** Ten euros:

                - (a) a month; or
                - (b) a year:

                  (i) at once.

                ## Annex A

                ### 1. Subject

                (a) Hosting.
                """)
                    == """
                    <h1 id="agreement">Agreement</h1>
                    <h2 id="article-5--fees"><span class="visually-hidden" id="article-5"></span><span class="visually-hidden" id="5"></span>Article 5 – Fees</h2>
                    <p id="5.1"><strong>5.1 Rate.</strong> Ten euros:</p>
                    <ul>
                    <li>
                    <p id="5.1-a">(a) a month; or</p>
                    </li>
                    <li>
                    <p id="5.1-b">(b) a year:</p>
                    <p id="5.1-b-i">(i) at once.</p>
                    </li>
                    </ul>
                    <h2 id="annex-a">Annex A</h2>
                    <h3 id="1"><span class="visually-hidden" id="annex-a-1"></span>1. Subject</h3>
                    <p id="annex-a-1-a">(a) Hosting.</p>

                    """)
        #expect(
            html("## 2. Scope\n\n1. (a) one\n2. [ ] two") == """
                <h2 id="2">2. Scope</h2>
                <ol class="tasks">
                <li id="2-1">(a) one</li>
                <li id="2-2" class="task"><input type="checkbox" disabled aria-label="Not done"> two</li>
                </ol>

                """)
    }

    @Test("A place that a heading has is given to nothing else")
    func taken() {
        let text = parse("## 2. Scope\n\n(a) One\n\n## 2-a\n\n## Article 3\n\n## 3. Fees\n\n## Article 3").text
        #expect(text.headings.map(\.anchor) == ["2", "2-a", "article-3", "3", "article-3-1"])
        #expect(text.clauses.map(\.anchors) == [["2"], [], ["article-3"], ["3"], ["article-3-1"]])
        #expect(text.anchors == ["2", "2-a", "article-3", "3", "article-3-1"])
    }

    @Test(
        "A link may name a clause as a text cites it",
        arguments: [
            ("#2(a)(i)", LinkTarget.anchor("2-a-i")), ("#annex-a/2", .anchor("annex-a-2")),
            ("#2%28a%29", .anchor("2-a")), ("terms#B/1(A)", .document(id: "terms", clause: "b-1-a")),
            ("/terms/2026-11-23/#2(a)", .edition(document: "terms", edition: "2026-11-23", fragment: "2-a")),
            ("#2-a", .anchor("2-a")), ("#10.2", .anchor("10.2")), ("#Über", .anchor("Über")),
        ])
    func targets(destination: String, target: LinkTarget) {
        #expect(LinkTarget(destination) == target)
    }
}
