import Formats
import Testing

@Suite struct OutputPathsTests {
    private func collisions(_ paths: String...) -> [String] {
        var known = OutputPaths()
        return known.add(paths).map { "\($0.path) \($0.other)" }
    }

    @Test func whatCollidesIsNotCounted() {
        var known = OutputPaths()
        #expect(known.add(["b/a", "a/b", "a.b", "Z"]).isEmpty)
        #expect(known.add(["a/b", "a/c"]).count == 1)
        #expect(known.count == 5)
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
