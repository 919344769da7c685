import TestSupport
import Testing

@Suite("Files and their names")
struct FileTests {
    @Test("Types, names")
    func types() {
        expect(
            #"""
            -- Content/files/x.html --
            -- Content/files/y.jpeg --
            -- Content/files/z --
            -- Content/files/ok.PDF --
            -- Content/files/a b.pdf --
            -- Content/files/sub folder/a.pdf --
            -- Content/files/sub folder/b.pdf --
            -- Content/Big Folder/2026-01-01.md --
            -- Content/Big Folder/2026-02-01.md --
            -- Content/Über uns.md --
            -- Content/about.txt --
            """#,
            finds: #"""
                Content/Big Folder:1:1 unsafe-path: the name "Big Folder" cannot stand in an address as it is
                    rename it to big-folder, and write that in the list of documents in site.yaml
                Content/about.txt:1:1 invalid-id: this is no file that TrustPress reads
                    rename it to about.md if it is a text of this site; what a text links to lies in Content/files/
                Content/files/a b.pdf:1:1 unsafe-path: the name "a b.pdf" cannot stand in an address as it is
                    rename it to a-b.pdf
                Content/files/sub folder:1:1 unsafe-path: the name "sub folder" cannot stand in an address as it is
                    rename it to sub-folder
                Content/files/x.html:1:1 unsafe-file: a file of the type html cannot be published
                    publish it as one of pdf, png, jpg, webp, csv, json, txt, zip, docx, xlsx
                Content/files/y.jpeg:1:1 unsafe-file: a file of the type jpeg cannot be published
                    rename it to y.jpg
                Content/files/z:1:1 unsafe-file: a file without an ending cannot be published
                    publish it as one of pdf, png, jpg, webp, csv, json, txt, zip, docx, xlsx
                Content/Über uns.md:1:1 unsafe-path: the name "Über uns.md" cannot stand in an address as it is
                    rename it to ueber-uns.md
                """#)
    }

    @Test(
        "A digit too many in a day that names an edition is a part of its day",
        arguments: [
            ("2026-02-009", "2026-02-09"), ("2026-010-05", "2026-10-05"), ("2026-03-031", "2026-03-31"),
            ("2026-04-031", "the day that is meant; the last one of its month is 2026-04-30"),
        ])
    func longDays(name: String, day: String) {
        expect(
            "-- Content/privacy/\(name).md --",
            finds: """
                Content/privacy/\(name).md:1:1 invalid-date: "\(name)" is not the day on which an edition takes effect
                    rename the file to \(day).md
                """)
    }
}
