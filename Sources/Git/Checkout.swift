import Disk

/// The git checkout that a folder lies in. Git is called as a program, and only asked for objects.
///
/// Nothing of the repository acts: no hook, filter, file system monitor, alias or pager runs, nothing is fetched, and
/// neither its configuration nor the user's or the system's decides what is read. Where the checkout is, is found here
/// and not by git, so that `core.worktree` decides nothing either. What is asked for goes in by standard input.
package struct Checkout: Sendable {
    private let program: String
    /// Absolute, as is the program's path.
    let top: String
    /// The folder's path from the top with a slash at its end; empty for the top itself.
    package let prefix: String

    package enum Place: Sendable {
        case found(Checkout)
        /// The folder lies in none.
        case none
        /// It lies in one, and there is no program to read it.
        case noProgram
    }

    /// - Parameters:
    ///   - folder: any path, through links too.
    ///   - searchPath: the folders in which programs lie, with colons between them: `PATH`.
    package static func around(_ folder: String, searchPath: String) -> Place {
        guard let real = realPath(folder) else { return .none }
        var parts = real.split(separator: "/")[...]
        while true {
            let top = "/" + parts.joined(separator: "/")
            if isTop(Folder(path: top)) {
                guard let program = program(in: searchPath) else { return .noProgram }
                let below = real.split(separator: "/").dropFirst(parts.count).map { $0 + "/" }.joined()
                return .found(Checkout(program: program, top: top, prefix: below))
            }
            guard parts.popLast() != nil else { return .none }
        }
    }

    /// Whether a folder is the top of a checkout: with a repository in it, or a file that says where it is.
    private static func isTop(_ folder: Folder) -> Bool {
        FileIdentity(folder.full(".git/HEAD")) != nil || folder.kind(".git") == .file
    }

    /// A folder that is given by its relation to another one, such as `.`, is none in which a program is looked for.
    private static func program(in searchPath: String) -> String? {
        searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/git" }.first(where: isExecutable)
    }

    /// Runs a command of git.
    ///
    /// - Throws: what went wrong, as the end of a sentence.
    func run(_ arguments: [String], _ input: [UInt8] = [], limit: Int) throws(GitError) -> [UInt8] {
        do {
            return try output(of: arguments, input, limit: limit)
        } catch {
            switch error {
            case .start(let reason): throw GitError("cannot be started: \(reason)")
            case .status where isPartial: throw incomplete
            case .status: throw GitError("cannot read this repository; git fsck says what is wrong with it")
            case .tooMuch: throw GitError("finds more than \(readable(bytes: limit)) in it")
            case .tooLong: throw GitError("takes more than a minute")
            }
        }
    }

    private func output(
        of arguments: [String], _ input: [UInt8] = [], limit: Int
    ) throws(Program.Failure) -> [UInt8] {
        try Program(
            path: program, arguments: Self.settings + arguments, environment: environment, limit: limit, seconds: 60
        )
        .run(input)
    }

    /// Whether it is a clone without some objects (`--filter`), which git fetches where it needs one; here it may not.
    private var isPartial: Bool {
        let names = "^(extensions\\.partialclone|remote\\..*\\.promisor)$"
        return (try? output(of: ["config", "--local", "--get-regexp", names], limit: 65_536)) != nil
    }

    /// What is said where something of a commit is not here.
    var incomplete: GitError {
        GitError(
            "does not have all files of this commit here; "
                + (isPartial
                    ? "this clone is partial: git fetch --refetch --no-filter gets them, or a clone without --filter"
                    : "fetch them first"))
    }

    /// Over what the repository's own configuration says.
    private static let settings = [
        "--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.alternateRefsCommand=",
        "-c", "protocol.allow=never", "-c", "core.attributesFile=/dev/null",
    ]

    private var environment: [String] {
        [
            "GIT_DIR=\(top == "/" ? "" : top)/.git", "GIT_WORK_TREE=\(top)", "GIT_CONFIG_NOSYSTEM=1",
            "GIT_CONFIG_SYSTEM=/dev/null", "GIT_CONFIG_GLOBAL=/dev/null", "HOME=/dev/null", "XDG_CONFIG_HOME=/dev/null",
            "GIT_ATTR_NOSYSTEM=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
            "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_GRAFT_FILE=/dev/null", "LC_ALL=C",
            "PATH=/usr/bin:/bin",
        ]
    }
}

/// What git could not do, as the end of a sentence that begins with its name.
package struct GitError: Error, Sendable, Hashable {
    package let reason: String

    init(_ reason: String) { self.reason = reason }
}
