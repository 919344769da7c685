import Diagnostics
import Model
import Source
import TestSupport
import Testing

@Suite("Bytes and sizes")
struct LimitTests {
    private func listing(_ path: String, _ bytes: [UInt8]) -> String {
        var files = World("-- Content/index.md --\n# T").files.mapValues { Array($0.utf8) }
        files[path] = bytes
        return readLibrary(SourceTree(contents: files)).diagnostics.listing
    }

    @Test("What is no UTF-8 is found at its line and column")
    func invalidUTF8() {
        let text = Array("\u{FEFF}# Ü\r\n\r\nGr".utf8)
        #expect(
            listing("Content/faq.md", text + [0xFC] + Array("sse".utf8)) == """
                Content/faq.md:3:3 invalid-utf8: this character is not written in UTF-8
                    save the file as UTF-8
                """)
        // A character cut off at the end, one that is too long, half of a pair.
        for bytes: [UInt8] in [[0xE2, 0x82], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80]] {
            #expect(listing("Content/faq.md", bytes).hasPrefix("Content/faq.md:1:1 invalid-utf8"))
        }
    }

    @Test("Wherever a character stands in a long line, it is read, and one that is none is found")
    func longLines() {
        for length in 500...520 {
            let start = [UInt8](repeating: UInt8(ascii: "x"), count: length)
            for character in ["é", "數", "😀", "e\u{301}"] {
                #expect(!listing("Content/faq.md", start + Array("\(character)x".utf8)).contains("invalid-utf8"))
            }
            for bytes: [UInt8] in [[0xE2, 0x82], [0xED, 0xA0, 0x80], [UInt8](repeating: 0x80, count: 600)] {
                #expect(
                    listing("Content/faq.md", start + bytes)
                        .contains("Content/faq.md:1:\(length + 1) invalid-utf8"))
            }
        }
    }

    @Test(
        "A text may be as large as its limit, and no larger",
        arguments: [
            ("Content/faq.md", 1_048_576, "1 MiB (1048576 bytes)", "publish it as two documents"),
            ("Content/certifications/a.yaml", 262_144, "256 KiB (262144 bytes)", "make it smaller"),
            ("Templates/page.mustache", 262_144, "256 KiB (262144 bytes)", "make it smaller"),
            ("Templates/assets/font.woff2", 8_388_608, "8 MiB (8388608 bytes)", "make it smaller"),
        ])
    func tooLarge(path: String, limit: Int, shown: String, help: String) {
        let head = Array("name: A\nfrom: 2026-01-01\n".utf8)
        func bytes(_ count: Int) -> [UInt8] { head + [UInt8](repeating: UInt8(ascii: "\n"), count: count - head.count) }
        #expect(listing(path, bytes(limit)) == "")
        #expect(
            listing(path, bytes(limit + 1)) == """
                \(path):1:1 file-too-large: this file has \(limit + 1) bytes, and \(shown) is the most
                    \(help)
                """)
    }

    @Test("A file that is too large is not said to be missing")
    func refusedIsThere() {
        var files = World("-- Content/index.md --\n# T").files.mapValues { Array($0.utf8) }
        files["Content/site.yaml"] = Array(World.site(documents: ["privacy"]).utf8)
        files["Content/privacy/2026-01-01.md"] = [UInt8](repeating: UInt8(ascii: "x"), count: 2_000_000)
        let reading = readLibrary(SourceTree(contents: files))
        #expect(reading.diagnostics.map(\.id) == [.fileTooLarge])
        #expect(reading.unreadable == ["Content/privacy/2026-01-01.md"])
        #expect(reading.library?.documents.map(\.id) == ["privacy"])
    }

    @Test("Front matter is bounded")
    func longFrontMatter() {
        let bytes =
            Array("---\ntitle: T\n#".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 262_144)
            + Array("\n---\n".utf8)
        var files = World("-- Content/privacy/2026-01-01.md --\nx").files.mapValues { Array($0.utf8) }
        files["Content/privacy/2026-01-01.md"] = bytes
        #expect(
            readLibrary(SourceTree(contents: files)).diagnostics.listing == """
                Content/privacy/2026-01-01.md:1:1 too-complex: this front matter is longer than 256 KiB
                    move the text below it
                """)
    }

    @Test("Control characters in YAML are named")
    func controlCharacters() {
        let text = "name: A\u{0}B\u{7}\u{85}\u{2028}C\u{FEFF}\nfrom: 2026-01-01 # \u{1B}\nnot\u{AD}e: x\n"
        let found = listing("Content/certifications/a.yaml", Array(text.utf8))
        let places = found.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(
            places == [
                "Content/certifications/a.yaml:1:8 syntax: an invisible control character (U+0000) stands here",
                "Content/certifications/a.yaml:1:10 syntax: an invisible control character (U+0007) stands here",
                "Content/certifications/a.yaml:1:11 syntax: an invisible control character (U+0085) stands here",
                "Content/certifications/a.yaml:1:12 syntax: an invisible control character (U+2028) stands here",
                "Content/certifications/a.yaml:1:14 syntax: an invisible control character (U+FEFF) stands here",
                "Content/certifications/a.yaml:2:20 syntax: an invisible control character (U+001B) stands here",
                "Content/certifications/a.yaml:3:1 unknown-key: \"note\" is not a key of a certification",
                "Content/certifications/a.yaml:3:4 syntax: a soft hyphen (U+00AD) stands here, which nobody sees",
            ])
    }
}
