import TestSupport
import Testing

@testable import Pages

/// What the page of a company says of it, and the lists on which it stands, stood or never came to stand.
@Suite("Companies and their lists")
struct ProviderPageTests {
    private static let ada = """
        -- Content/subprocessors/providers/ada.yaml --
        name: Ada
        entity: Ada Ltd
        purpose: Hosts servers
        data: [logs]
        locations: [DE]
        announced: 2026-01-01
        """

    private static let world = World(
        """
        \(ada)
        changes:
          - announced: 2026-08-03
            effective: 2026-09-17
            role: recipient
            note: A recipient now.
        -- Content/subprocessors/providers/corvid.yaml --
        name: Corvid Models
        entity: Corvid Ltd
        purpose: Answers
        data: [prompts]
        locations: [DE]
        announced: 2026-02-01
        effective: 2026-03-15
        note: To answer.
        withdrawn: {announced: 2026-02-10, reason: No contract.}
        -- Content/subprocessors/providers/old.yaml --
        name: Old Dove
        entity: Old Dove Ltd
        purpose: Kept the logs
        data: [logs]
        locations: [DE]
        announced: 2025-03-01
        recorded: 2026-01-05
        note: Before our record.
        changes:
          - {announced: 2025-10-01, effective: 2025-10-10, recorded: 2026-01-05, removed: true, note: Gone.}
        """)

    /// The words of a page, without its marks of HTML.
    private static func words(_ path: String, _ asOf: String) throws -> String {
        let page = try #require(try render(world, asOf: asOf)[path + "/index.html"])
        return page.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("A recipient is one since it became one, not since it is on the list")
    func recipients() throws {
        #expect(try Self.words("subprocessors/ada", "2026-09-16").contains("On the list since 1 January 2026"))
        #expect(
            try Self.words("subprocessors/ada", "2026-09-17").contains(
                "A recipient, and no subprocessor, since 17 September 2026"))
    }

    @Test("The page of today says whom a company replaces as long as that one is not to stay")
    func replaced() throws {
        func says(_ removal: String, _ asOf: String) throws -> Bool {
            let world = World(
                """
                \(Self.ada)
                \(removal)
                -- Content/subprocessors/providers/bee.yaml --
                name: Bee
                entity: Bee Ltd
                purpose: Hosts files
                data: [logs]
                locations: [DE]
                replaces: ada
                announced: 2026-02-01
                effective: 2026-04-01
                note: New.
                """)
            let page = try #require(try render(world, asOf: asOf)["subprocessors/bee/index.html"])
            let standing = try #require(page.split(separator: "data-history", maxSplits: 1).first)
            #expect(page.contains("Replaces"))
            return standing.contains("Replaces")
        }
        let removal = "changes:\n  - {announced: 2026-02-01, effective: 2026-04-01, removed: true, note: It goes."
        #expect(try says(removal + "}", "2026-02-01"))
        #expect(try says(removal + "}", "2026-04-01"))
        let withdrawn = removal + ", withdrawn: {announced: 2026-02-20, reason: It stays.}}"
        #expect(try says(withdrawn, "2026-02-19"))
        #expect(try !says(withdrawn, "2026-02-20"))
        #expect(try !says(withdrawn, "2026-04-01"))
        #expect(try !says("", "2026-04-01"))
    }

    @Test("A company that was withdrawn before its first day keeps its name after that day")
    func withdrawn() throws {
        for day in ["2026-02-10", "2026-04-01"] {
            let page = try #require(try render(Self.world, asOf: day)["subprocessors/corvid/index.html"])
            #expect(page.contains("<h1 data-heading>Corvid Models</h1>"), "\(day)")
        }
    }

    @Test("What the record begins with was on the list, and joins none")
    func start() throws {
        #expect(
            try Self.words("subprocessors/ada", "2026-02-01").contains(
                "On 1 January 2026, Ada was on the list to host servers."))
        let list = try Self.words("subprocessors/on/2026-01-01", "2026-02-01")
        #expect(list.contains("What changed on this day Ada is on the list"))
        #expect(!list.contains("joins the list"))
        #expect(try Self.words("subprocessors/on/2025-03-01", "2026-02-01").contains("Old Dove"))
    }

    @Test("A list of recipients alone says that no subprocessor is on it, and the annex has nobody to authorise")
    func nobody() throws {
        for path in ["subprocessors", "subprocessors/on/2026-09-17"] {
            #expect(try Self.words(path, "2026-09-17").contains("Nobody is on the list. Other recipients"), "\(path)")
        }
        let annex = try Self.words("subprocessors/annex-iii", "2026-09-17")
        #expect(annex.contains("Nobody is on the list.") && !annex.contains("has authorised"))
        #expect(!annex.contains("Place and date, signature"))
        #expect(try Self.words("subprocessors/annex-iii", "2026-09-16").contains("Place and date, signature"))
    }

    @Test("What is to come of a company that is on the list stands under what it is")
    func coming() throws {
        let page = try Self.words("subprocessors", "2026-08-03")
        #expect(page.contains("What is coming 17 September 2026 From 17 September 2026, Ada will be a recipient"))
        #expect(!page.contains("not yet on the list"))
    }
}
