import Diagnostics
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
        #expect(diagnostic.excerpt == "über: 👩‍👧 x")
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
