import Model
import Notices
import Testing

/// Every sentence of `docs/sentences.md` is what is written, every one of `docs/sentences.de.md` on a German site, and every one of
/// `docs/sentences.ar.md` on an Arabic one.
@Suite("The tables of sentences")
struct SentenceTableTests {
    @Test("Each row says what its columns say", arguments: SentenceRow.all)
    func rows(_ row: SentenceRow) throws {
        #expect(try row.derived() == row.kinds)
        let said = try row.said()
        #expect(said == row.sentences, "| \(said.joined(separator: " | ")) |")
    }

    @Test("Each row of terms says what its columns say", arguments: TermsRow.all)
    func terms(_ row: TermsRow) throws {
        let said = try row.said()
        #expect(said == row.row.sentences, "| \(said.joined(separator: " | ")) |")
    }

    @Test("Everything that terms can lose is in a row")
    func losses() throws {
        let settings = try TermsRow.all.flatMap { try $0.history().notices.flatMap(\.terms) }.flatMap(\.losses)
        let words = Set(settings.map { loss in "\(loss)".prefix { $0 != "(" } + (loss.kept ?? "") })
        #expect(
            words.sorted() == [
                "fewer", "fieldsmaterial", "fieldsprivate", "fieldsrequired", "fieldsunrecorded", "holidays",
                "objectionAfterEffect", "workingDays",
            ])
    }

    @Test("Each story is told as it stands there", arguments: SentenceStory.all)
    func stories(_ story: SentenceStory) throws {
        let telling = try story.telling()
        #expect(telling == story.told, "\(telling)")
    }

    @Test("Each page has the same rows, told in its own words")
    func pages() {
        func rows(_ page: SentencePage) -> [[String]] {
            SentenceRow.tables.filter { $0.page == page }.map { [$0.section] + $0.kinds }
        }
        func stories(_ page: SentencePage) -> Int { SentenceStory.all.count { $0.page == page } }
        for page in SentencePage.all {
            #expect(rows(page) == rows(.english))
            #expect(stories(page) == stories(.english))
        }
    }

    @Test("Each kind of change is alone in a row", arguments: SentencePage.all)
    func kinds(_ page: SentencePage) {
        let alone = Set(SentenceRow.all.filter { $0.page == page && $0.kinds.count == 1 }.map { $0.kinds[0] })
        let missing = ChangeKind.allCases.map { $0.rawValue.replacing("_", with: " ") }
            .filter { !alone.contains($0) && !alone.contains("AI" + $0.dropFirst(2)) }
        // An addition has no row before it; a correction is one of something.
        #expect(missing == ["added", "corrected"])
    }
}

extension TermsLoss {
    fileprivate var kept: String? { if case .fields(_, let kept, _) = self { kept.rawValue } else { nil } }
}
