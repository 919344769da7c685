import FlyingSocks
import Foundation

/// What one browser asks over one connection, one request after another.
struct PreviewConnection: Sendable {
    let socket: AsyncSocket
    let handler: PreviewHandler

    /// Answers until the last request, or until the browser is gone.
    func answerAll() async {
        try? await answerEach()
        try? socket.close()
    }

    private func answerEach() async throws {
        var read: [UInt8] = []
        while true {
            guard let end = try await readHead(&read) else {
                return try await finish(with: .text(.tooLong, "The head of a request is 16 KiB at most."))
            }
            guard let head = RequestHead(read[..<end]) else {
                return try await finish(with: .text(.badRequest, "This is no request of HTTP/1.1."))
            }
            read.removeFirst(end)
            let answer = await handler.answer(head)
            let hasBody = head.method != "HEAD"
            guard head.keepsConnection else { return try await finish(with: answer, hasBody: hasBody) }
            try await socket.write(answer.bytes(hasBody: hasBody, isLast: false))
        }
    }

    /// Reads on until a head is whole.
    ///
    /// - Parameter read: what was read already, and is read with it.
    /// - Returns: where it ends; nil where it is too long, without reading the rest.
    private func readHead(_ read: inout [UInt8]) async throws -> Int? {
        var searched = 0
        while true {
            if let end = RequestHead.end(in: read, after: searched) { return end <= RequestHead.mostBytes ? end : nil }
            guard read.count <= RequestHead.mostBytes else { return nil }
            searched = read.count
            read += try await socket.read(atMost: 4096)
        }
    }

    private func finish(with answer: PreviewAnswer, hasBody: Bool = true) async throws {
        try await socket.write(answer.bytes(hasBody: hasBody, isLast: true))
        // A connection that is closed while something comes in takes back its answer (RFC 9112, section 9.6).
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        let rest = Task { for _ in 0..<1024 { _ = try await socket.read(atMost: 4096) } }
        let limit = Task {
            try await Task.sleep(for: .seconds(2))
            rest.cancel()
        }
        _ = await rest.result
        limit.cancel()
    }
}
