import Testing

@testable import Markdown

/// Texts are written with their words left out: what counts is what headings and paragraphs begin with.
@Suite("Addresses of clauses")
struct ClauseAddressTests {
    /// Each clause's number, in the order of the text.
    private func numbers(_ markdown: String) -> [String] { parse(markdown).text.clauses.map(\.number) }

    /// The number of each heading, `-` for one that has none.
    private func headings(_ lines: String...) -> [String] {
        let text = lines.map { "\($0) Words\n" }.joined(separator: "\n")
        return parse(text).text.headings.map { $0.number ?? "-" }
    }

    @Test(
        "A part is called by its word and its number, in any language that is read",
        arguments: [
            ("Article 5 – Fees", "article-5"), ("SECTION 1: GENERAL", "section-1"), ("Clause 7 Fees", "clause-7"),
            ("Schedule 1", "schedule-1"), ("Annex A: Details", "annex-a"), ("ANNEX II", "annex-ii"),
            ("Part IV.", "part-iv"), ("Exhibit A-1 Order form", "exhibit-a-1"), ("Appendix B.2", "appendix-b.2"),
            ("Anhang B – Maßnahmen", "anhang-b"), ("Artikel 12a", "artikel-12a"), ("Artículo 3.", "artículo-3"),
            ("Annexe 1", "annexe-1"), ("Allegato C", "allegato-c"), ("Bijlage 2", "bijlage-2"), ("Seção 4", "seção-4"),
            ("Art. 9 Abs. 2", "article-9"), ("Sec. 2.1 Fees", "section-2.1"), ("Section 2(b)", "section-2"),
            ("Part a discussion", nil), ("Section two", nil), ("Parts 1", nil), ("Articles of association", nil),
            ("Annex", nil), ("Schedule of fees", nil), ("Section 3rd", nil), ("Article 5b", "article-5b"),
            ("Clause XL", nil), ("Annex AB", nil), ("المادة 5 الرسوم", "المادة-5"), ("البند ٣", "البند-3"),
            ("الملحق أ: التفاصيل", "الملحق-أ"), ("القسم IV", "القسم-iv"), ("الفقرة ٢.١.", "الفقرة-2.1"),
            ("الملحق أعلاه", nil), ("§ IV Fees", "iv"), ("§ A Foo", "a"), ("§B.2: Foo", "b.2"), ("§ Fees", nil),
            ("§ 5, 6", nil),
        ] as [(String, String?)])
    func named(heading: String, number: String?) {
        #expect(parse("## \(heading)").text.headings.first?.number == number)
    }

    @Test("Below a schedule, annex, appendix, exhibit or part numbers start anew")
    func annexes() {
        #expect(
            headings("# DPA", "## 1.", "## 2.", "## Annex A:", "### 1.", "#### 1.1", "### 2.", "## Annex B", "### 1.")
                == ["-", "1", "2", "annex-a", "annex-a/1", "annex-a/1.1", "annex-a/2", "annex-b", "annex-b/1"])
        #expect(
            headings(
                "# Schedule 1", "## Part 1", "### 1.", "### Article 2", "## Part 2", "### 1.", "# Exhibit C", "## 1.")
                == [
                    "schedule-1", "schedule-1/part-1", "schedule-1/part-1/1", "schedule-1/part-1/article-2",
                    "schedule-1/part-2", "schedule-1/part-2/1", "exhibit-c", "exhibit-c/1",
                ])
        #expect(
            headings("# Anhang I", "## A.", "### 1.", "## B.", "### 1.", "# Anhang II", "## 1.")
                == ["anhang-i", "anhang-i/a", "anhang-i/a/1", "anhang-i/b", "anhang-i/b/1", "anhang-ii", "anhang-ii/1"])
    }

    @Test("In a text whose headings are of one level an annex goes on while its numbers do")
    func flat() {
        #expect(
            headings("## 1.", "## 2.", "## Annex A", "## 1.", "## 2.", "## Annex B", "## 1.", "## Signatures", "## 3.")
                == ["1", "2", "annex-a", "annex-a/1", "annex-a/2", "annex-b", "annex-b/1", "-", "3"])
        #expect(
            headings("## 1.", "## 2.", "## Data terms", "## 1.", "## 2.") == [
                "1", "2", "-", "data-terms-words/1", "data-terms-words/2",
            ])
    }

    @Test("They do below any heading, where they begin with 1 again there")
    func restarts() {
        #expect(
            headings("# T", "## A.", "### 1.", "### 2.", "## B.", "## C.", "### 1.")
                == ["-", "a", "a/1", "a/2", "b", "c", "c/1"])
        #expect(headings("## 1.", "### 1.", "### 2.", "## 2.", "### 1.") == ["1", "1/1", "1/2", "2", "2/1"])
        #expect(
            headings("# Terms", "## 1.", "## 2.", "# Privacy", "## 1.", "### 1.1", "## 2.")
                == ["-", "1", "2", "-", "privacy-words/1", "privacy-words/1.1", "privacy-words/2"])
        #expect(
            headings("# T", "## Overview", "### 1.", "### 2.", "## 1.", "## 2.")
                == ["-", "-", "overview-words/1", "overview-words/2", "1", "2"])
        #expect(
            headings("## Article 1", "### 1.", "### 2.", "## Article 2", "### 1.") == [
                "article-1", "1", "2", "article-2", "article-2/1",
            ])
    }

    @Test("Where they run through the parts of a text, they are the text's own")
    func running() {
        #expect(
            headings("## Part I", "### 1.", "### 2.", "## Part II", "### 3.", "## Part III", "### 4.")
                == ["part-i", "1", "2", "part-ii", "3", "part-iii", "4"])
        #expect(headings("## A.", "### § 1", "### § 2", "## B.", "### § 3") == ["a", "1", "2", "b", "3"])
        #expect(
            headings("## SECTION 1:", "### 1.1", "## SECTION 2:", "### 2.1") == [
                "section-1", "1.1", "section-2", "2.1",
            ])
    }

    @Test("Numbers with the sign § are counted apart from those without")
    func signs() {
        #expect(
            headings(
                "# Erster Abschnitt", "## 1. Teile", "### § 1", "### § 2", "# Zweiter Abschnitt", "## 1. Teile",
                "### § 3")
                == ["-", "1", "1", "2", "-", "zweiter-abschnitt-words/1", "3"])
        #expect(headings("# AGB", "## § 1", "## § 2", "# Daten", "## § 1") == ["-", "1", "2", "-", "daten-words/1"])
    }

    @Test("A clause that is not counted by ASCII digits has the place of its words too")
    func places() {
        let text = parse("## ٣ نطاق\n\n## § IV Fees\n\n## المادة ٥\n\n**٣.١ Purpose.** Words.").text
        #expect(
            text.clauses.map(\.anchors) == [
                ["3", "٣-نطاق"], ["iv", "-iv-fees"], ["المادة-5", "المادة-٥", "5"], ["3.1"],
            ])
        #expect(text.clauses.map(\.label) == ["٣", "§ IV", "المادة ٥", "٣.١"])
    }

    @Test("What has one number twice in one part keeps it")
    func duplicates() {
        #expect(headings("## 1.", "## 2.", "## 2.") == ["1", "2", "2"])
        #expect(headings("## 4.", "### 4.1", "## 5.", "### 4.1") == ["4", "4.1", "5", "4.1"])
        #expect(headings("## Annex A", "### 1.", "### 1.") == ["annex-a", "annex-a/1", "annex-a/1"])
        #expect(headings("## Article 5", "## Article 5") == ["article-5", "article-5"])
    }

    @Test("A letter is a section's where it is one of a sequence")
    func letters() {
        #expect(headings("## A.", "## B.", "## C.", "## J. Smith") == ["a", "b", "c", "j"])
        #expect(headings("## J. Smith", "## K. Jones") == ["-", "-"])
        #expect(headings("## I.", "## II.", "## III.", "## IV.", "## V.") == ["i", "ii", "iii", "iv", "v"])
        #expect(headings("## G.", "## A.", "## B.") == ["-", "a", "b"])
        let alphabet = "ABCDEFGHIJ".map { "## \($0).\n" }.joined(separator: "\n")
        #expect(numbers(alphabet) == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
        #expect(headings("## 2.", "### (a)", "### (b)", "#### (i)") == ["2", "2(a)", "2(b)", "2(b)(i)"])
        #expect(headings("## Pages", "### (a)") == ["-", "-"])
    }

    @Test("A paragraph that starts with a bold number is a clause")
    func bold() {
        #expect(
            numbers(
                "# 1. Purpose\n\n**1.1 Purpose.** Words.\n\n**1.2** Words.\n\n- **1.3. Scope** of it\n\n**30 days** pass."
            )
                == ["1", "1.1", "1.2", "1.3"])
        #expect(
            numbers("## Annex A\n\n**1. Purpose.** Words.\n\n**§ 2** Words.") == ["annex-a", "annex-a/1", "annex-a/2"])
        #expect(
            numbers("**2.5 million** users, **1.1 Purpose**\n\n**2.5 GB** of data\n\n**1.5 %** more\n\n**1.1.1 Fees**")
                == ["1.1.1"])
        #expect(
            numbers(
                "# 6. Law\n\n**6.1** [Terms](terms) hold.\n\n**6.2** [our terms](terms) hold.\n\n**6.3** [GB](x) of it."
            )
                == ["6", "6.1"])
        #expect(numbers("> **1.1 Purpose.** Quoted.\n\n| **1.1 Purpose.** |\n|-|") == [])
    }
}
