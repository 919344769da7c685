import Markdown
import TestSupport
import Testing

@testable import Redline

/// What a line begins with that became an item's own number or sign.
@Suite("Labels of items") struct LabelTests {
    @Test(arguments: [
        ("(a) to end the contract", "(a) "), ("• a sign", "• "), ("- a sign", "- "), ("1. one", "1. "),
        ("12)\u{A0}twelve", "12)\u{A0}"),
        ("xviii. roman", "xviii. "), ("(iv) \u{300}roman", "(iv) \u{300}"), ("12345) many", "12345) "), ("ab.", ""),
        ("ab. two letters", "ab. "), ("abc. three letters", ""), ("(12345.) both", ""), ("a sentence", ""),
        ("Contract. Its end", ""), (" (a) behind a blank", ""), ("(123456) too many", ""), ("§ 4", ""), ("", ""),
        ("(12345) seven signs", "(12345) "), ("(xviii) roman", "(xviii) "), ("(12345)\u{A0}seven", "(12345)\u{A0}"),
        ("(a)\tby a tab", "(a)\t"), ("1.\u{2003}one", "1.\u{2003}"), ("•", ""), ("12345678 digits", ""),
    ])
    func labels(text: String, label: String) {
        let (found, words) = [Inline.text(text), .softBreak].withoutLabel
        #expect(found == (label.isEmpty ? [] : [.text(label)]))
        #expect(words == [.text(String(text.dropFirst(label.count))), .softBreak])
    }

    /// Against a pattern, over random lines of the signs that labels are made of.
    @Test func labelsOfRandomLines() {
        let label =
            #/
            [•‣◦▪–—\-*·○●]
            | \( ([0-9]{1,5} | [ivxlcIVXLC]{1,5} | [A-Za-z]{1,2}) \)
            | ([0-9]{1,5} | [ivxlcIVXLC]{1,5} | [A-Za-z]{1,2}) [.)]
            /#
        let signs = [
            "(", ")", ".", "1", "23", "12345", "xviii", "a", "B", "iv", "x", "•", "-", "é", "\u{301}", "\u{A0}", " ",
            "\u{2}",
        ]
        let seed = UInt64.random(in: 0 ..< .max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<2000 {
            let text = random.text(of: signs, count: 1...8)
            let start = text.prefix { !$0.isWhitespace }
            let isLabel = start.wholeMatch(of: label) != nil && start.endIndex < text.endIndex
            #expect(
                [Inline.text(text)].withoutLabel.label.isEmpty == !isLabel, "seed \(seed): \(text.debugDescription)")
        }
    }
}
