import TestSupport
import Testing

@Suite("Providers")
struct ProviderTests {
    /// What is empty once rendered, or a list of nothing where something must be said, is missing.
    @Test("Texts show words, and what is required says something")
    func saysSomething() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: "&nbsp;"
            entity: Acme
            purpose: "[](/)"
            data: []
            subjects: ["***", users]
            locations: [{rule: "\u2800", of: [DE]}]
            ai: {training: "<!-- never -->"}
            note: "![](/files/a.png)"
            announced: 2026-01-01
            applies: [{to: "\u200B", from: 2026-01-01}]
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:1:7 missing-key: "name" shows no words to its readers
                    write a text with words in it, or leave the key out
                Content/subprocessors/providers/acme.yaml:3:10 missing-key: "purpose" shows no words to its readers
                    write a text with words in it, or leave the key out
                Content/subprocessors/providers/acme.yaml:4:7 missing-key: "data" must say something, and this list is empty
                    write data: [customer content]
                Content/subprocessors/providers/acme.yaml:5:12 missing-key: "subjects" shows no words to its readers
                    write a text with words in it, or leave the key out
                Content/subprocessors/providers/acme.yaml:6:20 missing-key: "rule" shows no words to its readers
                    write a text with words in it, or leave the key out
                Content/subprocessors/providers/acme.yaml:7:16 missing-key: "training" shows no words to its readers
                    write a text with words in it, or leave the key out
                Content/subprocessors/providers/acme.yaml:8:7 missing-key: "note" shows no words to its readers
                    write why, in a sentence or two
                Content/subprocessors/providers/acme.yaml:10:16 missing-key: "to" shows no words to its readers
                    write a text with words in it, or leave the key out
                """#)
    }

    @Test("Each field has its type")
    func types() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: ~
            kind: thirdparty
            role: [subprocessor]
            purpose: "  "
            data: prompts
            subjects: {a: b}
            enabled: no
            via: Acme Inc
            verified: 2025-13-01
            announced: 2026-01-01
            effective: tomorrow
            removed: true
            identifiers: {lei: [1]}
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:2:9 wrong-type: "entity" has no value; there is nothing to remove in the state when first listed
                    write entity: Example Cloud Ltd, or take the line out
                Content/subprocessors/providers/acme.yaml:3:7 wrong-type: "thirdparty" is not one of the words for "kind"
                    did you mean third-party?
                Content/subprocessors/providers/acme.yaml:4:7 wrong-type: "role" is a list, and one value is asked for
                    write one of subprocessor, recipient
                Content/subprocessors/providers/acme.yaml:5:10 wrong-type: "purpose" is empty
                    write a text, or leave the key out
                Content/subprocessors/providers/acme.yaml:6:7 wrong-type: "data" is one value, and a list is asked for
                    write [prompts]
                Content/subprocessors/providers/acme.yaml:7:11 wrong-type: "subjects" is a map, and a list is asked for
                    write a list: [customers' staff]
                Content/subprocessors/providers/acme.yaml:8:10 wrong-type: "no" is not one of the words for "enabled"
                    write one of default, opt-in, opt-out
                Content/subprocessors/providers/acme.yaml:9:6 invalid-id: "Acme Inc" is not made of a-z, 0-9 and single hyphens between them
                    write acme-inc
                Content/subprocessors/providers/acme.yaml:10:11 invalid-date: "2025-13-01" is not a day of the calendar
                    write 2025-01-13
                Content/subprocessors/providers/acme.yaml:12:12 invalid-date: "tomorrow" is not a date
                    write a day as YYYY-MM-DD
                Content/subprocessors/providers/acme.yaml:13:1 unknown-key: "removed" stands in the state when first listed
                    write it in an item of changes
                Content/subprocessors/providers/acme.yaml:14:20 wrong-type: "lei" is a list, and one value is asked for
                    write a text
                """#)
    }

    @Test("Places are codes or rules")
    func places() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            locations: [Irland, de, UK, Bavaria, {rule: x, off: [US]}, {of: [DE, Germny]}, US, US, NO, EUU]
            storage: US
            access: {rule: Closest data centre, of: [IE]}
            headquarters: [[DE]]
            announced: 2026-01-01
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:5:13 unknown-country: "Irland" is not a country code
                    did you mean IE (Ireland)?
                Content/subprocessors/providers/acme.yaml:5:21 unknown-country: "de" is not a country code
                    did you mean DE (Germany)?
                Content/subprocessors/providers/acme.yaml:5:25 unknown-country: "UK" is not a country code
                    did you mean GB (United Kingdom)?
                Content/subprocessors/providers/acme.yaml:5:29 unknown-country: "Bavaria" is not a country code
                    write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL
                Content/subprocessors/providers/acme.yaml:5:48 unknown-key: "off" is not a key of a rule for a place
                    did you mean of?
                Content/subprocessors/providers/acme.yaml:5:61 missing-key: "rule" is missing
                    add rule: Customer selects the region
                Content/subprocessors/providers/acme.yaml:5:70 unknown-country: "Germny" is not a country code
                    did you mean DE (Germany)?
                Content/subprocessors/providers/acme.yaml:5:84 duplicate-key: "US" stands twice in this list
                    keep one of the two
                Content/subprocessors/providers/acme.yaml:5:92 unknown-country: "EUU" is not a country code
                    write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL
                Content/subprocessors/providers/acme.yaml:6:10 wrong-type: "storage" is one value, and a list is asked for
                    write [US]
                Content/subprocessors/providers/acme.yaml:7:9 wrong-type: "access" is a map, and a list is asked for
                    write [ before it and ] behind it: [{rule: Closest data centre, of: [IE]}]
                Content/subprocessors/providers/acme.yaml:8:16 wrong-type: "headquarters" is a list, and one value is asked for
                    write a country code such as DE
                """#)
    }

    @Test("Places in one pair of quotes, or in braces, are written as a list")
    func placesOtherwise() {
        expect(
            """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            locations: ["DE, FR", "US, IE (backup)"]
            storage: {DE, FR}
            announced: 2026-01-01
            """,
            finds: """
                Content/subprocessors/providers/acme.yaml:5:13 unknown-country: "DE, FR" is not a country code
                    write each place as an item of its own: DE, FR
                Content/subprocessors/providers/acme.yaml:5:23 unknown-country: "US, IE (backup)" is not a country code
                    write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL; where no country is fixed, say how it is chosen: {rule: "US, IE (backup)"}
                Content/subprocessors/providers/acme.yaml:6:10 wrong-type: "storage" is a map, and a list is asked for
                    write [DE, FR]
                """)
    }

    @Test(
        "What is to be written for a place that is none leaves no place out",
        arguments: [
            ("US and Canada", "put commas between the places: US, CA"),
            ("EU + UK", "put commas between the places: EU, GB"),
            ("United States & Canada", "put commas between the places: US, CA"), ("US (Oregon)", "write US alone"),
            ("USA (Oregon)", "write US alone"), ("US-TX", "write US alone"), ("EU-27", "write EU alone"),
            ("US – Canada", "put commas between the places: US, CA"),
            ("DE-AT", "write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL"),
            ("us-east-1", "write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL"),
        ])
    func placeHelp(written: String, help: String) {
        expect(
            """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            locations: [\(written)]
            announced: 2026-01-01
            """,
            finds: """
                Content/subprocessors/providers/acme.yaml:5:13 unknown-country: "\(written)" is not a country code
                    \(help)
                """)
    }

    @Test("Transfers rest on what is known")
    func transfers() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            transfer: [dpf, SSC-3, magic]
            announced: 2026-01-01
            changes:
              - announced: 2026-03-01
                transfer: {EU: ~, USA: [SCC], Mars: SCC}
                note: x
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:5:12 wrong-type: "dpf" is not a transfer mechanism
                    did you mean DPF?
                Content/subprocessors/providers/acme.yaml:5:17 wrong-type: "SSC-3" is not a transfer mechanism
                    did you mean SCC-3?
                Content/subprocessors/providers/acme.yaml:5:24 wrong-type: "magic" is not a transfer mechanism
                    write one of adequacy, DPF, SCC, SCC-2, SCC-3, BCR, derogation, UK-IDTA, UK-Addendum, BR-SCC, none
                Content/subprocessors/providers/acme.yaml:9:23 unknown-key: "USA" is not the law of a place
                    did you mean US?
                Content/subprocessors/providers/acme.yaml:9:35 unknown-key: "Mars" is not the law of a place
                    write EU, UK or a country code such as CH
                Content/subprocessors/providers/acme.yaml:9:41 wrong-type: "Mars" is one value, and a list is asked for
                    write [SCC]
                """#)
    }

    @Test("Addresses are of the web")
    func addresses() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            website: javascript:alert(1)
            terms: acme.example/terms
            links: {dpa: "ftp://x", privcy: https://x.example, status: "https://", security: "https://a.example/<b>"}
            announced: 2026-01-01
            -- Content/subprocessors/providers/brick.yaml --
            name: Brick
            entity: Brick AG
            purpose: Hosting
            data: [text]
            website: /files/brick.pdf
            terms: /files/brick-terms.pdf
            links: {dpa: /files/../site.yaml, privacy: /privacy/, other: [{name: Annex, url: /files/annex.pdf}]}
            announced: 2026-01-01
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:5:10 unsafe-url: "javascript:alert(1)" is not a web address
                    write an address that starts with https://
                Content/subprocessors/providers/acme.yaml:6:8 unsafe-url: "acme.example/terms" is not a web address
                    write https://acme.example/terms
                Content/subprocessors/providers/acme.yaml:7:14 unsafe-url: "ftp://x" is not a web address
                    write an address that starts with https://
                Content/subprocessors/providers/acme.yaml:7:25 unknown-key: "privcy" is not a key of links
                    did you mean privacy?
                Content/subprocessors/providers/acme.yaml:7:60 unsafe-url: "https://" names no host
                    write an address as https://example.com
                Content/subprocessors/providers/acme.yaml:7:82 unsafe-url: "https://a.example/<b>" holds characters that no address has
                    copy the address from the browser's address bar
                Content/subprocessors/providers/brick.yaml:5:10 unsafe-url: "/files/brick.pdf" is not a web address
                    write an address that starts with https://
                Content/subprocessors/providers/brick.yaml:7:14 unsafe-url: "/files/../site.yaml" is not a path of this site
                    write a path such as /security/ or /files/report.pdf
                Content/subprocessors/providers/brick.yaml:7:44 unsafe-url: "/privacy/" is not a web address
                    write an address that starts with https://
                """#)
    }

    @Test("Products are those of the site")
    func products() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            products: [studo]
            announced: 2026-01-01
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:5:12 invalid-id: "studo" is not a product of this site
                    add products: {studo: …} to site.yaml
                """#)
    }

    @Test("All products are meant where none is named")
    func allProducts() {
        let row = "name: Acme\nentity: Acme Ltd\npurpose: Hosting\ndata: [text]\n"
        let acme = "Content/subprocessors/providers/acme.yaml"
        expect(
            "-- \(acme) --\n\(row)products: all\nannounced: 2026-01-01\n",
            finds: """
                \(acme):5:11 wrong-type: "products" names single products; a row that names none is of all
                    leave the line out
                """)
        expect(
            "-- \(acme) --\n\(row)announced: 2026-01-01\nchanges:\n  - {announced: 2026-02-01, products: [All], note: N.}\n",
            finds: """
                \(acme):7:40 wrong-type: "products" names single products; a row that names none is of all
                    write products: ~, or leave the line out
                """)
    }

    @Test("Keys of a change in the column of changes are said once, and read where they belong")
    func keysAstray() {
        let acme = "Content/subprocessors/providers/acme.yaml"
        let row = "name: Acme\nentity: Acme Ltd\npurpose: Hosting\ndata: [text]\nannounced: 2026-01-01\n"
        expect(
            "-- \(acme) --\n\(row)changes:\n- announced: 2026-02-01\n  effective: 2026-04-01\ndata: [names]\nnote: Less.\n",
            finds: """
                \(acme):9:1 syntax: "data" stands outside of changes, and belongs to the item above it
                    put 2 blanks more before each line down to note
                """)
        expect(
            "-- \(acme) --\n\(row)changes:\n  - announced: 2026-02-01\n    note: Less.\ndata: [names]\n",
            finds: """
                \(acme):9:1 syntax: "data" stands outside of changes, and belongs to the item above it
                    put 4 blanks more before this line
                """)
        expect(
            "-- \(acme) --\n\(row)data: [names]\nchanges: []\n",
            finds: """
                \(acme):6:1 duplicate-key: "data" stands twice here
                    keep one of the two
                """)
        expect(
            "-- \(acme) --\n\(row)changes:\n  - {announced: 2026-02-01, data: [a], note: Less.}\ndata: [names]\n",
            finds: """
                \(acme):8:1 duplicate-key: "data" stands twice here
                    keep one of the two
                """)
    }

    @Test("AI terms")
    func ai() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Models
            data: [text]
            ai: {training: never, retentoin: 30 days, models: m, human_review: maybe, exceptions: ~}
            announced: 2026-01-01
            changes:
              - announced: 2026-03-01
                ai: {exceptions: ~, human_review: yes}
                note: x
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:5:23 unknown-key: "retentoin" is not a key of ai
                    did you mean retention?
                Content/subprocessors/providers/acme.yaml:5:51 wrong-type: "models" is one value, and a list is asked for
                    write [m]
                Content/subprocessors/providers/acme.yaml:5:68 wrong-type: "human_review" is "maybe", which is neither true nor false
                    write true or false
                Content/subprocessors/providers/acme.yaml:5:87 wrong-type: "exceptions" has no value
                    write a text
                Content/subprocessors/providers/acme.yaml:9:39 wrong-type: "human_review" is "yes", which is neither true nor false
                    write true
                """#)
    }

    @Test("What the register requires is there, and stays")
    func required() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            announced: 2026-01-01
            changes:
              - announced: 2026-03-01
                name: ~
                note: x
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "data" is missing
                    add data: [customer content]
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "entity" is missing
                    add entity: Example Cloud Ltd
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "purpose" is missing
                    add purpose: Hosts the databases
                Content/subprocessors/providers/acme.yaml:5:11 missing-key: "name" must be there and cannot be removed
                    write its new value, or take the line out
                """#)
    }

    @Test("Changes")
    func changes() {
        expect(
            #"""
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            cost_centre: 5
            changes:
              - announced: 23/11/2026
                name: x
              - effective: 2026-01-01
                note: null
              - just text
              - announced: 2026-03-01
                anounced: 2026-03-01
                changes: []
                true_since: 2025
            -- Content/subprocessors/providers/b.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            changes: {announced: 2026-03-01}
            """#,
            finds: #"""
                Content/subprocessors/providers/acme.yaml:6:1 unknown-key: "cost_centre" is not a key of a provider
                    the keys here are name, entity, kind, role, category, purpose, data, subjects, locations, storage, access, headquarters, transfer, products, enabled, condition, ai, via, replaces, duration, retention, address, contact, website, terms, links, identifiers, verified, announced, effective, recorded, note, material, urgent, applies, postponed, withdrawn, erased, salt, true_since, changes
                Content/subprocessors/providers/acme.yaml:8:16 invalid-date: "23/11/2026" is not a date
                    write 2026-11-23
                Content/subprocessors/providers/acme.yaml:10:5 missing-key: "announced" is missing
                    add announced: YYYY-MM-DD, or the other day on which it is made public
                Content/subprocessors/providers/acme.yaml:11:11 wrong-type: "note" is null, which is no text
                    write ~ to remove a value, or "null" in quotes
                Content/subprocessors/providers/acme.yaml:12:5 wrong-type: "changes" is one value, and a map is asked for
                    write {announced: YYYY-MM-DD, note: …}
                Content/subprocessors/providers/acme.yaml:14:5 unknown-key: "anounced" is not a key of a change
                    did you mean announced?
                Content/subprocessors/providers/acme.yaml:15:5 unknown-key: "changes" is not a key of a change
                    the keys here are name, entity, kind, role, category, purpose, data, subjects, locations, storage, access, headquarters, transfer, products, enabled, condition, ai, via, replaces, duration, retention, address, contact, website, terms, links, identifiers, verified, announced, effective, recorded, note, material, urgent, applies, postponed, withdrawn, erased, salt, true_since, removed
                Content/subprocessors/providers/acme.yaml:16:17 invalid-date: "2025" is not a date
                    write a day as YYYY-MM-DD
                Content/subprocessors/providers/b.yaml:6:10 wrong-type: "changes" is a map, and a list is asked for
                    write [ before it and ] behind it: [{announced: 2026-03-01}]
                """#)
    }

    @Test("A provider is named by an id")
    func names() {
        expect(
            #"""
            -- Content/subprocessors/providers/on.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            -- Content/subprocessors/providers/acme-.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            -- Content/subprocessors/providers/2026-01-01.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            -- Content/subprocessors/providers/acme.yml --
            -- Content/subprocessors/acme.yaml --
            -- Content/subprocessors/providers/deep/acme.yaml --
            """#,
            finds: #"""
                Content/subprocessors/acme.yaml:1:1 invalid-id: this is no file that TrustPress reads
                    move it to Content/subprocessors/providers/acme.yaml if it is a provider
                Content/subprocessors/providers/2026-01-01.yaml:1:1 invalid-id: "2026-01-01" has the form of a date, which names editions
                    choose another name for the file
                Content/subprocessors/providers/acme-.yaml:1:1 invalid-id: "acme-" is not made of a-z, 0-9 and single hyphens between them
                    rename the file to acme.yaml
                Content/subprocessors/providers/acme.yml:1:1 invalid-id: this is no file that TrustPress reads
                    rename it to acme.yaml
                Content/subprocessors/providers/deep/acme.yaml:1:1 invalid-id: this is no file that TrustPress reads
                    move it to Content/subprocessors/providers/acme.yaml if it is a provider
                Content/subprocessors/providers/on.yaml:1:1 invalid-id: "on" is reserved: TrustPress makes pages of that name itself
                    choose another name for the file
                """#)
    }

    /// No other site is meant by the name of a file.
    @Test("Names of files are no hosts")
    func namesOfFiles() {
        expect(
            """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            website: acme.pdf
            terms: files/terms.pdf
            links: {dpa: dpa.pdf, privacy: privacy.html, status: status.acme.example/now.html}
            announced: 2026-01-01
            -- Content/certifications/iso.yaml --
            name: ISO 27001
            from: 2026-01-01
            link: ../iso.pdf
            """,
            finds: """
                Content/certifications/iso.yaml:3:7 unsafe-url: "../iso.pdf" is not a web address
                    write /files/iso.pdf, with the file in Content/files/
                Content/subprocessors/providers/acme.yaml:5:10 unsafe-url: "acme.pdf" is not a web address
                    write an address that starts with https://
                Content/subprocessors/providers/acme.yaml:6:8 unsafe-url: "files/terms.pdf" is not a web address
                    write /files/terms.pdf, with the file in Content/files/
                Content/subprocessors/providers/acme.yaml:7:14 unsafe-url: "dpa.pdf" is not a web address
                    write /files/dpa.pdf, with the file in Content/files/
                Content/subprocessors/providers/acme.yaml:7:32 unsafe-url: "privacy.html" is not a web address
                    write an address that starts with https://
                Content/subprocessors/providers/acme.yaml:7:54 unsafe-url: "status.acme.example/now.html" is not a web address
                    write https://status.acme.example/now.html
                """)
    }
}
