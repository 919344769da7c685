import Diagnostics
import Formats
import Model
import TestSupport
import Testing

/// What of a row's history follows from words, and stays once they are erased.
@Suite struct ErasedWordsTests {
    private static let provider = "Content/subprocessors/providers/berg.yaml"
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [subprocessors]
        since: 2026-01-01
        notice: {days: 10, objection_days: 10}
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---

        Whom we work with.
        -- Content/subprocessors/providers/berg.yaml --
        name: Berg Translations
        entity: Ann Berg
        purpose: Translates leters for Ann
        data: [letters]
        locations: [DE]
        announced: 2026-01-01
        changes:
          - announced: 2026-02-02
            effective: 2026-02-20
            entity: Ann Holm
            note: She married.
          - announced: 2026-03-02
            purpose: Translates letters for Ann
            material: false
            note: Spelling.
        -- Content/subprocessors/providers/dahl.yaml --
        name: Dahl Texts
        entity: Bo Dahl
        purpose: Translates letters for Ann
        data: [letters]
        locations: [SE]
        announced: 2026-01-01
        """

    private static func digest(_ builds: Builds, _ change: String) -> String {
        sha256(builds.published["subprocessors/\(change).json"] ?? [])
    }

    private static func erased(_ builds: Builds, _ change: String, at moment: String = "2026-03-12") -> String {
        "erased: {announced: \(moment), reason: Asked., sha256: \(digest(builds, change))}"
    }

    private static func members(of notice: String, in builds: Builds) -> [String: JSONValue] {
        let text = String(decoding: builds.published["notices/\(notice).json"] ?? [], as: UTF8.self)
        guard case .object(let members)? = JSONValue(reading: text) else { return [:] }
        return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is said of the change before and after the words of both sides are gone.
    @Test func `a change of words that are all erased is a change still`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        let before = Self.members(of: "subprocessors-2026-02-02", in: builds)
        let text = try #require(builds.files[Self.provider])
        builds.files[Self.provider] =
            text
            .replacing("entity: Ann Berg", with: "entity: (erased)\n\(Self.erased(builds, "berg/2026-01-01"))")
            .replacing(
                "entity: Ann Holm", with: "entity: (erased)\n    \(Self.erased(builds, "berg/2026-02-02"))")
        #expect(try builds.build("2026-03-12").listing == "")
        let after = Self.members(of: "subprocessors-2026-02-02", in: builds)
        #expect(after["objection_deadline"] == .string("2026-02-12"))
        #expect(after["objection_deadline"] == before["objection_deadline"])
        let sentence = "From 20 February 2026, Berg Translations will be provided by (erased)."
        #expect(after["sentences"] == .array([.string(sentence)]))
        #expect(builds.published["subprocessors/on/2026-02-20.json"] != nil)
    }

    /// Two rows of which the entity is erased are not one company's for that.
    @Test func `companies that are erased are not one company`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        let other = "Content/subprocessors/providers/dahl.yaml"
        let (text, row) = (try #require(builds.files[Self.provider]), try #require(builds.files[other]))
        builds.files[Self.provider] = text.replacing(
            "entity: Ann Holm", with: "entity: (erased)\n    \(Self.erased(builds, "berg/2026-02-02"))")
        builds.files[other] = row.replacing(
            "entity: Bo Dahl", with: "entity: (erased)\n\(Self.erased(builds, "dahl/2026-01-01"))")
        let warnings = try builds.warnings("2026-03-12", after: builds.previous).map { $0.id }
        #expect(!warnings.contains(.listedTwice))
    }

    @Test func `a text whose spelling was corrected can be erased`() throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        let text = try #require(builds.files[Self.provider])
        builds.files[Self.provider] = text.replacing(
            "purpose: Translates leters for Ann",
            with: "purpose: (erased)\n\(Self.erased(builds, "berg/2026-01-01"))")
        #expect(try builds.build("2026-03-12").listing == "")
        #expect(Self.members(of: "subprocessors-2026-03-02", in: builds)["objection_deadline"] == .null)
    }

    /// Neither before the erasure, as if it had been there to be compared with, nor after it.
    @Test(arguments: [("2026-03-12T09:00", true), ("2026-03-12T11:00", false)])
    func `a new editorial change is not of a text that is erased`(_ moment: String, isBefore: Bool) throws {
        var builds = Builds(Self.world)
        try #require(try builds.build("2026-03-10").isEmpty)
        let text = try #require(builds.files[Self.provider])
        let erasure = Self.erased(builds, "berg/2026-03-02", at: "2026-03-12T10:00")
        builds.files[Self.provider] =
            text.replacing(
                "purpose: Translates letters for Ann", with: "purpose: (erased)\n    \(erasure)")
            + "\n  - announced: \(moment)\n    purpose: Sells all letters\n    material: false\n    note: Spelling.\n"
        let found = try builds.judged("2026-03-12", after: builds.previous).errors.map { $0.id }
        #expect(found.contains(.notEditorial))
        #expect(found.filter { $0 == .notEditorial }.count == 1)
    }
}
