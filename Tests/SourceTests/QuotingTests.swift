import Source
import TestSupport
import Testing

/// Neighbours of the mistakes of docs/mistakes.md that are about values, quotes and blanks.
@Suite("Values that need quotes, and blanks that are none")
struct QuotingTests {
    private func provider(_ lines: String) -> String {
        """
        -- Content/subprocessors/providers/a.yaml --
        name: A
        entity: A Ltd
        purpose: Hosts pages
        data: [text]
        announced: 2026-01-01
        \(lines)
        """
    }

    @Test("A quote or a bracket that ends before the value does")
    func behindQuotes() {
        expect(
            provider(
                #"""
                condition: "yes" and "no"
                retention: "He said "30 days" to us"
                duration: {30} days
                address: 'Main Street' 1 # or 2
                category: "a\b" c
                """#),
            finds: #"""
                Content/subprocessors/providers/a.yaml:6:18 syntax: a value that starts with a quote ends with the next one, and words follow here
                    put the whole value in quotes: '"yes" and "no"'
                Content/subprocessors/providers/a.yaml:7:22 syntax: a value that starts with a quote ends with the next one, and words follow here
                    put the whole value in quotes: 'He said "30 days" to us'
                Content/subprocessors/providers/a.yaml:8:16 syntax: a value that starts with a bracket ends with it, and words follow here
                    put the whole value in quotes: "{30} days"
                Content/subprocessors/providers/a.yaml:9:24 syntax: a value that starts with a quote ends with the next one, and words follow here
                    put the whole value in quotes: "'Main Street' 1 # or 2"
                Content/subprocessors/providers/a.yaml:10:17 syntax: a value that starts with a quote ends with the next one, and words follow here
                    put the whole value in quotes: '"a\b" c'
                """#)
    }

    @Test("A value that goes on in the next lines")
    func overLines() {
        expect(
            provider(
                #"""
                condition: One thing: see
                  https://a.example for
                  more # of it
                  # all
                  else
                address: a
                """#),
            finds: #"""
                Content/subprocessors/providers/a.yaml:6:21 syntax: a colon and a space stand inside a value that is not in quotes
                    put the whole value in quotes: "One thing: see https://a.example for more"
                """#)
    }

    @Test("Stars in the place of the hyphens of a list")
    func stars() {
        expect(
            provider("subjects:\n  * users"),
            finds: """
                Content/subprocessors/providers/a.yaml:7:3 syntax: a star begins no item of a list in YAML
                    write - and a space in its place, before each item
                """)
    }

    @Test("In an item of a list, and in brackets")
    func inLists() {
        expect(
            provider(
                #"""
                subjects:
                  - 'Users' of the site
                  - staff
                changes:
                  - announced: 2026-02-01
                    note: [Two](/terms/) regions
                  - announced: 2026-03-01
                    note:Three
                """#),
            finds: #"""
                Content/subprocessors/providers/a.yaml:7:13 syntax: a value that starts with a quote ends with the next one, and words follow here
                    put the whole value in quotes: "'Users' of the site"
                Content/subprocessors/providers/a.yaml:11:16 syntax: a value that starts with a bracket ends with it, and words follow here
                    put the whole value in quotes: "[Two](/terms/) regions"
                Content/subprocessors/providers/a.yaml:13:5 syntax: a space is missing after this colon
                    write note: Three
                """#)
    }

    @Test("An address after a colon is none that lacks a space")
    func addresses() {
        expect(
            provider("website: https://a.example\nnote: see https://a.example"),
            finds: "")
    }

    @Test("Blanks that are no spaces, where YAML asks for one")
    func oddSpaces() {
        expect(
            provider(
                """
                condition\u{A0}: in the EU
                retention:\u{202F}\u{2009}30 days
                changes:
                \u{3000}\u{3000}- announced: 2026-02-01
                \u{3000}\u{3000}\u{3000}\u{3000}category: AI
                """),
            finds: """
                Content/subprocessors/providers/a.yaml:6:10 syntax: a no-break space (U+00A0) stands here, which looks like a space but is none
                    put an ordinary space in its place; typing the start of the line again does that
                Content/subprocessors/providers/a.yaml:7:11 syntax: a narrow no-break space (U+202F) stands here, which looks like a space but is none
                    put an ordinary space in its place; typing the start of the line again does that
                Content/subprocessors/providers/a.yaml:9:1 syntax: an ideographic space (U+3000) stands here, which looks like a space but is none
                    put an ordinary space in its place; typing the start of the line again does that
                Content/subprocessors/providers/a.yaml:10:1 syntax: an ideographic space (U+3000) stands here, which looks like a space but is none
                    put an ordinary space in its place; typing the start of the line again does that
                """)
    }

    @Test("In texts they may stand, at the start of a line too")
    func oddSpacesInTexts() {
        expect(
            provider("condition: 30\u{A0}days :\u{A0}so\nretention: |\n  \u{A0}Durée:\u{A0}30 jours\n  x:\u{A0}y"),
            finds: "")
        // Another line is at fault, and the text is left alone.
        expect(
            provider(
                "changes:\n  - announced: 2026-02-01\n    note: |\n      Note:\u{A0}30 jours\n\u{A0}\u{A0}  category: AI"
            ),
            finds: """
                Content/subprocessors/providers/a.yaml:10:1 syntax: a no-break space (U+00A0) stands here, which looks like a space but is none
                    put an ordinary space in its place; typing the start of the line again does that
                """)
    }

    @Test("Of codes, days and ids what nobody sees is named, and what is meant is read")
    func words() {
        expect(
            provider(
                """
                locations: [“DE”, I\u{AD}E]
                transfer: [SCC\u{200B}]
                enabled: ‘opt-in’
                """),
            finds: """
                Content/subprocessors/providers/a.yaml:6:13 syntax: curly quotes stand around this value
                    write DE
                Content/subprocessors/providers/a.yaml:6:19 syntax: a soft hyphen (U+00AD) stands in this value, which nobody sees
                    write IE
                Content/subprocessors/providers/a.yaml:7:12 syntax: a zero width space (U+200B) stands in this value, which nobody sees
                    write SCC
                Content/subprocessors/providers/a.yaml:8:10 syntax: curly quotes stand around this value
                    write opt-in
                """)
    }

    @Test("UTF-16 of either order is read, and said once")
    func wideText() {
        let text = "name: Ä\r\nentity: Ä Ltd\r\npurpose: Hosts pages\r\ndata: [text]\r\nannounced: 2026-02-31\r\n"
        for isLittle in [true, false] {
            let mark: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
            let bytes = text.utf16.flatMap { unit in
                isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
            var tree = World(provider("")).tree
            tree.files["Content/subprocessors/providers/a.yaml"] = FileContent(mark + bytes)
            #expect(
                readLibrary(tree).diagnostics.listing == """
                    Content/subprocessors/providers/a.yaml:1:1 invalid-utf8: this file is saved as UTF-16, which some programs call Unicode
                        save it as UTF-8; where the program asks for an encoding, choose that
                    Content/subprocessors/providers/a.yaml:5:12 invalid-date: "2026-02-31" is not a day of the calendar
                        write the day that is meant; the last one of its month is 2026-02-28
                    """)
        }
    }
}
