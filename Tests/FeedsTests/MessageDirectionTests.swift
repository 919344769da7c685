import Model
import Testing
@testable import Feeds
@testable import Notices

/// A plain text has no sign for the direction of its lines: each runs as its first letter does.
@Suite("In which direction lines of messages run")
struct MessageDirectionTests {
    private func lines(_ html: String, _ direction: TextDirection = .rightToLeft) -> [String] {
        MessageText.text(of: html, as: .plain, direction).split(separator: "\n").map(String.init)
    }

    @Test("A line that an address begins has a mark before it where Arabic follows")
    func marks() {
        let words = Array(repeating: "كلمة", count: 14).joined(separator: " ")
        let html = "<p>\(words) b@haus.example مع كتابة</p>\n<p>b@haus.example</p>\n"
        #expect(lines(html) == [words, "\u{200F}b@haus.example مع كتابة", "b@haus.example"])
        // What is told in English keeps its direction, whoever is named in it.
        #expect(lines("<p>From 1 May, شركة القيقب is used.</p>", .leftToRight) == ["From 1 May, شركة القيقب is used."])
    }

    @Test("A name that is isolated begins no line, and is isolated on each line that it goes on to")
    func isolates() {
        #expect(lines("<p><bdi>Acme, Inc.</bdi> شركة</p>") == ["\u{2068}Acme, Inc.\u{2069} شركة"])
        let words = Array(repeating: "كلمة", count: 13).joined(separator: " ")
        #expect(
            lines("<p>\(words) <bdi>Acme Mind International</bdi> شركة</p>") == [
                "\(words) \u{2068}Acme\u{2069}", "\u{2068}Mind International\u{2069} شركة",
            ])
    }
}
