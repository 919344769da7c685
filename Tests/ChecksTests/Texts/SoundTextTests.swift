import Checks
import Testing

/// Texts that look like what a check seeks, and are sound.
@Suite("Sound texts")
struct SoundTextTests {
    @Test(
        "Nothing is found in them",
        arguments: [
            "Der Vertrag gilt ab dem\n3.\u{A0}März 2025.",
            "# 2. Storage\n\n**2.5 GB** for Basic.\n\n**2.5 GB** for Pro.",
            "# 1. Fees\n\n**1.1 Million** in the first year.\n\n**1.1 Million** in the second.",
            "# 1. Fees\n\n**1.1 When.** In May.\n\n**1.3 How.** By card.",
            "[INTENTIONALLY DELETED]", "[INTENTIONALLY REMOVED]",
            "The terms of service are effective from 3 March 2025.",
            "The code of conduct is effective as of 3 March 2025.",
            "Our security page was last updated on 3 March 2025.",
            "If a==b or c==d, it stops.",
            "The cookies mp_[TOKEN]_mixpanel and intercom-session-[APP_ID].", "privacy [AT] acme [DOT] example",
            "Google sets __utma, __utmb, __utmc and _ga.",
            "| Cookie | Of |\n|---|---|\n| __cf_bm, __cfruid | Cloudflare |",
            "Tick “[X]”.", "当社のTODOリスト",
            "# 1 March 2025\n\nFees.\n\n# 1 March 2026\n\nFees.", "# 1. März 2025\n\nPreise.\n\n# 1. Juli",
            "# 1 de marzo de 2025\n\n# 1 de julio de 2025", "# 1 Mart 2025\n\n# 1 Temmuz 2025",
        ])
    func nothingIsFound(_ text: String) throws {
        let found = try checked(
            [.leftoverMarkup, .duplicateClause, .placeholder, .statedDate],
            "-- Content/privacy/2026-01-01.md --\n---\ntitle: Privacy Policy\n---\n\(text)\n")
        #expect(found == "")
    }

    @Test("A number that goes on is no amount")
    func boldNumbers() throws {
        let found = try checked(
            [.duplicateClause],
            terms: """
                # 1. Fees

                **1.1 VAT** is added.

                **1.2 When.** In May.

                **1.2 How.** By card.
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:10:1 duplicate-clause: this is the second clause 1.2; the first is on line 8
                    give this clause a number of its own
                """)
    }

    /// The second heading with the number 1 has the place `1-1`, which clause 1(1) would have.
    @Test("A place that is another clause's")
    func places() throws {
        let found = try checked(
            [.brokenClause, .duplicateClause],
            terms: """
                # § 1 Geltung

                [Absatz 1](#1(1)), [Absatz 2](#1(2)) und [Anlage](#anlage-1/1).

                (1) Erster.

                (2) Zweiter.

                # Anlage 1

                ## 1. Fristen
                """)
        #expect(
            found.hasPrefix("Content/terms/2026-01-01.md:6:12 broken-clause: ")
                && found.split(separator: "\n").count == 2)
    }
}
