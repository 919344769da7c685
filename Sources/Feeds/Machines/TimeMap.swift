import Model
import Site

/// Where the past states of a document stand, each with the moment from which it held: the TimeMap of Memento (RFC 7089,
/// section 5), in the link format of RFC 6690. A policy's states are the pages of its editions, a register's those of
/// its list and, from before it had one, of its editions.
package enum TimeMap {
    /// From the root of the site; a document has one whenever something of it is in force.
    package static func path(of document: String) -> String { "/\(document).timemap" }

    /// Of the states up to a day; nil where there is none yet.
    static func text(of document: DocumentHistory, _ settings: SiteSettings, upTo today: CalendarDate) -> String? {
        let states = document.states(upTo: today)
        guard let first = states.first, let last = states.last else { return nil }
        let addresses = Addresses(settings)
        func stamp(_ day: CalendarDate) -> String { settings.httpDate(ofMidnight: day) }
        let links =
            [
                "<\(addresses.document(document.id))>; rel=\"original\"",
                "<\(addresses.absolute(path(of: document.id)))>; rel=\"self\"; type=\"application/link-format\"; "
                    + "from=\"\(stamp(first.day))\"; until=\"\(stamp(last.day))\"",
            ]
            + states.enumerated().map { index, state in
                let places = (index == 0 ? "first " : "") + (index == states.count - 1 ? "last " : "")
                return "<\(addresses.absolute(state.path))>; rel=\"\(places)memento\"; "
                    + "datetime=\"\(stamp(state.day))\"; title=\"From \(state.day)\""
            }
        return links.joined(separator: ",\n") + "\n"
    }
}

extension DocumentHistory {
    /// What held from which day on, up to a day, oldest first: of editions of one day the one in force, of a register its
    /// list, from the first day on that it has one.
    package func states(upTo today: CalendarDate) -> [(day: CalendarDate, path: String)] {
        let lists = register?.daysOfChange(upTo: today) ?? []
        let texts = daysLeadingToText(upTo: today).prefix { day, _ in lists.first.map { day < $0 } ?? true }
        return texts.map { ($0, "/\(id)/\($1.id)/") } + lists.map { ($0, "/\(id)/on/\($0)/") }
    }
}
