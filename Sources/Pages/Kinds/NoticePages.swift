import Language
import Model

/// `/notices/` and a page for each notice.
func noticePages(_ site: PublicSite) -> [PageJob] {
    [PageJob("notices/index.html", site) { noticeIndex(site) }]
        + site.history.notices.map { notice in
            PageJob("notices/\(notice.id)/index.html", site) { NoticeFacts(notice: notice, site: site).page }
        }
}

/// Every notice: what is open first, then by year, the newest first.
private func noticeIndex(_ site: PublicSite) -> PageParts {
    let intro = site.say("Every change to the documents and lists on this site is announced here.")
    var head = PageHead(path: "/notices/", title: site.say("Notices"))
    head.description = intro
    let facts = site.history.notices.sorted { ($0.moment, $0.id) > ($1.moment, $1.id) }
        .map { NoticeFacts(notice: $0, site: site) }
    let notices = Dictionary(grouping: facts, by: \.isOpen)
    let years = Dictionary(grouping: notices[false] ?? [], by: \.notice.moment.day.year).sorted { $0.key > $1.key }
    func section(_ id: String, _ title: String, _ notices: [NoticeFacts]) -> String? {
        guard !notices.isEmpty else { return nil }
        let list = HTML.block("ol", ["class": "schedule of-notices", "data-notices": ""], notices.map(\.row))
        return HTML.section("block", id, title, [list])
    }
    let links = years.map { HTML.link("#page.y\($0.key)", "\($0.key)") }
    let text = HTML.lines(
        [
            "<p class=\"lead\">\(intro)</p>",
            "<div class=\"filter-place needs-script\"></div>",
            links.count > 1 ? HTML.inline("p", ["class": "tools"], links.joined(separator: " ")) : nil,
            section("page.open", site.say("Not in effect yet"), notices[true] ?? []),
        ] + years.map { section("page.y\($0.key)", "\($0.key)", $0.value) })
    return PageParts(
        head: head, template: "page", kind: "notices",
        facts: [.heading(head.title, site), Fact(.text, HTML.block("div", ["class": "wide"], [text]))])
}
