import Diagnostics
import Formats
import TestSupport
import Testing
import Yams

@testable import Source

/// What is written as YAML is what is read: by the reader of sites, and by Yams as any program calls it. Of a text that
/// starts with a byte order mark, Yams drops that.
@Suite("Written YAML is read back")
struct WrittenYAMLTests {
    private static let parts = [
        "a", "B", "word word", "é", "👩‍💻", "🇳🇴", "ا", "\u{301}", " ", "  ", "\t", "\n", "\n\n", "\n  ", "\r", "\u{A0}",
        "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{7}", "\u{7F}", "\u{0}", "\u{FFFE}", "'", "''", "\"", "\\",
        "\\n", ":", ": ", ",", ", ", "#", " #", "[", "]", "{", "}", "&", "*", "!", "|", ">", "%", "@", "`", "-", "- ",
        "---", "\n---\n", "...", "?", "? ", "~", "=", "<<", "yes", "No", "null", "true", "0", "12", "1.5", "0x1F",
        "1e9", "12:30", "2026-11-23", "2026-11-23T15:00", "https://a.example/b:c#d", "“a”", "a: b", "key:", "| ",
        "|-\n",
    ]

    @Test("Texts in any place, to the letter", arguments: 1...4 as ClosedRange<UInt64>)
    func randomTexts(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<1500 {
            let texts = (0..<6).map { _ in
                String(random.text(of: Self.parts, count: 0...6).unicodeScalars.drop { $0 == "\u{FEFF}" })
            }
            let value: JSONValue = [
                "text": .string(texts[0]), "list": [.string(texts[1]), .string(texts[2])],
                "items": [["first": .string(texts[3]), "more": [["deep": .string(texts[4])]]]],
                "map": [texts[5]: .string(texts[0]), "last": [.string(texts[1])]],
            ]
            try expectRead(value, "seed \(seed)")
        }
    }

    @Test(
        "Signs that are not drawn, alone and within words", arguments: [0x0...0x2FF, 0x1FF0...0x2070])
    func characters(range: ClosedRange<UInt32>) throws {
        for scalar in range.compactMap(Unicode.Scalar.init) {
            try expectRead(
                ["a": .string("\(scalar)"), "b": [.string("x\(scalar)y"), .string("\(scalar) z")]],
                "U+\(scalar.value)")
        }
    }

    private func expectRead(_ value: JSONValue, _ comment: String) throws {
        let text = value.yaml
        let file = SourceFile(path: "f", text: text)
        let findings = Findings()
        let root = readYAML(file, 0..<file.utf8Count, findings: findings).root
        let comment = "\(comment): \(text.debugDescription)"
        #expect(findings.diagnostics.listing == "", "\(comment)")
        #expect(root?.texts.canonical.utf8.elementsEqual(value.canonical.utf8) == true, "\(comment)")
        let node = try compose(yaml: text)
        #expect(node?.texts.canonical.utf8.elementsEqual(value.canonical.utf8) == true, "\(comment)")
    }
}

extension YAMLNode {
    fileprivate var texts: JSONValue {
        switch content {
        case .scalar(let text, _): .string(text)
        case .list(let items): .array(items.map(\.texts))
        case .map(let entries): .object(entries.map { JSONValue.Member($0.key, $0.value.texts) })
        case .broken, .probe: .null
        }
    }
}

extension Node {
    /// The node with the type that it has for a program without a schema: a text, unless it is a day.
    fileprivate var texts: JSONValue {
        switch self {
        case .scalar(let scalar): tag == .init(.str) || tag == .init(.timestamp) ? .string(scalar.string) : .null
        case .sequence(let items): .array(items.map(\.texts))
        case .mapping(let members):
            .object(members.map { JSONValue.Member($0.key.scalar?.string ?? "", $0.value.texts) })
        case .alias: .null
        }
    }
}
