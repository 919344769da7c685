import Diagnostics
import Formats
import Language
import Model
import Notices
import Redline
import Site

extension Feed {
    /// Every feed of a site: all events, each document's, and each product's.
    ///
    /// - Parameter entries: of all events up to what the build speaks for, oldest first.
    package static func all(of history: History, entries: [WrittenEntry]) -> [Feed] {
        let settings = history.settings
        let addresses = Addresses(settings)
        let items = entries.map(\.entry.event).map { history.notice($0.notice)?.items(of: $0) ?? [] }
        func feed(
            _ name: String, page: String, of isIn: (NoticeItem, Event) -> Bool = { _, _ in true },
            title: @escaping @Sendable (Event?, Names) -> String
        ) -> Feed {
            @Sendable func frame(_ event: Event?, _ names: Names) -> FeedFrame {
                let publisher = names.noticeLanguage.isolated(names.organization.name.value)
                return FeedFrame(title: "\(publisher): \(title(event, names))", names: names)
            }
            let own = zip(entries, items).filter { written, items in
                items.contains { isIn($0, written.entry.event) }
            }
            .map(\.0)
            let today = frame(own.last?.entry.event, settings.namesToday)
            return Feed(
                name: name, id: settings.tag("feed/\(name)"), title: today.title, page: page, entries: own,
                then: { frame($0.entry.event, history.names(at: $0.entry.event.moment)) }, names: today.names)
        }
        let all = feed("all", page: addresses.overview) { $1.noticeLanguage.tell("all changes") }
        let documents = history.documents.map { document in
            feed(
                document.id, page: addresses.document(document.id),
                of: { item, _ in item.concerns(document: document.id) }
            ) {
                event, names in
                let title = event.map { history.title(of: document.id, toldBy: $0) } ?? history.title(of: document.id)
                return names.noticeLanguage.isolated(title)
            }
        }
        let products = settings.products.map(\.id.value).sorted().map { id in
            feed("product/\(id)", page: addresses.overview, of: { $0.concerns(product: id, at: $1) }) { _, names in
                let language = names.noticeLanguage
                return language.tell("subprocessors of \(language.isolated(names.name(ofProduct: id)))")
            }
        }
        return [all] + documents + products
    }
}

extension PublicHistory {
    /// The entries of all events that have come, oldest first, each made and written once.
    package func feedEntries(redlines: EditionRedlines) -> [WrittenEntry] {
        concurrentMap(events) { event in
            history.notice(event.notice).map {
                WrittenEntry(FeedEntry(event, of: $0, in: history, redlines: redlines))
            }
        }
        .compactMap { $0 }
    }
}
