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

    @Test("It is for reading alone", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "FOO", "get", ""])
    func methods(method: String) { #expect(ask("/", method: method) == .refused(.method)) }

    @Test("Its head alone may be asked for")
    func heads() { #expect(ask("/privacy/", method: "HEAD") == .site("privacy/")) }

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

    @Test("A day holds for one preview: not on another port, and not after another start")
    func cookies() throws {
        let day = AsOf(try #require(Moment("2026-12-24")))
        let cookie = AsOfCookie(port: 8080, start: 7)
        #expect(cookie.header(day) == "trustpress-as-of-8080=7.2026-12-24; Path=/; SameSite=Strict; HttpOnly")
        #expect(cookie.header(nil) == "trustpress-as-of-8080=; Max-Age=0; Path=/; SameSite=Strict; HttpOnly")
        let sent = "a=b; trustpress-as-of-8080=7.2026-12-24"
        #expect(cookie.read(sent) == day)
        #expect(AsOfCookie(port: 8081, start: 7).read(sent) == nil)
        #expect(AsOfCookie(port: 8080, start: 8).read(sent) == nil)
        #expect(cookie.read("trustpress-as-of-8080=7.2026-02-30") == nil)
        #expect(cookie.read(nil) == nil)
    }

    private func head(_ text: String) -> RequestHead? { RequestHead(Array(text.utf8)[...]) }

    @Test("A head is read to its empty line")
    func headEnds() {
        func end(_ text: String, after start: Int = 0) -> Int? { RequestHead.end(in: Array(text.utf8), after: start) }
        #expect(end("GET / HTTP/1.1\r\n\r\nGET") == 18)
        #expect(end("GET / HTTP/1.1\r\n\r\n", after: 17) == 18)
        #expect(end("GET / HTTP/1.1\n\n") == 16)
        #expect(end("GET / HTTP/1.1\r\nHost: a\r\n") == nil)
        #expect(end("GET / HTTP/1.1\r\n\r") == nil)
        #expect(end("") == nil)
    }

    @Test("A head says what is asked for, and whether more may follow")
    func fields() throws {
        let read = try #require(
            head("GET /a?b=c?d HTTP/1.1\r\nHOST:  localhost:80\r\nCookie: a=b: c\r\nCookie: d\r\n\r\n"))
        #expect((read.method, read.path, read.query) == ("GET", "/a", "b=c?d"))
        #expect(read["host"] == "localhost:80")
        #expect(read["cookie"] == "a=b: c")
        #expect(read.keepsConnection)
        for last in ["Connection: Close", "Content-Length: 3", "Transfer-Encoding: chunked"] {
            #expect(head("GET / HTTP/1.1\r\n\(last)\r\n\r\n")?.keepsConnection == false, "\(last)")
        }
        #expect(head("GET / HTTP/1.0\r\n\r\n")?.keepsConnection == false)
        #expect(head("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n")?.keepsConnection == true)
    }

    @Test(
        "What is no head of a request is not read as one",
        arguments: [
            "", "GET", "GET /", "GET  / HTTP/1.1", "GET / HTTP/2", "GET / HTTP/1.1\r\nHost", "GET / HTTP/1.1\r\n: a",
            "GET / HTTP/1.1\r\nHost : localhost", "GET / HTTP/1.1\r\nHost: a\r\n b: c",
            "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example",
        ])
    func noHeads(text: String) { #expect(head(text + "\r\n\r\n") == nil) }
}
