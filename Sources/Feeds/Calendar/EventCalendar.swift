import Diagnostics
import Formats
import Model
import Site

/// A calendar to subscribe to, `/feeds/<name>.ics`: what a feed tells, on the days that matter.
package struct EventCalendar: Sendable {
    package var feed: Feed
    /// Of its events, the lines as they stand in the file.
    private var written: [String]

    /// The calendar of every feed of a site; each event is written once for all of them.
    package static func all(of history: History, _ feeds: [Feed]) -> [EventCalendar] {
        let events = history.calendarEvents
        let written = concurrentMap(events) { $0.lines(history.settings).map(CalendarLine.folded).joined() }
        return feeds.map { feed in
            EventCalendar(feed: feed, written: zip(events, written).filter { $0.0.belongs(to: feed) }.map(\.1))
        }
    }

    /// The file, as RFC 5545 and RFC 7986 say: lines ended by CR LF and folded.
    package func text(_ settings: SiteSettings) -> String {
        let name = CalendarLine.text(feed.title)
        let start = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//TrustPress//TrustPress//EN", "CALSCALE:GREGORIAN",
            "UID:\(CalendarLine.text(feed.id))", "NAME:\(name)", "X-WR-CALNAME:\(name)",
            "URL:\(Escaping.header(feed.page))",
            "SOURCE;VALUE=URI:\(Escaping.header(Addresses(settings).absolute("/feeds/\(feed.name).ics")))",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D",
        ]
        let events = written.isEmpty ? self.start(settings).lines(settings).map(CalendarLine.folded) : written
        return start.map(CalendarLine.folded).joined() + events.joined() + CalendarLine.folded("END:VCALENDAR")
    }

    /// A calendar must hold something (RFC 5545, section 3.6): one without notices tells when the record begins.
    private func start(_ settings: SiteSettings) -> CalendarEvent {
        let since = settings.since.value
        return CalendarEvent(
            id: settings.tag("feed/\(feed.name)/start"), sequence: 0, announced: Moment(since), day: since,
            isCancelled: false, summary: "\(settings.namesToday.organization.name.value): the record of changes begins",
            description: "Changes announced after this day appear in this calendar.\n\n\(feed.page)", url: feed.page,
            category: "", document: "", items: [])
    }
}

extension CalendarEvent {
    fileprivate func belongs(to feed: Feed) -> Bool {
        let product = "product/"
        if feed.name.hasPrefix(product) {
            let id = String(feed.name.dropFirst(product.count))
            return items.contains { $0.concerns(product: id) }
        }
        return feed.name == "all" || items.contains { $0.concerns(document: feed.name) }
    }
}
