import Formats
import Testing

@Suite("Mail")
struct MailTests {
    @Test(
        "A field of free text",
        arguments: [
            ("", "Subject:\r\n"),
            ("Terms change", "Subject: Terms change\r\n"),
            ("a\r\nBcc: b", "Subject: a Bcc: b\r\n"),
            ("The Terms of Käse", "Subject: =?UTF-8?Q?The_Terms_of_K=C3=A4se?=\r\n"),
            ("שלום עולם", "Subject: =?UTF-8?B?16nXnNeV150g16LXldec150=?=\r\n"),
            ("=?no?=", "Subject: =?UTF-8?B?PT9ubz89?=\r\n"),
            (
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
                "Subject: one two three four five six seven eight nine ten eleven twelve\r\n thirteen fourteen\r\n"
            ),
        ])
    func subject(text: String, field: String) {
        #expect(MailHeader.field("Subject", text: text) == field)
    }

    @Test(
        "No encoded line is longer than 76 characters, and no character is cut",
        arguments: ["ä", "🇩🇪", "שלום ", "e\u{301}"])
    func long(piece: String) {
        let field = MailHeader.field("Subject", text: String(repeating: piece, count: 90))
        let lines = field.replacing("\r\n", with: "\n").split(separator: "\n")
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" =?UTF-8?") })
    }

    @Test(
        "A mailbox with a name",
        arguments: [
            ("Acme", "From: Acme <a@b.example>\r\n"),
            ("Acme, Inc. \"A\"", "From: \"Acme, Inc. \\\"A\\\"\" <a@b.example>\r\n"),
            ("Müller", "From: =?UTF-8?Q?M=C3=BCller?= <a@b.example>\r\n"),
            ("", "From: <a@b.example>\r\n"),
        ])
    func mailbox(name: String, field: String) {
        #expect(MailHeader.field("From", mailbox: name, "a@b.example") == field)
    }

    @Test(
        "Quoted-printable",
        arguments: [
            ("a=b\n", "a=3Db\r\n"),
            ("end \n\tx", "end=20\r\n\tx\r\n"),
            ("ü", "=C3=BC\r\n"),
            ("", "\r\n"),
            (String(repeating: "a", count: 76), String(repeating: "a", count: 76) + "\r\n"),
            (String(repeating: "a", count: 77), String(repeating: "a", count: 75) + "=\r\naa\r\n"),
        ])
    func quotedPrintable(text: String, lines: String) {
        #expect(MailBody.quotedPrintable(text) == lines)
    }

    @Test("The shorter encoding is taken")
    func shorter() {
        #expect(MailBody.encoded("Mostly ASCII, Käse.\n").encoding == "quoted-printable")
        let (encoding, lines) = MailBody.encoded(String(repeating: "שלום עולם\n", count: 20))
        #expect(encoding == "base64")
        #expect(lines.utf8.split(separator: 0xA).allSatisfy { $0.count <= 77 })
    }

    @Test(
        "HTML is read piece by piece, and written again",
        arguments: [
            ("<p>a &amp; b</p>", [.start("p", [:]), .text("a & b"), .end("p")]),
            ("<a href=\"x?a=1&amp;b\">\u{301}y</a>", [.start("a", ["href": "x?a=1&b"]), .text("\u{301}y"), .end("a")]),
            ("&amp;lt; &quot;&#39;\u{301}", [.text("&lt; \"'\u{301}")]),
        ] as [(String, [HTMLToken])])
    func tokens(html: String, tokens: [HTMLToken]) {
        #expect(HTMLToken.all(in: html) == tokens)
        #expect(HTMLToken.all(in: tokens.html) == tokens)
    }

    @Test("What is no HTML is text, and ends", arguments: ["<", "a <b", "<a href", "< p>", "<a href=x\">y", "&", "<>"])
    func broken(html: String) {
        #expect(HTMLToken.all(in: html).count <= html.count)
    }
}
