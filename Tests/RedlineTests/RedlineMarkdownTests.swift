import Markdown
import Redline
import Testing

@Suite("A redline as Markdown")
struct RedlineMarkdownTests {
    private func markdown(_ old: String, _ new: String, isFull: Bool = false) -> String {
        Redline(from: parse(old), to: parse(new)).markdown(title: "Terms, from A to B", isFull: isFull) {
            $0.hasPrefix("/") ? "https://acme.example" + $0 : $0
        }
    }

    /// What stands below the line.
    private func body(_ old: String, _ new: String) -> String {
        markdown(old, new, isFull: true).split(separator: "\n---\n\n", maxSplits: 1).last.map(String.init) ?? ""
    }

    @Test func showsWhatChangedBelowItsHeading() {
        #expect(
            markdown(
                "# Terms\n\n## 1. Use\n\nUse it well.\n\n## 2. Fees\n\nThe fee is 20.\n\nIt is due at once.\n",
                "# Terms\n\n## 1. Use\n\nUse it well.\n\n## 3. Fees\n\nThe fee is 25.\n\nIt is due at once.\n") == """
                    **Terms, from A to B**

                    Sections touched:

                    - 3. Fees: changed, renumbered (was 2)

                    ---

                    …

                    ## <del>2</del><ins>3</ins>. Fees

                    The fee is <del>20</del><ins>25</ins>.

                    …

                    """)
    }

    @Test func saysThatNothingChanged() {
        #expect(markdown("A.\n", "A.\n") == "**Terms, from A to B**\n\nNothing changed.\n")
    }

    @Test func keepsListsAndTheirNumbers() {
        #expect(
            body("1. One\n2. Two\n\n   Still two.\n", "1. One\n2. New\n3. Two\n\n   Still more.\n") == """
                - 1. One

                - <ins>2.</ins> <ins>New</ins>

                - <del>2.</del><ins>3.</ins> Two

                  Still <del>two</del><ins>more</ins>.

                """)
        #expect(body("- [ ] One\n", "- [x] One\n") == "- <del>☐</del><ins>☑</ins> One\n")
    }

    @Test func keepsTables() {
        #expect(
            body("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | x\\|y |\n| 3 | 4 |\n") == """
                | a | b |
                | --- | --- |
                | 1 | <del>2</del><ins>x\\|y</ins> |
                | <ins>3</ins> | <ins>4</ins> |

                """)
    }

    @Test func keepsCode() {
        #expect(body("```sh\nls\n```\n\nA.\n", "```sh\nls\n```\n\nB.\n").hasPrefix("```sh\nls\n```\n"))
        #expect(
            body("    if a < b\n    then 1\n", "    if a < b\n    then 2\n")
                == "<pre>if a &lt; b\nthen <del>1</del><ins>2</ins></pre>\n")
    }

    @Test func keepsStylesAndLinks() {
        #expect(
            body("We *never* sell [it](/data/).\n", "We *never* sell or rent [it](/data/).\n")
                == "We <em>never</em> sell <ins>or rent </ins>[it](<https://acme.example/data/>).\n")
    }

    @Test func showsWhereLinksLeadThatDiffer() {
        #expect(
            body("See [it](/a/).\n", "See [it](/b/).\n")
                == "See <del>[it](<https://acme.example/a/>) (<code>/a/</code>)"
                + "</del><ins>[it](<https://acme.example/b/>) (<code>/b/</code>)</ins>.\n")
    }

    /// What the text says must not act: markup, people's names and numbers of issues, lists.
    @Test func escapesWhatWouldMeanSomething() {
        #expect(
            body("A b c.\n", "A b c \\<script> \\*a\\* \\`b\\` @acme, see #12 or r#3.\n")
                == "A b c<ins> \\<script\\> \\*a\\* \\`b\\` @&#8203;acme, see #&#8203;12 or r#3</ins>.\n")
        #expect(body("1\\. A\n", "1\\. A\n\n\\# B\n").hasPrefix("1\\. A\n"))
        #expect(body("\\- A b c\n", "\\- A b c d\n").hasPrefix("\\- A b c"))
    }
}
