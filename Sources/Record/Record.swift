import Formats
import Model

/// The append-only list of everything ever announced. A function of source and as-of: who has the source can make it
/// again.
package struct Record: Sendable {
    package var settings: SiteSettings
    package var asOf: AsOf
    /// In their order.
    package var entries: [RecordEntry]

    /// - Parameters:
    ///   - history: the lines are of all that is in it.
    ///   - digest: the SHA-256 of a file by its path in the site (`/files/dpa.pdf`), in lower-case hexadecimal;
    ///     nil where there is none. Asked once for each path.
    package init(of history: PublicHistory, digest: (String) throws -> String?) rethrows {
        settings = history.settings
        let asOf = history.asOf
        self.asOf = asOf
        var digests: [String: String?] = [:]
        var entries = [RecordEntry.site(settings)]
        entries += settings.notice.map(RecordEntry.notice)
        entries += settings.register.map(RecordEntry.register)
        entries += RecordEntry.names(settings) + RecordEntry.products(of: history.library, asOf: asOf)
        entries += settings.recordKeys.flatMap { RecordEntry.keys($0, isWitness: false, asOf: asOf) }
        entries += settings.recordWitnesses.flatMap { RecordEntry.keys($0, isWitness: true, asOf: asOf) }
        let told = Set(history.notices.flatMap(\.items).map(\.recordKey))
        let items = history.documents.flatMap(\.items)
        for (item, published) in zip(items, concurrentMap(items) { $0.published.map(HashedItem.init) }) {
            guard let published else { continue }
            let isTold = told.contains(item.recordKey)
            entries += try RecordEntry.lines(of: item, published, isInNotice: isTold, asOf: asOf) { path in
                if let known = digests[path] { return known }
                let new = try digest(path)
                digests[path] = .some(new)
                return new
            }
        }
        // An entry is large: what is moved about is its place.
        let order = entries.indices.sorted { entries[$0].key < entries[$1].key }
        self.entries = order.map { entries[$0] }
    }

    package var lines: [String] { entries.map(\.line) }
}
