import Diagnostics
import Feeds
import Language
import Markdown
import Model

/// `/`: the documents, what changed lately, what is coming, certifications and contacts.
func overview(_ site: PublicSite) -> PageJob { PageJob("index.html", site) { Overview(site: site).parts } }

private struct Overview {
    let site: PublicSite

    var parts: PageParts {
        let index = site.history.library.pages.first { $0.id == "index" }
        let text = index.flatMap { site.texts[$0.source.path] }
        let name = site.settings.namesToday.organization.name.value
        var head = PageHead(path: "/", title: (text?.title?.value ?? name).authored)
        head.description = site.say("How \(name) protects data, who processes it, and every change to either.")
        var facts = [Fact.heading(head.title, site)]
        if let index, let text {
            var options = site.options(document: "")
            options.title = .omitted
            let levels = text.headings.map(\.level)
            if levels.dropFirst(text.beginsWithTitle ? 1 : 0).contains(1) { options.headingShift = 1 }
            facts.append(Fact(.intro, site.html(text, of: index, options, class: "intro"), isAuthors: true))
        }
        facts += [documents, upcoming, recent, lists].compactMap(\.self)
        if !site.history.library.certifications.isEmpty { facts.append(certifications) }
        return PageParts(
            head: head, template: "overview", kind: "overview", facts: facts + [contacts],
            frame: site.plainPages.count > Navigation.limit ? ["pages": .view(pages)] : [:])
    }

    private func section(
        _ name: Fact.Name, _ attribute: String, _ title: String, _ content: [String?], class: String = "",
        beside: String = ""
    ) -> Fact {
        let id = "page.\(name.rawValue)"
        let heading = "<h2 id=\"\(id)\">\(title)</h2>"
        return Fact(
            name,
            HTML.block(
                "section", ["class": "overview \(`class`)", "aria-labelledby": id, attribute: ""],
                [beside.isEmpty ? heading : "<div class=\"head-line\">\(heading)\(beside)</div>"] + content))
    }

    // MARK: What there is

    /// In the groups of site.yaml, or texts before lists.
    private var documents: Fact {
        let (documents, branding) = (site.history.documents, site.settings.branding)
        func cards(_ documents: [DocumentHistory]) -> String {
            HTML.block("ul", ["class": "docs"], documents.map(card))
        }
        let (lists, texts) = (documents.filter { $0.register != nil }, documents.filter { $0.register == nil })
        let groups = branding.grouped(documents) { $0.id }
        let sections = groups.enumerated().map { place, group in
            let id = "page.group-\(place + 1)"
            let title = group.group.map { site.authors($0) } ?? site.say("Others")
            return HTML.block(
                "section", ["aria-labelledby": id, "data-group": group.group ?? ""],
                ["<h3 id=\"\(id)\">\(title)</h3>", cards(group.items)])
        }
        return section(
            .documents, "data-documents", site.say("Documents"),
            groups.contains { $0.group != nil }
                ? [HTML.block("div", ["class": "doc-groups"], sections)]
                : [texts, lists].filter { !$0.isEmpty }.map(cards))
    }

    /// A document with where it stands, and from when on its next edition applies.
    private func card(_ document: DocumentHistory) -> String {
        let edition = document.inForce(on: site.today)
        let day = edition.map { site.time($0.announcement.currentEffective) } ?? ""
        let state =
            edition?.retired == nil
            ? State("in-force")?.html(site.say("In force since \(day)"))
            : State("retired")?.html(site.say("Retired \(day)"))
        let next = document.upcoming(on: site.today).first
        let about = site.settings.branding.about[document.id].map { "<p class=\"about\">\(site.authors($0.value))</p>" }
        let count = document.register.map { register in
            "<p>\(site.say("\(register.list(on: site.today).count { !$0.state.isRecipient }) on the list"))</p>"
        }
        return HTML.block(
            "li", ["data-item": document.id],
            [
                site.link(to: document), about, count, edition == nil ? nil : state,
                next.flatMap {
                    let day = site.time($0.announcement.currentEffective)
                    return State("upcoming")?.html(
                        $0.retired != nil
                            ? site.say("Retires \(day)")
                            : edition == nil ? site.say("Applies from \(day)") : site.say("Changes \(day)"))
                },
                // A list is in force without a text.
                edition == nil && next == nil && count == nil
                    ? State("withdrawn")?.html(site.say("Not in force")) : nil,
            ])
    }

    /// How long each register's list is, and when it last changed.
    private var lists: Fact? {
        let lists = site.history.documents.compactMap { document -> String? in
            guard let register = document.register,
                let list = RegisterList(of: document.id, in: site.known)
            else { return nil }
            let annex = site.link("/\(document.id)/annex-iii/", site.say("Annex III, to sign"))
            return HTML.block(
                "div", [:],
                ["<h2>\(site.link(to: document))</h2>", site.figures(of: list, register), "<p>\(annex)</p>"])
        }
        return lists.isEmpty ? nil : Fact(.lists, HTML.block("section", ["data-lists": ""], lists))
    }

    // MARK: What happens

    private var upcoming: Fact {
        let entries = site.schedule { $0 > site.today }
        let rest = entries.dropFirst(Self.shown)
        let more = rest.last.map { last in
            let summary = site.say("\(rest.count) more, until \(site.time(last.day))")
            return HTML.fold(summary, site.html(of: rest))
        }
        let none = site.say("No change is announced. Every change stands here before it applies.")
        return section(
            .upcoming, "data-notices", site.say("What is coming"),
            entries.isEmpty
                ? ["<p class=\"quiet empty\">\(none)</p>"] : [site.html(of: entries.prefix(Self.shown)), more],
            beside: site.link("/notices/", site.say("All notices")))
    }

    /// How many entries are shown before the others are folded.
    private static let shown = 6

    private var recent: Fact? {
        let past = site.schedule { $0 <= site.today }
        let entries = past.suffix(5)
        guard let first = entries.first else { return nil }
        // A day is never shown in part alone, and while customers may object, every change is.
        let older = past.dropLast(entries.count)
        let rest = older.filter { $0.day == first.day }
        let open = older.filter { $0.day != first.day && site.isOpenToObjection($0) }
        func fold(_ summary: String, _ entries: [ScheduleEntry]) -> String? {
            entries.isEmpty
                ? nil : HTML.fold(summary, site.html(of: entries.reversed(), asksForObjections: false))
        }
        return section(
            .recent, "data-notices", site.say("What took effect lately"),
            [
                site.html(of: entries.reversed(), asksForObjections: false),
                fold(site.say("\(rest.count) more on \(site.time(first.day))"), rest),
                fold(site.say("To object"), open),
            ],
            class: "lately")
    }

    // MARK: The rest

    private var certifications: Fact {
        let rows = site.history.library.certifications.map {
            "<li class=\"row\"><span>\(site.authors($0.name.value))</span> \(site.validity(of: $0))</li>"
        }
        return section(
            .certifications, "data-certifications", site.link("/certifications/", site.say("Certifications")),
            [HTML.block("ul", [:], rows)])
    }

    private var contacts: Fact {
        let contacts = site.settings.namesToday.contacts
        func mail(_ address: String) -> String { HTML.link("mailto:\(address)", site.isolated(address)) }
        return section(
            .contacts, "data-contacts", site.say("Contacts"),
            [
                "<h3>\(site.say("Report a vulnerability"))</h3>", "<p>\(mail(contacts.security.value))</p>",
                "<h3>\(site.say("Questions about privacy"))</h3>", "<p>\(mail(contacts.privacy.value))</p>",
                "<h3>\(site.say("Legal questions"))</h3>", "<p>\(mail(contacts.legal.value))</p>",
            ])
    }

    /// All pages without history, where they are too many for the foot.
    private var pages: View {
        let links: [View] = site.plainPages.map {
            let title = ViewValue.text(site.title(of: $0))
            return ["href": .text("/\($0.id)/"), "title": title.isolated(onPageFrom: site.direction)]
        }
        return ["items": .list(links)]
    }
}
