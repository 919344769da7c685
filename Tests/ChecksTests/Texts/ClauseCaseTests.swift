import Checks
import Testing

/// What lawyers number and cite, each with what is found in it.
@Suite("Clauses as texts have them")
struct ClauseCaseTests {
    private static let clauseChecks: [Check] = [.brokenClause, .clauseLabel, .duplicateClause, .skippedClause]

    /// What is found in a text, its lines counted from the first below the front matter.
    private func listed(_ text: String) throws -> String {
        try checked(
            Self.clauseChecks,
            "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n" + text + "\n"
        ).replacing(
            "Content/terms/2026-01-01.md:", with: "")
    }

    private static let annexes = """
        # Agreement

        ## 1. Meaning

        ## 2. Duties

        ## Annex A: Details

        ### 1. Subject

        ### 2. Duration

        ## Annex B – Measures

        ### 1. Doors

        """

    @Test(
        "Numbers start anew below a part of the text",
        arguments: [
            annexes,
            "## A. Meaning\n\n### 1. Words\n\n### 2. Signs\n\n## B. Accounts\n\n### 1. Keys\n\n### 2. Names",
            "# Terms\n\n## 1. Fees\n\n## 2. Taxes\n\n# Data terms\n\n## 1. Roles\n\n## 2. Duties",
            "# Schedule 1\n\n## Part 1\n\n### 1. Tables\n\n## Part 2\n\n### 1. Clauses\n\n# Schedule 2\n\n## Part 1\n\n### 1. Fees",
            "# 1. Accounts\n\n**1. Keys.** Keep them.\n\n**2. Names.** Give one.\n\n# 2. Fees\n\n**1. Rates.** Low.",
        ])
    func restarts(text: String) throws {
        #expect(try listed(text) == "")
    }

    @Test("Two clauses that have one number in one part are found, whatever they are called")
    func duplicates() throws {
        let found = try listed(Self.annexes + "\n### 2. Gates\n\n### 2. Walls\n\n# Article 5\n\n# Article 5")
        #expect(
            found == """
                22:5 duplicate-clause: this is the second clause annex-b/2; the first is on line 20
                    give this clause a number of its own
                26:3 duplicate-clause: this is the second Article 5; the first is on line 24
                    give this clause a number of its own
                """)
    }

    @Test("A label that names an annex is of that annex")
    func annexLabels() throws {
        let links =
            "\n[Annex A, section 2](#annex-a/2), [Annex A, section 2](#2), [Section 2 of Annex A](#annex-a-2), [Annex A](#annex-b), "
            + "[Annex B](#annex-b--measures), [Annex B, section 1](#annex-b), [§2](#2), [§2](#annex-a/2), [Annex C](#1)"
        let found = try listed(Self.annexes + links)
        #expect(
            found == """
                20:36 clause-label: the words say Annex A section 2, and the link leads to clause 2
                    write section 2, or #annex-a-2 as the address
                20:98 clause-label: the words say Annex A, and the link leads to clause annex-b
                    write Annex B, or #annex-a as the address
                20:210 clause-label: the words say Annex C, and the link leads to clause 1
                    write clause 1
                """)
    }

    private static let letters = """
        ## 2. Scope

        a. **Grant.** We grant:

           1. the right to copy; and
           2. the right to share.

        b. **Limits.** None.

        """

    @Test("Lettered parts are cited as they are written")
    func letters() throws {
        let links =
            "\n[Section 2(a)](#2(a)), [§2(a)](#2), [2(a)(2)](#2(a)(2)), [Section 2](#2-b), [Section 2(b)](#2(a)), [Section 2(c)](#2(c)), "
            + "[Section 2 (a)](#2(b))"
        let found = try listed(Self.letters + links)
        #expect(
            found == """
                13:78 clause-label: the words say Section 2(b), and the link leads to clause 2(a)
                    write Section 2(a), or #2-b as the address
                13:115 broken-clause: this text has no clause 2(c)
                    did you mean #2?
                13:124 clause-label: the words say Section 2 (a), and the link leads to clause 2(b)
                    write Section 2(b), or #2-a as the address
                """)
    }

    @Test(
        "Bold numbers, articles, schedules and lettered sections can be linked to",
        arguments: [
            "# 1\\. Purpose\n\n**1.1 Purpose.** Why.\n\n**1.2 Scope.** See [1.1](#1.1) and [Clause 1.2](#1.2).",
            "## Article 5 – Fees\n\nAs in [Article 5](#5), [Art. 5](#article-5) and [Schedule 1](#schedule-1).\n\n## Schedule 1",
            "## Anhang B – Maßnahmen\n\n### 3. Türen\n\nSiehe [Anhang B](#anhang-b), [Ziffer 3](#anhang-b/3).",
            "## A. Words\n\n## B. Accounts\n\n### 1. Keys\n\nSee [Section B](#b), [Section B.1](#b/1) and [B.1](#b-1).",
        ])
    func linked(text: String) throws {
        #expect(try listed(text) == "")
    }

    @Test("What is asked for by the end of its number is answered with the whole")
    func help() throws {
        let found = try listed(
            "## Annex A\n\n**2.1 Doors.** See [2.1](#2.1), [x](#annexa) and [Article 7](#article-7).\n\n## Article 8"
        )
        #expect(
            found == """
                6:26 broken-clause: this text has no clause 2.1
                    did you mean #annex-a-2.1?
                6:37 broken-clause: this text has no heading "annexa"
                    did you mean #annex-a?
                6:62 broken-clause: this text has no heading "article-7"
                    did you mean #article-8?
                """)
    }

    @Test("A number that a heading has as a roman one is that heading")
    func romanNumbers() throws {
        let found = try listed(
            "## ANNEX I\n\n## ANNEX II\n\nSee [Annex II](#annex-2) and [Article 3](#article-iii).\n\n## Article 3")
        #expect(
            found.contains("did you mean #annex-ii?") && found.contains("did you mean #article-3?")
                && !found.contains("clause-label"),
            "\(found)")
    }

    @Test(
        "The anchor that a git host makes of a heading is answered with the clause's own",
        arguments: [
            ("# 7. HOUSE RULES", "7-house-rules", "7"), ("## 7.1 Quiet hours & rest", "71-quiet-hours--rest", "7.1"),
            ("### 7.1.2 Größe der Räume", "712-größe-der-räume", "7.1.2"), ("## §7 Keys", "7-keys", "7"),
        ])
    func hostedAnchors(heading: String, anchor: String, number: String) throws {
        #expect(
            try listed("\(heading)\n\nSee [above](#\(anchor)).") == """
                6:13 broken-clause: this text has no heading "\(anchor)"
                    did you mean #\(number)?
                """)
    }

    @Test(
        "The anchor of a heading that says what it is leads to it",
        arguments: [
            ("## Section 7.2: Keys", "section-72-keys"), ("## Article 7 – Keys", "article-7--keys"),
            ("## Annex C (Doors)", "annex-c-doors"),
        ])
    func namedAnchors(heading: String, anchor: String) throws {
        #expect(try listed("\(heading)\n\nSee [above](#\(anchor)).") == "")
    }

    @Test("A summary speaks of the clauses of its edition; the note of a provider of no text")
    func summaries() throws {
        let world = """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            summary: See [clause 1](#1), [§2](#2), [§3](#1), [1(a)](#1(a)) and [§1](terms#1).
            ---
            ## 1. Fees

            (a) Low.
            -- Content/subprocessors/providers/heron.yaml --
            name: Heron
            entity: Heron GmbH
            purpose: Hosting of files
            data: [logs]
            note: As [clause 1](#1) has it.
            announced: 2026-01-01
            """
        let found = try checked(Self.clauseChecks, world)
        #expect(
            found == """
                Content/subprocessors/providers/heron.yaml:5:21 broken-clause: this text has no clause 1
                    write the address without #1
                Content/terms/2026-01-01.md:3:35 broken-clause: this text has no clause 2
                    its clauses are 1
                Content/terms/2026-01-01.md:3:41 clause-label: the words say §3, and the link leads to clause 1
                    write §1
                """)
    }
}
