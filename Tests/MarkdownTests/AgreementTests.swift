import TestSupport
import Testing

@testable import Markdown

@Suite("Our reading and cmark's own")
struct AgreementTests {
    @Test("Addresses and strikethroughs are where cmark-gfm finds them", arguments: 0..<150)
    func addresses(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let markdown = Generated.policy(&random)
        let difference = firstDifference(CMarkReference.html(parse(markdown).text), CMarkReference.html(markdown))
        #expect(difference == nil, "seed \(seed)")
    }

    @Test("Texts parsed in parallel are what they are one at a time")
    func parallel() async {
        var random = SeededRandom(seed: 7)
        let texts = (0..<120).map { _ in Generated.policy(&random) + Generated.soup(&random, lines: 5) }
        let serial = texts.map { html($0) }
        for _ in 0..<3 {
            let parallel = await withTaskGroup(of: (Int, String).self) { group in
                for (index, text) in texts.enumerated() { group.addTask { (index, html(text)) } }
                return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
            }
            for (index, html) in serial.enumerated() { #expect(parallel[index] == html) }
        }
    }
}
