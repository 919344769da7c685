import Checks
import Diagnostics
import Testing

/// `checks:` in site.yaml, and who is judged when.
@Suite struct AdjustmentTests {
    private let row = """
        name: Acme
        entity: Acme Ltd
        purpose: Hosts the databases
        data: [content]
        locations: [IN]
        announced: 2026-01-01
        """

    @Test(arguments: [("2025-12-31", false), ("2026-01-01", false), ("2026-01-01T12:00", false), ("2026-01-02", true)])
    func oldTextsAreWarnedOf(_ day: String, isWarning: Bool) throws {
        let found = try findings(inProvider: row, asOf: day)
        #expect(found.contains(":5:13 \(isWarning ? "warning " : "")transfer-missing"))
    }

    @Test func siteTurnsItDown() throws {
        let found = try findings(inProvider: row, site: "checks: {transfer-missing: warning}", asOf: "2026-01-01")
        #expect(found.contains(":5:13 warning transfer-missing"))
    }

    @Test(arguments: [("2026-01-01", false), ("2026-01-02", true)])
    func whatNobodySeesIsLetThroughInOldTextsAlone(_ day: String, isWarning: Bool) throws {
        let file = row.replacing("Acme Ltd", with: "Acme\u{200B} Ltd").replacing("[IN]", with: "[DE]")
        let found = try findings(inProvider: file, site: "checks: {invisible-text: warning}", asOf: day)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:2:13 \(isWarning ? "warning " : "")invisible-text: \
                a character that no reader sees stands here: U+200B zero width space
                    remove it
                """)
    }

    @Test func whatIsShownAsItIsTodayCanBeChangedToday() throws {
        let file = row.replacing("[IN]", with: "[DE]") + "\ncontact: TODO\nnote: TODO\n"
        #expect(
            try findings(inProvider: file, asOf: "2026-06-01") == """
                Content/subprocessors/providers/acme.yaml:7:10 placeholder: "TODO" is a placeholder
                    write the words that belong in its place
                Content/subprocessors/providers/acme.yaml:8:7 warning placeholder: "TODO" is a placeholder
                    write the words that belong in its place
                """)
    }

    @Test func manyChanges() throws {
        var file = row.replacing("[IN]", with: "[DE]")
        file += "\nchanges:\n"
        for number in 0...1000 {
            file += "  - {announced: 2026-01-01, website: https://a.example/\(number), note: New.}\n"
        }
        #expect(
            try findings(inProvider: file) == """
                Content/subprocessors/providers/acme.yaml:1008:5 too-complex: a provider has at most 1000 changes
                    put the rest into the file of another row
                """)
    }
}
