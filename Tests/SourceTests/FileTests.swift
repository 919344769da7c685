import Diagnostics
import Source
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

    private static let digest = String(repeating: "0a", count: 32)

    @Test(
        "A pointer of Git LFS is not the file",
        arguments: ["Content/files/dpa.pdf", "Content/faq.md", "Templates/assets/mark.png"])
    func pointer(path: String) {
        let pointers = [
            "version https://git-lfs.github.com/spec/v1\noid sha256:\(Self.digest)\nsize 9\n",
            "version https://git-lfs.github.com/spec/v1\r\noid sha256:\(Self.digest)\r\nsize 9\r\n",
            "version https://git-lfs.github.com/spec/v1\next-0-foo sha256:\(Self.digest)\noid sha256:\(Self.digest)\nsize 9",
        ]
        for pointer in pointers {
            #expect(digestOfPointer(Array(pointer.utf8)) == Self.digest)
            let tree = SourceTree(contents: [path: Array(pointer.utf8)])
            #expect(
                tree.diagnostics.listing == """
                    \(path):1:1 unsafe-file: this is a pointer of Git LFS, and not the file that it stands for
                        run git lfs pull; in CI, write lfs: true below actions/checkout
                    """)
            #expect(tree.refused == [path] && tree.files.isEmpty && tree.attachments.isEmpty)
        }
    }

    @Test(
        "A text that says more than a pointer is none",
        arguments: [
            "oid sha256:\(digest)\nsize 9\nOur subprocessors: Heron and Tern.\n",
            "oid sha256:\(digest)\nsize 9 bytes\n",
            "Our subprocessors: Heron.\noid sha256:\(digest)\nsize 9\n", "oid sha256:\(digest)\nsize 9\n\n",
            "ext-0-Heron and Tern sha256:\(digest)\noid sha256:\(digest)\nsize 9\n", "oid sha256:\(digest)\n",
            "size 9\n",
            "oid sha256:\(digest)\noid sha256:\(digest)\nsize 9\n", "oid sha256:0a\nsize 9\n",
            "oid sha256:\(digest)\nsize \n", "",
        ])
    func noPointer(rest: String) {
        let bytes = Array("version https://git-lfs.github.com/spec/v1\n\(rest)".utf8)
        #expect(digestOfPointer(bytes) == nil)
        #expect(
            SourceTree(contents: ["Content/files/list.txt": bytes]).attachments.keys.sorted() == [
                "Content/files/list.txt"
            ])
    }
}
