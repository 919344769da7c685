import Diagnostics
import Formats
import Model

extension EditionFacts {
    /// Every edition of the document, the newest first.
    var editions: String {
        let rows = document.editions
            .sorted { ($0.announcement.currentEffective, $0.id) > ($1.announcement.currentEffective, $1.id) }
            .map(row)
        return HTML.block("ol", ["class": "editions", "data-editions": document.id], rows)
    }

    private func row(_ edition: Edition) -> String {
        let state = document.state(of: edition, on: site.today)
        let announcement = edition.announcement
        let title = site.authors(
            ([edition.title.value] + [edition.version?.value].compactMap(\.self)).joined(separator: " "),
            at: announcement.moment)
        let gone = announcement.erased.map { "Erased on \(site.time($0.announced.value))" }
        let mark = Mark(state.rawValue, gone ?? Labels.state(state))
        var links: [String] = []
        if document.predecessor(of: edition) != nil {
            links.append(site.link(address(edition) + "changes/", "What changed, marked up"))
        }
        if state == .superseded {
            links.append(site.link(address(edition) + "since/", "What changed since then, marked up"))
        }
        return HTML.block(
            "li", ["class": state.rawValue],
            [
                "<h2>\(site.link(address(edition), title)) \(([mark] + origin(of: edition)).map(\.badge).joined(separator: " "))</h2>",
                HTML.facts([
                    site.inForce(announcement),
                    ("Announced", site.time(announcement.announced.value)),
                ]),
                edition.summary.map { site.html($0, of: document.id, on: Occasion(announcement)) },
                links.isEmpty ? nil : HTML.block("ul", ["class": "links"], links.map { "<li>\($0)</li>" }),
            ])
    }

    /// That it was told late, or only recorded later.
    private func origin(of edition: Edition) -> [Mark] {
        let day = site.time(edition.announcement.moment)
        if document.isLate(edition) { return [Mark("late", "Told late, on \(day)")] }
        return document.isOlderHistory(edition) ? [Mark("recorded", "Recorded on \(day)")] : []
    }

    /// The days on which a register's list changed, the newest first; nil where it is no register.
    var days: String? {
        guard let register = document.register else { return nil }
        let days = register.daysOfChange(upTo: site.today).reversed().map { day in
            "<li>\(site.link("/\(document.id)/on/\(day)/", site.time(day)))</li>"
        }
        return HTML.block(
            "section", ["data-days": document.id],
            [
                "<h2>Days on which the list changed</h2>",
                days.isEmpty ? nil : HTML.block("ul", [:], Array(days)),
            ])
    }
}
