import Diagnostics
import Disk
import Foundation
import Source
import TestSupport
import Testing

/// The one place where sources meet the disk.
@Suite("Reading a folder")
struct FolderTests {
    /// A new empty folder, which is deleted after the body.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/trustpress-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ files: [String: String], in folder: String) throws {
        for (path, text) in files {
            let url = URL(fileURLWithPath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    @Test("Files are taken in by their paths, and leftovers passed over")
    func files() throws {
        try inFolder { folder in
            try write(
                [
                    "Content/site.yaml": "a", "Content/privacy/2026-01-01.md": "b", "Content/files/a.pdf": "c",
                    "Templates/page.mustache": "d", "README.md": "e", "Content/.DS_Store": "f",
                    "Content/faq.md~": "g", "Content/.#faq.md": "h", "Content/#faq.md#": "i",
                    "Content/.faq.md.swp": "j", "Content/Thumbs.db": "k", "Content/.git/config": "l",
                ], in: folder)
            let tree = try SourceTree(reading: folder)
            #expect(tree.paths == ["Content/privacy/2026-01-01.md", "Content/site.yaml", "Templates/page.mustache"])
            #expect(try tree.attachments["Content/files/a.pdf"]?.bytes() == Array("c".utf8))
            #expect(tree.attachments.count == 1)
            #expect(tree.diagnostics.isEmpty && tree.refused.isEmpty)
        }
    }

    @Test("No link is followed, wherever it leads")
    func links() throws {
        try inFolder { folder in
            try write(["Content/site.yaml": "a", "secret.txt": "s", "outside/x.md": "x"], in: folder)
            for (link, target) in [
                ("Content/faq.md", "../secret.txt"), ("Content/terms", "../outside"), ("Content/a.md", "site.yaml"),
                ("Content/b.md", "nowhere"), ("Templates", "outside"), ("Content/loop", "."),
            ] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/\(link)", withDestinationPath: target)
            }
            let tree = try SourceTree(reading: folder)
            #expect(tree.paths == ["Content/site.yaml"])
            #expect(
                tree.diagnostics.sorted().listing == """
                    Content/a.md:1:1 unsafe-path: this is a link, and links are not followed
                        put the file itself in its place
                    Content/b.md:1:1 unsafe-path: this is a link, and links are not followed
                        put the file itself in its place
                    Content/faq.md:1:1 unsafe-path: this is a link, and links are not followed
                        put the file itself in its place
                    Content/loop:1:1 unsafe-path: this is a link, and links are not followed
                        put the file itself in its place
                    Content/terms:1:1 unsafe-path: this is a link, and links are not followed
                        put the file itself in its place
                    Templates:1:1 unsafe-path: this is a link, and links are not followed
                        put the file itself in its place
                    """)
        }
    }

    @Test("A document whose folder is a link is not said to be missing")
    func linkedDocument() throws {
        try inFolder { folder in
            try write(["Content/site.yaml": World.site(documents: ["terms"]), "outside/x.md": "x"], in: folder)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/Content/terms", withDestinationPath: "../outside")
            #expect(readLibrary(try SourceTree(reading: folder)).diagnostics.map(\.id) == [.unsafePath])
        }
    }

    @Test("A file that was there is not read through a link later")
    func swapped() throws {
        try inFolder { folder in
            try write(["Content/site.yaml": "a", "Content/files/a.pdf": "a", "secret.txt": "s"], in: folder)
            let tree = try SourceTree(reading: folder)
            try FileManager.default.removeItem(atPath: "\(folder)/Content/files/a.pdf")
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/Content/files/a.pdf", withDestinationPath: "../../secret.txt")
            let attachment = try #require(tree.attachments["Content/files/a.pdf"])
            #expect(throws: FileError.self) { try attachment.bytes() }
        }
    }

    @Test("Folders too deep are not gone into")
    func deep() throws {
        try inFolder { folder in
            let path = "Content/files/" + String(repeating: "d/", count: 40) + "a.pdf"
            try write(["Content/site.yaml": "a", path: "a"], in: folder)
            let tree = try SourceTree(reading: folder)
            #expect(tree.attachments.isEmpty)
            #expect(tree.diagnostics.map(\.id) == [.unsafePath])
        }
    }

    @Test("A folder that is not there, or is no site, cannot be read")
    func missing() throws {
        try inFolder { folder in
            #expect(throws: FileError.self) { try SourceTree(reading: folder + "/nowhere") }
            #expect(throws: FileError.self) { try SourceTree(reading: folder) }
        }
    }
}
