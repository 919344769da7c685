import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Model
import Synchronization

/// Shows a site to a browser on this machine, and to nobody else.
package struct PreviewServer: Sendable {
    private let running: Task<Void, any Error>

    /// Why a port cannot be had, in the words of the system.
    package struct NoPort: Error, Sendable {
        package let reason: String
        /// Whether another program has it.
        package let isTaken: Bool
    }

    /// Begins to answer on a port of 127.0.0.1.
    ///
    /// - Throws: `NoPort`.
    package init(_ site: LiveSite, port: UInt16) async throws {
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 600, logger: .disabled,
            handler: ClosureHTTPHandler { await PreviewHandler(site: site).answer($0) })
        let ended = Mutex<(any Error)?>(nil)
        let running = Task {
            do { try await server.run() } catch {
                ended.withLock { $0 = error }
                throw error
            }
        }
        while await !server.isListening {
            if let error = ended.withLock({ $0 }) { throw NoPort(error) }
            try await Task.sleep(for: .milliseconds(2))
        }
        self.running = running
    }

    /// Ends where the server does.
    package func wait() async throws { try await running.value }
}

extension PreviewServer.NoPort {
    fileprivate init(_ error: any Error) {
        guard case .failed(_, let number, let message)? = error as? SocketError else {
            self.init(reason: error.localizedDescription, isTaken: false)
            return
        }
        self.init(reason: message, isTaken: number == EADDRINUSE)
    }
}

/// Answers requests.
struct PreviewHandler: Sendable {
    let site: LiveSite

    func answer(_ request: HTTPRequest) async -> HTTPResponse {
        let asked = PreviewRequest(
            method: request.method.rawValue, host: request.headers[.host], path: request.target.path(),
            query: request.target.query())
        var response = await answer(asked, lookingAt: AsOfCookie.read(request.headers[HTTPHeader("Cookie")]))
        for (name, value) in Self.headers { response.headers[HTTPHeader(name)] = value }
        return response
    }

    /// Nothing of a preview is kept, framed, or read by a page from elsewhere: what it shows may be embargoed.
    private static let headers = [
        ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "same-origin"),
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
                + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
    ]

    private func answer(_ asked: PreviewRequest, lookingAt asOf: AsOf?) async -> HTTPResponse {
        switch asked {
        case .refused(.host):
            .text(.forbidden, "This preview answers to localhost and 127.0.0.1 alone.")
        case .refused(.method): .text(.methodNotAllowed, "This preview answers GET alone.")
        case .refused(.address): .text(.badRequest, "This is no address of a page.")
        case .move(let day, let back):
            .redirect(back, [("Set-Cookie", AsOfCookie.header(day))])
        case .own(let name):
            PreviewBar.files[name].map { .file(name, Array($0.utf8)) } ?? .text(.notFound, "There is no such file.")
        case .news(let number): .text(.ok, "\(await site.next(after: number).number)")
        case .site(let path): await page(path, asOf)
        }
    }

    /// - Parameter path: of the address, without the first slash.
    private func page(_ path: String, _ asOf: AsOf?) async -> HTTPResponse {
        let (look, address) = (await site.current(), "/" + path)
        let place = await site.place + "/"
        let isThere = await site.isShown
        let bar = PreviewBar(look: look, asOf: asOf, path: address, place: place)
        guard address.hasPrefix(place) else {
            return address == "/" || address + "/" == place
                ? .redirect(place) : .html(.notFound, bar.alone(isThere: isThere))
        }
        switch await site.find(String(address.dropFirst(place.count)), asOf: asOf) {
        case .file(let name, let bytes): return .file(name, name.hasSuffix(".html") ? bar.below(bytes) : bytes)
        case .folder: return .redirect(address + "/")
        case .nothing: return .html(.notFound, bar.alone(isThere: isThere))
        }
    }
}

extension HTTPResponse {
    fileprivate static func text(_ status: HTTPStatusCode, _ words: String) -> HTTPResponse {
        answer(status, "text/plain; charset=utf-8", Data((words + "\n").utf8))
    }

    fileprivate static func html(_ status: HTTPStatusCode, _ page: String) -> HTTPResponse {
        answer(status, MediaType.of("index.html"), Data(page.utf8))
    }

    fileprivate static func file(_ name: String, _ bytes: [UInt8]) -> HTTPResponse {
        answer(.ok, MediaType.of(name), Data(bytes))
    }

    fileprivate static func redirect(_ address: String, _ more: [(String, String)] = []) -> HTTPResponse {
        var headers = HTTPHeaders()
        headers[.location] = address
        for (name, value) in more { headers[HTTPHeader(name)] = value }
        return HTTPResponse(statusCode: .seeOther, headers: headers)
    }

    private static func answer(_ status: HTTPStatusCode, _ type: String, _ body: Data) -> HTTPResponse {
        var headers = HTTPHeaders()
        headers[.contentType] = type
        return HTTPResponse(statusCode: status, headers: headers, body: body)
    }
}
