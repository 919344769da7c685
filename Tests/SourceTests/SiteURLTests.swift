import Diagnostics
import Model
import Source
import TestSupport
import Testing

@Suite("The address of a site")
struct SiteURLTests {
    private func world(_ url: String) -> String {
        """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
        url: \(url)
        authority: acme.example,2026
        documents: [privacy]
        since: 2026-01-01
        notice: {days: 30}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---
        """
    }

    @Test(
        "It stands at the root of a host or below it",
        arguments: [
            ("https://trust.acme.example", "https://trust.acme.example", "", 0),
            ("https://trust.acme.example/", "https://trust.acme.example", "", 0),
            ("https://acme.example/trust", "https://acme.example", "/trust", 1),
            ("https://acme.example/trust/", "https://acme.example", "/trust", 1),
            ("https://acme.example/legal/trust-center/", "https://acme.example", "/legal/trust-center", 2),
            ("https://acme.example/~legal/Trust_1.0", "https://acme.example", "/~legal/Trust_1.0", 2),
            ("HTTPS://Acme.Example/Trust", "https://acme.example", "/Trust", 1),
            ("https://acme.example:8443/trust", "https://acme.example:8443", "/trust", 1),
            ("http://localhost:8080", "http://localhost:8080", "", 0),
            ("https://xn--bcher-kva.example/trust", "https://xn--bcher-kva.example", "/trust", 1),
        ])
    func sound(written: String, origin: String, path: String, depth: Int) throws {
        let url = try #require(readLibrary(World(world(written)).tree).library).settings.url.value
        #expect(url.origin == origin)
        #expect(url.path == path)
        #expect(url.depth == depth)
        expect(world(written), finds: "")
    }

    @Test(
        "What is none is told with the address that would do",
        arguments: [
            (
                "https://acme.example/trust?lang=en", "wrong-type",
                "has a query, from the question mark on\n    write https://acme.example/trust"
            ),
            (
                "\"https://acme.example/trust/#top\"", "wrong-type",
                "leads to a place in a page, from the # on\n    write https://acme.example/trust"
            ),
            (
                "https://acme.example?", "wrong-type",
                "has a query, from the question mark on\n    write https://acme.example"
            ),
            (
                "https://acme.example/legal/../trust", "wrong-type",
                "has . or .. for a folder\n    write https://acme.example/legal/trust"
            ),
            (
                "https://acme.example/./trust", "wrong-type",
                "has . or .. for a folder\n    write https://acme.example/trust"
            ),
            (
                "https://acme.example//trust", "wrong-type",
                "has two slashes in a row\n    write https://acme.example/trust"
            ),
            (
                "https://acme.example/trust//", "wrong-type",
                "has two slashes in a row\n    write https://acme.example/trust"
            ),
            (
                "https://acme.example/%74rust", "wrong-type",
                """
                has a path with other signs than letters from a to z, digits, - . _ and ~
                    name the folder of the site otherwise, as in https://acme.example/trust
                """
            ),
            (
                "https://acme.example/%2e%2e/trust", "wrong-type",
                """
                has a path with other signs than letters from a to z, digits, - . _ and ~
                    name the folder of the site otherwise, as in https://acme.example/trust
                """
            ),
            (
                "https://acme.example/über-uns", "wrong-type",
                """
                has a path with other signs than letters from a to z, digits, - . _ and ~
                    name the folder of the site otherwise, as in https://acme.example/trust
                """
            ),
            (
                "https://acme.example/trust;v=1/a,b", "wrong-type",
                """
                has a path with other signs than letters from a to z, digits, - . _ and ~
                    name the folder of the site otherwise, as in https://acme.example/trust
                """
            ),
            (
                "https://bücher.example/trust", "wrong-type",
                """
                has a host with letters that other programs do not read
                    open the site in a browser and copy the address from its address bar: its host begins with xn--
                """
            ),
            (
                "https://acme..example/trust", "wrong-type",
                """
                names no host that there can be
                    write an address as https://example.com or https://example.com/trust
                """
            ),
            ("https://acme.example:443/trust", "wrong-type", "has a port that there is not\n"),
            ("https://acme.example:/trust", "wrong-type", "has a port that there is not\n"),
            ("https://acme.example:70000/trust", "wrong-type", "has a port that there is not\n"),
            ("https://acme.example:web", "wrong-type", "has a port that there is not\n"),
            (
                "https://legal:secret@acme.example/trust", "unsafe-url",
                "holds a user name before its host\n    write https://acme.example/trust"
            ),
            ("https:///trust", "unsafe-url", "names no host\n    write an address as https://example.com"),
            (
                "acme.example/trust", "unsafe-url",
                "is not a web address\n    write https://acme.example/trust"
            ),
            ("/trust", "unsafe-url", "is not a web address\n    write an address that starts with https://"),
            (
                "ftp://acme.example/trust", "unsafe-url",
                "is not a web address\n    write an address that starts with https://"
            ),
            (
                "https://acme.example\\trust", "unsafe-url",
                "holds characters that no address has\n    copy the address from the browser's address bar"
            ),
        ])
    func refused(written: String, id: String, rest: String) {
        let bare = written.filter { $0 != "\"" }
        let help =
            rest.hasSuffix("\n") ? "    write https://acme.example\(bare.hasSuffix("/trust") ? "/trust" : "")" : ""
        expect(world(written), finds: "Content/site.yaml:3:6 \(id): \"\(bare)\" \(rest)\(help)")
    }

    @Test("A path of a hundred characters is one, a longer one is not: it stands in every link of every page")
    func long() {
        let longest = String(repeating: "a", count: 100)
        expect(world("https://acme.example/\(longest)"), finds: "")
        expect(
            world("https://acme.example/\(longest)b"),
            finds: """
                Content/site.yaml:3:6 wrong-type: "https://acme.example/\(longest.prefix(39))…" has a path of more than 100 characters
                    name the folder of the site otherwise, as in https://acme.example/trust
                """)
    }

    @Test("Its own addresses are known, and no other host's or folder's")
    func own() {
        let url = SiteURL(origin: "https://acme.example", segments: ["trust"])
        #expect(url.own("https://acme.example/trust/privacy/#2") == "/privacy/#2")
        for host in [
            "HTTPS://ACME.example.", "https://acme.example:443", "http://acme.example:080", "https://me@acme.example",
        ] {
            #expect(url.own("\(host)/trust/privacy/") == "/privacy/")
            #expect(url.local("\(host)/trust/privacy/") == "\(host)/trust/privacy/")
        }
        #expect(url.own("https://acme.example/trust?a") == "/?a")
        #expect(url.own("https://acme.example:80/trust/") == nil)
        #expect(url.own("https://acme.example/trusted/privacy/") == nil)
        #expect(url.own("https://acme.example/privacy/") == nil)
        #expect(url.own("https://acme.example.org/trust/privacy/") == nil)
        #expect(url.local("/privacy/") == "/trust/privacy/")
        #expect(url.local("https://acme.example/trust/privacy/") == "/trust/privacy/")
        #expect(url.local("https://acme.example/privacy/") == "https://acme.example/privacy/")
        #expect(url.local("//acme.example/privacy/") == "//acme.example/privacy/")
        #expect(url.local("https://acme.example/trust//evil.example/") == "https://acme.example/trust//evil.example/")
        #expect(url.local("#2") == "#2")
        #expect(url.absolute("/privacy/") == "https://acme.example/trust/privacy/")
        #expect(url.absolute("https://other.example/") == "https://other.example/")
        #expect(SiteURL(origin: "https://acme.example").local("https://acme.example/x") == "/x")
    }
}
