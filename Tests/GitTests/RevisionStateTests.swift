import Git
import TestSupport
import Testing

@Suite("What says which commit a name means")
struct RevisionStateTests {
    @Test(
        "A file that may say so makes another state, and no other file does",
        arguments: [
            ("HEAD", ".git/logs/HEAD", true),
            ("HEAD", ".git/refs/heads/main", true),
            ("HEAD", ".git/refs/heads/other", false),
            ("@{1}", ".git/logs/HEAD", true),
            ("origin/main", ".git/refs/remotes/origin/main", true),
            ("origin/main", ".git/packed-refs", true),
            ("origin/main", ".git/reftable/tables.list", true),
            ("origin/main", ".git/refs/remotes/origin/other", false),
            // What `git remote set-head` wrote.
            ("origin", ".git/refs/remotes/origin/main", true),
            ("v1.0~2^{}", ".git/refs/tags/v1.0", true),
            ("live@{yesterday}", ".git/refs/heads/live", true),
            ("FETCH_HEAD", ".git/FETCH_HEAD", true),
            ("origin/main", ".git/index", false),
            ("../outside", "outside", false),
        ])
    func another(revision: String, path: String, isAnother: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
        try folder.write("ref: refs/remotes/origin/main\n", to: ".git/refs/remotes/origin/HEAD")
        let before = try state(of: revision, in: folder)
        #expect(try state(of: revision, in: folder) == before)
        try folder.write("another commit", to: path)
        #expect(try (state(of: revision, in: folder) != before) == isAnother)
    }

    @Test("A repository that lies elsewhere is not looked into")
    func elsewhere() throws {
        let folder = try TemporaryFolder()
        try folder.write("gitdir: ../other/.git/worktrees/here\n", to: ".git")
        guard case .found(let checkout) = Checkout.around(folder.path, searchPath: "/usr/bin") else {
            Issue.record("no checkout")
            return
        }
        #expect(checkout.state(of: "HEAD") == nil)
    }

    @Test("What a branch follows is not told by files of names", arguments: ["@{u}", "main@{upstream}", "@{Push}~1"])
    func upstream(revision: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
        guard case .found(let checkout) = Checkout.around(folder.path, searchPath: "/usr/bin") else {
            throw TestProblem()
        }
        #expect(checkout.state(of: revision) == nil)
        #expect(checkout.state(of: "main@{1}") != nil)
    }

    private func state(of revision: String, in folder: TemporaryFolder) throws -> RevisionState {
        guard case .found(let checkout) = Checkout.around(folder.path, searchPath: "/usr/bin") else {
            throw TestProblem()
        }
        return try #require(checkout.state(of: revision))
    }

    private struct TestProblem: Error {}
}
