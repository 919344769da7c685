import Diagnostics
import Model
import Redline

extension Feed {
    /// Every feed of a site: all events, each document's, and each product's.
    package static func all(of history: History, asOf: AsOf, redlines: EditionRedlines) -> [Feed] {
        let settings = history.settings
        let addresses = Addresses(settings)
        let notices = history.noticesByID
        let entries = history.feedEntries(upTo: asOf, redlines: redlines)
        let site = settings.organization.name.value
        func feed(_ name: String, _ title: String, page: String, _ entries: [FeedEntry]) -> Feed {
            Feed(
                name: name, title: title, id: settings.tag("feed/\(name)"), page: page, entries: entries,
                updated: entries.last?.updated ?? settings.timestamp(Moment(settings.since.value)))
        }
        let all = feed("all", "\(site): all changes", page: addresses.site + "/", entries)
        let documents = history.documents.map { document in
            feed(
                document.id, "\(site): \(history.title(of: document.id))", page: addresses.document(document.id),
                entries.filter { $0.event.notice.document == document.id })
        }
        let products = settings.products.map { product in
            feed(
                "product/\(product.id.value)", "\(site): subprocessors of \(product.name.value)",
                page: addresses.site + "/",
                entries.filter { entry in
                    notices[entry.event.notice]?.concerns(entry.event, product: product.id.value) ?? false
                })
        }
        return [all] + documents + products
    }
}

extension History {
    fileprivate var noticesByID: [NoticeID: Notice] {
        Dictionary(notices.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entries of all events up to what a build speaks for, oldest first.
    package func feedEntries(upTo asOf: AsOf, redlines: EditionRedlines) -> [FeedEntry] {
        let notices = noticesByID
        return events(upTo: asOf).compactMap { event in
            notices[event.notice].map { FeedEntry(event, of: $0, in: self, redlines: redlines) }
        }
    }
}

extension Notice {
    /// Whether an event of this notice is about a company that is used for a product, before or after it. Where no
    /// products are named, a company is used for all.
    fileprivate func concerns(_ event: Event, product: String) -> Bool {
        items(of: event).contains { item in
            guard case .change(let change) = item else { return false }
            let states = [change.stateBefore, change.stateAfter].filter(\.isListed)
            return states.contains { $0.fields[.products].map { $0.textList.contains(product) } ?? true }
        }
    }
}
