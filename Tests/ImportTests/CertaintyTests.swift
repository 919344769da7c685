import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Import

/// What is said of one list.
private func remarks(_ list: String, ending: String = "csv", _ options: RegisterImport.Options = .init()) -> [String] {
    register([("2024-04-12.\(ending)", list)], options).diagnostics.map { "\($0.line) \($0.message)" }
}

@Suite("What is not read for certain is kept in its words, and said")
struct CertaintyTests {
    @Test(
        "A mechanism that is denied, limited or open is none",
        arguments: [
            "No DPF", "Not certified under DPF; SCCs", "DPF expired", "DPF (certification pending)",
            "EU SCCs where DPF does not apply", "SCC Module 2 or Module 3", "SCC (not signed yet)",
            "SCCs (Modules 2 and 3)", "SSC", "DPF or SCCs", "UK: no DPF", "SCC (Module 4)", "No adequacy decision",
        ])
    func mechanisms(cell: String) {
        let list = "Vendor,Location,Transfer\nAuk,US,\"\(cell)\"\n"
        #expect(!said(list).contains("\ntransfer:"))
        #expect(said(list).contains("unread_transfer: "))
        #expect(remarks(list).contains { $0.contains("is not mechanisms of transfer alone") })
    }

    @Test(arguments: [
        ("EU-US DPF; SCCs (Module 3)", "[DPF, SCC-3]"), ("Standard Contractual Clauses", "[SCC]"),
        ("SCCs (Module Two)", "[SCC-2]"), ("EU-U.S. Data Privacy Framework and SCCs", "[DPF, SCC]"),
        ("Adequacy decision", "[adequacy]"), ("UK IDTA", "[UK-IDTA]"), ("Binding Corporate Rules", "[BCR]"),
        ("Data Privacy Framework (DPF)", "[DPF]"), ("SCCs (EU) 2021/914", "[SCC]"),
        ("Standard Contractual Clauses (SCCs) and Data Privacy Framework (DPF)", "[SCC, DPF]"),
        ("SCCs (Module 2) and DPF", "[SCC-2, DPF]"), ("SCCs (EU)/DPF (US)", "[SCC, DPF]"),
        ("UK: UK-Addendum; EU: SCCs", "{UK: [UK-Addendum], EU: [SCC]}"),
    ]) func knownMechanisms(cell: String, codes: String) {
        #expect(said("Vendor,Transfer\nAuk,\"\(cell)\"\n") == "name: Auk\ntransfer: \(codes)\n")
    }

    @Test(arguments: [
        "All except Chat", "all but Chat", "All (Chat excluded)", "All Enterprise plans", "Not used in Chat", "none",
        "All; Chat only", "All, except Chat", "Chat only",
    ]) func products(cell: String) {
        let list = "Vendor,Products\nAuk,\"\(cell)\"\n"
        let read = register([("2024-04-12.csv", list)])
        #expect(read.products.isEmpty)
        #expect(said(list).contains("unread_products: "))
        #expect(remarks(list).contains { $0.contains("is not the names of products alone, nor all of them") })
    }

    @Test(arguments: [
        ("Role", "Not a subprocessor"), ("Role", "Former subprocessor"), ("Role", "Controller and processor"),
        ("Enabled", "no opt-in"), ("Enabled", "yes, but off"),
    ]) func choices(column: String, cell: String) {
        let key = column.lowercased()
        let list = "Vendor,\(column)\nAuk,\"\(cell)\"\n"
        #expect(said(list) == "name: Auk\nunread_\(key): \(cell)\n")
        #expect(remarks(list).contains { $0.contains("is not one of the words for \(key)") })
    }

    @Test func knownChoices() {
        #expect(
            said("Vendor,Role,Enabled\nAuk,Sub-processor,Opt-in\n")
                == "name: Auk\nrole: subprocessor\nenabled: opt-in\n")
        #expect(said("Vendor,Role\nAuk,Independent data controller\n") == "name: Auk\nrole: recipient\n")
    }

    @Test(
        "A rule has all of the countries in its words, or none",
        arguments: [
            ("US and/or EU", "US, EU"), ("USA and/or Germany", "US, DE"), ("US/EU data centers", "US, EU"),
            ("US, or EU on request", "US, EU"), ("Data centers in Germany and the United Kingdom", "DE, GB"),
            ("Frankfurt (Germany or France)", "DE, FR"), ("US (Germany on request)", "US, DE"),
            ("US and EU centers (Germany, France)", "US, DE, FR"), ("Not in the US", nil), ("Europe", nil),
            ("America", nil),
            ("Congo", nil), ("Germany, except for support", nil), ("IT systems in Germany", nil),
            ("Global support in Ireland", "IE"), ("New Jersey", nil),
            ("Sydney, New South Wales, Australia", "AU"), ("Australia (New South Wales)", "AU"),
            ("Jersey City, NJ, USA", "US"), ("Panama City, FL, USA", "US"), ("Atlanta Georgia, USA", "US"),
            ("Palo Alto CA, USA", "US"), ("IT systems, USA", nil), ("Ireland, outside of the EU", nil),
            ("EU-Ausland", nil), ("extra-EU", nil),
            ("Ireland, extra\u{2010}EU on request", nil), ("Germany ex UK", nil),
            ("Germany, USA (extra backup in Ireland)", "DE, US, IE"), ("USA (Virginia; Oregon), Germany", "US, DE"),
            ("EU (Ireland; Germany)", "IE, DE"), ("خوادم في مصر وألمانيا", "EG, DE"),
            ("ألمانيا (فرانكفورت) والولايات المتحدة", "DE, US"),
        ])
    func places(cell: String, places: String?) {
        let list = "Vendor,Location\nAuk,\"\(cell)\"\n"
        let rule =
            places.map { "locations:\n  - rule: \(cell)\n    of: [\($0)]\n" } ?? "locations:\n  - rule: \(cell)\n"
        #expect(said(list).replacing("[{rule: \"\(cell)\"}]", with: "") == "name: Auk\n\(rule)")
        #expect(remarks(list).contains { $0.contains("is a country") })
    }

    @Test("Companies that are not on the list on its day are not taken over")
    func otherTimes() {
        let list = """
            # Subprocessors

            | Vendor | Purpose | Status |
            |---|---|---|
            | Auk | Mail | Active |
            | ~~Gull~~ | ~~Mail~~ | |
            | Heron | Mail | Terminated |
            | Ibis | ~~Mail~~ Chat | |

            # Former subprocessors

            ## Mail

            | Vendor | Purpose |
            |---|---|
            | Skua | Mail |
            | Tern | Mail |

            # Upcoming changes

            | Vendor | Purpose | Effective |
            |---|---|---|
            | Wren | Mail | 1 May 2024 |

            """
        #expect(
            said(list, ending: "md") == "name: Auk\npurpose: Mail\nstatus: Active\nname: Ibis\npurpose: Chat\n")
        #expect(
            remarks(list, ending: "md") == [
                "3 the column \"Status\" is none of a provider's fields",
                "6 this row is not taken over: \"~~Gull~~\" is struck out",
                "7 this row is not taken over: its status is \"Terminated\"",
                "8 \"~~Mail~~ Chat\" is taken over without what is struck out",
                "10 the 2 rows below \"Former subprocessors\" are not taken over: the title says that the companies are not "
                    + "on the list",
                "19 the row below \"Upcoming changes\" is not taken over: the title says that the companies are not on the list",
            ])
        for title in ["Past Due Services", "Infrastructure", "Future Planning Tools", "Exchange"] {
            #expect(!OtherTimes.isSaid(inTitle: title), "\(title)")
        }
        #expect(
            remarks("Vendor,Purpose\n~~Auk~~,Mail\n") == ["2 this row is not taken over: \"~~Auk~~\" is struck out"])
    }

    @Test("Remarks below a list are no companies")
    func footers() {
        let list = """
            Subprocessors of Desk
            Part 1
            Vendor,Purpose,Location
            Auk,Mail,DE
            Total,Fuel cards,FR
            Infrastructure,,
            "Last updated: 1 May 2026",,
            Last updated,1 May 2026,
            Total: 2,,
            Total,2,
            * only if the customer enables it,,

            """
        #expect(
            said(list) == """
                name: Auk
                purpose: Mail
                locations: [DE]
                name: Infrastructure
                name: Total
                purpose: Fuel cards
                locations: [FR]

                """)
        #expect(
            remarks(list) == [
                "1 this line is not taken over: it stands above the names of the columns",
                "2 the title \"Part 1\" is not taken over with the rows below it",
                "6 this row has a name alone, and \"Infrastructure\" is taken for a company",
                "7 this row is not taken over: \"Last updated: 1 May 2026\" is no company",
                "8 this row is not taken over: \"Last updated\" is no company",
                "9 this row is not taken over: \"Total: 2\" is no company",
                "10 this row is not taken over: \"Total\" is no company",
                "11 this row is not taken over: \"* only if the customer enables it\" is no company",
            ])
    }

    @Test(
        "A row without more than a company's name is taken over",
        arguments: [
            "Amazon Web Services, Inc.", "Google Cloud EMEA Ltd.", "Total S.A.", "Stand GmbH", "Auk e.V.",
            "A B C D E F G H Pty. Ltd.",
            "We work with Auk too.",
        ])
    func namesAlone(name: String) {
        let list = "Vendor,Purpose\nGull,Mail\n\"\(name)\",\n"
        #expect(said(list).contains("name: \(name)\n"))
        #expect(remarks(list) == ["3 this row has a name alone, and \"\(name)\" is taken for a company"])
    }

    @Test("What stands around a table in Markdown, and links in it, are said")
    func besideTables() {
        let list = """
            These companies work for us.

            | Vendor | Purpose | Link |
            |---|---|---|
            | Gull[^1] | Mail ([more](https://gull.example/m)) | |
            | [AWS](https://aws.example) | Hosting | [DPA](https://aws.example/dpa) |

            - Tern is used in a test.

            [^1]: Only for customers of the beta.

            """
        #expect(
            said(list, ending: "md") == """
                name: AWS
                purpose: Hosting
                unread_website: "DPA: https://aws.example/dpa"
                link_of_the_name: https://aws.example
                name: Gull
                purpose: Mail (more)

                """)
        #expect(
            remarks(list, ending: "md") == [
                "1 this text is not taken over: \"These companies work for us.\"",
                "3 the column \"link of the name\" is none of a provider's fields",
                "5 the link to https://gull.example/m is not taken over",
                "5 \"Gull[^1]\" is taken over without the mark of a note",
                "6 \"DPA: https://aws.example/dpa\" is no address of a page",
                "8 this text is not taken over: \"Tern is used in a test.\"",
                "10 this text is not taken over: \"Only for customers of the beta.\"",
            ])
    }

    @Test func `links and bold words of Markdown in other lists are words, and said`() {
        let list = """
            Vendor,Purpose,Website
            [Auk](https://auk.example),"Sends **all** mail, 2 ** 3",[auk](https://auk.example)
            Gull**,Mail (see [DPA](https://gull.example/dpa)),gull.example
            Tern,Keeps src/**/foo/** for **AWS**/**Azure**,tern.example
            Skua,Matches src/**/foo/**,skua.example

            """
        #expect(
            said(list) == """
                name: Auk
                purpose: Sends all mail, 2 ** 3
                unread_website: "[auk](https://auk.example)"
                name: Gull
                purpose: Mail (see DPA)
                website: https://gull.example
                name: Skua
                purpose: Matches src/**/foo/**
                website: https://skua.example
                name: Tern
                purpose: Keeps src/**/foo/** for AWS/Azure
                website: https://tern.example

                """)
        #expect(
            remarks(list) == [
                "2 \"[Auk](https://auk.example)\" is taken over without the signs of Markdown",
                "2 \"Sends **all** mail, 2 ** 3\" is taken over without the signs of Markdown",
                "2 \"[auk](https://auk.example)\" is no address of a page",
                "3 the mark of a note behind \"Gull**\" is not taken over",
                "3 \"Mail (see [DPA](https://gull.example/dpa))\" is taken over without the signs of Markdown",
                "4 \"Keeps src/**/foo/** for **AWS**/**Azure**\" is taken over without the signs of Markdown",
            ])
    }

    @Test("HTML in cells is left out, and said")
    func html() {
        let list = """
            Vendor,Purpose,Location
            "<a href=""https://heron.example"">Heron</a>",<b>Sends</b> mail,DE
            Quick &amp; Co<sup>1</sup>,Mail<br>Chat &#38; calls,DE

            """
        #expect(
            said(list) == """
                name: Heron
                purpose: Sends mail
                locations: [DE]
                name: Quick & Co
                purpose: Mail Chat & calls
                locations: [DE]

                """)
        #expect(
            remarks(list) == [
                "2 \"<a href=\"https://heron.example\">Heron</a>\" is taken over without the tags of HTML",
                "2 \"<b>Sends</b> mail\" is taken over without the tags of HTML",
                "3 \"Quick &amp; Co<sup>1</sup>\" is taken over without the mark of a note",
            ])
    }

    @Test("Where an element of HTML ends a line, words do not run together")
    func elementsOfBlocks() {
        #expect(
            said(
                "Vendor,Location,Purpose\nAuk,<div>Germany</div><div>France</div>,\"<dt class=\"\"x\"\">Mail</dt><dd>Ch<i>a</i>t</dd>\"\n"
            )
                == "name: Auk\npurpose: Mail Chat\nlocations: [DE, FR]\n")
        #expect(
            said("Vendor,Location\nAuk,\"Germany<br class=\"\"x\"\">France\"\n") == "name: Auk\nlocations: [DE, FR]\n")
    }

    @Test("What is opened again and again and never closed is read in time that grows with it", .timeLimit(.minutes(5)))
    func unclosedMarks() {
        for mark in ["<!--", "<s>", "[^", "<sup>"] {
            let cell = "Mail " + String(repeating: mark, count: 250_000 / mark.utf8.count)
            #expect(CellMarkup(cell).words.hasPrefix("Mail"), "\(mark)")
        }
        #expect(CellMarkup("a <!-- b --> <!-- c").words == "a  <!-- c")
        #expect(CellMarkup("<S>a <s>b</s > c</s> [^1] d [^] <del>e").words == "c d [^] e")
    }

    @Test("What no reader sees makes no change")
    func invisible() {
        let read = register([
            ("2023-05-25.csv", "Vendor,Purpose\nAuk,Sends mail\n"),
            ("2024-04-12.csv", "Vendor,Purpose\nAuk\u{200B},Sends\u{A0}mail\n"),
        ])
        #expect(listing(read.files).contains("name: Auk\npurpose: Sends mail\nannounced: 2023-05-25\n"))
        #expect(read.changeCount == 0)
    }

    @Test("Columns that our own lists work out are so there alone")
    func derived() {
        #expect(said("name,since,status\nAuk,2020,live\n") == "name: Auk\nsince: \"2020\"\nstatus: live\n")
        #expect(said("id,name,since,status\nauk,Auk,2020-01-01,in force\n") == "name: Auk\n")
    }

    @Test("A sign alone says nothing, and is no name")
    func signs() {
        #expect(said("Vendor,Purpose,Data\nAuk,~,-\n") == "name: Auk\n")
        #expect(remarks("Vendor,Purpose\n4.,Mail\n") == ["2 this row has no name"])
    }
}
