import Markdown
import Testing

@testable import Redline

@Suite("Which of many pieces are compared")
struct CandidatesTests {
    @Test("Those that share a word of twelve pieces at most, each two once")
    func many() {
        let contents = (0..<40).map { number -> Piece.Content in
            let shared = number < 12 ? " twelve" : number < 25 ? " thirteen" : ""
            return .block(.paragraph([.text("all one\(number) two\(number)\(shared)")]))
        }
        let pieces = RedlineMemory().pieces(of: contents)
        var found: [Pair] = []
        Candidates(olds: pieces, news: pieces.reversed()).forEach { found.append($0) }
        let ofTwelve = (0..<12).flatMap { old in (28..<40).map { Pair(old: old, new: $0) } }
        let same = (12..<40).map { Pair(old: $0, new: 39 - $0) }
        #expect(Set(found) == Set(ofTwelve + same))
        #expect(found.count == Set(found).count)
    }
}
