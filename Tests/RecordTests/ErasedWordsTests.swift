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

    private static let correction = """

          - announced: 2026-03-02
            purpose: Translates letters for Ann
            material: false
            note: Spelling.
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

    /// Whatever else it changes: a change names what it changes.
    @Test(arguments: ["data: [letters, names]", "address: 2 Home Lane", "name: Berg"])
    func `a change of erased words and of others keeps its deadline and its kinds`(_ other: String) throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, "entity: Ann Holm", "entity: Ann Holm\n    \(other)")
        try #require(try builds.build("2026-03-10").isEmpty)
        let notice = Self.members(of: "subprocessors-2026-02-02", in: builds)
        let deadline = try #require(notice["objection_deadline"])
        #expect(deadline == .string("2026-02-12"))
        let (first, second) = (Self.erased(builds, "berg/2026-01-01"), Self.erased(builds, "berg/2026-02-02"))
        try builds.edit(Self.provider, "entity: Ann Berg", "entity: (erased)\n\(first)")
        try builds.edit(Self.provider, "entity: Ann Holm", "entity: (erased)\n    \(second)")
        #expect(try builds.build("2026-03-12").listing == "")
        let after = Self.members(of: "subprocessors-2026-02-02", in: builds)
        #expect(after["objection_deadline"] == deadline)
        #expect(builds.published["subprocessors/on/2026-02-20.json"] != nil)
    }

    @Test func `of a change of several texts that are all erased the list of its day and its deadline stay`() throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, "entity: Ann Holm", "entity: Ann Holm\n    name: Holm Translations")
        try #require(try builds.build("2026-03-10").isEmpty)
        let (first, second) = (Self.erased(builds, "berg/2026-01-01"), Self.erased(builds, "berg/2026-02-02"))
        let text = try #require(builds.files[Self.provider])
        builds.files[Self.provider] =
            text
            .replacing("name: Berg Translations", with: "name: (erased)")
            .replacing("name: Holm Translations", with: "name: (erased)")
            .replacing("entity: Ann Berg", with: "entity: (erased)\n\(first)")
            .replacing("entity: Ann Holm", with: "entity: (erased)\n    \(second)")
        #expect(try builds.build("2026-03-12").listing == "")
        #expect(builds.published["subprocessors/on/2026-02-20.json"] != nil)
        #expect(Self.members(of: "subprocessors-2026-02-02", in: builds)["objection_deadline"] == .string("2026-02-12"))
    }

    /// Rules of places and what is said of AI can be respelt in case alone, and go later.
    @Test(arguments: [
        (
            "locations: [DE]", "locations: [{rule: where ann lives, of: [DE]}]",
            "locations: [{rule: Where Ann lives, of: [DE]}]"
        ),
        (
            "locations: [DE]", "locations: [DE]\nai: {training: never, exceptions: none by ann}",
            "ai: {exceptions: None by Ann}"
        ),
    ])
    func `words of a rule and of ai that an editorial change respelt can be erased`(
        _ field: String, _ first: String, _ second: String
    ) throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, field, first)
        try builds.edit(Self.provider, "purpose: Translates letters for Ann\n    material", "\(second)\n    material")
        try #require(try builds.build("2026-03-10").listing == "")
        let erasure = Self.erased(builds, "berg/2026-01-01")
        let words = first.contains("rule") ? "where ann lives" : "none by ann"
        try builds.edit(Self.provider, "announced: 2026-01-01\nchanges", "announced: 2026-01-01\n\(erasure)\nchanges")
        try builds.edit(Self.provider, words, "(erased)")
        #expect(try builds.build("2026-03-12").listing == "")
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

    @Test func `it can where another text of the same state went before the correction`() throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, Self.correction, "")
        try #require(try builds.build("2026-02-25").isEmpty)
        let first = Self.erased(builds, "berg/2026-01-01", at: "2026-02-26")
        try builds.edit(Self.provider, "entity: Ann Berg", "entity: (erased)\n\(first)")
        try #require(try builds.build("2026-02-26").isEmpty)
        builds.files[Self.provider, default: ""] += Self.correction
        try #require(try builds.build("2026-03-02").isEmpty)
        let items = [first, Self.erased(builds, "berg/2026-01-01")].map { "\n  - " + $0.dropFirst("erased: ".count) }
        try builds.edit(Self.provider, first, "erased:\(items.joined())")
        try builds.edit(Self.provider, "purpose: Translates leters for Ann", "purpose: (erased)")
        #expect(try builds.build("2026-03-12").listing == "")
    }

    @Test func `it can where an older text went before the correction`() throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, Self.correction, "")
        try builds.edit(Self.provider, "purpose: Translates leters for Ann", "purpose: Translates books")
        try builds.edit(Self.provider, "entity: Ann Holm", "purpose: Translates leters for Ann")
        try #require(try builds.build("2026-02-25").isEmpty)
        let first = Self.erased(builds, "berg/2026-01-01", at: "2026-02-26")
        try builds.edit(Self.provider, "purpose: Translates books", "purpose: (erased)\n\(first)")
        try #require(try builds.build("2026-02-26").isEmpty)
        builds.files[Self.provider, default: ""] += Self.correction
        try #require(try builds.build("2026-03-02").isEmpty)
        let second = Self.erased(builds, "berg/2026-02-02")
        try builds.edit(Self.provider, "purpose: Translates leters for Ann", "purpose: (erased)\n    \(second)")
        #expect(try builds.build("2026-03-12").listing == "")
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

    /// An address needs no notice, and whose hands it is says the entity.
    @Test(
        arguments: [("address: 1 Home Lane", "address: 2 Home Lane"), ("name: Berg Translations", "name: Berg Texts")],
        ["2026-03-12T09:00", "2026-03-12T11:00"])
    func `what adds nothing to an erased text is editorial`(_ texts: (String, String), _ moment: String) throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, "locations: [DE]", "locations: [DE]\naddress: 1 Home Lane")
        try #require(try builds.build("2026-03-10").isEmpty)
        let key = texts.0.prefix { $0 != ":" }
        let erasure = Self.erased(builds, "berg/2026-01-01", at: "2026-03-12T10:00")
        try builds.edit(Self.provider, texts.0, "\(key): (erased)\n\(erasure)")
        builds.files[Self.provider, default: ""] +=
            "  - announced: \(moment)\n    \(texts.1)\n    material: false\n    note: New.\n"
        #expect(try builds.judged("2026-03-12", after: builds.previous).errors.listing == "")
    }

    /// Once per text and notice period: of what is erased it may have been that one.
    @Test(arguments: [("2026-03-05", true), ("2026-03-20", false)])
    func `a spelling is not corrected twice where the first correction is erased`(_ day: String, isSoon: Bool) throws {
        var builds = Builds(Self.world)
        try builds.edit(Self.provider, "ters for Ann", "ters for custmoers")
        try #require(try builds.build("2026-03-02").isEmpty)
        let erasure = Self.erased(builds, "berg/2026-01-01", at: "2026-03-03")
        try builds.edit(Self.provider, "purpose: Translates leters for custmoers", "purpose: (erased)\n\(erasure)")
        try #require(try builds.build("2026-03-03").isEmpty)
        builds.files[Self.provider, default: ""] +=
            "  - announced: \(day)\n    purpose: Translates letters for customers\n    material: false\n    note: Slip."
        let found = """
            Content/subprocessors/providers/berg.yaml:19:15 not-editorial: this respells "purpose", and an editorial change less than a notice period before, of which the words are erased, may have done so
                take this line out, and give notice or add urgent: and why it cannot wait
            """
        #expect(try builds.judged(day, after: builds.previous).errors.listing == (isSoon ? found : ""))
    }
}
