import Disk
import Git
import Source

/// A baseline that is asked for again and again: git is asked for the files of a commit only when it is another one.
package struct WatchedBaseline: Sendable {
    private let choice: BaselineChoice
    private let site: String
    private let searchPath: String
    private var last: (state: RevisionState?, commit: String, source: BaselineSource)?

    /// - Parameters:
    ///   - site: the site's folder.
    ///   - searchPath: where the git program may lie: `PATH`.
    package init(_ choice: BaselineChoice, site: String, searchPath: String) {
        self.choice = choice
        self.site = site
        self.searchPath = searchPath
    }

    /// What counts as published now.
    ///
    /// - Parameter tree: what lies in the site's folder.
    /// - Throws: `FileError` where it was named and cannot be had.
    package mutating func source(beside tree: SourceTree) throws(FileError) -> BaselineSource {
        let state = state
        if let last, state != nil, last.state == state { return last.source }
        let commit = commit()
        if let last, last.commit == commit {
            self.last?.state = state
            return last.source
        }
        let source = try BaselineSource(choice, site: site, holding: tree, searchPath: searchPath)
        last = commit.map { (state, $0, source) }
        return source
    }

    /// Another one when the baseline may be another commit, and quickly had; nil where that cannot be seen so.
    package var state: RevisionState? { revision.flatMap { checkout?.state(of: $0) } }

    /// The id of the commit that is the baseline; nil where none is.
    private func commit() -> String? { revision.flatMap { try? checkout?.commit($0) } }

    private var revision: String? {
        switch choice {
        case .lastCommit: "HEAD"
        case .revision(let name, _): name
        case .none, .build: nil
        }
    }

    private var checkout: Checkout? {
        guard case .found(let checkout) = Checkout.around(site, searchPath: searchPath) else { return nil }
        return checkout
    }
}
