import Formats
import Model

/// An all-day entry of a calendar (a VEVENT of RFC 5545).
package struct CalendarEvent: Sendable {
    /// Permanent, the same in every calendar of the site.
    package var id: String
    /// 0, and one more with each announcement that moves, cancels or changes it.
    package var sequence: Int
    /// The newest announcement that concerns it.
    package var announced: Moment
    package var day: CalendarDate
    package var isCancelled: Bool
    package var summary: String
    package var description: String
    /// The page to read more on.
    package var url: String
    /// The document's title.
    package var category: String
    /// The document's id.
    package var document: String
    /// What it is about.
    package var items: [NoticeItem]

    func lines(_ settings: SiteSettings) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:\(CalendarLine.text(id))"]
        lines.append("DTSTAMP:\(settings.calendarStamp(announced))")
        lines.append("SEQUENCE:\(sequence)")
        lines.append("DTSTART;VALUE=DATE:\(day.basic)")
        let next = day.adding(days: 1)
        // The day after it; the last day that a calendar knows has none.
        if next > day { lines.append("DTEND;VALUE=DATE:\(next.basic)") }
        lines.append("SUMMARY:\(CalendarLine.text(summary))")
        lines.append("DESCRIPTION:\(CalendarLine.text(description))")
        lines.append("URL:\(Escaping.header(url))")
        if !category.isEmpty { lines.append("CATEGORIES:\(CalendarLine.text(category))") }
        lines.append("STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")")
        lines.append("TRANSP:TRANSPARENT")
        lines.append("END:VEVENT")
        return lines
    }
}

extension CalendarDate {
    /// `20261223`, the basic form of ISO 8601.
    fileprivate var basic: String { description.digits }
}

extension String {
    /// Its digits alone, of a day or a time.
    fileprivate var digits: String { String(decoding: utf8.filter(\.isASCIIDigit), as: UTF8.self) }
}

extension SiteSettings {
    /// A moment in UTC as iCalendar writes it, `20261123T140000Z`; a bare day is its first second at the site's offset.
    fileprivate func calendarStamp(_ moment: Moment) -> String {
        let minutes = (moment.minute ?? 0) - utcOffset.minutes
        let days = minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440)
        let utc = Moment(moment.day.adding(days: days), minute: minutes - days * 1440)
        return "\(utc.day.basic)T\((utc.time ?? "00:00").digits)00Z"
    }
}
