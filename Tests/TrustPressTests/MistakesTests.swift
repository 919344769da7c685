import Testing
import TrustPress

/// `docs/mistakes.md` is what it says.
@Suite("The mistakes that people make")
struct MistakesTests {
    @Test("Nothing is wrong with the site in which they are made")
    func site() throws {
        let files = MistakePage.site.mapValues { Array($0.utf8) }
        #expect(files.count == 8)
        #expect(try Mistake.check(files) == "")
    }

    @Test("Each heading of the page is one of them")
    func page() {
        #expect(MistakePage.mistakes.map(\.title) == MistakePage.headings.map(String.init))
        #expect(MistakePage.mistakes.count >= 60)
    }

    @Test("What is said of each", arguments: MistakePage.mistakes)
    func mistake(mistake: Mistake) throws {
        #expect(try Mistake.check(mistake.files()) == mistake.said)
    }
}
