import Diagnostics
import Feeds
import Formats
import Markdown
import Model

/// `/`: the documents, what changed lately, what is coming, certifications and contacts.
func overview(_ site: PublicSite) -> PageJob {
    PageJob("index.html", site) { Overview(site: site).parts }
}

private struct Overview {
    let site: PublicSite

    var parts: PageParts {
        let index = site.history.library.pages.first { $0.id == "index" }
        let text = index.flatMap { site.texts[$0.source.path] }
        let name = site.settings.namesToday.organization.name.value
        var head = PageHead(path: "/", title: (text?.title?.value ?? name).authored)
        head.description = "How \(name) protects data, who processes it, and every change to either."
        var facts = [Fact.heading(head.title, site)]
        if let index, let text {
            var options = site.options(document: "")
            options.omitsTitle = true
            facts.append(Fact(.intro, site.html(text, of: index, options, class: "intro"), isAuthors: true))
        }
        facts += [
            documents, notices(.upcoming, "What is coming", upcoming), notices(.recent, "What changed lately", recent),
        ]
        .compactMap(\.self)
        if !site.history.library.certifications.isEmpty { facts.append(certifications) }
        return PageParts(
            head: head, template: "overview", kind: "overview", facts: facts + [contacts],
            frame: site.plainPages.count > Navigation.limit ? ["pages": .view(pages)] : [:])
    }

    private func section(_ name: Fact.Name, _ attribute: String, _ title: String, _ content: String) -> Fact {
        let id = "page.\(name.rawValue)"
        return Fact(
            name,
            HTML.block(
                "section", ["class": "overview", "aria-labelledby": id, attribute: ""],
                ["<h2 id=\"\(id)\">\(title)</h2>", content]))
    }

    private var documents: Fact {
        section(
            .documents, "data-documents", "Documents",
            HTML.block("ul", ["class": "cards"], site.history.documents.map(card)))
    }

    private func card(_ document: DocumentHistory) -> String {
        let edition = document.inForce(on: site.today)
        let state = edition.map { edition in
            let day = site.time(edition.announcement.currentEffective)
            return edition.retired == nil ? "In force since \(day)" : "Retired on \(day)"
        }
        let count = document.register.map { "<span>\($0.list(on: site.today).count) on the list</span>" } ?? ""
        return "<li>\(site.link(to: document))<span>\(state ?? "Not in force yet")</span>\(count)</li>"
    }

    // MARK: Notices

    private var upcoming: [Notice] {
        site.history.notices.filter { notice in
            notice.items.contains { !$0.announcement.isWithdrawn && $0.announcement.currentEffective > site.today }
        }
    }

    private var recent: [Notice] {
        Array(site.history.notices.sorted { ($0.moment, $0.id) > ($1.moment, $1.id) }.prefix(5))
    }

    private func notices(_ name: Fact.Name, _ title: String, _ notices: [Notice]) -> Fact? {
        notices.isEmpty ? nil : section(name, "data-notices", title, site.list(of: notices))
    }

    // MARK: The rest

    private var certifications: Fact {
        let rows = site.history.library.certifications.map { certification in
            let until = certification.until.map { ", valid until \(site.time($0.value))" } ?? ""
            return "<li>\(site.authors(certification.name.value))\(until)\(site.expiry(of: certification))</li>"
        }
        return section(
            .certifications, "data-certifications", site.link("/certifications/", "Certifications"),
            HTML.block("ul", [:], rows))
    }

    private var contacts: Fact {
        section(
            .contacts, "data-contacts", "Contacts",
            HTML.facts(site.contacts.map { ($0.label, HTML.link("mailto:\($0.address)", Escaping.html($0.address))) }))
    }

    /// All pages without history, where they are too many for the foot.
    private var pages: View {
        ["items": .list(site.plainPages.map { ["href": .text("/\($0.id)/"), "title": .text(site.title(of: $0))] })]
    }
}
