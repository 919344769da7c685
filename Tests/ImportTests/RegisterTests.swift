import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Import

/// What the files of a register say, one after another, each behind its path.
func listing(_ files: [OutputFile]) -> String {
    files.map { "== \($0.path)\n\(String(decoding: $0.bytes, as: UTF8.self))" }.joined()
}

func register(_ files: [(String, String)], _ options: RegisterImport.Options = .init()) -> RegisterImport {
    RegisterImport(files.map { ($0.0, nil, Array($0.1.utf8)) }, options)
}

@Suite("Dated lists as providers' files")
struct RegisterTests {
    @Test("Rows come, change, go and come again; a second row of a company has a file of its own")
    func history() {
        let read = register([
            ("a/2020-01-02.csv", "Vendor,Purpose,Location\nGull,Mail,Ireland\nTern,Hosting,\"Germany, USA\"\n"),
            (
                "a/2021-03-04.csv",
                "Vendor,Purpose,Location\nTern,Hosting,\"USA, Germany\"\nTern,Backups,Germany\nPuffin,Search,France\n"
            ),
            ("a/2022-05-06.csv", "Vendor,Purpose,Location\nGull,Mail,Ireland and France\nTern,Hosting,Germany\n"),
        ])
        #expect(read.diagnostics.listing == "")
        #expect(
            listing(read.files) == """
                == Content/subprocessors/providers/gull.yaml
                name: Gull
                purpose: Mail
                locations: [IE]
                announced: 2020-01-02
                changes:
                  - announced: 2021-03-04
                    removed: true
                  - announced: 2022-05-06
                    removed: false
                    locations: [IE, FR]
                == Content/subprocessors/providers/puffin.yaml
                name: Puffin
                purpose: Search
                locations: [FR]
                announced: 2021-03-04
                changes:
                  - announced: 2022-05-06
                    removed: true
                == Content/subprocessors/providers/tern-2.yaml
                name: Tern
                purpose: Backups
                locations: [DE]
                announced: 2021-03-04
                changes:
                  - announced: 2022-05-06
                    removed: true
                == Content/subprocessors/providers/tern.yaml
                name: Tern
                purpose: Hosting
                locations: [DE, US]
                announced: 2020-01-02
                changes:
                  - announced: 2022-05-06
                    locations: [DE]

                """)
    }

    @Test(
        "A header is known by a column of names, whatever the others are called",
        arguments: [
            "Name,Task,Place", "Company,Duty,Spot", "name,x,y", "Names,Tasks,Places",
            "Subprocessor (legal entity),Task,Place",
            "Vendor / Subprocessor,Purpose of use,Country/Region", "Legal entity,Purpose,Country", "Tool,Why,Where",
        ])
    func headers(header: String) {
        let read = register([("2020-01-02.csv", "\(header)\nGull,Mail,Ireland\n")])
        #expect(read.files.map(\.path) == ["Content/subprocessors/providers/gull.yaml"])
        #expect(!read.diagnostics.contains { $0.severity == .error })
    }

    @Test("The names that programs for vendors give to the column of companies by their legal names")
    func legalNames() {
        for header in ["Legal Entity Name", "Name of legal entity"] {
            let read = register([("2020-01-02.csv", "Vendor Name,\(header),Services Provided\nGull,Gull GmbH,Mail\n")])
            #expect(
                read.files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                    "name: Gull\nentity: Gull GmbH\npurpose: Mail\nannounced: 2020-01-02\n"
                ])
        }
    }

    @Test("What is said of a column or a company that is in no list is no silent nothing")
    func misnamed() {
        let lists = [("2020-01-02.csv", "Vendor,What,Where\nGull,Mail,Ireland\n")]
        func problems(_ change: (inout RegisterImport.Options) -> Void) -> [String] {
            var options = RegisterImport.Options()
            change(&options)
            return register(lists, options).misnamed
        }
        #expect(
            problems { $0.columns = [("Vnedor", "name")] } == ["no list has a column \"Vnedor\"; did you mean Vendor?"])
        #expect(
            problems { $0.columns = [("Firm", "name")] }
                == ["no list has a column \"Firm\"; the columns are Vendor, What, Where"])
        #expect(
            problems { $0.columns = [("What", "prupose")] } == [
                "\"prupose\" is no field of a provider; did you mean purpose?"
            ])
        #expect(
            problems { $0.same = [("Gul", "Tern")] }
                == ["no list has a company \"Gul\"; did you mean Gull?", "no list has a company \"Tern\""])
        // Under another word for a field, and under a key of one's own.
        #expect(problems { $0.columns = [("What", "Service"), ("Where", "desk")] } == [])
    }

    @Test("What an office program wrote is told, with how it becomes a list")
    func officeFiles() {
        let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]
        let read = RegisterImport([("lists/2020-01-02.xlsx", nil, zip), ("lists/2021-01-02.docx", nil, zip)], .init())
        #expect(
            read.diagnostics.listing == """
                lists/2020-01-02.xlsx:1:1 invalid-utf8: this file is a spreadsheet (.xlsx), and no text
                    open it, save the sheet as CSV (in Excel: CSV UTF-8), and import that
                lists/2021-01-02.docx:1:1 invalid-utf8: this file is a document of a word processor (.docx), and no text
                    open it, copy its text into a file whose name ends in .md, with # and a blank before each heading, and \
                import that
                """)
    }

    @Test func `a table in HTML is told, whatever its file is called`() {
        let table = "<table>\n<tr>\n<th>Vendor</th>\n<th>Purpose</th>\n</tr>\n<tr>\n<td>Auk</td></tr></TABLE>\n"
        for (ending, text) in [
            ("xls", table), ("csv", table), ("txt", "<meta charset=utf-8>\(table)"), ("md", "# List\n\n\(table)"),
            ("markdown", table),
        ] {
            let read = register([("2024-04-12.\(ending)", text)])
            #expect(read.files.isEmpty, "\(ending)")
            #expect(read.diagnostics.contains { $0.message == "this list is a table in HTML" }, "\(ending)")
        }
        #expect(said("<b>Vendor</b>,Purpose\nAuk,Mail\n") == "name: Auk\npurpose: Mail\n")
        let rows = "| Vendor | Purpose |\n|---|---|\n| Auk | Mail |\n"
        let markdown = "<!-- lint off -->\n\n\(rows)\nSee the <table> of products.\n"
        let listed = register([("2024-04-12.md", markdown)])
        #expect(listed.files.map(\.path) == ["Content/subprocessors/providers/auk.yaml"])
        #expect(!listed.diagnostics.contains { $0.severity == .error })
        let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]
        let read = RegisterImport([("2020-01-02.csv", nil, zip)], .init())
        #expect(read.diagnostics.map(\.message) == ["this file is a spreadsheet (.csv), and no text"])
    }
}
