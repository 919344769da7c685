import Diagnostics
import Formats
import Language
import Model

/// The addresses of a site's pages and files, absolute.
package struct Addresses: Sendable {
    private let site: SiteURL

    package init(_ settings: SiteSettings) { site = settings.url.value }

    /// The overview's.
    package var overview: String { absolute("/") }

    /// Of a path that begins with a slash, or of an address that is absolute already.
    package func absolute(_ path: String) -> String { site.absolute(path) }

    package func document(_ id: String) -> String { absolute("/\(id)/") }
    package func edition(_ edition: Edition) -> String { absolute("/\(edition.document)/\(edition.id)/") }

    /// Of its published text; of an erased one, of what is left of its front matter.
    package func text(of edition: Edition) -> String { absolute("/\(edition.publishedPath)") }

    package func notice(_ id: NoticeID) -> String { absolute("/notices/\(id)/") }
    package func change(_ change: Change) -> String { absolute("/\(change.register)/\(change.id).json") }
    package func provider(_ id: String, in register: String) -> String { absolute("/\(register)/\(id)/") }
}

extension SiteSettings {
    /// A permanent id in the site's RFC 4151 tag authority: `tag:trust.example.com,2026:notice/terms-2026-11-23`.
    package func tag(_ path: String) -> String { "tag:\(authority.value):\(path)" }

    /// A stamp as RFC 3339 at the site's offset.
    package func timestamp(_ stamp: Stamp) -> String { "\(stamp.day)T\(stamp.time)\(utcOffset)" }

    /// A moment as RFC 3339 at the site's offset; a bare day is its first second.
    package func timestamp(_ moment: Moment) -> String { timestamp(Stamp(moment)) }

    /// A stamp as RFC 822 and its successors have it, at the site's offset: `Mon, 23 Nov 2026 15:00:00 +0100`.
    package func mailDate(_ stamp: Stamp) -> String {
        "\(Self.mailDay(stamp.day)) \(stamp.time) \(utcOffset.description.filter { $0 != ":" })"
    }

    /// The first second of a day at the site's offset, as HTTP has it (RFC 9110, section 5.6.7):
    /// `Sun, 22 Nov 2026 23:00:00 GMT`.
    package func httpDate(ofMidnight day: CalendarDate) -> String {
        let minute = (1440 - utcOffset.minutes) % 1440
        let time = "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2)):00"
        return "\(Self.mailDay(day.adding(days: utcOffset.minutes > 0 ? -1 : 0))) \(time) GMT"
    }

    /// `Mon, 23 Nov 2026`.
    private static func mailDay(_ day: CalendarDate) -> String {
        // Day 1 of the calendar is a Monday.
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][day.ordinal % 7]
        return "\(weekday), \(padded(day.day, to: 2)) \(English.shortMonth(of: day)) \(padded(day.year, to: 4))"
    }
}
