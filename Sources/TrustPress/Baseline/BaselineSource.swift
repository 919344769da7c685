import Disk
import Formats
import Git
import Model
import Record
import Source

/// A baseline as it was found. Of sources it depends on the run's as-of what they announce, so they are resolved later.
package enum BaselineSource: Sendable {
    case none
    case build(PreviousBuild)
    case sources(CommittedSources)

    /// Looks for what `--previous` says.
    ///
    /// - Parameters:
    ///   - site: the site's folder.
    ///   - searchPath: where the git program may lie: `PATH`.
    /// - Throws: `FileError` where it was named and cannot be had; a run that was asked to judge and cannot publishes
    ///   nothing. The last commit, which nobody named, is passed over where there is none.
    package init(_ choice: BaselineChoice, site: String, searchPath: String) throws(FileError) {
        switch choice {
        case .none: self = .none
        case .build(let path): self = .build(try readPrevious(path))
        case .revision(let name, let asOf):
            let checkout: Checkout
            switch Checkout.around(site, searchPath: searchPath) {
            case .found(let found): checkout = found
            case .none: throw FileError(path: site, reason: "lies in no git checkout, so there is no git:\(name)")
            case .noProgram: throw FileError(path: site, reason: "lies in a git checkout, and there is no program git")
            }
            do {
                guard let commit = try checkout.commit(name) else {
                    throw FileError(
                        path: site, reason: "git:\(name) names no commit here, or several; git log says which there are"
                    )
                }
                guard let tree = try SourceTree(checkout, commit) else {
                    throw FileError(path: site, reason: "git:\(name) has no folder \(checkout.prefix)Content")
                }
                self = .sources(CommittedSources(tree: tree, name: "the sources at \(name)", asOf: asOf))
            } catch let error as GitError {
                throw FileError(path: site, reason: "git:\(name) cannot be read: git \(error.reason)")
            } catch let error as FileError {
                throw error
            } catch {
                throw FileError(path: site, reason: "\(error)")
            }
        case .lastCommit:
            guard case .found(let checkout) = Checkout.around(site, searchPath: searchPath),
                let commit = try? checkout.commit("HEAD"), let tree = try? SourceTree(checkout, commit)
            else {
                self = .none
                return
            }
            self = .sources(CommittedSources(tree: tree, name: "the last commit", asOf: nil, isAssumed: true))
        }
    }
}

/// A site's sources in a commit.
package struct CommittedSources: Sendable {
    package var tree: SourceTree
    /// How a sentence names them.
    package var name: String
    /// The as-of of their publication; nil where it is that of the run.
    package var asOf: AsOf?
    /// Nobody named them.
    package var isAssumed = false

    package init(tree: SourceTree, name: String, asOf: AsOf?, isAssumed: Bool = false) {
        self.tree = tree
        self.name = name
        self.asOf = asOf
        self.isAssumed = isAssumed
    }
}

extension SourceTree {
    /// A site's sources in a commit, held to the same rules as a folder; nil where it has no folder of them there.
    init?(_ checkout: Checkout, _ commit: String) throws(GitError) {
        guard let files = try checkout.files(in: "Content", of: commit) else { return nil }
        let listed = files.map { CommittedSource(path: "Content/\($0.path)", size: $0.size, isLink: $0.isLink) }
        let byPath = Dictionary(zip(listed.map(\.path), files), uniquingKeysWith: { first, _ in first })
        try self.init(committed: listed) { (paths) throws(GitError) in
            try checkout.contents(of: paths.compactMap { byPath[$0] })
        }
    }
}
