import Foundation
import Disk
import Formats
import Testing
import TrustPress

/// A folder under the system's temporary one, gone when the test is over.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "trustpress-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let file = "\(path)/\(name)"
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    /// Every file by its path with its text, the manifest left out; a link is shown as `-> target`.
    func files() throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) where name != ".trustpress" {
            let file = "\(path)/\(name)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file) {
                found[name] = "-> " + target
            } else if let data = FileManager.default.contents(atPath: file) {
                found[name] = String(decoding: data, as: UTF8.self)
            }
        }
        return found
    }
}

@Suite("Publishing a site")
struct PublisherTests {
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
        let hash = sha256(Array("precious".utf8))
        let names = ["../precious.txt", "/precious.txt", "./../precious.txt", "x/../../precious.txt"]
        try folder.write(names.map { "\(hash)  \($0)\n" }.joined(), to: "Public/.trustpress")
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
}
