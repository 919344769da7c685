import Diagnostics
import Language
import Model
import Redline

extension EditionFacts {
    /// Every edition of the document, the newest first.
    var editions: String {
        let order = document.inOrderOfEffect
        let next = Dictionary(
            zip(order, order.dropFirst()).map { ($0.id, $1) }, uniquingKeysWith: { first, _ in first })
        let rows = document.editions
            .sorted { ($0.announcement.currentEffective, $0.id) > ($1.announcement.currentEffective, $1.id) }
            .map { row($0, before: next[$0.id]) }
        return HTML.block("ol", ["class": "timeline", "data-editions": document.id], rows)
    }

    /// - Parameter next: the edition that takes effect after it.
    private func row(_ edition: Edition, before next: Edition?) -> String {
        let state = document.state(of: edition, on: site.today)
        let announcement = edition.announcement
        let title = site.authors(
            ([edition.title.value] + [edition.version?.value].compactMap(\.self)).joined(separator: " "),
            at: announcement.moment)
        let gone = announcement.erased.map { site.say("Erased on \(site.time($0.announced.value))") }
        let mark = Mark(state.rawValue, gone ?? site.language.label(of: state))
        var links: [String] = []
        if document.compared(with: edition) != nil {
            links.append(site.link(address(edition) + "changes/", site.say("What changed, marked up")))
        }
        if document.hasRedlineSince(edition, on: site.today) {
            links.append(site.link(address(edition) + "since/", site.say("What changed since then, marked up")))
        }
        let badges = ([mark] + origin(of: edition)).map(\.badge).joined(separator: " ")
        return site.timelineItem(
            day: announcement.currentEffective, until: until(edition, before: next), state: state.rawValue,
            [
                "<h2>\(site.link(address(edition), title)) \(badges)</h2>",
                "<p class=\"quiet small\">\(site.say("Announced \(site.time(announcement.announced.value))"))</p>",
                edition.summary.map {
                    HTML.block("div", ["class": "words"], [site.html($0, of: document.id, on: Occasion(announcement))])
                },
                site.row(links),
            ])
    }

    /// Until when it holds or held; empty where it never did.
    private func until(_ edition: Edition, before next: Edition?) -> String {
        guard !edition.announcement.isWithdrawn, edition.retired == nil else { return "" }
        guard let last = next?.announcement.currentEffective.adding(days: -1) else {
            return site.say("until further notice")
        }
        return last < edition.announcement.currentEffective ? "" : site.say("until \(site.time(last))")
    }

    /// That it was told late, or only recorded later.
    private func origin(of edition: Edition) -> [Mark] {
        let day = site.time(edition.announcement.moment)
        if document.isLate(edition) { return [Mark("late", site.say("Told late, on \(day)"))] }
        return document.isOlderHistory(edition) ? [Mark("recorded", site.say("Recorded on \(day)"))] : []
    }

    /// The days on which a register's list changed, the newest first; nil where it is no register, or none of them has come.
    var days: String? {
        guard let register = document.register else { return nil }
        let days = Array(register.daysOfChange(upTo: site.today).reversed())
        guard !days.isEmpty else { return nil }
        let heading = "<h2>\(site.say("Days on which the list changed"))</h2>"
        return HTML.block(
            "section", ["class": "block", "data-days": document.id], [heading, site.daysByYear(days, document.id)])
    }
}

extension PublicSite {
    /// The days of a register's lists with a link to each, by year; in the order in which they are given.
    func daysByYear(_ days: [CalendarDate], _ register: String) -> String {
        var years: [(year: Int, links: [String])] = []
        for day in days {
            if years.last?.year != day.year { years.append((day.year, [])) }
            let words = "<time datetime=\"\(day)\">\(language.dayAndMonth(day))</time>"
            years[years.count - 1].links.append(link("/\(register)/on/\(day)/", words))
        }
        return HTML.block(
            "dl", ["class": "days-of"],
            years.map { "<dt>\($0.year)</dt><dd>\($0.links.joined(separator: " "))</dd>" })
    }

    /// An item of a timeline: from and until when, where it stands, and what there is to say.
    func timelineItem(
        day: CalendarDate, until: String, state: String, id: String? = nil, _ body: [String?]
    ) -> String {
        HTML.block(
            "li", id.map { ["id": $0] } ?? [:],
            [
                "<p class=\"span\"><b>\(time(day))</b>\(until.isEmpty ? "" : " <small>\(until)</small>")</p>",
                "<div class=\"dot\" aria-hidden=\"true\">\(State(state)?.html("") ?? "")</div>",
                HTML.block("div", ["class": "body"], body),
            ])
    }
}
