import Foundation

/// What the preview answers to one request.
struct PreviewAnswer: Sendable {
    var status: Status
    /// Besides those that every answer has.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []

    enum Status: String {
        case ok = "200 OK"
        case seeOther = "303 See Other"
        case badRequest = "400 Bad Request"
        case forbidden = "403 Forbidden"
        case notFound = "404 Not Found"
        case methodNotAllowed = "405 Method Not Allowed"
        case tooLong = "431 Request Header Fields Too Large"
    }

    static func text(_ status: Status, _ words: String) -> PreviewAnswer {
        PreviewAnswer(status: status, type: "text/plain; charset=utf-8", body: Array((words + "\n").utf8))
    }

    static func html(_ status: Status, _ page: String) -> PreviewAnswer {
        PreviewAnswer(status: status, type: MediaType.of("index.html"), body: Array(page.utf8))
    }

    static func file(_ name: String, _ bytes: [UInt8]) -> PreviewAnswer {
        PreviewAnswer(status: .ok, type: MediaType.of(name), body: bytes)
    }

    static func redirect(_ address: String) -> PreviewAnswer {
        PreviewAnswer(status: .seeOther, headers: [("Location", address)])
    }

    private init(status: Status, type: String, body: [UInt8]) {
        self.init(status: status, headers: [("Content-Type", type)], body: body)
    }

    private init(status: Status, headers: [(name: String, value: String)], body: [UInt8] = []) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    func with(_ name: String, _ value: String) -> PreviewAnswer {
        PreviewAnswer(status: status, headers: headers + [(name, value)], body: body)
    }

    /// As it is sent (RFC 9112, section 4).
    ///
    /// - Parameters:
    ///   - hasBody: whether the body follows, as it does not where its head alone was asked for.
    ///   - isLast: whether the connection ends with it.
    func bytes(hasBody: Bool, isLast: Bool) -> Data {
        let length = ("Content-Length", "\(body.count)")
        let end = isLast ? [("Connection", "close")] : []
        let lines = (headers + Self.headers + [length] + end).map { "\($0): \($1)\r\n" }
        return Data("HTTP/1.1 \(status.rawValue)\r\n\(lines.joined())\r\n".utf8) + (hasBody ? body : [])
    }

    /// Nothing of a preview is kept, framed, or read by a page from elsewhere: what it shows may be embargoed.
    private static let headers = [
        (name: "Cache-Control", value: "no-store"), ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "same-origin"),
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
                + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
    ]
}
