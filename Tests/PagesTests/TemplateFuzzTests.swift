import Diagnostics
import TestSupport
import Testing

@testable import Pages

/// Whatever a theme says, it is refused with a place, or it renders: nothing traps, and nothing loops.
@Suite("Templates mutated at random")
struct TemplateFuzzTests {
    private static let parts = [
        "{{title}}", "{{{content}}}", "{{&title}}", "{{#navigation}}", "{{/navigation}}", "{{^noindex}}",
        "{{/noindex}}", "{{>layout}}", "{{>list}}", "{{<layout}}", "{{/layout}}", "{{$block}}", "{{/block}}",
        "{{", "}}", "{{{", "}}}", "{", "}", "{{=<% %>=}}", "<%", "{{!a comment}}", "{{%CONTENT_TYPE:TEXT}}",
        "{{t.skip}}", "{{t}}", "{{.}}", "{{}}", "{{#first()}}", "{{(title)}}", " ", "\n", "<p>", "é", "\u{0}",
    ]

    @Test("A theme is refused or renders", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let layout = try #require(
            Theme.builtIn["Templates/layout.mustache"].map { String(decoding: $0, as: UTF8.self) })
        var refused = 0
        for round in 0..<60 {
            var text = Array(layout)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...text.count, using: &random)
                let end = min(text.count, place + Int.random(in: 0...12, using: &random))
                text.replaceSubrange(place..<end, with: Array(random.text(of: Self.parts, count: 0...4)))
            }
            let mutated = String(text)
            let files = ["Templates/layout.mustache": Array(mutated.utf8)]
            let (theme, findings) = Theme.load(files, language: "en")
            for finding in findings {
                #expect(finding.file == "Templates/layout.mustache", "seed \(seed), round \(round)")
                #expect(finding.line >= 1 && finding.column >= 1, "seed \(seed), round \(round)")
            }
            if findings.isEmpty { _ = theme.render("layout", ["title": "T", "content": "C"]) } else { refused += 1 }
        }
        #expect(refused > 0 && refused < 60, "seed \(seed)")
    }
}
