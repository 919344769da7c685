import Diagnostics
import Feeds
import Formats
import Markdown
import Model

/// `/`: the documents, what changed lately, what is coming, certifications and contacts.
func overview(_ site: PublicSite) -> PageJob {
    PageJob("index.html") {
        let index = site.history.library.pages.first { $0.id == "index" }
        let name = site.settings.organization.name.value
        let text = index.flatMap { site.texts[$0.source.path] }
        let title = text?.title?.value ?? name
        var frame = Frame(path: "/", title: title)
        frame.description = site.words("overview_description", ["name": name])
        var options = site.options(document: "", headingShift: 0)
        options.omitsTitle = true
        let notices = NoticePage(site)
        let recent = site.history.notices.sorted { ($0.moment, $0.id) > ($1.moment, $1.id) }.prefix(5)
        let upcoming = site.history.notices.filter { notice in
            notice.items.contains { !$0.announcement.isWithdrawn && $0.announcement.currentEffective > site.today }
        }
        let rows = certificationRows(site)
        let view: View = [
            "title": title,
            "intro": text.map { $0.html(options) } ?? false as Any,
            "documents": site.history.documents.map { document in documentCard(document, site) },
            "certifications": rows.isEmpty ? false : ["rows": rows] as View as Any,
            "contacts": site.contacts,
            "upcoming": upcoming.isEmpty ? false : ["notices": upcoming.map(notices.summary)] as View as Any,
            "recent": recent.isEmpty ? false : ["notices": recent.map(notices.summary)] as View as Any,
        ]
        return frame.page(site.theme.render("overview", view), site)
    }
}

private func documentCard(_ document: DocumentHistory, _ site: PublicSite) -> View {
    let edition = document.inForce(on: site.today)
    let state = edition.map { edition in
        let key = edition.retired == nil ? "in_force_since" : "retired_since"
        return site.words(key, ["day": site.time(edition.announcement.currentEffective)])
    }
    return [
        "href": "/\(document.id)/", "title": site.title(of: document),
        "state": state ?? site.words("not_yet_in_force"),
        "count": document.register.map { register in
            site.words("providers_listed", ["count": "\(register.list(on: site.today).count)"])
        } ?? false as Any,
    ]
}

/// `/<page>/`: Markdown without history.
func plainPage(_ page: Page, _ site: PublicSite) -> PageJob {
    PageJob("\(page.id)/index.html") {
        let frame = Frame(path: "/\(page.id)/", title: site.title(of: page))
        let text = site.texts[page.source.path] ?? MarkdownText()
        let html = text.html(site.options(document: page.id, headingShift: 0))
        return frame.page(site.theme.render("page", ["html": html]) + site.gonePlaces.html(ofPage: page), site)
    }
}

/// `/certifications/`.
func certifications(_ site: PublicSite) -> PageJob {
    PageJob("certifications/index.html") {
        let frame = Frame(path: "/certifications/", title: site.theme.string("certifications"))
        return frame.page(
            site.theme.render("certifications", ["title": frame.title, "rows": certificationRows(site)]), site)
    }
}

private func certificationRows(_ site: PublicSite) -> [View] {
    site.history.library.certifications.map { certification -> View in
        let isExpired = certification.until.map { $0.value < site.today } ?? false
        let until = certification.until.map { site.time($0.value) }
        return [
            "name": certification.name.value, "issuer": certification.issuer?.value ?? false as Any,
            "scope": certification.scope.map { site.html($0, on: Occasion(asOf: site.asOf)) } ?? false as Any,
            "from": site.time(certification.from.value), "until": until ?? false as Any, "expired": isExpired,
            "link": certification.link.flatMap { site.href($0.value, page: "/certifications/") }
                ?? false as Any,
        ]
    }
}

/// `/404.html`.
func notFound(_ site: PublicSite) -> PageJob {
    PageJob("404.html") {
        var frame = Frame(path: "/404.html", title: site.theme.string("not_found"))
        frame.isIndexed = false
        return frame.page(site.theme.render("not-found", ["title": frame.title]), site)
    }
}
