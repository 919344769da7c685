import Diagnostics
import Feeds
import Formats
import Model

/// A register's dated lists, its providers, and the Annex III list.
func registerPages(_ register: RegisterHistory, _ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    let days = register.daysOfChange(upTo: site.today)
    var jobs = days.enumerated().map { index, day in
        PageJob("\(document.id)/on/\(day)/index.html", site) {
            RegisterFacts(document, site).dated(
                day, in: register, before: index > 0 ? days[index - 1] : nil,
                after: index + 1 < days.count ? days[index + 1] : nil)
        }
    }
    jobs += register.providers.map { provider in
        PageJob("\(document.id)/\(provider.provider.id)/index.html", site) {
            ProviderPage(provider, document, site).parts
        }
    }
    jobs.append(PageJob("\(document.id)/annex-iii/index.html", site) { annexPage(document, site) })
    return jobs
}

/// A register's list: as it is, and as it was.
struct RegisterFacts {
    let document: DocumentHistory
    let site: PublicSite
    private let tables: ListTables

    init(_ document: DocumentHistory, _ site: PublicSite) {
        self.document = document
        self.site = site
        tables = ListTables(document, site)
    }

    /// The list in force with what is upcoming, as the register's page shows it.
    var current: [Fact] {
        guard let list = RegisterList(of: document.id, in: site.history, asOf: site.asOf) else { return [] }
        let rows = list.rows.map { row in
            ListTables.Row(
                id: row.id, state: row.state, since: row.since, marks: marks(of: row), status: row.status)
        }
        let links = [
            ("/\(document.id)/history/", "Earlier lists"), ("/\(document.id)/annex-iii/", annexTitle),
            ("/\(document.id).csv", "List as CSV"), ("/\(document.id).json", "Data as JSON"),
        ]
        return [
            Fact(
                .list,
                HTML.block(
                    "section", ["class": "register", "aria-labelledby": "page.list", "data-list": document.id],
                    [
                        "<h2 id=\"page.list\">The list in force</h2>", upcoming(list), comingRedline, tables.html(rows),
                        HTML.block("ul", ["class": "links"], links.map { "<li>\(site.link($0.0, $0.1))</li>" }),
                    ]))
        ]
    }

    private func marks(of row: RegisterList.Row) -> [Mark] {
        switch row.status {
        case .inForce: []
        case .upcoming: [Mark("upcoming", "Joins on \(site.time(row.since))")]
        case .leaving: [Mark("leaving", "Leaves the list")]
        }
    }

    private func upcoming(_ list: RegisterList) -> String? {
        guard !list.upcoming.isEmpty else { return nil }
        let items = list.upcoming.map { item -> String in
            let sentence = site.sentences.sentence(for: [item.change], from: Viewpoint(asOf: site.asOf))
            let objection = item.objectionDeadline.flatMap { $0 < site.today ? nil : Sentences.objection(until: $0) }
            let notice = site.notice(of: item.change).map { site.link("/notices/\($0)/", "The notice") }
            let words =
                [sentence, objection].compactMap(\.self).map(site.voices.at(item.change.moment).html)
                + [notice].compactMap(\.self)
            return "<li>\(words.joined(separator: " "))</li>"
        }
        return Mark.box("upcoming", [HTML.block("ul", [:], items)])
    }

    /// The list in force against that of the last day on which something announced takes effect.
    private var comingRedline: String? {
        guard let register = document.register,
            let last = register.upcoming(on: site.today).last?.announcement.currentEffective
        else { return nil }
        let redline = ListRedline(
            register.list(on: site.today), register.list(on: last), register: document.id, site: site
        ).html
        return redline.map {
            HTML.block(
                "details", ["class": "coming"], ["<summary>The coming changes of the list, marked up</summary>", $0])
        }
    }

    /// `/<register>/on/<day>/`: the list as it was, with what it shows for ever.
    func dated(
        _ day: CalendarDate, in register: RegisterHistory, before: CalendarDate?, after: CalendarDate?
    ) -> PageParts {
        func address(_ day: CalendarDate) -> String { "/\(document.id)/on/\(day)/" }
        let title = "The list on \(English.date(day))"
        var head = PageHead(
            path: address(day), title: "\(site.title(of: document).authored): \(title)",
            voice: site.voice(ofTitleOf: document),
            document: document.id)
        head.relations = [("latest-version", "/\(document.id)/"), ("version-history", "/\(document.id)/history/")]
        if let before { head.relations.append(("predecessor-version", address(before))) }
        if let after { head.relations.append(("successor-version", address(after))) }
        head.alternates = [
            ("application/json", "Data as JSON", "/\(document.id)/on/\(day).json"),
            ("text/csv", "List as CSV", "/\(document.id)/on/\(day).csv"),
        ]
        let list = DatedList(of: register, on: day)
        let names = site.settings.names(on: day)
        let tables = ListTables(document, site, names: names)
        let rows = list.rows.map { row in
            ListTables.Row(
                id: row.provider, state: ProviderState(isListed: true, fields: row.state.fields), since: row.since,
                marks: row.recorded.map { [Mark("recorded", "Recorded on \(site.time($0)), after this day")] } ?? [])
        }
        let changes = before.flatMap {
            ListRedline(register.list(on: $0), list.rows, register: document.id, site: site, names: names).html
        }
        let neighbours = [
            before.map { "<a rel=\"prev\" href=\"\(site.local(address($0)))\">Earlier list: \(site.time($0))</a>" },
            after.map { "<a rel=\"next\" href=\"\(site.local(address($0)))\">Later list: \(site.time($0))</a>" },
        ]
        let html = HTML.block(
            "section", ["class": "register", "data-list": "\(document.id)/\(day)"],
            [
                after.map { "<p>It stood so until \(site.time($0.adding(days: -1))).</p>" },
                changes.map { "<h2>What changed on this day</h2>\n\($0)\n<h2>The whole list</h2>" },
                tables.html(rows),
                HTML.block("ul", ["class": "links"], neighbours.map { $0.map { "<li>\($0)</li>" } }),
            ])
        return PageParts(
            head: head, template: "list", kind: "dated-list",
            facts: [.heading(title, site)] + Fact.marks(list.corrections.map(mark) + list.recorded.map(recordedMark))
                + [
                    Fact(.list, html)
                ],
            frame: ["up": .view(site.up(document))])
    }

    /// What was recorded only after the day of a list, and alters it.
    private func recordedMark(_ change: Change) -> Mark {
        let sentence = site.voices.at(change.moment).html(
            site.sentences.sentence(for: [change], from: Viewpoint(asOf: site.asOf)))
        let place = site.link("/\(document.id)/\(change.id.provider)/#change.\(change.id.stem)", "The change")
        guard change.isOlderHistory else { return Mark("late", "\(sentence) \(place)") }
        return Mark(
            "recorded", "Older history, recorded on \(site.time(change.moment)), after this day: \(sentence) \(place)")
    }

    /// That a later change corrected what a list of the past says.
    private func mark(_ correction: Change) -> Mark {
        let name = site.link(
            "/\(document.id)/\(correction.id.provider)/#change.\(correction.id.stem)",
            site.authors(correction.name, at: correction.moment))
        return Mark(
            "corrected",
            "What this list says of \(name) was corrected on \(site.time(correction.announcement.announced.value)).")
    }
}
