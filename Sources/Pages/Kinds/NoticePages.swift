import Feeds
import Formats
import Model

/// `/notices/` and a page for each notice.
func noticePages(_ site: PublicSite) -> [PageJob] {
    [PageJob("notices/index.html", site) { noticeIndex(site) }]
        + site.history.notices.map { notice in
            PageJob("notices/\(notice.id)/index.html", site) { NoticeFacts(notice, site).page }
        }
}

/// Every notice, the newest first.
private func noticeIndex(_ site: PublicSite) -> PageParts {
    let intro = "Every change to the documents and lists on this site is announced here."
    var head = PageHead(path: "/notices/", title: "Notices")
    head.description = intro
    let notices = site.history.notices.sorted { ($0.moment, $0.id) > ($1.moment, $1.id) }
    return PageParts(
        head: head, template: "page", kind: "notices",
        facts: [.heading(head.title, site), Fact(.text, "<p>\(intro)</p>\n\(site.list(of: notices))")])
}

extension PublicSite {
    /// Notices one below the other: the day, the sentences and where each stands.
    func list(of notices: some Sequence<Notice>) -> String {
        HTML.block("ol", ["class": "notices", "data-notices": ""], notices.map { NoticeFacts($0, self).row })
    }
}
