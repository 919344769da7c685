import Diagnostics
import TestSupport
import Testing
import Yams

@testable import Source

/// The scanner and libyaml must agree on every text that libyaml reads: where values start, where they end, what a key is.
@Suite("The scanner agrees with Yams")
struct YAMLScannerTests {
    private static let parts = [
        "a", "b", "key: ", "k2:\n", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "  ", " ", "\"",
        "'",
        "|", ">", "|\n", "|+\n", ">-\n  ", "|2\n", " #c", "#", "[", "]", "{", "}", ", ", ",", "&x", "*x", "!t ", "---",
        "---\n", "...", "\\", "é", "👩‍👧", "? ", "%", "\t", "~", "\"q r\"", "'it''s'", "\"a\\\"b\"", "x: {y: [1, 2]}\n",
        "\nz: ", "\n\n", "   \n", "word word", "https://a.example/b:c#d",
    ]

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func agreement(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<3000 {
            let text = random.text(of: Self.parts, count: 1...24)
            let file = SourceFile(path: "f", text: text)
            let findings = Findings()
            var scanner = YAMLScanner(file, 0..<file.utf8Count, findings: findings)
            scanner.scan()
            guard findings.count == 0, scanner.masks.isEmpty, let node = try? compose(yaml: text, .basic) else {
                continue
            }
            try check(node, scanner, text, seed)
        }
    }

    /// Pieces whose `&`, `*`, `!`, `?` and `%` all stand inside a value.
    private static let harmless = [
        "R&D *a !b", "k: ", "k2: ", "- ", "\n", "\n  ", "\n- ", "\n  - ", "\"&x *y !z\"", "'&x: *y'",
        "|\n    &x\n    *y\n",
        "x # &c *d", "[", "]", "{", "}", ", ", "a? %b", "p: >-\n      !x\n", "---x", "\n\n",
    ]

    @Test("It refuses nothing that stands inside a value", arguments: 1...2 as ClosedRange<UInt64>)
    func noFalseRefusal(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<3000 {
            let text = random.text(of: Self.harmless, count: 1...16)
            guard (try? compose(yaml: text, .basic)) != nil else { continue }
            let file = SourceFile(path: "f", text: text)
            let findings = Findings()
            var scanner = YAMLScanner(file, 0..<file.utf8Count, findings: findings)
            scanner.scan()
            #expect(findings.diagnostics.listing == "", "seed \(seed): \(text.debugDescription)")
        }
    }

    private func check(_ root: Node, _ scanner: YAMLScanner, _ text: String, _ seed: UInt64) throws {
        var pending = [(root, false)]
        while let (node, isKey) = pending.popLast() {
            switch node {
            case .scalar(let scalar):
                let mark = try #require(scalar.mark)
                let token = scanner.tokens.last {
                    $0.start == YAMLMark(line: mark.line, column: mark.column)
                }
                let isEmpty = scalar.string.isEmpty && scalar.style == .plain
                if isEmpty { continue }
                // An escape is written otherwise than it is read.
                if token.map({ scanner.file.substring($0.range).contains("\\") }) == true { continue }
                let written = token.map { String(scanner.file.substring($0.range)) }
                #expect(
                    token?.isScalar == true && (token?.isKey == true || !isKey) && folded(written) == folded(scalar),
                    "seed \(seed): \(text.debugDescription): \(scalar.string.debugDescription) is \(String(describing: written))"
                )
            case .mapping(let mapping):
                for (key, value) in mapping {
                    // In brackets a key may stand alone.
                    let isAlone = value.scalar?.string.isEmpty == true
                    pending += [(key, key.scalar != nil && !isAlone), (value, false)]
                }
            case .sequence(let items): pending += items.map { ($0, false) }
            case .alias: break
            }
        }
    }

    /// A value without its quotes, indicators and white space, so that what is written and what is read compare.
    private func folded(_ written: String?) -> String {
        guard var text = written else { return "none" }
        if text.hasPrefix("|") || text.hasPrefix(">") {
            text = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
        }
        return text.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "\\" }
    }

    private func folded(_ scalar: Node.Scalar) -> String {
        scalar.string.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "\\" }
    }
}
