import Diagnostics
import Formats
import Source
import TestSupport
import Testing

@testable import Import

func editions(_ texts: [(String, String)], from source: EditionImport.DateSource = .commit) -> EditionImport {
    var options = EditionImport.Options(document: "terms", links: LinkPlan(documents: ["terms", "privacy"]))
    options.dates = source
    return EditionImport(texts.map { EditionImport.Text(path: $0.0, bytes: Array($0.1.utf8)) }, options)
}

/// Each edition's id with its last line.
private func lastLines(_ read: EditionImport) -> [String] {
    read.files.map { file in
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
        return "\(file.path.dropFirst("Content/terms/".count)) \(lines.last ?? "")"
    }
}

@Suite struct EditionTests {
    @Test func `files are in the order of their days, whatever their names`() {
        let read = editions([("a_2024-04-12.md", "# Terms\n\nNew.\n"), ("b_2023-05-25.md", "# Terms\n\nOld.\n")])
        #expect(lastLines(read) == ["2023-05-25.md Old.", "2024-04-12.md New."])
        #expect(read.diagnostics.listing == "")
        let dated = editions([("2024-12-01.md", "# Terms\n\nNew.\n"), ("x/20240412.md", "# Terms\n\nOld.\n")])
        #expect(lastLines(dated) == ["2024-04-12.md Old.", "2024-12-01.md New."])
        #expect(dated.diagnostics.listing == "")
    }

    @Test func `files are in the order of the days that they state`() {
        let texts = [
            ("v2.md", "# Terms\n\nEffective: 12 April 2019\n\nOld.\n"),
            ("v10.md", "# Terms\n\nEffective: 1 March 2021\n\nNew.\n"),
        ]
        for texts in [texts, texts.reversed()] {
            let read = editions(texts, from: .text)
            #expect(lastLines(read) == ["2019-04-12.md Old.", "2021-03-01.md New."])
            #expect(read.diagnostics.listing == "")
        }
    }

    @Test func `files of one day are in the order of their names, and of the numbers in them`() {
        let named = editions([("2024-04-12-2.md", "Second.\n"), ("2024-04-12.md", "First.\n")])
        #expect(lastLines(named) == ["2024-04-12.md First.", "2024-04-12-2.md Second."])
        let stated = "# Terms\n\nEffective: 12 April 2019\n\n"
        let numbered = editions([("v10.md", stated + "Tenth.\n"), ("v2.md", stated + "Second.\n")], from: .text)
        #expect(lastLines(numbered) == ["2019-04-12.md Second.", "2019-04-12-2.md Tenth."])
    }

    @Test func `links lead to documents where they led to pages, and not where they led to files`() {
        let text = """
            [One](/legal/privacy) [two](../privacy.md) [three](privacy.HTML#1) [four](/privacy.htm) [five][p]
            ![Map](/img/privacy.png) ![Map](/privacy/) [PDF](/files/privacy.pdf) [Page](/old/privacy.php)

            [p]: /a/privacy/

            """
        let read = editions([("2024-04-12.md", text)])
        #expect(
            listing(read.files) == """
                == Content/terms/2024-04-12.md
                ---
                title: Terms
                ---
                [One](/privacy/) [two](/privacy/) [three](/privacy/#1) [four](/privacy/) [five][p]
                ![Map](/img/privacy.png) ![Map](/privacy/) [PDF](/files/privacy.pdf) [Page](/old/privacy.php)

                [p]: /privacy/

                """)
    }
}

@Suite struct EditionTitleTests {
    private func found(_ text: String) -> String { editions([("2024-04-12.md", text)]).diagnostics.listing }

    @Test func `a title that the text does not state is said`() {
        #expect(
            found("PRIVACY POLICY\n\nWords.\n") == """
                2024-04-12.md:1:1 warning missing-key: this text does not begin with a title; "Terms" is taken
                    where it is called otherwise, say so: --title "…"
                """)
        #expect(found("PRIVACY POLICY\n\n## 1. Who\n\nWords.\n").contains("\"1. Who\" is taken"))
        #expect(found("---\ntitle: Terms &amp; more\n---\nWords.\n") == "")
        #expect(found("# Terms\n\nWords.\n") == "")
    }

    @Test func `a page in HTML, and texts that say nothing, are refused`() {
        #expect(found("<!DOCTYPE html>\n<html><p>Words.</p></html>\n").contains("this file is a page in HTML"))
        let saved =
            "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\"\n\nWords.\n"
        #expect(found(saved).contains("this file is a page in HTML"))
        // Words about such a page are none.
        for words in [
            "# API\n\nUploads have `Content-Type: multipart/related`.\n",
            "# API\n\nContent-Type: multipart/related\n\nis sent.\n",
            "Content-Type: multipart/related\nis what we read.\n",
        ] {
            #expect(!found(words).contains("HTML"), "\(words)")
        }
        #expect(found("<div>\n<p>Words.</p>\n</div>\n").contains("all of this text is HTML"))
        let empty = editions([("2024-04-12.md", " \n")])
        #expect(empty.files.isEmpty)
        #expect(empty.diagnostics.map(\.severity) == [.error])
        let some = editions([("2024-04-12.md", " \n"), ("2024-05-12.md", "# Terms\n")])
        #expect(some.files.count == 1)
        #expect(some.diagnostics.map(\.severity) == [.warning])
    }
}

@Suite struct ForeignFrontMatterTests {
    private func text(_ text: String) -> String {
        listing(editions([("2024-04-12.md", text)]).files).replacing("== Content/terms/2024-04-12.md\n", with: "")
    }

    @Test func `an object of JSON at the top is a front matter, and one inside of a text is none`() {
        #expect(
            text("{\n  \"title\": \"Terms {of} \\\"use\\\"\",\n  \"tags\": [1.5]\n}\n\nWords.\n") == """
                ---
                title: Terms {of} "use"
                ---

                Words.

                """)
        for line in ["{COMPANY} is bound.", "{\"a\": 1} is code.", "{\"not\": json", "{COMPANY}"] {
            #expect(text("\(line)\n") == "---\ntitle: Terms\n---\n\(line)\n", "\(line)")
        }
    }

    @Test(arguments: [
        ("# Privacy Policy {#pp}\n", "Privacy Policy"), ("# Privacy{#pp .top}\n", "Privacy"),
        ("# {#pp}\n\nWords.\n", "Terms"), ("# Our {fair} terms\n", "Our {fair} terms"),
    ])
    func `a title is without the id that another tool gives its heading`(_ body: String, _ title: String) {
        #expect(text(body) == "---\ntitle: \(title)\n---\n\(body)")
    }

    @Test func `links to headings with ids of their own, and to pages of MDX, lead to where these are now`() {
        let read = editions([
            ("2024-04-12.md", "## 1. Who {#who}\n\n[a](#who) [b](./privacy.mdx#x) [c](privacy.markdown)\n")
        ])
        #expect(lastLines(read) == ["2024-04-12.md [a](#1) [b](/privacy/#x) [c](/privacy/)"])
    }
}

@Suite struct LinkPlanTests {
    @Test func `what is said of links makes no page of a picture or a file below it`() {
        var options = EditionImport.Options(
            document: "terms",
            links: LinkPlan(documents: ["terms"], given: [("/old", "terms"), ("/img", "/files"), ("/a.pdf", "terms")]))
        options.title = "Terms"
        let text = "[a](/old/x) [b](/old/x.pdf) ![c](/old/x) ![d](/img/d.png) [e](/a.pdf)\n"
        let read = EditionImport([.init(path: "2024-04-12.md", bytes: Array(text.utf8))], options)
        #expect(
            listing(read.files) == """
                == Content/terms/2024-04-12.md
                ---
                title: Terms
                ---
                [a](/terms/) [b](/old/x.pdf) ![c](/old/x) ![d](/files/d.png) [e](/terms/)

                """)
        #expect(read.unusedLinks == [])
    }

    @Test func `what is said of a link that is in no text is no silent nothing`() {
        let plan = LinkPlan(
            documents: ["terms", "privacy"], pages: ["faq"],
            given: [
                ("/legal/pirvacy", "privacy"), ("/shop", "/privacy/"), ("/legal", "faq"), ("/help", "prvacy"),
                ("/x", "dpa"),
            ])
        let text = "[a](/legal/privacy#1) [b](/legal/terms) [c](#shop) [d](/shopping)\n"
        let read = EditionImport(
            [.init(path: "2024-04-12.md", bytes: Array(text.utf8))], .init(document: "terms", links: plan))
        #expect(
            read.unusedLinks == [
                "no link begins with \"/legal/pirvacy\"; did you mean /legal/privacy?", "no link begins with \"/help\"",
                "no link begins with \"/shop\"", "no link begins with \"/x\"",
            ])
        #expect(
            plan.misnamed == [
                "there is no document \"prvacy\" for --link; did you mean privacy?",
                "there is no document \"dpa\" for --link; import it first, or list it in documents",
            ])
    }
}
