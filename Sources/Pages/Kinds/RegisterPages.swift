import Diagnostics
import Feeds
import Language
import Model
import Notices

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
            ProviderPage(provider: provider, document: document, site: site).parts
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
        guard let register = document.register,
            let list = RegisterList(of: document.id, in: site.known)
        else { return [] }
        let rows = list.rows.filter { $0.status != .upcoming }
        let coming = site.schedule(of: document.id) { $0 > site.today }
        let changes = Dictionary(grouping: list.upcoming.map(\.change), by: \.id.provider)
        let days = days(register)
        return [
            Fact(
                .list,
                tables.section(
                    "aria-labelledby=\"page.list\" data-list=\"\(document.id)\"",
                    [
                        site.figures(of: list, register),
                        PlacesAtAGlance(rows.map(\.state).filter { !$0.isRecipient }, on: site.today).html(
                            site.language),
                        tools(isComing: !coming.isEmpty, hasDays: days != nil),
                        section("page.coming", site.say("What is coming"), coming),
                        section("page.object", site.say("To object"), openToObjection),
                        "<h2 id=\"page.list\">\(site.say("The list in force"))</h2>",
                        tables.filtered(
                            rows.map {
                                ListTables.Row(
                                    id: $0.id, state: $0.state, since: $0.since, marks: marks(changes[$0.id] ?? []))
                            }),
                        days,
                    ]))
        ]
    }

    /// - Parameters:
    ///   - isComing: whether the page says what is coming.
    ///   - hasDays: whether it leads to lists of days, as it does from the first day with one.
    private func tools(isComing: Bool, hasDays: Bool) -> String {
        let links = [
            (isComing ? "#page.coming" : nil, site.say("What is coming")),
            (hasDays ? "#page.days" : nil, site.say("On a given day")),
            ("/\(document.id)/annex-iii/", site.say("Annex III, to sign")),
            ("/\(document.id).csv", site.say("List as CSV")),
            ("/\(document.id).json", site.say("Data as JSON")), ("/\(document.id)/history/", site.say("History")),
        ]
        return HTML.inline(
            "p", ["class": "tools"],
            links.compactMap { address, words in
                address.map { $0.hasPrefix("#") ? HTML.link($0, words) : site.link($0, words) }
            }.joined(separator: " "))
    }

    /// When a row leaves, or is the next time changed.
    ///
    /// - Parameter upcoming: its changes to come, in the order in which they take effect.
    private func marks(_ upcoming: [Change]) -> [Mark] {
        let next = upcoming.first?.announcement.currentEffective
        let leaves = upcoming.first { $0.kinds.contains(.removed) }?.announcement.currentEffective
        return [
            next.flatMap { $0 == leaves ? nil : Mark("upcoming", site.say("Changes \(site.time($0))")) },
            leaves.map { Mark("leaving", site.say("Leaves \(site.time($0))")) },
        ].compactMap(\.self)
    }

    /// What took effect and may still be objected to.
    private var openToObjection: [ScheduleEntry] {
        site.schedule(of: document.id) { $0 <= site.today }.filter(site.isOpenToObjection)
    }

    /// What takes effect, under a heading; nil where there is nothing.
    private func section(_ id: String, _ title: String, _ entries: [ScheduleEntry]) -> String? {
        entries.isEmpty ? nil : HTML.section("coming-list", id, title, [site.html(of: entries, inRegister: true)])
    }

    /// The days on which the list changed, folded.
    private func days(_ register: RegisterHistory) -> String? {
        let days = Array(register.daysOfChange(upTo: site.today).reversed())
        guard let first = days.last else { return nil }
        let summary = site.say(
            days.count, one: "\(days.count) day since \(first.year)", other: "\(days.count) days since \(first.year)")
        return HTML.section(
            "block", "page.days", site.say("On a given day"),
            [
                "<p>\(site.say("The list as it stood on each day on which it changed, and what changed."))</p>",
                site.daysPlace(of: document),
                HTML.fold(summary, site.daysByYear(days, document.id)),
            ])
    }

    /// `/<register>/on/<day>/`: the list as it was, with what it shows for ever.
    func dated(
        _ day: CalendarDate, in register: RegisterHistory, before: CalendarDate?, after: CalendarDate?
    ) -> PageParts {
        func address(_ day: CalendarDate) -> String { "/\(document.id)/on/\(day)/" }
        let title = site.say("The list on \(site.language.date(day))")
        var head = PageHead(
            path: address(day), title: "\(site.title(of: document).authored): \(title)",
            voice: site.voice(ofTitleOf: document),
            document: document.id)
        head.relations =
            [("latest-version", "/\(document.id)/"), ("version-history", "/\(document.id)/history/")]
            + site.timeRelations(of: document)
        head.mementos = site.mementos(of: document, at: head.path)
        if let before { head.relations.append(("predecessor-version", address(before))) }
        if let after { head.relations.append(("successor-version", address(after))) }
        head.alternates = [
            ("application/json", site.say("Data as JSON"), "/\(document.id)/on/\(day).json"),
            ("text/csv", site.say("List as CSV"), "/\(document.id)/on/\(day).csv"),
        ]
        let list = DatedList(of: register, on: day)
        let tables = ListTables(document, site, on: day)
        let rows = list.rows.map { row in
            ListTables.Row(
                id: row.provider, state: ProviderState(isListed: true, fields: row.state.fields), since: row.since,
                marks: row.recorded.map { [Mark("recorded", site.say("Recorded on \(site.time($0)), after this day"))] }
                    ?? [])
        }
        let changes = before.flatMap {
            ListRedline(register.list(on: $0), list.rows, register: document.id, site: site, on: day).html
        }
        func link(_ relation: String, to day: CalendarDate, _ words: String) -> String {
            "<li><a rel=\"\(relation)\" href=\"\(site.local(address(day)))\">\(words)</a></li>"
        }
        let neighbours = [
            before.map { link("prev", to: $0, site.say("Earlier list: \(site.time($0))")) },
            after.map { link("next", to: $0, site.say("Later list: \(site.time($0))")) },
        ]
        let html = tables.section(
            "data-list=\"\(document.id)/\(day)\"",
            [
                after.map {
                    "<p class=\"lead\">\(site.say("It stood so until \(site.time($0.adding(days: -1)))."))</p>"
                },
                changes.map {
                    "<h2>\(site.say("What changed on this day"))</h2>\n\($0)\n<h2>\(site.say("The whole list"))</h2>"
                },
                tables.html(rows),
                HTML.block("ul", ["class": "tools"], neighbours),
            ])
        return PageParts(
            head: head, template: "list", kind: "dated-list",
            facts: [.heading(title, site)]
                + Fact.marks(list.corrections.map(mark) + list.recorded.map(recordedMark), site) + [Fact(.list, html)],
            frame: ["up": .view(site.up(document))])
    }

    /// What was recorded only after the day of a list, and alters it.
    private func recordedMark(_ change: Change) -> Mark {
        let sentence = site.told(
            site.sentences.sentence(for: [change], from: Viewpoint(asOf: site.asOf)), at: change.moment)
        let place = site.link("/\(document.id)/\(change.id.provider)/#change.\(change.id.stem)", site.say("The change"))
        guard change.isOlderHistory else { return Mark("late", "\(sentence) \(place)") }
        let day = site.time(change.moment)
        let words = site.say("Older history, recorded on \(day), after this day: \(sentence)")
        return Mark("recorded", "\(words) \(place)")
    }

    /// That a later change corrected what a list of the past says.
    private func mark(_ correction: Change) -> Mark {
        let name = site.link(
            "/\(document.id)/\(correction.id.provider)/#change.\(correction.id.stem)",
            site.authors(site.history.name(of: correction), at: correction.moment))
        let day = site.time(correction.announcement.announced.value)
        return Mark("corrected", site.say("What this list says of \(name) was corrected on \(day)."))
    }
}

extension PublicSite {
    /// How many are on a list, since when it is so, and how much is to come.
    func figures(of list: RegisterList, _ register: RegisterHistory) -> String {
        let listed = list.rows.count { $0.status != .upcoming && !$0.state.isRecipient }
        let last = register.daysOfChange(upTo: today).last
        let coming = list.upcoming.count
        return HTML.block(
            "p", ["class": "standing"],
            [
                State("in-force")?.html(say("\(listed) on the list")),
                last.map { "<span class=\"quiet\">\(say("Last change \(time($0))"))</span>" },
                coming == 0
                    ? nil
                    : State("upcoming")?.html(
                        say(coming, one: "\(coming) change is coming", other: "\(coming) changes are coming")),
            ])
    }
}
