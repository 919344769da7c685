import Testing

@Suite("Numbers of clauses that are left out")
struct SkippedClauseTests {
    private func found(_ headings: String...) throws -> [String] {
        let text = headings.map { "\($0) Words\n" }.joined(separator: "\n")
        return try findings(in: "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n\n" + text)
            .split(separator: "\n").filter { $0.contains("skipped-clause") }.map(String.init)
    }

    @Test("Within its own level, and once")
    func levels() throws {
        #expect(
            try found("## 1", "## 2", "### 2.1", "### 2.3", "### 2.4", "## 5", "## 6") == [
                "Content/terms/2026-01-01.md:11:5 warning skipped-clause: clause 2.3 stands here, and this text has no clause 2.2",
                "Content/terms/2026-01-01.md:15:4 warning skipped-clause: clause 5 stands here, and this text has no clause 3",
            ])
    }

    @Test("Not where one heading keeps the place of several")
    func placesKept() throws {
        #expect(try found("## 6. Use", "## 7 to 9 [Reserved]", "## 10. Term", "## 12. End").count == 1)
        #expect(try found("## § 56 Bußgeld", "## (gestrichen) §§ 57 und 58", "## § 59 Geldbuße") == [])
        #expect(try found("## 1. Use", "## Clauses 2–4 have been removed", "## 5. Term") == [])
        #expect(try found("## 2", "### 2.1", "### 2.2 – 2.3 [Intentionally omitted]", "### 2.4") == [])
        // What it keeps is another place.
        #expect(try found("## 1. Use", "## Within 30 days", "## 4. Term").count == 1)
    }

    @Test("Not where a text begins, where numbers begin anew, where letters stand, or where it stands elsewhere")
    func sound() throws {
        #expect(try found("## 3", "## 4", "### 4.1", "## 5", "### 5.1", "## 6") == [])
        #expect(try found("## 1", "## 2", "## 2a", "## 2b", "## 3") == [])
        #expect(try found("## 1", "## 3", "## 2", "## 4") == [])
    }

    @Test("Not of headings that begin with a day")
    func days() throws {
        #expect(try found("## 1 March 2026:", "## 15 January 2027:") == [])
        #expect(try found("## 1. März 2026", "## 15. Juli 2026", "## 1. Fees", "## 3. May we share data?").count == 1)
        #expect(try found("## 1 Août 2026", "## 15 août 2026", "## 1.\u{A0}Şubat 2026", "## 15.\u{A0}May 2026") == [])
        #expect(try found("## 1 de marzo de 2026", "## 15 de Mayo", "## 1 يناير 2026", "## 15 يناير 2026") == [])
    }

    @Test("Of articles, sections and annexes too, where the text counts its own")
    func named() throws {
        #expect(try found("## Article 1", "## Article 4", "## Article 5").count == 1)
        #expect(try found("## § 1", "## Abschnitt 1", "## Abschnitt 3").count == 1)
        #expect(try found("## Annex 1", "### 1", "## Annex 3").count == 1)
        // Those of a law.
        #expect(try found("## Art. 15 GDPR: Access", "## Art. 16 GDPR", "## Art. 17 GDPR", "## Art. 20 GDPR") == [])
        #expect(try found("## Article 28", "## Article 32", "## Section 230", "## Section 512") == [])
        #expect(try found("## Article 1", "## Articles 2 and 3 (reserved)", "## Article 4") == [])
        #expect(try found("## Artikel 1", "## Art. 2", "## Artikel 3", "## Annex A", "## Annex C") == [])
        #expect(try found("## Part 1", "### Article 1", "### Article 2", "## Part 2", "### Article 3") == [])
    }

    @Test("The help writes a number as a heading has it")
    func help() throws {
        func help(_ headings: String...) throws -> String? {
            let text = headings.map { "\($0) Words\n" }.joined(separator: "\n")
            return try findings(in: "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n\n" + text)
                .split(separator: "\n").last.map(String.init)
        }
        for (headings, number) in [
            (["## Annex A", "### 1. Data", "### 3. End"], "2"), (["## Article 1", "## Article 3"], "Article 2"),
            (["## § 4", "## § 6"], "§ 5"), (["## 1", "### 1.1", "### 1.3"], "1.2"),
        ] {
            #expect(
                try help(headings[0], headings[1], headings.count > 2 ? headings[2] : "###### End")
                    == "    give this clause the number \(number); or keep the place of one that was taken out, by a heading \(number) [Reserved]"
            )
        }
    }
}
