import Disk
import Formats
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TrustPress

@Suite("Publishing a site")
struct PublisherTests {
    /// Publishes files as a build does: from all cores, in no order.
    private func publish(_ files: [OutputFile], to path: String) throws -> PublishReport {
        let publication = Publication(into: path)
        defer { publication.discard() }
        _ = concurrentMap(files, publication.take)
        return try publication.finish()
    }

    private let site = [OutputFile(path: "a/index.html", text: "A"), OutputFile(path: "b.css", text: "B")]

    @Test("What is new is written, what is unchanged keeps its time, what is gone is deleted")
    func life() throws {
        let folder = try TemporaryFolder()
        let output = folder.path + "/deep/Public"
        #expect(try publish(site, to: output) == PublishReport(written: ["a/index.html", "b.css"]))
        let times = { try FileManager.default.attributesOfItem(atPath: output + "/b.css")[.modificationDate] as? Date }
        let before = try times()

        let second = [OutputFile(path: "b.css", text: "B"), OutputFile(path: "c/d/e.txt", text: "E")]
        #expect(
            try publish(second, to: output)
                == PublishReport(written: ["c/d/e.txt"], deleted: ["a/index.html"], unchanged: 1))
        #expect(try times() == before)
        #expect(!FileManager.default.fileExists(atPath: output + "/a"))
        #expect(try publish(second, to: output) == PublishReport(unchanged: 2))
    }

    @Test("What TrustPress did not make, or what was altered since, is left alone")
    func foreign() throws {
        let folder = try TemporaryFolder()
        _ = try publish(site, to: folder.path)
        try folder.write("mine", to: "a/mine.txt")
        try folder.write("altered", to: "b.css")
        #expect(try publish([], to: folder.path) == PublishReport(deleted: ["a/index.html"]))
        #expect(try folder.files() == ["a/mine.txt": "mine", "b.css": "altered"])
    }

    @Test("A foreign file or a link where a page belongs stops the build before anything changes")
    func refused() throws {
        let folder = try TemporaryFolder()
        let elsewhere = try TemporaryFolder()
        try folder.write("mine", to: "b.css")
        #expect(throws: FileError.self) { try publish(site, to: folder.path) }
        #expect(try folder.files() == ["b.css": "mine"])

        try FileManager.default.removeItem(atPath: folder.path + "/b.css")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a", withDestinationPath: elsewhere.path)
        #expect(throws: FileError.self) { try publish(site, to: folder.path) }
        #expect(try elsewhere.files().isEmpty)
    }

    @Test("A manifest that names paths outside the folder deletes nothing there")
    func hostileManifest() throws {
        let folder = try TemporaryFolder()
        try folder.write("precious", to: "precious.txt")
        // Both digests of `precious` that a manifest may hold.
        let digests = [sha256(Array("precious".utf8)), "d405ea21b2fae794"]
        let names = ["../precious.txt", "/precious.txt", "./../precious.txt", "x/../../precious.txt"]
        let lines = digests.flatMap { digest in names.map { "\(digest)  \($0)\n" } }
        try folder.write(lines.joined(), to: "Public/.trustpress")
        _ = try publish([], to: folder.path + "/Public")
        #expect(try folder.files()["precious.txt"] == "precious")
    }

    @Test("A build that was stopped half-way is made whole by the next one")
    func interrupted() throws {
        let folder = try TemporaryFolder()
        _ = try publish(site, to: folder.path)
        let next = [OutputFile(path: "a/index.html", text: "A2"), OutputFile(path: "n.txt", text: "N")]
        // As it lies when the first of the new files was moved and the process was killed.
        let manifest = (site + next).map { "\(sha256($0.bytes))  \($0.path)\n" }.joined()
        try folder.write(manifest, to: ".trustpress")
        try folder.write("N", to: "n.txt")
        try folder.write("A2", to: ".trustpress-new/0")
        _ = try publish([OutputFile(path: "z.txt", text: "Z")], to: folder.path)
        #expect(try folder.files() == ["z.txt": "Z"])
    }

    @Test("Folders from which a build that was stopped had deleted everything go with the next one")
    func emptyFolders() throws {
        let folder = try TemporaryFolder()
        _ = try publish(site + [OutputFile(path: "old/deep/index.html", text: "O")], to: folder.path)
        try FileManager.default.removeItem(atPath: folder.path + "/old/deep/index.html")
        #expect(try publish(site, to: folder.path) == PublishReport(unchanged: 2))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/old"))
    }

    @Test("A build that waited for one that failed makes the folder anew, which that one took away")
    func waiting() throws {
        let folder = try TemporaryFolder()
        let output = folder.path + "/deep/Public"
        let failing = Publication(into: output)
        failing.take(site[0])
        let waiting = Publication(into: output) { failing.discard() }
        defer { waiting.discard() }
        site.forEach(waiting.take)
        #expect(try waiting.finish() == PublishReport(written: ["a/index.html", "b.css"]))
        #expect(FileManager.default.fileExists(atPath: output + "/a/index.html"))
    }

    /// On a disk that does not tell capitals from small letters, the old name and the new one are one file.
    @Test("A file whose name has other capitals is there under the new name alone", arguments: ["A", "A2"])
    func capitals(text: String) throws {
        let folder = try TemporaryFolder()
        let output = folder.path + "/Public"
        _ = try publish([OutputFile(path: "files/Terms/A.txt", text: "A")], to: output)
        _ = try publish([OutputFile(path: "files/terms/a.txt", text: text)], to: output)
        #expect(try folder.files().filter { $0.key != "Public/.trustpress" } == ["Public/files/terms/a.txt": text])
    }

    @Test("A manifest of SHA-256 digests is understood: what it lists is deleted, and what was altered is not")
    func olderManifest() throws {
        let folder = try TemporaryFolder()
        try folder.write("A", to: "a/index.html")
        try folder.write("altered", to: "b.css")
        try folder.write("C", to: "c.txt")
        let lines = [("A", "a/index.html"), ("B", "b.css"), ("C", "c.txt")]
        try folder.write(lines.map { "\(sha256(Array($0.utf8)))  \($1)\n" }.joined(), to: ".trustpress")
        let next = [OutputFile(path: "c.txt", text: "C2")]
        #expect(
            try publish(next, to: folder.path) == PublishReport(written: ["c.txt"], deleted: ["a/index.html"]))
        #expect(try folder.files() == ["b.css": "altered", "c.txt": "C2"])
        let manifest = FileManager.default.contents(atPath: folder.path + "/.trustpress") ?? Data()
        #expect(String(decoding: manifest, as: UTF8.self) == "363cb755ab2c9022  c.txt\n")
    }

    @Test("Many files in many folders, on all cores: new folders come whole, and of those that are there what changed")
    func many() throws {
        let folder = try TemporaryFolder()
        let output = folder.path + "/Public"
        let site = (0..<600).map { number in
            OutputFile(path: "\(number % 7)/\(number % 50)/\(number).txt", text: "\(number)")
        }
        let text = { (files: [OutputFile]) in
            Dictionary(
                uniqueKeysWithValues: files.map { ("Public/\($0.path)", String(decoding: $0.bytes, as: UTF8.self)) })
        }
        #expect(try publish(site, to: output).written.count == 600)
        #expect(try folder.files().filter { $0.key != "Public/.trustpress" } == text(site))
        var next = site.filter { !$0.path.hasPrefix("3/") } + [OutputFile(path: "0/new/deep/x.txt", text: "X")]
        next[5].bytes = Array("other".utf8)
        let gone = site.filter { $0.path.hasPrefix("3/") }.map(\.path).sorted()
        #expect(
            try publish(next, to: output)
                == PublishReport(
                    written: ["0/new/deep/x.txt", next[5].path].sorted(), deleted: gone,
                    unchanged: 600 - gone.count - 1))
        #expect(try folder.files().filter { $0.key != "Public/.trustpress" } == text(next))
        #expect(!FileManager.default.fileExists(atPath: output + "/3"))
    }

    @Test("What a build that was stopped left beside the site is cleared away, folders and all")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        let elsewhere = try TemporaryFolder()
        try elsewhere.write("precious", to: "precious.txt")
        try folder.write("half", to: ".trustpress-new/0/deep/index.html")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/.trustpress-new/0/link", withDestinationPath: elsewhere.path)
        _ = try publish(site, to: folder.path)
        #expect(try folder.files() == ["a/index.html": "A", "b.css": "B"])
        #expect(try elsewhere.files() == ["precious.txt": "precious"])
    }

    @Test("What was discarded leaves the folder as it was, and none where none was")
    func discarded() throws {
        let folder = try TemporaryFolder()
        _ = try publish(site, to: folder.path + "/Public")
        let before = try folder.files()
        for output in ["Public", "new/deep"] {
            let publication = Publication(into: "\(folder.path)/\(output)")
            publication.take(OutputFile(path: "a/index.html", text: "A2"))
            publication.take(OutputFile(path: "x/y.txt", text: "Y"))
            publication.discard()
            #expect(try folder.files() == before)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
    }

    @Test("Of several files that cannot be published the first by its path is told, whichever came first")
    func firstFailure() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "a.txt")
        try folder.write("mine", to: "z.txt")
        for paths in [["a.txt", "z.txt"], ["z.txt", "a.txt"]] {
            let publication = Publication(into: folder.path)
            for path in paths { publication.take(OutputFile(path: path, text: "ours")) }
            let error = #expect(throws: FileError.self) { try publication.finish() }
            #expect(error?.path == folder.path + "/a.txt")
            publication.discard()
        }
        #expect(try folder.files() == ["a.txt": "mine", "z.txt": "mine"])
    }

    @Test("A site is not written into its own sources, and nothing is left of the attempt")
    func sources() throws {
        let folder = try TemporaryFolder()
        try folder.write("title: x", to: "Content/site.yaml")
        let publication = Publication(into: folder.path + "/Content/Public", besidesSourcesOf: folder.path)
        publication.take(site[0])
        #expect(throws: FileError.self) { try publication.finish() }
        publication.discard()
        #expect(try folder.files() == ["Content/site.yaml": "title: x"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/Content/Public"))
    }

    @Test("Two that write into one folder at once come one after the other, whole")
    func atOnce() throws {
        let folder = try TemporaryFolder()
        let sites = ["one", "two"].map { name in
            (0..<200).map { OutputFile(path: "\($0 % 9)/\($0).txt", text: "\(name) \($0)") }
        }
        for _ in 0..<5 {
            let failed = concurrentMap([0, 1, 0, 1]) { number in
                do {
                    _ = try publish(sites[number], to: folder.path)
                    return false
                } catch { return true }
            }
            #expect(failed == [false, false, false, false])
            let files = try folder.files().filter { $0.key != ".trustpress" }
            #expect(files.count == 200)
            #expect(Set(files.map { $0.value.prefix(3) }).count == 1)
        }
    }

    @Test("One that finds the folder held by another says so once, and writes when it is let go of")
    func waits() throws {
        let folder = try TemporaryFolder()
        let held = Mutex<FolderLock?>(try FolderLock(Folder(path: folder.path)))
        let told = Mutex(0)
        let publication = Publication(into: folder.path) {
            told.withLock { $0 += 1 }
            held.withLock { $0 = nil }
        }
        defer { publication.discard() }
        for file in site { publication.take(file) }
        #expect(try publication.finish().written == ["a/index.html", "b.css"])
        #expect(told.withLock { $0 } == 1)
    }

    @Test("Two files of one path, and one that is a folder of another, are no crash, and leave nothing")
    func collisions() throws {
        let folder = try TemporaryFolder()
        let publication = Publication(into: folder.path)
        for path in ["a/b.txt", "a/b.txt", "a", "a/b.txt/c"] { publication.take(OutputFile(path: path, text: path)) }
        publication.discard()
        #expect(try folder.files() == [:])
    }
}
