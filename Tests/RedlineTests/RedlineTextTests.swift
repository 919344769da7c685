import Markdown
import Redline
import Testing

@Suite("A redline as text")
struct RedlineTextTests {
    private let old = """
        # Terms

        Who uses the service agrees.

        ## 1. Use

        Use it well.

        ## 2. Fees

        The fee is €20 a month.

        It is due on the first.

        1. By transfer.
        2. By card.

        ## 3. End

        It ends.

        """
    private let new = """
        # Terms

        Who uses the service agrees.

        ## 1. Use

        Use it well.

        ## 2. Support

        We help you on every working day, from nine to five, by mail and on the telephone.

        ## 3. Fees

        The fee is €25 a month.

        It is due on the first.

        1. By transfer.
        2. By invoice.
        3. By card.

        ## 4. End

        It ends.

        """

    private func text(_ old: String, _ new: String, _ change: (inout RedlineTextOptions) -> Void = { _ in }) -> String {
        var options = RedlineTextOptions()
        change(&options)
        return Redline(from: parse(old), to: parse(new)).text(title: "Terms, from A to B", options)
    }

    @Test func showsWhatChangedBelowItsHeading() {
        #expect(
            text(old, new) == """
                Terms, from A to B

                Sections touched:
                  2. Support: added
                  3. Fees: changed, renumbered (was 2)
                  4. End: renumbered (was 3)

                …

                {+## 2. Support+}

                {+We help you on every working day, from nine to five, by mail and on the
                telephone.+}

                ## [-2-]{+3+}. Fees

                The fee is [-€20-]{+€25+} a month.

                …

                …
                {+2. By invoice.+}
                …

                ## [-3-]{+4+}. End

                …

                """)
    }

    @Test func showsAllWhereAsked() {
        let text = text(old, new) { $0.isFull = true }
        #expect(text.contains("\n# Terms\n\nWho uses the service agrees.\n\n## 1. Use\n\nUse it well.\n"))
        #expect(text.contains("\n1. By transfer.\n{+2. By invoice.+}\n[-2.-]{+3.+} By card.\n"))
        #expect(!text.contains("…"))
    }

    @Test func saysThatNothingChanged() {
        #expect(text(old, old) == "Terms, from A to B\n\nNothing changed.\n")
        #expect(text("One\ntwo.\n", "One two.\n") == "Terms, from A to B\n\nNothing changed.\n")
        let full = text(old, old) { $0.isFull = true }
        #expect(full.hasPrefix("Terms, from A to B\n\nNothing changed.\n\n# Terms\n"))
    }

    @Test func namesWhatStandsBeforeTheFirstHeading() {
        #expect(text("One.\n", "Two.\n").contains("\n  Before the first heading: changed\n"))
    }

    @Test func marksWithColours() {
        let text = text("## Fees\n\nThe fee is 20 a month.\n", "## Fees\n\nThe fee is 25 a month.\n") {
            $0.hasColor = true
        }
        #expect(text.contains("\u{1B}[1m## Fees\u{1B}[0m\n"))
        #expect(text.contains("The fee is \u{1B}[9;31m20\u{1B}[0m\u{1B}[4;32m25\u{1B}[0m a month.\n"))
        #expect(!text.contains("[-") && !text.contains("{+"))
    }

    /// So that a pager that shows a part of it is not left in a colour.
    @Test func endsColoursWithTheLine() {
        let text = text("A.\n", "A. " + String(repeating: "word ", count: 60) + "\n") { $0.hasColor = true }
        for line in text.split(separator: "\n") where line.contains("\u{1B}[4") {
            #expect(line.hasSuffix("\u{1B}[0m") && line.hasPrefix("\u{1B}[4") || line.hasPrefix("A."))
        }
    }

    @Test(arguments: [20, 33, 80])
    func breaksLinesBetweenWords(width: Int) {
        let text = text(old, new) {
            $0.width = width
            $0.isFull = true
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
        let words = text.split { $0.isWhitespace }
        #expect(words == self.text(old, new) { ($0.width, $0.isFull) = (.max, true) }.split { $0.isWhitespace })
        #expect(!words.contains { ["[-", "-]", "{+", "+}"].contains($0) })
    }

    @Test func keepsALongWordWhole() {
        let word = String(repeating: "x", count: 100)
        let text = text("A.\n", "A. See \(word) there.\n")
        #expect(text.contains("\n\(word)\n") || text.contains("\n\(word) there"))
    }

    @Test func showsWhereLinksLeadThatDiffer() {
        #expect(
            text("[One](/a/) and [two](/b/).\n", "[One](/a/) and [two](/c/).\n")
                .contains("One and [-two (/b/)-]{+two (/c/)+}."))
        #expect(text("See [two](/b/).\n", "See [our two](/b/).\n").contains("See [-two-]{+our two+}."))
    }

    @Test func nestsListsAndQuotes() {
        #expect(
            text(
                "- One:\n  - a\n  - b\n- Two\n\n> Said before.\n",
                "- One:\n  - a\n  - c d\n- Two\n\n> Said after.\n"
            ).hasSuffix(
                """
                - One:
                  …
                  - [-b-]
                  - {+c d+}
                …

                > Said [-before-]{+after+}.

                """))
    }

    @Test func obeysNobodyElsesControls() {
        let text = text("A.\n", "A \u{1B}[31mB \u{202E}C\u{7}.\n") { $0.hasColor = true }
        let sequences = text.split(separator: "\u{1B}").dropFirst().map { $0.prefix { $0 != "m" } }
        #expect(sequences.allSatisfy { ["[0", "[1", "[2", "[4;32", "[9;31"].contains($0) })
        #expect(!text.contains("\u{202E}") && !text.contains("\u{7}"))
    }
}
