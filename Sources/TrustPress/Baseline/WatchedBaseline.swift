import Disk
import Git

/// A baseline that is asked for again and again: git is asked for the files of a commit only when it is another one.
package struct WatchedBaseline: Sendable {
    private let choice: BaselineChoice
    private let site: String
    private let searchPath: String
    private var last: (commit: String, source: BaselineSource)?

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
    /// - Throws: `FileError` where it was named and cannot be had.
    package mutating func source() throws(FileError) -> BaselineSource {
        let commit = commit()
        if let last, last.commit == commit { return last.source }
        let source = try BaselineSource(choice, site: site, searchPath: searchPath)
        last = commit.map { ($0, source) }
        return source
    }

    /// Another one after each commit, and quickly had; nil where that cannot be seen so.
    package var stamp: FileStamp? { checkout?.stampOfLastCommit }

    /// The id of the commit that is the baseline; nil where none is.
    private func commit() -> String? {
        let name: String
        switch choice {
        case .lastCommit: name = "HEAD"
        case .revision(let revision, _): name = revision
        case .none, .build: return nil
        }
        return (try? checkout?.commit(name)) ?? nil
    }

    private var checkout: Checkout? {
        switch choice {
        case .none, .build: return nil
        case .lastCommit, .revision:
            guard case .found(let checkout) = Checkout.around(site, searchPath: searchPath) else { return nil }
            return checkout
        }
    }
}
