import TestSupport
import Testing

@testable import Git

@Suite("The contents of a commit's files, some of which are at hand")
struct ContentsAtHandTests {
    @Test("They are what git gives, whatever is at hand", arguments: ["sha1", "sha256"])
    func same(form: String) throws {
        let repository = try Repository(form: form, files: 60)
        var random = SeededRandom(seed: 15)
        for _ in 0..<20 {
            let atHand = repository.contents.map { bytes -> [UInt8]? in
                switch Int.random(in: 0..<6, using: &random) {
                case 0: nil
                case 1: random.pick(repository.contents)
                case 2: bytes + [10]
                case 3: bytes.dropLast() + bytes.suffix(1).map { $0 ^ 1 }
                default: bytes
                }
            }
            #expect(
                try repository.checkout.contents(of: repository.files, atHand: atHand) == repository.contents)
        }
    }

    @Test("Git is not asked for what is at hand", arguments: ["sha1", "sha256"])
    func unasked(form: String) throws {
        let repository = try Repository(form: form, files: 4)
        try repository.run("rm -r .git/objects/?*")
        var atHand: [[UInt8]?] = repository.contents
        #expect(try repository.checkout.contents(of: repository.files, atHand: atHand) == repository.contents)
        atHand[2] = nil
        #expect(throws: GitError.self) { try repository.checkout.contents(of: repository.files, atHand: atHand) }
    }
}

/// A repository whose one commit holds some files.
private struct Repository {
    let checkout: Checkout
    let files: [CommittedFile]
    /// In the order of the files, as git gives them.
    let contents: [[UInt8]]
    private let folder: TemporaryFolder

    /// - Parameter form: `sha1` or `sha256`.
    init(form: String, files count: Int) throws {
        folder = try TemporaryFolder()
        var random = SeededRandom(seed: 14)
        for number in 0..<count {
            let text = random.text(of: ["clause", " ", "\n", "\r\n", "ä", "🐎", "\0"], count: 0...40)
            try folder.write(text, to: "Content/\(number).md")
        }
        let commit = "git add . && git -c user.name=Legal -c user.email=legal@tidewater.example commit -qm Publish"
        try Self.run("git init -q --object-format=\(form) && \(commit)", in: folder)
        guard case .found(let checkout) = Checkout.around(folder.path, searchPath: "/usr/bin") else {
            throw NoCheckout()
        }
        self.checkout = checkout
        files = try #require(try checkout.files(in: "Content", of: "HEAD"))
        contents = try checkout.contents(of: files)
    }

    func run(_ script: String) throws { try Self.run(script, in: folder) }

    private static func run(_ script: String, in folder: TemporaryFolder) throws {
        let nothing = "GIT_CONFIG_GLOBAL=/dev/null"
        _ = try Program(
            path: "/bin/sh", arguments: ["-c", "cd \(folder.path) && \(script)"],
            environment: ["PATH=/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM=1", nothing], limit: 65_536, seconds: 60
        ).run()
    }

    private struct NoCheckout: Error {}
}
