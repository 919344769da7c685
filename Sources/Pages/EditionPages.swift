import Diagnostics
import Feeds
import Formats
import Markdown
import Model

/// A document's own page, one page for each edition, and its history.
func editionPages(_ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    var jobs = [
        PageJob("\(document.id)/index.html") { EditionPage(document, site).standing },
        PageJob("\(document.id)/history/index.html") { EditionPage(document, site).history },
    ]
    jobs += document.editions.map { edition in
        PageJob("\(document.id)/\(edition.id)/index.html") { EditionPage(document, site).permanent(edition) }
    }
    return jobs
}

struct EditionPage {
    let document: DocumentHistory
    let site: PublicSite

    init(_ document: DocumentHistory, _ site: PublicSite) {
        self.document = document
        self.site = site
    }

    private var today: CalendarDate { site.today }

    /// `/<document>/`: the edition in force, what is upcoming, and a register's list.
    var standing: String {
        let current = document.inForce(on: today)
        var frame = frame(path: "/\(document.id)/", edition: current)
        if let current, current.retired == nil { frame.description = description(of: current) }
        let upcoming = document.upcoming(on: today).map { edition in
            site.words(
                "upcoming_edition",
                [
                    "title": "<a href=\"/\(document.id)/\(edition.id)/\">\(Escaping.html(edition.title.value))</a>",
                    "day": site.time(edition.announcement.currentEffective),
                ])
        }
        var view: View = [
            "title": frame.title,
            "banners": (current.map(banners) ?? []) + upcoming.map { ["kind": "upcoming", "words": $0] as View },
            "list": document.register.map { _ in RegisterView(document, site).current } ?? false as Any,
        ]
        view.merge(text(of: current), uniquingKeysWith: { _, new in new })
        if let current, document.predecessor(of: current) != nil { view["origins"] = clauseHistory }
        return frame.page(
            site.theme.render("document", view) + site.gonePlaces.html(ofDocument: document), site)
    }

    /// `/<document>/<edition>/`: the permanent address of an edition.
    func permanent(_ edition: Edition) -> String {
        let state = document.state(of: edition, on: today)
        var frame = frame(path: "/\(document.id)/\(edition.id)/", edition: edition)
        frame.description = description(of: edition)
        frame.isIndexed = ![.superseded, .withdrawn, .erased].contains(state)
        var view: View = [
            "title": edition.title.value, "banners": stateBanners(edition) + banners(edition), "list": false,
        ]
        view.merge(text(of: edition), uniquingKeysWith: { _, new in new })
        return frame.page(site.theme.render("document", view) + site.gonePlaces.html(ofEdition: edition), site)
    }

    private func frame(path: String, edition: Edition?) -> Frame {
        var frame = Frame(path: path, title: edition?.title.value ?? site.title(of: document), document: document.id)
        frame.relations = [("version-history", "/\(document.id)/history/")]
        if path != "/\(document.id)/" { frame.relations.append(("latest-version", "/\(document.id)/")) }
        if let edition {
            let order = document.editions.filter { !$0.announcement.isWithdrawn }
                .sorted { ($0.announcement.currentEffective, $0.id) < ($1.announcement.currentEffective, $1.id) }
            if let place = order.firstIndex(where: { $0.id == edition.id }) {
                if place > 0 { frame.relations.append(("predecessor-version", address(order[place - 1]))) }
                if place + 1 < order.count {
                    frame.relations.append(("successor-version", address(order[place + 1])))
                }
            }
            frame.alternates.append(
                ("text/markdown", site.theme.string("as_markdown"), "/\(document.id)/\(edition.id).md"))
        }
        if document.register != nil {
            frame.alternates.append(("application/json", site.theme.string("as_json"), "/\(document.id).json"))
        }
        return frame
    }

    private func address(_ edition: Edition) -> String { "/\(document.id)/\(edition.id)/" }

    private func description(of edition: Edition) -> String {
        site.words(
            "description", ["title": edition.title.value, "day": English.date(edition.announcement.currentEffective)])
    }

    // MARK: What an edition is

    /// What a reader must know before anything else: that this is not the text in force.
    func stateBanners(_ edition: Edition) -> [View] {
        let standing = "<a href=\"/\(document.id)/\">\(site.words("edition_in_force"))</a>"
        let day = site.time(edition.announcement.currentEffective)
        switch document.state(of: edition, on: today) {
        case .superseded:
            return [["kind": "superseded", "words": site.words("is_superseded", ["standing": standing])]]
        case .upcoming:
            return [["kind": "upcoming", "words": site.words("is_upcoming", ["day": day, "standing": standing])]]
        case .withdrawn:
            let withdrawn = edition.announcement.withdrawn
            let moment = withdrawn.map { site.time($0.announced.value) } ?? ""
            return [
                [
                    "kind": "withdrawn", "words": site.words("is_withdrawn", ["day": moment, "standing": standing]),
                    "reason": withdrawn.map {
                        site.html($0.reason, of: document.id, on: Occasion(at: $0.announced.value))
                    } ?? false as Any,
                ]
            ]
        case .inForce, .retired, .erased: return []
        }
    }

    /// What holds of an edition in any state: retired, erased, interim, postponed, urgent, other days for some.
    private func banners(_ edition: Edition) -> [View] {
        let announcement = edition.announcement
        var banners: [View] = []
        func add(_ kind: String, _ words: String, _ reason: Sourced<String>? = nil, _ occasion: Occasion? = nil) {
            let html = reason.map {
                site.html($0, of: document.id, on: occasion ?? Occasion(announcement))
            }
            banners.append(["kind": kind, "words": words, "reason": html ?? false as Any])
        }
        if let erased = announcement.erased {
            add(
                "erased", site.words("is_erased", ["day": site.time(erased.announced.value)]), erased.reason,
                Occasion(at: erased.announced.value))
        }
        if let retired = edition.retired {
            let others = retired.replacedBy.compactMap { id in
                site.history.document(id.value).map {
                    "<a href=\"/\($0.id)/\">\(Escaping.html(site.title(of: $0)))</a>"
                }
            }
            let key = others.isEmpty ? "is_retired" : "is_replaced"
            add(
                "retired",
                site.words(key, ["day": site.time(announcement.currentEffective), "others": English.list(others)]))
        }
        if edition.interim?.value == true { add("interim", site.words("is_interim")) }
        if let last = announcement.postponed.last {
            let from = announcement.postponed.dropLast().last?.effective.value ?? announcement.effective.value
            add(
                "postponed",
                site.words("is_postponed", ["from": site.time(from), "day": site.time(last.effective.value)]),
                last.reason, Occasion(at: last.announced.value))
        }
        if let urgent = announcement.urgent { add("urgent", site.words("is_urgent"), urgent) }
        for other in announcement.applies {
            add(
                "applies",
                site.words("applies", ["to": Escaping.html(other.to.value), "day": site.time(other.from.value)]))
        }
        return banners
    }

    // MARK: Its text

    /// Facts, summary and article of an edition; nothing of one where there is none yet.
    private func text(of edition: Edition?) -> View {
        guard let edition else {
            return ["article": false, "facts": false, "summary": false, "clauses": false, "origins": false]
        }
        let announcement = edition.announcement
        var facts: [(String, String)] = [
            ("effective", site.time(announcement.currentEffective)),
            ("announced", site.time(announcement.announced.value)),
        ]
        if let recorded = announcement.recorded { facts.append(("recorded", site.time(recorded.value))) }
        if let version = edition.version { facts.append(("version", Escaping.html(version.value))) }
        let text = site.texts[edition.source.path] ?? MarkdownText()
        let isErased = announcement.erased != nil
        return [
            "facts": ["rows": facts.map { ["label": site.theme.string($0.0), "value": $0.1] as View }] as View,
            "summary": edition.summary.map { site.html($0, of: document.id, on: Occasion(edition.announcement)) }
                ?? false as Any,
            "article": isErased
                ? false
                : ["edition": "\(document.id)/\(edition.id)", "html": text.html(options)] as View,
            "clauses": isErased ? false : clauses(of: text) as Any,
            "origins": false,
            "links": links(of: edition),
        ]
    }

    private func links(of edition: Edition) -> [View] {
        let page = address(edition)
        var links: [(String, String)] = []
        if document.state(of: edition, on: today) == .superseded { links.append((page + "since/", "since_link")) }
        if document.predecessor(of: edition) != nil { links.append((page + "changes/", "changes_link")) }
        links += [
            ("/\(document.id)/history/", "all_editions"), (page, "permanent_address"),
            ("/\(document.id)/\(edition.id).md", "as_markdown"),
        ]
        return links.map { ["href": $0.0, "title": site.theme.string($0.1)] }
    }

    private var options: HTMLOptions {
        site.options(document: document.id, headingShift: 0)
    }

    /// The headings of the top level, for a table of contents; none where there are fewer than three.
    private func clauses(of text: MarkdownText) -> Any {
        let top = text.headings.map(\.level).filter { $0 > 1 }.min() ?? 1
        let headings = text.headings.filter { $0.level == top && !$0.text.isEmpty }
        guard headings.count >= 3 else { return false }
        return ["items": headings.map { ["href": "#\($0.anchor)", "title": $0.text] as View }] as View
    }

    // MARK: History

    /// `/<document>/history/`: every edition, and for a register every day on which its list changed.
    var history: String {
        var frame = Frame(
            path: "/\(document.id)/history/",
            title: site.words("history_of", ["title": site.title(of: document)]), document: document.id)
        frame.relations = [("latest-version", "/\(document.id)/")]
        let editions = document.editions
            .sorted { ($0.announcement.currentEffective, $0.id) > ($1.announcement.currentEffective, $1.id) }
            .map { edition -> View in
                let state = document.state(of: edition, on: today)
                return [
                    "href": "/\(document.id)/\(edition.id)/",
                    "title": edition.title.value,
                    "version": edition.version?.value ?? false as Any,
                    "state": site.theme.string("state_\(state.rawValue)"),
                    "kind": state.rawValue,
                    "effective": site.time(edition.announcement.currentEffective),
                    "announced": site.time(edition.announcement.announced.value),
                    "summary": edition.summary.map {
                        site.html($0, of: document.id, on: Occasion(edition.announcement))
                    } ?? false as Any,
                    "changes": document.predecessor(of: edition) == nil ? false : address(edition) + "changes/" as Any,
                    "since": state == .superseded ? address(edition) + "since/" : false as Any,
                ]
            }
        let days = document.register?.daysOfChange(upTo: today).reversed().map { day in
            ["href": "/\(document.id)/on/\(day)/", "day": site.time(day)] as View
        }
        let view: View = [
            "title": frame.title, "editions": editions,
            "clauses": clauseHistory,
            "days": days.map { ["items": Array($0)] as View } ?? false as Any,
        ]
        return frame.page(site.theme.render("history", view), site)
    }
}
