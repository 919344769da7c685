import Disk
import TestSupport
import Testing

@testable import Git

@Suite struct CheckoutTests {
    @Test func `a folder that is nowhere lies in no checkout`() {
        guard case .none = Checkout.around("/nowhere/at/all", searchPath: "/usr/bin") else {
            Issue.record("a checkout around a folder that is not there")
            return
        }
    }

    @Test(
        "A submodule in the place of a folder, or below it, is not passed over",
        arguments: [("Content", "Content"), ("Content/privacy", "Content"), ("site/Content/privacy", "site/Content")])
    func submodule(path: String, folder: String) throws {
        let repository = try TemporaryFolder()
        try repository.write("We keep little.\n", to: "\(path)/2026-01-05.md")
        let commit =
            "git init -q && git add . && git -c user.name=Legal -c user.email=legal@tidewater.example commit -qm Publish"
        _ = try Program(
            path: "/bin/sh",
            arguments: ["-c", "cd \(repository.path)/\(path) && \(commit) && cd \(repository.path) && \(commit)"],
            environment: ["PATH=/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null"], limit: 65_536,
            seconds: 60
        ).run()
        guard case .found(let checkout) = Checkout.around(repository.path, searchPath: "/usr/bin") else {
            Issue.record("no checkout")
            return
        }
        let error = #expect(throws: GitError.self) { try checkout.files(in: folder, of: "HEAD") }
        #expect(
            error?.reason
                == "does not look into \(path), which is a submodule; --previous takes the folder of an earlier build")
        #expect(try checkout.files(in: "Templates", of: "HEAD") == nil)
        guard path != folder else { return }
        var passed: [String] = []
        let files = try checkout.files(in: folder, of: "HEAD") { path in
            passed.append(path)
            return true
        }
        #expect(files == [])
        #expect(passed == ["privacy"])
    }
}
