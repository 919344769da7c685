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
}
