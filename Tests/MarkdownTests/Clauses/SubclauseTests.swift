import Testing

@testable import Markdown

@Suite("Lettered parts of clauses")
struct SubclauseTests {
    /// The numbers of what the paragraphs below "## 2. Scope" are.
    private func numbers(_ paragraphs: String...) -> [String] {
        let text = parse("## 2. Scope\n\n" + paragraphs.joined(separator: "\n\n")).text
        return text.clauses.dropFirst().map(\.number)
    }

    @Test("Paragraphs that start with a letter, one below another")
    func paragraphs() {
        #expect(numbers("(a) One", "(b) Two", "(c) Three") == ["2(a)", "2(b)", "2(c)"])
        #expect(
            numbers(
                "We:", "(a) One:", "(i) this", "(ii) that", "(b) Two:", "(i) this", "(A) here", "(B) there", "(c) Three"
            )
                == ["2(a)", "2(a)(i)", "2(a)(ii)", "2(b)", "2(b)(i)", "2(b)(i)(A)", "2(b)(i)(B)", "2(c)"])
        #expect(
            numbers("a. **Grant.** We", "(1) one", "(2) two", "b. **Limits.** You") == [
                "2(a)", "2(a)(1)", "2(a)(2)", "2(b)",
            ])
        #expect(numbers("**(a) Grant.** We", "*(b)* Limits") == ["2(a)", "2(b)"])
    }

    @Test("A label may be all that a paragraph says, in several parts or one, and few letters are none")
    func short() {
        #expect(numbers("(a)", "b", "(*b*)", "c", "(c", "c)", "d.", "e", "ee", "1", "é") == ["2(a)", "2(b)"])
        #expect(numbers("a.", "b.", "c)", "c.") == ["2(a)", "2(b)", "2(c)"])
        #expect(numbers("\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}(a) One") == ["2(a)"])
    }

    @Test("(i) is a letter after (h), else a roman number")
    func letterOrRoman() {
        let letters = "abcdefghijk".map { "(\($0)) Words" }.joined(separator: "\n\n")
        #expect(numbers(letters) == "abcdefghijk".map { "2(\($0))" })
        #expect(
            numbers("(g) x", "(h) x", "(i) x", "(i) y", "(ii) y", "(j) x").suffix(4) == [
                "2(i)", "2(i)(i)", "2(i)(ii)", "2(j)",
            ])
        #expect(
            numbers("(i) x", "(ii) x", "(iii) x", "(iv) x", "(v) x", "(vi) x") == [
                "2(i)", "2(ii)", "2(iii)", "2(iv)", "2(v)", "2(vi)",
            ])
    }

    @Test("Items of lists, by their letters or the list's own numbers")
    func items() {
        #expect(
            numbers("- (a) One\n- (b) Two\n  - (i) this\n  - (ii) that\n- (c) Three") == [
                "2(a)", "2(b)", "2(b)(i)", "2(b)(ii)", "2(c)",
            ])
        #expect(
            numbers(
                "a. **Grant.** We grant:", "   1. copy; and\n   2. share, under\n\n      A. this; or\n\n      B. that.",
                "b. **Limits.**")
                == ["2(a)", "2(a)(1)", "2(a)(2)", "2(a)(2)(A)", "2(a)(2)(B)", "2(b)"])
        #expect(numbers("3. Three\n4. Four\n   1. Below") == ["2(3)", "2(4)", "2(4)(1)"])
    }

    @Test("What begins again in a clause, or stands in none, has no address")
    func none() {
        #expect(numbers("(a) One", "(b) Two", "Others:", "(a) One", "(b) Two", "(c) Three") == ["2(a)", "2(b)"])
        #expect(numbers("1. One\n2. Two", "Others:", "1. One") == ["2(1)", "2(2)"])
        #expect(
            numbers(
                "> (a) Quoted", "| (a) |\n|-|", "    (a) code", "e.g. this", "i.e. that", "(see) there",
                "2026\\. A year") == [])
        #expect(parse("## Scope\n\n(a) One").text.clauses.map(\.number) == [])
        #expect(parse("(a) One\n\n## 2. Scope\n\n### Details\n\n(a) One").text.clauses.map(\.number) == ["2", "2(a)"])
    }

    @Test("Of bold clauses, annexes and lettered sections too")
    func bases() {
        let text = "# Annex A\n\n**1.1 Purpose.** We:\n\n(a) One\n\n## 2. Scope\n\n(a) Two\n\n# B. Terms\n\n(a) Three"
        #expect(
            parse(text).text.clauses.map(\.number) == [
                "annex-a", "annex-a/1.1", "annex-a/1.1(a)", "annex-a/2", "annex-a/2(a)",
            ])
        #expect(parse("# A. Terms\n\n## 1. Fees\n\n(a) Three").text.clauses.map(\.number) == ["a", "a/1", "a/1(a)"])
    }
}
