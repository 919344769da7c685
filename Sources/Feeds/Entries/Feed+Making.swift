import Diagnostics
import Model
import Redline

extension Feed {
    /// Every feed of a site: all events, each document's, and each product's.
    ///
    /// - Parameter entries: of all events up to what the build speaks for, oldest first.
    package static func all(of history: History, entries: [WrittenEntry]) -> [Feed] {
        let settings = history.settings
        let addresses = Addresses(settings)
        let site = settings.organization.name.value
        func feed(
            _ name: String, page: String, _ entries: [WrittenEntry],
            title: @escaping @Sendable (WrittenEntry?) -> String
        ) -> Feed {
            Feed(
                name: name, id: settings.tag("feed/\(name)"), title: "\(site): \(title(entries.last))", page: page,
                entries: entries, titleThen: { "\(site): \(title($0))" })
        }
        let all = feed("all", page: addresses.site + "/", entries) { _ in "all changes" }
        let documents = history.documents.map { document in
            let title = history.title(of: document.id)
            return feed(
                document.id, page: addresses.document(document.id),
                entries.filter { written in
                    written.entry.items(in: history).contains { $0.concerns(document: document.id) }
                }
            ) { newest in
                newest.map { history.title(of: document.id, knownAt: $0.entry.event.moment) } ?? title
            }
        }
        let products = settings.products.map { product in
            feed(
                "product/\(product.id.value)", page: addresses.site + "/",
                entries.filter { written in
                    written.entry.items(in: history).contains { $0.concerns(product: product.id.value) }
                }
            ) { _ in "subprocessors of \(product.name.value)" }
        }
        return [all] + documents + products
    }
}

extension FeedEntry {
    /// What the entry is about.
    fileprivate func items(in history: History) -> [NoticeItem] {
        history.notice(event.notice)?.items(of: event) ?? []
    }
}

extension History {
    /// The entries of all events up to what a build speaks for, oldest first, each made and written once.
    ///
    /// - Parameter map: does the work for each event, in any order, on as many cores as it likes.
    package func feedEntries(
        upTo asOf: AsOf, redlines: EditionRedlines,
        map: ([Event], @Sendable (Event) -> WrittenEntry?) -> [WrittenEntry?] = { $0.map($1) }
    ) -> [WrittenEntry] {
        map(events(upTo: asOf)) { event in
            notice(event.notice).map { WrittenEntry(FeedEntry(event, of: $0, in: self, redlines: redlines)) }
        }
        .compactMap { $0 }
    }
}
