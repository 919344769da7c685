import Disk
import Formats
import Foundation
import Source
import TestSupport
import Testing

@Suite("A file that is changed keeps the bytes of what is not") struct EditedFileTests {
    private let path = "Content/subprocessors/providers/heron.yaml"

    /// The file with a change added; what is said where it cannot be.
    private func added(to bytes: [UInt8]) throws -> String {
        do throws(EditProblem) {
            var file = try EditedFile(path, in: SourceTree(files: [path: bytes]))
            try file.add("changes", ["announced": "2026-11-23", "note": "More."], isList: true)
            return String(decoding: file.bytes, as: UTF8.self)
        } catch {
            return "\(error)"
        }
    }

    @Test("Letters that are not in UTF-8 would be lost")
    func encoding() throws {
        let latin = Array("name: Heron\nentity: Z".utf8) + [0xFC] + Array("rich AG\n".utf8)
        #expect(
            try added(to: latin) == "\(path):2:10: this character is not written in UTF-8; save the file as UTF-8")
        let wide: [UInt8] = [0xFF, 0xFE] + "name: Heron\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(
            try added(to: wide)
                == "\(path):1:1: this file is saved as UTF-16, which some programs call Unicode; save it as UTF-8; where the "
                + "program asks for an encoding, choose that")
    }

    @Test("A byte order mark and the ends of lines stay, and a new line ends as the one above it")
    func ends() throws {
        let mixed = "\u{FEFF}name: Heron\r\nentity: Heron Ltd\rpurpose: Mail\ndata: [d]\r\n# The end.\n"
        #expect(
            Array(try added(to: Array(mixed.utf8)).utf8)
                == Array(
                    ("\u{FEFF}name: Heron\r\nentity: Heron Ltd\rpurpose: Mail\ndata: [d]\r\nchanges:\r\n"
                        + "  - announced: 2026-11-23\r\n    note: More.\r\n# The end.\n").utf8))
        #expect(
            Array(try added(to: Array("name: Heron\r\ndata: [d]".utf8)).utf8)
                == Array(
                    "name: Heron\r\ndata: [d]\r\nchanges:\r\n  - announced: 2026-11-23\r\n    note: More.".utf8))
    }

    @Test("A text of several lines that is replaced takes their ends with it, and the text below goes with its own")
    func replacedLines() throws {
        let path = "Content/privacy/2026-01-01.md"
        let text = "---\ntitle: P\r\nsummary: |\r\n  One.\n  Two.\r\nversion: 1\n---\r\nBody.\r\n\n"
        var file = try EditedFile(path, in: SourceTree(files: [path: Array(text.utf8)]))
        try file.removeBody()
        try file.set("summary", "(erased)")
        try file.add("erased", ["announced": "2026-11-23"])
        #expect(
            String(decoding: file.bytes, as: UTF8.self)
                == "---\ntitle: P\r\nsummary: (erased)\r\nversion: 1\nerased: {announced: 2026-11-23}\n---\r\n")
    }

    @Test("A file that cannot be put in its place leaves none beside it")
    func failedReplacement() throws {
        let folder = try TemporaryFolder()
        try folder.write("kept", to: "a.md/b")
        #expect(throws: FileError.self) { try Folder(path: folder.path).replace("a.md", with: Array("new".utf8)) }
        #expect(try folder.files().keys.sorted() == ["a.md/b"])
    }

    @Test("A file that is replaced keeps who may read it", arguments: [0o600, 0o640, 0o664])
    func rights(mode: Int) throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/heron.yaml"
        try folder.write("old", to: "heron.yaml")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        let before = try FileManager.default.attributesOfItem(atPath: file)
        try Folder(path: folder.path).replace("heron.yaml", with: Array("new".utf8))
        let after = try FileManager.default.attributesOfItem(atPath: file)
        #expect(try folder.files() == ["heron.yaml": "new"])
        #expect((after[.posixPermissions] as? NSNumber)?.intValue == mode)
        #expect(after[.ownerAccountID] as? NSNumber == before[.ownerAccountID] as? NSNumber)
        #expect(after[.groupOwnerAccountID] as? NSNumber == before[.groupOwnerAccountID] as? NSNumber)
    }
}
