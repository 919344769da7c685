import Checks
import TestSupport
import Testing

/// Editions without a text.
@Suite struct TextMissingTests {
    private func found(_ text: String, _ keys: String = "", more: String = "", asOf: String = "2026-01-01") throws
        -> String
    {
        try checked(
            [.textMissing],
            "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n\(keys)---\n\(text)\n\(more)", asOf: asOf)
    }

    @Test(
        "Below the front matter must stand words",
        arguments: ["", "\n \n", "&nbsp;", "***", "[](/)", "[x]: https://a.example", "![](/files/a.png)", "# Terms"])
    func nothing(text: String) throws {
        #expect(
            try found(text) == """
                Content/terms/2026-01-01.md:4:1 missing-key: this edition has no text
                    write what applies from 2026-01-01 below the line --- that closes the front matter
                """)
    }

    @Test(
        "Words of any kind do, an image's description too",
        arguments: ["Yes.", "- 1", "![A list](/files/a.png)", "# Other", "`a`", "<p>a</p>"])
    func words(text: String) throws {
        #expect(try found(text) == "")
    }

    @Test("A text that was announced before the as-of day can no longer be touched: a warning")
    func published() throws {
        #expect(try found("", asOf: "2026-01-02").hasPrefix("Content/terms/2026-01-01.md:4:1 warning missing-key: "))
    }

    @Test("The page of a register is its list, and an erased text is gone")
    func exempt() throws {
        let row =
            "name: Heron\nentity: Heron Ltd\npurpose: Runs the servers\ndata: [logs]\nlocations: [DE]\nannounced: 2026-01-01\n"
        #expect(try found("", more: "-- Content/terms/providers/heron.yaml --\n\(row)") == "")
        let digest = String(repeating: "0a", count: 32)
        #expect(try found("", "erased: {announced: 2026-01-02, reason: A court., sha256: \(digest)}\n") == "")
    }
}
