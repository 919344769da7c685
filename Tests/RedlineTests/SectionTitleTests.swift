import Markdown
import Redline
import Testing

/// How sections are called that have one heading.
@Suite("Titles of sections")
struct SectionTitleTests {
    private func titles(_ old: String, _ new: String) -> [String?] {
        Redline(from: parse(old), to: parse(new)).changes.titles
    }

    @Test func sectionsWithOneHeadingAreToldApart() {
        func text(_ words: String) -> String {
            """
            # Terms

            Before \(words).

            ## 1. Definitions

            First \(words).

            ## Annex A

            ### 1. Definitions

            Second \(words).

            ## Overview

            Third \(words).

            ## Overview

            Fourth \(words).
            """
        }
        #expect(
            titles(text("days"), text("weeks")) == [
                "Terms", "1. Definitions", "1. Definitions (annex-a/1)", "Overview (#overview)",
                "Overview (#overview-1)",
            ])
    }

    /// The address of a clause of an annex has the annex's letter; its own number stays.
    @Test func anotherLetterOfAnAnnexIsNoOtherNumberOfItsClauses() {
        func text(_ annex: String, _ number: Int) -> String {
            "# Terms\n\n## Annex \(annex)\n\n### 1. Scope\n\nAll of it.\n\n### \(number). Term\n\nOne year.\n"
        }
        func told(_ new: String) -> [String] {
            Redline(from: parse(text("A", 2)), to: parse(new)).changes.map { change in
                "\(change.heading ?? ""): \(change.kinds.map(\.words)), was \(change.previousNumber ?? "–")"
            }
        }
        #expect(told(text("B", 2)) == ["Annex B: [\"changed\", \"renumbered\"], was annex-a"])
        #expect(
            told(text("B", 3)) == [
                "Annex B: [\"changed\", \"renumbered\"], was annex-a", "3. Term: [\"renumbered\"], was annex-a/2",
            ])
    }

    @Test func othersAreCalledAsTheyAre() {
        #expect(titles("A day.\n\n## 2.1 Fees\n\nOne.\n", "A week.\n\n## 2.1 Fees\n\nTwo.\n") == [nil, "2.1 Fees"])
        #expect(titles("## Annex A\n\nOne.\n", "## Annex A\n\nTwo.\n") == ["Annex A"])
    }

    /// Short ones too, and those that count on.
    @Test func numberedSectionsInAnotherOrderHaveMoved() {
        func text(_ sections: String...) -> String {
            "# Terms\n" + sections.enumerated().map { "\n## \($0 + 1). \($1)\n" }.joined()
        }
        let data = "Data\n\nWe keep the names and the addresses of the people who write to us, for one year."
        let redline = Redline(
            from: parse(text(data, "Sharing\n\nNone.\n\n- At all", "Rights\n\nYou may ask us.")),
            to: parse(text("Sharing\n\nNone.\n\n- At all", data, "Rights\n\nYou may ask us.")))
        let told = redline.changes.map { "\($0.heading ?? ""): \($0.kinds.map(\.words))" }
        #expect(told == ["1. Sharing: [\"moved\", \"renumbered\"]", "2. Data: [\"renumbered\"]"])
        let heading = "\n(Moved here)\n## [-2-]{+1+}. Sharing\n\n(Moved here)\nNone.\n"
        #expect(redline.text(title: "Terms").contains(heading))
    }
}
