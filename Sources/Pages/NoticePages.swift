import Diagnostics
import Feeds
import Formats
import Model
import Redline

/// `/notices/` and a page for each notice.
func noticePages(_ site: PublicSite) -> [PageJob] {
    [PageJob("notices/index.html") { NoticePage(site).index }]
        + site.history.notices.map { notice in
            PageJob("notices/\(notice.id)/index.html") { NoticePage(site).page(notice) }
        }
}

struct NoticePage {
    let site: PublicSite

    init(_ site: PublicSite) { self.site = site }

    /// Every notice, the newest first.
    var index: String {
        var frame = Frame(path: "/notices/", title: site.theme.string("notices"))
        frame.description = site.theme.string("notices_intro")
        let notices = site.history.notices
            .sorted { ($0.moment, $0.id) > ($1.moment, $1.id) }
            .map(summary)
        return frame.page(site.theme.render("notices", ["title": frame.title, "notices": notices]), site)
    }

    /// A notice in a list: its day, its sentences and where it stands.
    func summary(_ notice: Notice) -> View {
        [
            "href": "/notices/\(notice.id)/",
            "day": site.time(notice.moment),
            "document": site.history.title(of: notice.id.document),
            "sentences": site.sentences.sentences(for: notice, from: Viewpoint(asOf: site.asOf)),
            "state": site.theme.string("notice_\(state(of: notice))"),
            "kind": state(of: notice),
        ]
    }

    /// Upcoming while anything in it is to come, withdrawn when all of it is.
    private func state(of notice: Notice) -> String {
        let announcements = notice.items.map(\.announcement)
        if announcements.allSatisfy(\.isWithdrawn) { return "withdrawn" }
        let coming = announcements.filter { !$0.isWithdrawn && $0.currentEffective > site.today }
        if coming.isEmpty { return "in_effect" }
        return coming.contains { !$0.postponed.isEmpty } ? "postponed" : "upcoming"
    }

    /// `/notices/<id>/`.
    func page(_ notice: Notice) -> String {
        let document = site.history.title(of: notice.id.document)
        let number = notice.id.number == 1 ? "" : " (\(notice.id.number))"
        let title = site.words(
            "notice_title", ["document": document, "day": English.date(notice.moment.day) + number])
        var frame = Frame(path: "/notices/\(notice.id)/", title: title, document: notice.id.document)
        let sentences = site.sentences.sentences(for: notice, from: Viewpoint(asOf: site.asOf))
        frame.description = sentences.joined(separator: " ")
        frame.relations = [("up", "/notices/")]
        frame.alternates = [("application/json", site.theme.string("as_json"), "/notices/\(notice.id).json")]
        let view: View = [
            "title": title, "id": notice.id.description, "day": site.time(notice.moment),
            "document": ["href": "/\(notice.id.document)/", "title": document] as View,
            "state": site.theme.string("notice_\(state(of: notice))"), "kind": state(of: notice),
            "starting": notice.isStartingState,
            "sentences": sentences,
            "objection": objection(to: notice),
            "editions": notice.editions.map(edition),
            "changes": notice.changes.map { change($0, in: notice) },
            "json": "/notices/\(notice.id).json",
        ]
        return frame.page(site.theme.render("notice", view), site)
    }

    private func change(_ change: Change, in notice: Notice) -> View {
        [
            "name": change.name.isEmpty ? change.id.provider : change.name,
            "href": "/\(change.register)/\(change.id.provider)/",
            "anchor": change.id.description.replacing("/", with: "-"),
            "effect": effect(of: change.announcement),
            "details": site.details(of: change),
            "unchanged": unchanged(by: change, in: notice),
        ]
    }

    /// `Takes effect on 24 December 2026`, or what became of it.
    private func effect(of announcement: Announcement) -> String {
        let key =
            announcement.isWithdrawn
            ? "was_to_take_effect" : announcement.currentEffective > site.today ? "takes_effect" : "took_effect"
        return site.words(key, ["day": site.time(announcement.currentEffective)])
    }

    /// What buyers ask of a company and none of the notice's changes of it names: it stays as it is. It stands once,
    /// below the last of those changes; nothing where the company comes or goes, which says all there is to say.
    private func unchanged(by change: Change, in notice: Notice) -> Any {
        let changes = notice.changes.filter { $0.id.provider == change.id.provider && !$0.announcement.isWithdrawn }
        guard changes.last?.id == change.id, changes.allSatisfy({ $0.stateAfter.isListed && !$0.written.isFirstState })
        else { return false }
        let named = Set(changes.flatMap { $0.written.fields.keys })
        let fields = FieldText(site: site, register: change.register)
        var rows = fields.rows(
            change.stateAfter.fields.filter { ProviderField.asked.contains($0.key) }, leavingOut: named)
        if !named.contains(.products) { rows += fields.allProducts(change.stateAfter.fields) }
        return rows.isEmpty ? false : ["rows": rows] as View as Any
    }

    /// Until when and how customers may object; after that day, that the time is over. Nothing where all that they
    /// may object to was withdrawn.
    private func objection(to notice: Notice) -> Any {
        guard let deadline = notice.objectionDeadline,
            notice.changes.contains(where: { $0.needsNotice && !$0.announcement.isWithdrawn })
        else { return false }
        return [
            "is_open": deadline >= site.today,
            "words": site.words(
                deadline >= site.today ? "may_object" : "objection_over", ["day": site.time(deadline)]),
            "naming": site.words("may_object_naming", ["id": Escaping.html(notice.id.description)]),
            "mailto": site.settings.objection(to: notice.id), "address": site.settings.contacts.privacy.value,
            "after": notice.objectionAfterEffect ?? false as Any,
        ] as View
    }

    private func edition(_ edition: Edition) -> View {
        let announcement = edition.announcement
        func html(_ note: Sourced<String>?) -> Any {
            note.map { site.html($0, of: edition.document, on: Occasion(announcement)) } ?? false as Any
        }
        let own: View = [
            "title": edition.title.value, "href": "/\(edition.document)/\(edition.id)/",
            "effect": effect(of: announcement), "summary": html(edition.summary),
            "clauses": clauses(touchedBy: edition),
        ]
        return own.merging(site.story(of: announcement, in: edition.document)) { own, _ in own }
    }

    /// The clauses that an edition touches, each with its place in the redline; nothing for a first edition.
    private func clauses(touchedBy edition: Edition) -> Any {
        guard let document = site.history.document(edition.document),
            let (_, redline) = site.redlines.changes(of: edition, in: document)
        else { return false }
        let page = "/\(edition.document)/\(edition.id)/changes/"
        let items = redline.changes.map { change in
            site.view(change).merging(["href": page + (change.anchor.map { "#\($0)" } ?? "")]) { _, new in new }
        }
        return ["href": page, "items": items] as View
    }
}
