import Model
import Serve
import Testing

@Suite("What a browser asks of the preview")
struct PreviewRequestTests {
    private func ask(_ path: String, query: String = "", host: String? = "localhost:8080", method: String = "GET")
        -> PreviewRequest
    {
        PreviewRequest(method: method, host: host, path: path, query: query)
    }

    @Test(
        "Another name than this machine's is refused, whatever is asked for",
        arguments: [
            nil, "", "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
            "[::1]:8080",
            "0.0.0.0:8080", "localhost@evil.example", "127.0.0.2", "2130706433", " localhost",
        ] as [String?])
    func hosts(host: String?) {
        #expect(ask("/", host: host) == .refused(.host))
        #expect(ask("/.trustpress/news", host: host) == .refused(.host))
    }

    @Test("This machine's names are known", arguments: ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:65535"])
    func ownHosts(host: String) { #expect(ask("/", host: host) == .site("")) }

    @Test("It is for reading alone", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "HEAD", "get", ""])
    func methods(method: String) { #expect(ask("/", method: method) == .refused(.method)) }

    @Test("A path is read as a browser means it")
    func paths() {
        #expect(ask("/privacy/") == .site("privacy/"))
        #expect(ask("/files/a%20b.pdf") == .site("files/a b.pdf"))
        #expect(ask("/a%2F..%2F..%2Fetc") == .site("a/../../etc"))
        #expect(ask("/%FF") == .refused(.address))
        #expect(ask("http://evil.example/") == .refused(.address))
        #expect(ask("*") == .refused(.address))
        #expect(ask("/.trustpress/preview.css") == .own("preview.css"))
        #expect(ask("/.trustpress/../Content/site.yaml") == .own("../Content/site.yaml"))
    }

    @Test("Another day is kept, and the way back leads to this server alone")
    func days() throws {
        let day = AsOf(try #require(Moment("2026-12-24")))
        func move(_ query: String) -> PreviewRequest { ask("/.trustpress/as-of", query: query) }
        #expect(move("day=2026-12-24&back=%2Fprivacy%2F") == .move(to: day, back: "/privacy/"))
        #expect(move("back=/a/&day=2026-12-24") == .move(to: day, back: "/a/"))
        #expect(move("back=/") == .move(to: nil, back: "/"))
        #expect(move("day=2026-02-30&back=/") == .move(to: nil, back: "/"))
        #expect(move("day=&back=/") == .move(to: nil, back: "/"))
        for back in ["//evil.example", "http://evil.example", "", "a", "/%5Cevil", "/a%0D%0ASet-Cookie:x", "/%C3%BC"] {
            #expect(move("back=\(back)") == .move(to: nil, back: "/"), "\(back)")
        }
    }

    @Test("Who waits says what is known")
    func news() {
        #expect(ask("/.trustpress/news", query: "after=7") == .news(after: 7))
        #expect(ask("/.trustpress/news", query: "after=x") == .news(after: nil))
        #expect(ask("/.trustpress/news") == .news(after: nil))
    }
}
