import Diagnostics
import Disk
import Formats
import Foundation
import Model
import Record
import TestSupport
import Testing
import TrustPress

/// The folder that `--previous` names: its record is whole, or nothing is judged by it.
@Suite struct PreviousFolderTests {
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy]
        since: 2026-01-01
        notice: {days: 0}
        -- Content/privacy/2026-03-05.md --
        ---
        title: Privacy
        summary: What we do with data.
        ---

        # Privacy

        We keep little.
        """

    /// What is wrong with the record of the world as of 10 March, once its files are edited; empty where nothing is.
    private func damage(_ edit: (inout [String: [UInt8]]) -> Void) throws -> String {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        var files = builds.published.filter {
            ["record/entries.jsonl", "record/checkpoint", "record/as-of"].contains($0.key)
        }
        edit(&files)
        let folder = NSTemporaryDirectory() + "trustpress-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/record", withIntermediateDirectories: true)
        for (path, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(path)")) }
        do throws(FileError) {
            _ = try readPrevious(folder)
            return ""
        } catch {
            return "\(error)".replacing(folder, with: "build")
        }
    }

    private func damage(asOf: String) throws -> String { try damage { $0["record/as-of"] = Array(asOf.utf8) } }

    @Test func `an as-of is a day or a moment, and not before the newest line`() throws {
        #expect(try damage { _ in } == "")
        #expect(try damage(asOf: "2026-03-05\n") == "")
        #expect(try damage(asOf: "2026-03-05T00:00\n") == "")
        #expect(
            try damage(asOf: "2026-03-04\n")
                == "build: the earlier record is damaged: its as-of, 2026-03-04, is before its newest entry, of 2026-03-05"
        )
        #expect(
            try damage(asOf: "2026-03-04T23:59\n")
                == "build: the earlier record is damaged: its as-of, 2026-03-04T23:59, is before its newest entry, of 2026-03-05"
        )
        for asOf in [
            "", "\n", "soon\n", "2026-03-10", "2026-02-30\n", "2026-03-10\n\n", " 2026-03-10\n", "2026-03-10\r\n",
        ] {
            #expect(
                try damage(asOf: asOf) == "build: the earlier record is damaged: as-of is no day or moment", "\(asOf)")
        }
        #expect(
            try damage { $0["record/as-of"] = nil }
                == "build/record/as-of: is missing; --previous takes the folder of an earlier build, or its record/")
    }

    @Test func `a line less, or another checkpoint`() throws {
        let wrong = "build: the earlier record is damaged: its checkpoint is not of its entries"
        #expect(
            try damage { files in
                let lines = (files["record/entries.jsonl"] ?? []).split(separator: 10)
                files["record/entries.jsonl"] = lines.dropLast().flatMap { $0 + [10] }
            } == wrong)
        #expect(try damage { $0["record/checkpoint"]?.removeLast() } == wrong)
        #expect(
            try damage { files in files["record/entries.jsonl"]?.removeLast() }.hasPrefix(
                "build: the earlier record is damaged: record/entries.jsonl:"))
    }

    @Test func `of a record that is mostly missing the first thousand lines are named`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-05").isEmpty)
        var lines = String(decoding: builds.published["record/entries.jsonl"] ?? [], as: UTF8.self)
        let digest = String(repeating: "0", count: 64)
        for index in 0..<1_500 {
            let moment = Moment(CalendarDate("2026-03-06")!.adding(days: index / 1440), minute: index % 1440)
            lines +=
                #"{"announced":"\#(moment)","document":"privacy","edition":"2026-04-01-\#(index + 2)","#
                + #""effective":"2026-04-01","kind":"edition","sha256":"\#(digest)"}"# + "\n"
        }
        let record = ParsedRecord(reading: Array(lines.utf8))
        #expect(record.problems.map(\.description) == [])
        let previous = PreviousBuild(record: record, asOf: AsOf(Moment(CalendarDate("2026-03-10")!))) { _ in nil }
        let errors = try builds.judged("2026-03-11", after: previous).errors
        #expect(errors.count == 1_001)
        #expect(
            errors.suffix(1).listing == """
                Content/site.yaml:1:1 published-text-missing: 500 more lines of the previous build are missing or altered
                    put back first what is named; where nearly all is, --previous is of another site
                """)
    }
}
