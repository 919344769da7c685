import Formats
import Source
import Starting
import TestSupport
import Testing

@Suite("Files are written where nothing is lost") struct WritingTests {
    private let folder: TemporaryFolder
    private let drafts = [
        OutputFile(path: "Content/a.yaml", text: "new"), OutputFile(path: "Content/b.md", text: "new"),
    ]

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("old", to: "Content/a.yaml")
    }

    /// What is said of files that are not written.
    private func trouble(over known: [String: [UInt8]]) throws -> String? {
        do {
            try Starting.write(drafts, into: folder.path, over: known.mapValues(FileContent.init))
            return nil
        } catch {
            return "\(error)".replacing(folder.path, with: "SITE")
        }
    }

    @Test("Over what was read, and beside a file that has the name with .new")
    func asItWasRead() throws {
        try folder.write("mine", to: "Content/a.yaml.new")
        try folder.write("a leftover", to: "Content/.a.yaml.new")
        #expect(try trouble(over: ["Content/a.yaml": Array("old".utf8)]) == nil)
        #expect(
            try folder.files() == [
                "Content/a.yaml": "new", "Content/b.md": "new", "Content/a.yaml.new": "mine",
                "Content/.a.yaml.new": "a leftover",
            ])
    }

    @Test("A file that was saved, taken away or made meanwhile stops all of them")
    func changedMeanwhile() throws {
        let changed = "was changed meanwhile, and nothing was written: run it again"
        #expect(try trouble(over: ["Content/a.yaml": Array("older".utf8)]) == "SITE/Content/a.yaml: \(changed)")
        #expect(
            try trouble(over: ["Content/a.yaml": Array("old".utf8), "Content/b.md": []])
                == "SITE/Content/b.md: \(changed)")
        #expect(try trouble(over: [:]) == "SITE/Content/a.yaml: is there already, and nothing is overwritten")
        #expect(try folder.files() == ["Content/a.yaml": "old"])
    }
}
