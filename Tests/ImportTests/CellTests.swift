import Diagnostics
import Formats
import Model
import Source
import TestSupport
import Testing

@testable import Import

/// What the providers' files of one list say, from their third line on: without name and purpose.
func said(_ list: String, ending: String = "csv", _ options: RegisterImport.Options = .init()) -> String {
    register([("2024-04-12.\(ending)", list)], options).files.map { file in
        String(decoding: file.bytes, as: UTF8.self).replacing("announced: 2024-04-12\n", with: "")
    }
    .joined()
}

@Suite struct CellTests {
    @Test func `what parts the names of the columns parts the cells, however many other signs the texts hold`() {
        let semicolons = "Vendor;Purpose;Location\nAuk;Mail, chat, calls, files, keys, and logs;DE\nGull;Pay, tax;IE\n"
        #expect(
            said(semicolons) == """
                name: Auk
                purpose: Mail, chat, calls, files, keys, and logs
                locations: [DE]
                name: Gull
                purpose: Pay, tax
                locations: [IE]

                """)
        #expect(said("Vendor,Location\nAuk,DE; IE; FR; IT\n") == "name: Auk\nlocations: [DE, IE, FR, IT]\n")
    }

    @Test(arguments: [
        ("Names (first; last); logs", "[\"Names (first; last)\", logs]"),
        ("1,000 rows, logs", "[\"1,000 rows\", logs]"),
        ("أسماء، سجلات", "[أسماء, سجلات]"), ("أسماء؛ سجلات", "[أسماء, سجلات]"), ("(a; b", "[(a, b]"),
        ("氏名、住所", "[氏名, 住所]"), ("a) names; b) logs", "[a) names, b) logs]"),
    ]) func `items are parted outside of brackets and numbers, by any script's commas`(cell: String, items: String) {
        #expect(said("Vendor,Data\nAuk,\"\(cell)\"\n") == "name: Auk\ndata: \(items)\n")
    }

    @Test(arguments: [
        "Unterauftragnehmer;Beschreibung der Leistung;Art der personenbezogenen Daten;Ort der Datenverarbeitung",
        "الاسم;الغرض من المعالجة;أنواع البيانات;الدولة",
        "Sous-traitant ultérieur;Finalité du traitement;Catégories de données;Lieu de traitement",
    ]) func `columns are known in German, Arabic and French`(header: String) {
        #expect(
            said("\(header)\nAuk;Mail;logs;DE\n") == "name: Auk\npurpose: Mail\ndata: [logs]\nlocations: [DE]\n")
    }

    @Test(arguments: [
        ("Russian Federation", "[RU]"), ("Korea, Republic of; Germany", "[KR, DE]"),
        ("Taiwan (Province of China)", "[TW]"),
        ("Virgin Islands, U.S.", "[VI]"), ("Netherlands (the)", "[NL]"), ("Bahamas, The", "[BS]"),
        ("Congo (the Democratic Republic of the)", "[CD]"), ("Moldova (Republic of), Slovak Republic", "[MD, SK]"),
    ]) func `countries are known by their names in ISO 3166`(cell: String, codes: String) {
        #expect(said("Vendor,Location\nAuk,\"\(cell)\"\n") == "name: Auk\nlocations: \(codes)\n")
    }

    @Test(arguments: [
        ("ألمانيا، أيرلندا", "[DE, IE]"), ("ألمانيا والولايات المتحدة", "[DE, US]"),
        ("ألمانيا، والولايات المتحدة", "[DE, US]"), ("مصر وألمانيا", "[EG, DE]"), ("البوسنة والهرسك", "[BA]"),
        ("الولايات المتحدة؛ ألمانيا", "[US, DE]"),
    ]) func `places in Arabic are parted as they are written`(cell: String, codes: String) {
        #expect(said("Vendor,Location\nAuk,\(cell)\n") == "name: Auk\nlocations: \(codes)\n")
    }

    @Test func `all products are meant by the word alone, and not by a name that begins with it`() {
        let list =
            "Vendor,Products\nAuk,Allegro\nGull,all\nHeron,All of our products\nSkua,All Hands\nTern,all-in-one\n"
        var options = RegisterImport.Options()
        options.products = ["hands": "All Hands"]
        #expect(
            said(list, options) == """
                name: Auk
                products: [allegro]
                name: Gull
                name: Heron
                name: Skua
                products: [hands]
                name: Tern
                products: [all-in-one]

                """)
    }

    @Test func `a title that says something of the present too leaves its companies on the list`() {
        for title in [
            "Subprocessors and notice of changes", "Current and upcoming subprocessors",
            "Previous and current subprocessors",
            "Subprocessors and upcoming changes", "Current subprocessors, with changes", "Notice of changes",
        ] {
            #expect(!OtherTimes.isSaid(inTitle: title), "\(title)")
        }
        for title in [
            "Changes", "Recent changes", "Changes to our current subprocessors", "Notice of upcoming changes",
            "Upcoming changes to vendors and partners", "Former and upcoming subprocessors", "No longer current",
            "Geplante Änderungen",
        ] {
            #expect(OtherTimes.isSaid(inTitle: title), "\(title)")
        }
        let table = "| Vendor | Purpose |\n|---|---|\n"
        let list = """
            # Upcoming changes
            ## Current subprocessors
            \(table)| Auk | Mail |
            ## Additions
            \(table)| Gull | Mail |

            """
        #expect(said(list, ending: "md") == "name: Auk\npurpose: Mail\n")
    }

    @Test func `a product is the one of its very name, in every run`() {
        let list = "Vendor,Products\nAuk,Desk\nGull,Desk+\nHeron,desk\nSkua,DESK+\nTern,\"Desk-Plus, C, C#\"\n"
        var options = RegisterImport.Options()
        options.products = ["desk": "Desk", "desk-plus": "Desk+"]
        #expect(
            said(list, options) == """
                name: Auk
                products: [desk]
                name: Gull
                products: [desk-plus]
                name: Heron
                products: [desk]
                name: Skua
                products: [desk-plus]
                name: Tern
                products: [desk-plus-2, c, c-2]

                """)
        #expect(
            said("Vendor,Products\nAuk,Desk\nGull,Desk+\n") == """
                name: Auk
                products: [desk]
                name: Gull
                products: [desk-2]

                """)
        var reader = CellReader(products: ["b": "Desk", "a": "desk!", "c": "Desk+"])
        #expect(["Desk", "desk!", "DESK", "desk+", "c"].map { reader.productID($0) } == ["b", "a", "a", "c", "c"])
    }

    @Test(arguments: [
        ("Affiliate", "affiliate"), ("Group company", "affiliate"), ("Intra-group", "affiliate"),
        ("verbundenes Unternehmen", "affiliate"), ("Unaffiliated", "third-party"), ("Non-affiliated", "third-party"),
        ("Not affiliated with us", "third-party"), ("Non-affiliated third party", "third-party"),
        ("Third party (not part of the group)", "third-party"), ("External vendor", "third-party"),
        ("third-party", "third-party"), ("Groupon", nil), ("not a third party", nil), ("Non-EU affiliate", nil),
    ]) func kinds(cell: String, kind: String?) {
        #expect(CompanyKind.said(in: cell, CompanyKind.inCells) == kind)
    }

    @Test func `the titles of tables say kinds by whole words`() {
        let table = "| Vendor | Purpose |\n|---|---|\n"
        let list = """
            ## Non-affiliated third parties

            \(table)| Auk | Mail |

            ## Group companies

            \(table)| Gull | Mail |

            ## Subsidiaries

            \(table)| Heron | Mail |

            ## Product group

            \(table)| Tern | Mail |

            """
        #expect(
            said(list, ending: "md") == """
                name: Auk
                kind: third-party
                purpose: Mail
                name: Gull
                kind: affiliate
                purpose: Mail
                name: Heron
                kind: affiliate
                purpose: Mail
                name: Tern
                purpose: Mail
                products: [group]

                """)
    }

    @Test(arguments: [
        ("Germany (DE) / France (FR)", "[DE, FR]"),
        ("\u{1F1E9}\u{1F1EA} Germany, \u{1F1EE}\u{1F1EA} Ireland", "[DE, IE]"),
        ("\u{1F1E9}\u{1F1EA}; \u{1F1EE}\u{1F1EA}", "[DE, IE]"), ("N/A", nil), ("–", nil),
    ]) func places(cell: String, places: String?) {
        #expect(
            said("Vendor,Location\nAuk,\"\(cell)\"\n") == "name: Auk\n" + (places.map { "locations: \($0)\n" } ?? ""))
    }

    @Test(
        "Countries are found in words that say more",
        arguments: [
            ("United States (Virginia, Oregon), Germany", "US, DE"), ("Germany, USA (CA, WA)", "DE, US"),
            ("Europe (Germany, France)", "DE, FR"), ("EU (Frankfurt)", "EU"),
            ("\u{1F1E9}\u{1F1EA} Frankfurt, Ireland", "DE, IE"),
        ])
    func rules(cell: String, places: String) {
        #expect(
            said("Vendor,Location\nAuk,\"\(cell)\"\n") == """
                name: Auk
                locations:
                  - rule: \(cell)
                    of: [\(places)]

                """)
    }

    @Test func `what stands behind a name, and numbers of a database, make no other company`() {
        let lists = [
            ("2023-05-25.csv", "id,Vendor,Data\n1,Auk,\"Mail,\nlogs, names\"\n"),
            (
                "2024-04-12.csv",
                "id,Vendor,Data,Transfer mechanism\n2,Auk ¹,\"Mail, logs, names\",EU-US DPF; SCCs (Module 3)\n"
            ),
        ]
        let read = register(lists)
        #expect(
            listing(read.files) == """
                == Content/subprocessors/providers/auk.yaml
                name: Auk
                data: [Mail, logs, names]
                listed_id: "1"
                announced: 2023-05-25
                changes:
                  - announced: 2024-04-12
                    transfer: [DPF, SCC-3]
                    listed_id: "2"

                """)
        #expect(
            read.diagnostics.listing == """
                2023-05-25.csv:1:1 warning unknown-key: the column "id" is none of a provider's fields
                    it is kept as listed_id; if it is a field, say which, as --column "id=purpose"
                2024-04-12.csv:2:3 warning leftover-markup: the mark of a note behind "Auk ¹" is not taken over
                    what its note says of the company can stand in its file, as condition:
                """)
    }

    @Test func `a column of which no key is made is kept by its place, and one without a name of its own is named`() {
        var options = RegisterImport.Options()
        options.columns = [("名称", "name"), ("#", "category")]
        let read = register([("2024-04-12.csv", "#,名称,目的,所在国,\n1,Auk,Mail,DE,old\n")], options)
        #expect(
            listing(read.files) == """
                == Content/subprocessors/providers/auk.yaml
                name: Auk
                category: "1"
                column_3: Mail
                column_4: DE
                column_5: old
                announced: 2024-04-12

                """)
        #expect(
            read.diagnostics.map { $0.help ?? "" } == [
                "it is kept as column_3; if it is a field, say which, as --column \"目的=purpose\"",
                "it is kept as column_4; if it is a field, say which, as --column \"所在国=purpose\"",
                "it is kept as column_5; if it is a field, name it so in its first cell, as purpose",
            ])
        let twice = register([("2024-04-12.csv", "Vendor,Vendor,Purpose\nAuk,Auk Ltd,Mail\n")])
        #expect(
            twice.diagnostics.map { $0.help ?? "" }
                == ["it is kept as vendor; if it is a field, name it so in its first cell, as locations"])
    }

    @Test func `a comment has one line, and a change that stands in comments alone is none`() {
        var options = RegisterImport.Options()
        options.privateKeys = []
        let cell = "one\u{85}two\u{2028}three\u{7}"
        let read = register(
            [
                ("2023-05-25.csv", "Vendor,Purpose,\"Cost\ncenter\"\nAuk,Mail,\"\(cell)\"\n"),
                ("2024-04-12.csv", "Vendor,Purpose,\"Cost\ncenter\"\nAuk,Mail,Four\n"),
            ], options)
        #expect(
            listing(read.files) == """
                == Content/subprocessors/providers/auk.yaml
                # Cost center, 2023-05-25: one two three\u{FFFD}
                # Cost center, 2024-04-12: Four
                name: Auk
                purpose: Mail
                announced: 2023-05-25

                """)
        #expect(read.changeCount == 0)
        #expect(
            read.diagnostics.listing == """
                2023-05-25.csv:1:16 warning unknown-key: the column "Cost center" is none of a provider's fields
                    it is kept in a comment of the provider's file; if it is a field, say which, as --column "Cost center=locations"
                """)
    }

    @Test func `what is a list or yes or no in a map is so`() {
        let list = """
            Vendor,ai.models,ai.human_review,ai.training,links.other
            Auk,m-1; m-2,yes,never,Trust center: https://auk.example/t; Blog: https://auk.example/b
            Gull,m-3,maybe,,Blog

            """
        let read = register([("2024-04-12.csv", list)])
        #expect(
            listing(read.files) == """
                == Content/subprocessors/providers/auk.yaml
                name: Auk
                ai: {models: [m-1, m-2], human_review: true, training: never}
                links:
                  other:
                    - name: Trust center
                      url: https://auk.example/t
                    - name: Blog
                      url: https://auk.example/b
                announced: 2024-04-12
                == Content/subprocessors/providers/gull.yaml
                name: Gull
                ai: {models: [m-3]}
                unread_ai_human_review: maybe
                unread_links_other: Blog
                announced: 2024-04-12

                """)
        #expect(
            read.diagnostics.listing == """
                2024-04-12.csv:3:10 warning wrong-type: "maybe" is neither yes nor no, which ai.human_review asks for
                    it is kept as unread_ai_human_review
                2024-04-12.csv:3:17 warning wrong-type: "Blog" is not names, each with a colon and an address behind it
                    it is kept as unread_links_other
                """)
        let json =
            #"[{"name": "Auk", "contact": ["A", "B"], "ai": {"models": "m-1; m-2", "human_review": "no"}}]"#
        #expect(
            said(json, ending: "json") == "name: Auk\nai: {models: [m-1, m-2], human_review: false}\ncontact: [A, B]\n")
        let unfit = #"[{"name": "Auk", "ai": {"human_review": "maybe"}}, {"name": "Gull", "links": {"other": "Blog"}}]"#
        #expect(
            register([("2024-04-12.json", unfit)]).diagnostics.filter { $0.severity == .warning }.map(\.message) == [
                "\"human_review: maybe\" holds in human_review what ai cannot",
                "\"other: Blog\" holds in other what links cannot",
            ])
    }

    @Test func `countries have names in each language of the program`() {
        let list = """
            Vendor,Location
            Auk,Vereinigte Staaten
            Gull,"Vereinigtes Königreich, Tschechien"
            Heron,Großbritannien und die Schweiz
            Skua,ألمانيا
            Tern,USA und Côte d'Ivoire
            Wren,"USA, Georgien"

            """
        #expect(
            said(list) == """
                name: Auk
                locations: [US]
                name: Gull
                locations: [GB, CZ]
                name: Heron
                locations: [GB, CH]
                name: Skua
                locations: [DE]
                name: Tern
                locations: [US, CI]
                name: Wren
                locations: [US, GE]

                """)
    }

    @Test func `a row of a Markdown table has its own line, however its cells are written`() {
        let list = """
            ```
            | Code | None |
            |---|---|
            ```

            | Vendor | Locat&#105;on |
            |---|---|
            | A&#117;k | Atlantis |
            | Gull | Utop&#105;a |

            | Vendor | Location |
            |:--|--:|
            | Tern | Erewhon |

            """
        let read = register([("2024-04-12.md", list)])
        #expect(
            read.diagnostics.filter { $0.severity == .warning }.map { "\($0.line) \($0.message)" } == [
                "8 not all of \"Atlantis\" is a country; its words are kept, as a rule",
                "9 not all of \"Utopia\" is a country; its words are kept, as a rule",
                "13 not all of \"Erewhon\" is a country; its words are kept, as a rule",
            ])
    }

    @Test func `what an object says of a company stands in its row`() {
        let list = """
            {"subprocessors": [
              {"vendor": {"name": "Auk AI", "entity": "Auk AI Ltd"}, "locations": [{"country": "Luxembourg"}],
               "safeguards": {"EU": "DPF", "UK": ["UK-Addendum"]}},
              {"vendor": {"name": "Gull", "purpose": "Mail"}, "purpose": "Post", "locations": [{"country": "US", "city": "Utica"}],
               "safeguards": {"EU": ["DPF", "a promise"]}}
            ]}
            """
        #expect(
            said(list, ending: "json") == """
                name: Auk AI
                entity: Auk AI Ltd
                locations: [LU]
                transfer: {EU: [DPF], UK: [UK-Addendum]}
                name: "Gull, purpose: Mail"
                purpose: Post
                locations:
                  - rule: US, Utica
                    of: [US]
                unread_transfer: "EU: DPF; a promise"

                """)
    }
}

@Suite struct ListedDocumentTests {
    @Test func `a document comes into the list, and every other byte of the settings stays`() throws {
        let text = World.site(documents: ["privacy"])
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        func bytes(_ text: String) -> [UInt8] {
            mark + Array(("# Über uns\n" + text).replacing("\n", with: "\r\n").utf8)
        }
        let known = try #require(
            ImportedSite.Known(SourceTree(files: ["Content/site.yaml": bytes(text)]), document: "terms"))
        let day = try #require(CalendarDate("2026-01-01"))
        let site = ImportedSite(adding: [], of: "terms", last: nil, to: known, today: day)
        #expect(site.listing?.bytes == bytes(text.replacing("[privacy]", with: "[privacy, terms]")))
        #expect(text.contains("[privacy]"))
    }
}
