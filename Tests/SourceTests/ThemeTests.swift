import Diagnostics
import Model
import Source
import TestSupport
import Testing

@Suite("theme: in site.yaml, and what documents: says beside ids")
struct ThemeTests {
    private static func world(_ documents: String, _ theme: String) -> String {
        """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: \(documents)
        since: 2026-01-01
        notice: {days: 30}
        \(theme)
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---
        """
    }

    @Test("Each value has its form, and the help says what to write")
    func forms() {
        expect(
            Self.world(
                "[{id: privacy, abuot: For visitors., group: Dta}, {id: terms, group: [x]}, {about: x}, {id: terms}]",
                """
                theme:
                  logo: logo svg.svg
                  favicon: https://acme.example/icon.png
                  accent: navy
                  groups: [Data, Data]
                """),
            finds: """
                Content/site.yaml:5:27 unknown-key: "abuot" is not a key of a document of the list
                    did you mean about?
                Content/site.yaml:5:56 conflicting-settings: "Dta" is not in the groups of theme
                    did you mean Data?
                Content/site.yaml:5:81 wrong-type: "group" is a list, and one value is asked for
                    write a text
                Content/site.yaml:5:88 missing-key: "id" is missing
                    add id: privacy
                Content/site.yaml:5:104 duplicate-key: "terms" stands twice in this list
                    keep one of the two
                Content/site.yaml:9:9 wrong-type: "logo svg.svg" is not the address of a picture of this site
                    put the picture into Templates/assets/ and write /assets/logo-svg.svg
                Content/site.yaml:10:12 wrong-type: "https://acme.example/icon.png" is not the address of a picture of this site
                    put the picture into Templates/assets/ and write /assets/icon.png
                Content/site.yaml:11:11 wrong-type: "navy" is not a colour by its digits
                    write six digits in quotes, as "#0b5c78": red, green and blue, as a program for pictures shows them
                Content/site.yaml:12:18 duplicate-key: "Data" stands twice in this list
                    keep one of the two
                """)
    }

    @Test("A colour without quotes is a comment, which the help mends")
    func comment() {
        expect(
            Self.world("[privacy, terms]", "theme: {accent: {dark: fff}}"),
            finds: """
                Content/site.yaml:8:18 missing-key: "light" is missing
                    add light: "#0b5c78"
                """)
        expect(
            Self.world("[privacy, terms]", "theme:\n  accent: #0b5c78"),
            finds: """
                Content/site.yaml:9:3 wrong-type: a # with a blank before it begins a comment, so "accent" has no value
                    put the text in quotes: "#0b5c78"
                """)
    }

    @Test("Documents are grouped in the order of the groups, those without one last")
    func groups() throws {
        let site = "[privacy, {id: terms, about: \"What both sides owe.\", group: Contract}]"
        for (theme, expected) in [
            ("", ["Contract": ["terms"]]), ("theme: {groups: [Data, Contract]}", ["Contract": ["terms"]]),
        ] {
            let library = try #require(readLibrary(World(Self.world(site, theme)).tree).library)
            let branding = library.settings.branding
            #expect(branding.about.mapValues(\.value) == ["terms": "What both sides owe."])
            let groups = branding.grouped(["privacy", "terms"]) { $0 }
            #expect(groups.map(\.group) == ["Contract", nil])
            #expect(groups.map(\.items) == [expected["Contract"] ?? [], ["privacy"]])
        }
    }
}
