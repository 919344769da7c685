import Disk
import Formats
import Git
import Model
import Record
import Source
import Synchronization

/// A baseline as it was found. Of sources it depends on the run's as-of what they announce, so they are resolved later.
package enum BaselineSource: Sendable {
    case none
    /// There is a last commit, which nobody named, and it cannot be read; why, as a clause.
    case unreadable(String)
    case build(PreviousBuild)
    case sources(CommittedSources)

    /// Looks for what `--previous` says.
    ///
    /// - Parameters:
    ///   - site: the site's folder.
    ///   - tree: what lies in that folder: most of a commit is there to the byte, and need not be read from it.
    ///   - searchPath: where the git program may lie: `PATH`.
    /// - Throws: `FileError` where it was named and cannot be had; a run that was asked to judge and cannot publishes
    ///   nothing. The last commit, which nobody named, is passed over where there is none, or none that can be read.
    package init(
        _ choice: BaselineChoice, site: String, holding tree: SourceTree, searchPath: String
    ) throws(FileError) {
        switch choice {
        case .none: self = .none
        case .build(let path): self = .build(try readPrevious(path))
        case .revision(let name, let asOf):
            self = .sources(
                try CommittedSources.named(name, asOf, around: site, holding: tree, searchPath: searchPath))
        case .lastCommit: self = Self.lastCommit(around: site, holding: tree, searchPath: searchPath)
        }
    }

    private static func lastCommit(
        around site: String, holding tree: SourceTree, searchPath: String
    ) -> BaselineSource {
        switch Checkout.around(site, searchPath: searchPath) {
        case .none: return .none
        case .noProgram: return .unreadable("there is no program git")
        case .found(let checkout):
            do {
                let last = try CommittedSources(
                    checkout, "HEAD", beside: tree, name: "the last commit", asOf: nil, isAssumed: true)
                if let last { return .sources(last) }
                guard try checkout.commit("HEAD") == nil, try checkout.hasLastCommit() else { return .none }
                return .unreadable("git does not find it here; git fsck says what is wrong with this repository")
            } catch {
                return .unreadable("git \(error.reason)")
            }
        }
    }
}

/// A site's sources in a commit. Many runs may be judged by them: they are read once, and what they announced is kept of
/// the last as-of that was asked for.
package final class CommittedSources: Sendable {
    package let tree: SourceTree
    /// The folders of files that texts link to which are submodules, by their paths from the site's folder.
    let submodules: [String]
    /// How a sentence names them.
    package let name: String
    /// The as-of of their publication; nil where it is that of the run.
    package let asOf: AsOf?
    /// Nobody named them.
    package let isAssumed: Bool
    private let known = Mutex<(reading: Reading?, announced: PreviousBuild?)>((nil, nil))

    /// The sources in a commit, held to the same rules as a folder; nil where it has no folder of them there.
    ///
    /// - Parameters:
    ///   - commit: its id, or `HEAD`.
    ///   - tree: of the site's folder as it is now.
    /// - Throws: also where what a submodule holds may be texts or rows. Those with what texts link to are asked for later,
    ///   if at all.
    fileprivate init?(
        _ checkout: Checkout, _ commit: String, beside tree: SourceTree, name: String, asOf: AsOf?,
        isAssumed: Bool = false
    ) throws(GitError) {
        var submodules: [String] = []
        let found = try checkout.files(in: "Content", of: commit) { path in
            let folder = "Content/\(path)"
            guard !SourceTree.mayHoldSources(folder) else { return false }
            if "\(folder)/".hasPrefix("Content/files/") { submodules.append(folder) }
            return true
        }
        guard let files = found else { return nil }
        let listed = files.map { CommittedSource(path: "Content/\($0.path)", size: $0.size, isLink: $0.isLink) }
        let byPath = Dictionary(zip(listed.map(\.path), files), uniquingKeysWith: { first, _ in first })
        self.tree = try SourceTree(committed: listed) { (paths) throws(GitError) in
            try checkout.contents(
                of: paths.compactMap { byPath[$0] },
                atHand: paths.map { tree.files[$0]?.bytes ?? (try? tree.attachments[$0]?.bytes()) })
        }
        self.submodules = submodules
        self.name = name
        self.asOf = asOf
        self.isAssumed = isAssumed
    }

    /// The sources at a revision that was named.
    ///
    /// - Throws: `FileError` where it cannot be had; it names what was asked for.
    fileprivate static func named(
        _ name: String, _ asOf: AsOf?, around site: String, holding tree: SourceTree, searchPath: String
    ) throws(FileError) -> CommittedSources {
        func refused(_ reason: String) -> FileError { FileError(path: "--previous git:\(name)", reason: reason) }
        let place = site == "." ? "this folder" : site
        let checkout: Checkout
        switch Checkout.around(site, searchPath: searchPath) {
        case .found(let found): checkout = found
        case .none: throw refused("\(place) lies in no git checkout")
        case .noProgram: throw refused("\(place) lies in a git checkout, and there is no program git")
        }
        let (commit, committed): (String?, CommittedSources?)
        do {
            commit = try checkout.commit(name)
            committed = try commit.flatMap { (commit) throws(GitError) in
                try CommittedSources(
                    checkout, commit, beside: tree, name: "the sources at \(name)", asOf: asOf)
            }
        } catch {
            throw refused("git \(error.reason)")
        }
        guard commit != nil else {
            throw refused("it names no commit here, or several; \(Self.advice(for: name, in: checkout))")
        }
        guard let committed else {
            throw refused(
                "this commit has no folder \(checkout.prefix)Content; where the site lay elsewhere then, --previous takes the "
                    + "folder of an earlier build")
        }
        return committed
    }

    /// How a commit is come by that a name does not mean here.
    private static func advice(for name: String, in checkout: Checkout) -> String {
        let remote = "origin/\(name)"
        if !name.hasPrefix("HEAD"), !name.hasPrefix("@"), (try? checkout.commit(remote)) ?? nil != nil {
            return "there is git:\(remote)"
        }
        guard (try? checkout.isShallow) == true else {
            return "git log says which there are, and git fetch gets what is not here"
        }
        return
            "this clone is shallow: git fetch --unshallow gets older commits, and fetch-depth: 0 of actions/checkout all "
            + "of them, with branches as git:origin/main"
    }

    /// What they are read as.
    ///
    /// - Parameter memory: what is in it of the same files is not read again.
    func reading(_ memory: SiteMemory) -> Reading {
        if let reading = known.withLock({ $0.reading }) { return reading }
        let reading = memory.readBeside(tree)
        known.withLock { $0.reading = reading }
        return reading
    }

    /// What a build of them would have published by an as-of.
    ///
    /// - Parameter earlier: as `PublicHistory` takes it.
    func announced(_ library: Library, by asOf: AsOf, after earlier: History?) throws(FileError) -> PreviousBuild {
        if let announced = known.withLock({ $0.announced }), announced.asOf == asOf { return announced }
        let announced = try build(library, by: asOf, after: earlier)
        known.withLock { $0.announced = announced }
        return announced
    }
}
