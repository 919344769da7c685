import Formats
import Testing

@Suite struct OutputTreeTests {
    private func collisions(_ paths: String...) -> [String] {
        var tree = OutputTree()
        return tree.add(paths.map { OutputFile(path: $0, text: "") }).map { "\($0.path) \($0.other)" }
    }

    @Test func filesComeSortedByBytes() {
        var tree = OutputTree()
        #expect(tree.add(["b/a", "a/b", "a.b", "Z"].map { OutputFile(path: $0, text: $0) }).isEmpty)
        #expect(tree.files.map(\.path) == ["Z", "a.b", "a/b", "b/a"])
        #expect(tree.file(at: "a/b")?.bytes == Array("a/b".utf8))
    }

    @Test func aPathStandsOnce() {
        #expect(collisions("a/b", "a/c", "a/b") == ["a/b a/b"])
    }

    @Test func caseAloneTellsNoPathsApart() {
        #expect(collisions("files/DPA.pdf", "files/dpa.pdf") == ["files/dpa.pdf files/DPA.pdf"])
        #expect(collisions("Files/a", "files/b").isEmpty)
    }

    @Test func aFileIsNoFolder() {
        #expect(collisions("a/b/c", "a/b") == ["a/b a/b/c"])
        #expect(collisions("a", "A/b/c") == ["A/b/c a"])
    }
}
