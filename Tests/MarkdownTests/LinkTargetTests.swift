import Diagnostics
import Testing

@testable import Markdown

@Suite("Where a destination leads")
struct LinkTargetTests {
    @Test(
        "Inside the site, from its root",
        arguments: [
            ("privacy", .document(id: "privacy", clause: nil)),
            ("/privacy/", .document(id: "privacy", clause: nil)),
            ("./privacy", .document(id: "privacy", clause: nil)),
            ("/a/../privacy", .document(id: "privacy", clause: nil)),
            ("../terms/2026-11-23.md", .edition(document: "terms", edition: "2026-11-23", fragment: nil)),
            ("../terms/2026-11-23-2.md#4", .edition(document: "terms", edition: "2026-11-23-2", fragment: "4")),
            ("../terms/#4", .document(id: "terms", clause: "4")), ("../terms", .document(id: "terms", clause: nil)),
            ("../faq.md", .document(id: "faq", clause: nil)), ("../index.md", .sitePath("/", fragment: nil)),
            ("../files/dpa.pdf", .file("/files/dpa.pdf")), ("../files/notes.md", .file("/files/notes.md")),
            ("2026-11-23.md", .beside("2026-11-23")), ("./2026-11-23.md#4", .beside("2026-11-23")),
            ("faq.md", .beside("faq")), ("./", .beside("")), ("./#4", .beside("")),
            (".", .sitePath("/", fragment: nil)),
            ("terms/2026-11-23.md", .sitePath("/terms/2026-11-23.md", fragment: nil)),
            ("/terms/2026-11-23.md", .sitePath("/terms/2026-11-23.md", fragment: nil)),
            ("terms#10.2", .document(id: "terms", clause: "10.2")),
            ("/terms/#10.2", .document(id: "terms", clause: "10.2")),
            ("terms#", .document(id: "terms", clause: nil)),
            ("terms#a%C3%BC", .document(id: "terms", clause: "aü")),
            ("/privacy/2026-11-23/", .edition(document: "privacy", edition: "2026-11-23", fragment: nil)),
            ("privacy/2026-11-23-2#4", .edition(document: "privacy", edition: "2026-11-23-2", fragment: "4")),
            ("/files/dpa.pdf", .file("/files/dpa.pdf")),
            ("files/2026/My%20file.pdf", .file("/files/2026/My file.pdf")),
            ("#4", .anchor("4")), ("#", .anchor("")), ("", .anchor("")),
            ("/", .sitePath("/", fragment: nil)),
            ("/subscribe/", .sitePath("/subscribe/", fragment: nil)),
            ("notices/x/#y", .sitePath("/notices/x/", fragment: "y")),
            ("/privacy/history/", .sitePath("/privacy/history/", fragment: nil)),
            ("/subprocessors.json", .sitePath("/subprocessors.json", fragment: nil)),
            ("/Privacy/", .sitePath("/Privacy/", fragment: nil)),
            ("/files/", .sitePath("/files/", fragment: nil)),
            ("/privacy?x=1", .sitePath("/privacy?x=1", fragment: nil)),
            ("provider:anthropic", .provider(register: nil, id: "anthropic")),
            ("provider:vendors/anthropic", .provider(register: "vendors", id: "anthropic")),
            ("PROVIDER:", .provider(register: nil, id: "")),
        ] as [(String, LinkTarget)])
    func inside(destination: String, target: LinkTarget) {
        #expect(LinkTarget(destination) == target)
    }

    @Test(
        "What lies beside a text's file, from the site's root",
        arguments: [
            ("2026-11-23.md", "privacy", "/privacy/2026-11-23/"),
            ("./2026-11-23.md#2(a)", "privacy", "/privacy/2026-11-23/#2(a)"),
            ("./", "privacy", "/privacy/"), ("./#4", "privacy", "/privacy/#4"), ("faq.md", "privacy", "/faq.md"),
            ("./", nil, "/"), ("index.md", nil, "/"), ("faq.md#a%20b", nil, "/faq/#a%20b"),
            ("privacy", "terms", "privacy"),
        ] as [(String, String?, String)])
    func beside(destination: String, document: String?, rooted: String) {
        #expect(LinkTarget.rooted(destination, in: document) == rooted)
    }

    @Test(
        "Outside the site",
        arguments: [
            "https://example.com", "HTTP://Example.com:8080/a?b=c#d", "https://münchen.example/",
            "https://a.example/@b",
            "mailto:legal@example.com", "tel:+491234", "https://xn--mnchen-3ya.example",
        ])
    func outside(destination: String) {
        #expect(LinkTarget(destination) == .external(destination))
    }

    @Test(
        "Refused",
        arguments: [
            ("javascript:alert(1)", .scheme("javascript")), ("JavaScript:alert(1)", .scheme("javascript")),
            ("java\tscript:alert(1)", .controlCharacter), (" javascript:x", .controlCharacter),
            ("data:text/html,x", .scheme("data")), ("vbscript:x", .scheme("vbscript")),
            ("file:///etc", .scheme("file")),
            ("ftp://a.example/", .scheme("ftp")), ("C:/x", .scheme("c")), ("//evil.example/x", .schemeRelative),
            ("///evil.example", .schemeRelative), ("/\\evil.example", .backslash), ("..", .leavesSite),
            ("../../x", .leavesSite), ("../x/../../y", .leavesSite), ("/a/../../x", .leavesSite),
            ("/%2e%2e/x", .encoding), ("/a%2Fb", .encoding),
            ("/a%5Cb", .encoding), ("/a%00", .encoding), ("/a%", .encoding), ("/a%zz", .encoding), ("/a%FF", .encoding),
            ("/a%0D%0Ab", .encoding), ("#%ff", .encoding), ("provider:%61", .encoding), ("https:example.com", .host),
            ("https://", .host), ("https:///a", .host), ("https://a..b", .host),
            ("https://a b.example", .controlCharacter),
            ("https://[::1]/", .host), ("https://a.example:x/", .host),
            ("https://good.example@evil.example", .userName),
            ("mailto:", .host), ("\u{85}x", .controlCharacter), (":x", .scheme("")),
            ("%6aavascript:x", .scheme("%6aavascript")),
        ] as [(String, UnsafeLink)])
    func refused(destination: String, reason: UnsafeLink) {
        #expect(LinkTarget(destination) == .unsafe(reason))
    }

    @Test("Each reason has its check and its words")
    func words() {
        #expect(UnsafeLink.leavesSite.check == .unsafePath)
        #expect(UnsafeLink.scheme("data").check == .unsafeURL)
        #expect(UnsafeLink.scheme("data").message == "a link may not begin with \"data:\"")
    }
}
