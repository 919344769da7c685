import Formats
import Testing

@testable import Pages

@Suite("The words that a page of another version shows")
struct ShownWordsTests {
    private func isShown(_ fact: String, in page: String) -> Bool {
        shownWords(of: Array(page.utf8)).firstPlace(of: shownWords(of: Array(fact.utf8))) != nil
    }

    private let fact = "<div>We keep <s>never</s> <a href=\"/x/\">60</a> <del>days</del><ins>years</ins>.</div>"

    @Test(
        "Other markup shows the same words",
        arguments: [
            ("<div>", "<section class=\"a\" data-z=\"1\">\n<p>", "</div>", "</p></section>"),
            ("60", "<strong>60</strong>", "</div>", "</div><!-- 60 -->"),
            ("<del>", "<del datetime=\"2026-01-01\">", "60", "6<wbr>0"),
        ])
    func same(_ old: String, _ new: String, _ other: String, _ otherNew: String) {
        let page = fact.replacing(old, with: new).replacing(other, with: otherNew)
        #expect(isShown(fact, in: "<html><body>x\(page)y</body></html>"))
    }

    @Test(
        "Words that are hidden, or no longer struck out, are others",
        arguments: [
            ("60", "<span hidden>60</span>"),
            ("60", "<span style=\"display:none\">60</span>"), ("60", "<template>60</template>"),
            ("60", "<span aria-hidden=\"true\">60</span>"), ("60", "<span class=\"a visually-hidden\">60</span>"),
            ("60", "<script>60</script>"), ("60", "<span class=\"own-title\">60</span>"),
            ("60", "<span data-restated data-change=\"deleted\">60</span>"), ("60", "<del data-restated>60</del>"),
            ("60", "<!-- 60 -->"), ("60", "<!-- <p>60</p> -->"), ("60", "<span hidden>6</span>0"),
            ("<s>never</s>", "never"), ("del>", "ins>"), ("ins>", "s>"), ("/x/", "/y/"), ("<div>", "<div inert>"),
            ("60</a>", "60</p></a>"),
        ])
    func others(_ old: String, _ new: String) {
        #expect(!isShown(fact, in: "<html><body>x\(fact.replacing(old, with: new))y</body></html>"))
    }

    @Test(
        "Nor are they shown in a page that is hidden",
        arguments: [
            "<html hidden><body>", "<html><body inert>", "<html><body><div class=\"menu\"><div class=\"narrow\">",
        ])
    func around(_ start: String) {
        #expect(!isShown(fact, in: start + fact))
    }

    @Test("What a fact hides itself, and which boxes it ticks, is held too")
    func own() {
        let fact = "<p><span class=\"visually-hidden\">[added: </span>x <input type=\"checkbox\" checked disabled></p>"
        #expect(isShown(fact, in: "<main>\(fact)</main>"))
        #expect(!isShown(fact, in: fact.replacing("added", with: "deleted")))
        #expect(!isShown(fact, in: fact.replacing(" checked", with: "")))
    }
}
