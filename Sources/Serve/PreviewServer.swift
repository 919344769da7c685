import Diagnostics
import FlyingSocks
import Foundation
import Model

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
        let cookie = AsOfCookie(port: port, start: Int(Date().timeIntervalSince1970))
        let handler = PreviewHandler(site: site, cookie: cookie)
        do {
            let pool: some AsyncSocketPool = .make()
            try await pool.prepare()
            let socket = try AsyncSocket(socket: Self.listen(on: port), pool: pool)
            running = Task {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await pool.run() }
                    group.addTask { try await Self.answer(on: socket, handler) }
                    try await group.next()
                }
            }
        } catch {
            throw NoPort(error)
        }
    }

    private static func listen(on port: UInt16) throws -> Socket {
        let socket = try Socket(domain: AF_INET, type: .stream)
        try socket.setValue(true, for: .localAddressReuse)
        #if canImport(Darwin)
            try socket.setValue(true, for: .noSIGPIPE)
        #endif
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
        return socket
    }

    private static func answer(on socket: AsyncSocket, _ handler: PreviewHandler) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                // Where too many connections are open, the next one waits until others end.
                guard let connection = try? await socket.accept() else {
                    try await Task.sleep(for: .milliseconds(100))
                    continue
                }
                group.addTask { await PreviewConnection(socket: connection, handler: handler).answerAll() }
            }
        }
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
    let cookie: AsOfCookie

    func answer(_ head: RequestHead) async -> PreviewAnswer {
        let asked = PreviewRequest(method: head.method, host: head["host"], path: head.path, query: head.query)
        switch asked {
        case .refused(.host):
            return .text(.forbidden, "This preview answers to localhost and 127.0.0.1 alone.")
        case .refused(.method):
            let methods = PreviewRequest.methods
            return .text(.methodNotAllowed, "This preview answers \(methods.joined(separator: " and ")) alone.")
                .with("Allow", methods.joined(separator: ", "))
        case .refused(.address): return .text(.badRequest, "This is no address of a page.")
        case .move(let day, let back): return .redirect(back).with("Set-Cookie", cookie.header(day))
        case .own(let name):
            return PreviewBar.files[name].map { .file(name, Array($0.utf8)) }
                ?? .text(.notFound, "There is no such file.")
        case .news(let number): return .text(.ok, "\(await site.next(after: number, isChecked: false).number)")
        case .site(let path): return await page(path, cookie.read(head["cookie"]))
        }
    }

    /// - Parameter path: of the address, without the first slash.
    private func page(_ path: String, _ asOf: AsOf?) async -> PreviewAnswer {
        let (look, address) = (await site.newest(), "/" + path)
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
