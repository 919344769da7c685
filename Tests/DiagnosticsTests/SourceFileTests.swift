import Diagnostics
import TestSupport
import Testing

@Suite("Places in source files")
struct SourceFileTests {
    @Test("Columns count characters, lengths stay on the first line")
    func placeOfADiagnostic() {
        let file = SourceFile(path: "Content/site.yaml", text: "a: 1\nüber: 👩‍👧 x\nz")
        let start = file.text.utf8.distance(
            from: file.text.utf8.startIndex, to: file.text.firstIndex(of: "x") ?? file.text.endIndex)
        let diagnostic = Diagnostic(.syntax, at: SourceSpan(file, start..<start + 3), "message")
        #expect(diagnostic.line == 2)
        #expect(diagnostic.column == 9)
        #expect(diagnostic.length == 1)
        #expect(diagnostic.place.excerpt == "über: 👩‍👧 x")
    }

    /// A line may hold a mebibyte and ten thousand findings: what stands around each is kept, not the line.
    @Test("A column on a long line is that of a short one", arguments: 0..<6)
    func longLine(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters = seed % 2 == 0 ? ["個", "ü", "e\u{301}", "👩‍👧", "\r"] : ["a", "b", " "]
        let words = (0..<1500).map { _ in random.text(of: letters, count: 1...9) }
        let file = SourceFile(path: "a", text: "x\n" + words.joined(separator: "、") + "\ny")
        var (place, column) = (2, 1)
        for word in words {
            let span = SourceSpan(file, place..<place + word.utf8.count)
            let found = Diagnostic.Place(span)
            #expect((found.line, found.column, found.length) == (2, column, max(1, word.count)), "seed \(seed)")
            #expect(found.marked == word && (found.excerpt?.utf8.count ?? 0) < 4100, "seed \(seed)")
            place += word.utf8.count + "、".utf8.count
            column += word.count + 1
        }
    }

    @Test(
        "A word nearly right is named",
        arguments: [
            ("anounced", "announced"), ("efective", "effective"), ("nmae", "name"), ("location", "locations"),
            ("zzz", nil),
        ])
    func nearlyRight(word: String, candidate: String?) {
        #expect(nearMiss(word, among: ["announced", "effective", "name", "locations"]) == candidate)
    }
}

@Suite("Words nearly right")
struct NearMissTests {
    @Test("The nearest is found as by the plain table of distances, of equals the first", arguments: 0..<200)
    func nearest(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        // No more than 64 letters are looked at; so many are near others where they are few different ones.
        let isLong = seed % 5 == 0
        let letters =
            isLong ? ["a", "b"] : seed % 4 == 0 ? ["a", "B", "é", "e\u{301}", "\r\n"] : ["a", "b", "A", "-"]
        let count = isLong ? 60...64 : 0...12
        let word = random.text(of: letters, count: count)
        let candidates = (0..<12).map { _ in random.text(of: letters, count: count) }
        let limit = max(1, word.count / 3)
        let near = candidates.enumerated().map { (distance($1, word), $0) }.filter { $0.0 <= limit }.min { $0 < $1 }
        #expect(nearMiss(word, among: candidates) == near.map { candidates[$0.1] }, "seed \(seed)")
    }

    /// Insertions, deletions, replacements and swaps of neighbours, letter case ignored.
    private func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.lowercased()), Array(other.lowercased()))
        var table = (0...one.count).map { row in (0...other.count).map { row == 0 ? $0 : row } }
        for row in one.indices {
            for column in other.indices {
                var least = min(
                    table[row][column] + (one[row] == other[column] ? 0 : 1), table[row][column + 1] + 1,
                    table[row + 1][column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, table[row - 1][column - 1] + 1)
                }
                table[row + 1][column + 1] = least
            }
        }
        return table[one.count][other.count]
    }
}
