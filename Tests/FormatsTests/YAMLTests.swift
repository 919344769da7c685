import Formats
import Testing

@Suite("YAML as people write it")
struct YAMLTests {
    @Test("Short lists stand on the line of their key, lists of maps below it, texts of several lines after |")
    func file() {
        let value: JSONValue = [
            "name": "Anemone Sign-in", "entity": "Anemone Identity Oy, Helsinki",
            "purpose": "Signs people in: with their company's account", "data": ["names", "mail addresses", "NO"],
            "locations": ["FI", ["rule": "Where the customer says", "of": ["DE", "US"]]], "version": "3.10",
            "links": [
                "dpa": "https://anemone.example/legal/data-processing",
                "security": "https://anemone.example/security-and-certifications",
            ],
            "announced": "2022-09-01", "recorded": "2022-09-01T15:00", "human_review": .bool(false), "address": .null,
            "identifiers": [:], "subjects": [],
            "changes": [
                ["announced": "2024-08-01", "ai": ["training": "never"], "note": "One.\n\n- Two\n  lines"],
                ["announced": "2026-02-02", "removed": .bool(true), "note": "Said.\n"],
            ],
        ]
        #expect(
            value.yaml == """
                name: Anemone Sign-in
                entity: Anemone Identity Oy, Helsinki
                purpose: "Signs people in: with their company's account"
                data: [names, mail addresses, "NO"]
                locations: [FI, {rule: Where the customer says, of: [DE, US]}]
                version: "3.10"
                links:
                  dpa: https://anemone.example/legal/data-processing
                  security: https://anemone.example/security-and-certifications
                announced: 2022-09-01
                recorded: 2022-09-01T15:00
                human_review: false
                address: ~
                identifiers: {}
                subjects: []
                changes:
                  - announced: 2024-08-01
                    ai: {training: never}
                    note: |-
                      One.

                      - Two
                        lines
                  - announced: 2026-02-02
                    removed: true
                    note: |
                      Said.

                """)
    }

    @Test(
        "A text that YAML would take for something else stands in quotes",
        arguments: [
            ("plain, with a comma", "plain, with a comma"), ("it's", "it's"), ("", "\"\""), (" a", "\" a\""),
            ("a ", "\"a \""), ("yes", "\"yes\""), ("Null", "\"Null\""), ("~", "\"~\""), ("12", "\"12\""),
            ("1e3", "\"1e3\""), ("12:30", "\"12:30\""), ("2026-11-23 10:00", "\"2026-11-23 10:00\""),
            ("2026-11-23", "2026-11-23"), ("30 days", "30 days"), ("+00:00", "\"+00:00\""), ("a: b", "\"a: b\""),
            ("a:", "\"a:\""), ("a #b", "\"a #b\""), ("a#b", "a#b"), ("[a]", "\"[a]\""), ("- a", "\"- a\""),
            ("\"a\" b", "'\"a\" b'"), ("a \"b\"", "a \"b\""), ("a\tb", "\"a\\tb\""), ("a\u{7F}", "\"a\\x7F\""),
            ("a\u{2028}b", "\"a\\u2028b\""), ("\u{A0}a", "\"\u{A0}a\""), ("https://a.example/b", "https://a.example/b"),
            ("👩‍💻 works", "👩‍💻 works"), ("*a* and 'b'", "\"*a* and 'b'\""),
        ])
    func scalars(text: String, written: String) {
        #expect(text.yaml(inFlow: false) == written)
    }

    @Test func `a text in brackets is quoted where a sign in it would part it`() {
        for text in ["a, b", "a; b", "a، b", "a؛ b", "a，b", "a；b", "a [b]", "{a"] {
            #expect(text.yaml(inFlow: true) == "\"\(text)\"")
        }
        #expect("a; b".yaml(inFlow: false) == "a; b")
    }
}
