import TestSupport
import Testing

@testable import Pages

/// Which edition last changed a clause.
@Suite("The table of clauses")
struct ClauseHistoryTests {
    private func edition(_ day: String, _ keys: String, _ clauses: String...) -> String {
        """
        -- Content/terms/\(day).md --
        ---
        title: Terms
        \(keys)
        ---

        \(clauses.joined(separator: "\n\n"))
        """
    }

    /// A row: the clause, then each edition that changed it, the newest first, with where its day leads.
    private func rows(_ pages: [String: String]) throws -> [String] {
        let page = try #require(pages["terms/history/index.html"])
        return page.matches(of: /<tr id="page\.clause\.([^"]*)">(.*?)<td class="address">/).map { row in
            let steps = row.output.2.matches(of: /<a href="([^"]*)"><time datetime="([^"]*)">/).map {
                "\($0.output.2) \($0.output.1)"
            }
            return "\(row.output.1): " + steps.joined(separator: ", ")
        }
    }

    @Test("An interim edition changed what it says otherwise, and so did the edition to which it gave way")
    func interim() throws {
        let world = World(
            [
                edition(
                    "2026-01-01", "version: a", "## 1. Scope\n\nHere.", "## 2. Price\n\nOne.", "## 3. Law\n\nOurs."),
                edition(
                    "2026-06-01", "announced: 2026-03-01\nsummary: Another price.", "## 1. Scope\n\nHere.",
                    "## 2. Price\n\nTwo.", "## 3. Law\n\nOurs."),
                edition(
                    "2026-05-15", "announced: 2026-04-10\ninterim: true\nsummary: There for some days.",
                    "## 1. Scope\n\nThere.", "## 2. Price\n\nOne.", "## 3. Law\n\nOurs."),
            ].joined(separator: "\n"))
        #expect(
            try rows(try render(world, asOf: "2026-05-20")) == [
                "1: 2026-05-15 /terms/2026-05-15/changes/#1, 2026-01-01 /terms/2026-01-01/",
                "2: 2026-01-01 /terms/2026-01-01/", "3: 2026-01-01 /terms/2026-01-01/",
            ])
        // No page has the redline from the interim edition to the one of June.
        #expect(
            try rows(try render(world, asOf: "2026-06-15")) == [
                "1: 2026-06-01 /terms/2026-06-01/, 2026-05-15 /terms/2026-05-15/changes/#1, 2026-01-01 /terms/2026-01-01/",
                "2: 2026-06-01 /terms/2026-06-01/changes/#2, 2026-01-01 /terms/2026-01-01/",
                "3: 2026-01-01 /terms/2026-01-01/",
            ])
    }
}
