#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program that is run once: bytes in, bytes out, bounded in both size and time.
package struct Program: Sendable {
    /// Absolute.
    package var path: String
    /// Without the program's own name.
    package var arguments: [String]
    /// All that it sees of an environment: `NAME=value`.
    package var environment: [String] = []

    /// The most bytes that it may write.
    package var limit: Int
    /// How long it may take until it has ended, whatever it closes before; past it, it is killed.
    package var seconds: Int

    package enum Failure: Error, Hashable {
        /// The system's word on why it could not be started.
        case start(String)
        /// It ended with another exit status than 0, or was ended.
        case status(Int32)
        case tooMuch
        case tooLong
    }

    /// Runs the program with some input. What it writes to standard error goes nowhere.
    package func run(_ input: [UInt8] = []) throws(Failure) -> [UInt8] {
        var channels = try Channels()
        defer { channels.close() }
        let process = try start(channels)
        channels.closeFarEnds()
        let end = Self.now() + seconds
        let output: [UInt8]
        do throws(Failure) {
            output = try exchange(input, &channels, until: end)
        } catch {
            Self.end(process)
            throw error
        }
        guard let status = Self.wait(for: process, until: end) else {
            Self.end(process)
            throw .tooLong
        }
        guard status == 0 else { throw .status(status) }
        return output
    }

    private static func end(_ process: pid_t) {
        kill(process, SIGKILL)
        _ = wait(for: process, until: now() + 1)
    }

    private func start(_ channels: Channels) throws(Failure) -> pid_t {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, channels.far.0, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, channels.far.1, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, path, &actions, nil, &words, &variables)
        guard result == 0 else { throw .start(String(cString: strerror(result))) }
        return process
    }

    /// Writes the input while the output is read, so that neither waits for the other.
    private func exchange(
        _ input: [UInt8], _ channels: inout Channels, until end: Int
    ) throws(Failure) -> [UInt8] {
        var output: [UInt8] = []
        var written = 0
        var buffer = [UInt8](repeating: 0, count: 262_144)
        if input.isEmpty { channels.closeInput() }
        while true {
            guard Self.now() < end else { throw .tooLong }
            var waiting = [
                pollfd(fd: channels.near.1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: channels.near.0, events: Int16(POLLOUT), revents: 0),
            ]
            guard poll(&waiting, channels.near.0 < 0 ? 1 : 2, 1000) >= 0 || errno == EINTR else { throw .status(-1) }
            if waiting[1].revents != 0, channels.near.0 >= 0 {
                let count = input[written...].withUnsafeBytes { send(channels.near.0, $0.baseAddress, $0.count, quiet) }
                if count > 0 { written += count }
                let hasEnded = count < 0 && errno != EAGAIN && errno != EINTR
                if written == input.count || hasEnded { channels.closeInput() }
            }
            guard waiting[0].revents != 0 else { continue }
            let count = read(channels.near.1, &buffer, buffer.count)
            if count == 0 { return output }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw .status(-1) }
            output += buffer[..<count]
            guard output.count <= limit else { throw .tooMuch }
        }
    }

    /// The exit status of a program; nil where it has not ended in time.
    private static func wait(for process: pid_t, until end: Int) -> Int32? {
        var status: Int32 = 0
        var pause: useconds_t = 100
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process || ended < 0 && errno != EINTR { return status }
            guard now() < end else { return nil }
            usleep(pause)
            pause = min(pause * 2, 50_000)
        }
    }

    /// Seconds of a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec)
    }
}

#if canImport(Glibc)
    /// A program that ends before it has read everything must not end this one.
    private let quiet = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
#else
    private let quiet = Int32(MSG_DONTWAIT)
#endif

/// The ends of what leads to a program and from it, input first: the near ones are ours.
private struct Channels {
    private(set) var near: (Int32, Int32)
    private(set) var far: (Int32, Int32)

    init() throws(Program.Failure) {
        var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        // A socket, as writing to a pipe that nobody reads would end the program.
        guard socketpair(AF_UNIX, kind, 0, &input) == 0 else { throw .start(String(cString: strerror(errno))) }
        guard pipe(&output) == 0 else {
            for end in input { _ = systemClose(end) }
            throw .start(String(cString: strerror(errno)))
        }
        for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if !canImport(Glibc)
            var isOn: Int32 = 1
            setsockopt(input[0], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
        #endif
        near = (input[0], output[0])
        far = (input[1], output[1])
    }

    mutating func closeInput() { near.0 = Self.closed(near.0) }

    mutating func closeFarEnds() { far = (Self.closed(far.0), Self.closed(far.1)) }

    mutating func close() {
        closeFarEnds()
        near = (Self.closed(near.0), Self.closed(near.1))
    }

    private static func closed(_ end: Int32) -> Int32 {
        if end >= 0 { _ = systemClose(end) }
        return -1
    }
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
