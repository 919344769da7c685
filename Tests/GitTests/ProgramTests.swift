import Testing

@testable import Git

@Suite struct ProgramTests {
    private func shell(_ script: String, limit: Int = 1_000_000, seconds: Int = 30) -> Program {
        Program(
            path: "/bin/sh", arguments: ["-c", script], environment: ["PATH=/usr/bin:/bin"], limit: limit,
            seconds: seconds)
    }

    @Test func `input goes in and output comes out, however much of both`() throws {
        let input = [UInt8](repeating: 7, count: 3_000_000)
        #expect(try shell("cat", limit: 3_000_000).run(input) == input)
    }

    @Test func `a program that reads nothing is no trouble`() throws {
        let input = [UInt8](repeating: 7, count: 3_000_000)
        #expect(try shell("echo done").run(input) == Array("done\n".utf8))
    }

    @Test func `one that fails, writes too much, takes too long, or is not there`() {
        #expect(throws: Program.Failure.status(3 << 8)) { try shell("exit 3").run() }
        #expect(throws: Program.Failure.tooMuch) { try shell("cat /dev/zero", limit: 1000).run() }
        #expect(throws: Program.Failure.tooLong) { try shell("sleep 20", seconds: 1).run() }
        // Also one that says that it is done, and goes on.
        #expect(throws: Program.Failure.tooLong) { try shell("exec >&- 2>&-; sleep 20", seconds: 1).run() }
        #expect(throws: Program.Failure.status(3 << 8)) { try shell("exec >&-; sleep 0.1; exit 3").run() }
        let missing = Program(path: "/nowhere/git", arguments: [], limit: 1, seconds: 1)
        #expect(throws: Program.Failure.start("No such file or directory")) { try missing.run() }
    }

    @Test func `it sees no environment but its own`() throws {
        #expect(try shell("echo ${HOME-none} ${GIT_DIR-none}").run() == Array("none none\n".utf8))
    }
}
