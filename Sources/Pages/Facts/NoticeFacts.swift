import Diagnostics
import Feeds
import Language
import Model
import Notices
import Redline
import Site

/// What pages say of a notice.
struct NoticeFacts {
    let notice: Notice
    let site: PublicSite

    private var document: String {
        let id = notice.id.document
        switch id {
        case NoticeID.siteDocument: return site.say("Terms of notice")
        case NoticeID.renamed: return site.say("Names and contacts")
        default: return site.history.title(of: id).authored
        }
    }

    /// Those of its moment.
    private var names: Names { site.history.names(at: notice.moment) }

    /// Who gave the document its title, which is that of today.
    private var titleVoice: Voice {
        site.voices.at(site.history.document(notice.id.document)?.newest(knownAt: .last)?.announcement.moment)
    }

    private var sentences: [String] { site.sentences(of: notice) }

    /// The days of what takes effect: neither of what was withdrawn nor of an edition in whose place another of its day holds.
    private var effects: [CalendarDate] {
        notice.items.filter { item in
            !item.announcement.isWithdrawn && !(item.edition.map(isHidden) ?? false)
        }
        .map(\.announcement.currentEffective)
    }

    private func isHidden(_ edition: Edition) -> Bool {
        Sentences(site.history).isHidden(edition, from: Viewpoint(asOf: site.asOf))
    }

    /// Upcoming while anything in it is to come, postponed where all that is to come was, withdrawn when all of it is, and
    /// superseded where nothing of it ever held.
    private var state: Mark {
        let announcements = notice.items.map(\.announcement)
        if announcements.allSatisfy(\.isWithdrawn) { return Mark("withdrawn", site.say("Withdrawn")) }
        let coming = announcements.filter { !$0.isWithdrawn && $0.currentEffective > site.today }
        if coming.isEmpty {
            return effects.isEmpty
                ? Mark("superseded", site.say("Superseded")) : Mark("in_effect", site.say("In effect"))
        }
        return coming.allSatisfy { !$0.postponed.isEmpty }
            ? Mark("postponed", site.say("Postponed")) : Mark("upcoming", site.say("Upcoming"))
    }

    /// Whether anything in it is still to come.
    var isOpen: Bool {
        notice.items.contains { !$0.announcement.isWithdrawn && $0.announcement.currentEffective > site.today }
    }

    /// In a list of notices, with the products that it concerns, one a line, for a script that filters.
    var row: String {
        let state = state
        let document = site.link("/notices/\(notice.id)/", titleVoice.html(document))
        let standing = notice.items.filter { !$0.announcement.isWithdrawn }
        return HTML.block(
            "li", ["data-product": products.joined(separator: "\n")],
            [
                "<span class=\"when\">\(site.time(notice.moment))</span>",
                HTML.block(
                    "div", ["class": "what"],
                    ["<p>\(document) \(state.badge)</p>"]
                        + sentences.map { "<p>\(site.told($0, at: notice.moment))</p>" }
                        + [site.openObjection(to: ScheduleEntry(day: site.today, notice: notice, items: standing))]),
            ])
    }

    private var products: [String] {
        site.settings.products
            .filter { product in notice.items.contains { $0.concerns(product: product.id.value) } }
            .map(\.name.value).sorted()
    }

    /// `/notices/<id>/`.
    var page: PageParts {
        let number = notice.id.number == 1 ? "" : " (\(notice.id.number))"
        let title = site.say("Notice: \(document), \(site.language.date(notice.moment.day))\(number)")
        let address = "/notices/\(notice.id)"
        // A notice of terms or of names is of no document.
        let own = site.history.document(notice.id.document)
        var head = PageHead(path: address + "/", title: title, voice: titleVoice, document: own?.id)
        head.description = names.noticeLanguage.plain(sentences.joined(separator: " "))
        let told = site.attributes(ofToldAt: notice.moment)
        head.descriptionLanguage = told.isEmpty ? nil : told
        head.relations = [("up", "/notices/")]
        head.alternates = [("application/json", site.say("Data as JSON"), address + ".json")]
        let up: View = own.map(site.up) ?? ["href": "/notices/", "title": site.theme.string("notices")]
        return PageParts(
            head: head, template: "notice", kind: "notice", facts: [.heading(head, site), Fact(.notice, html)],
            frame: ["up": .view(up), "links": .view(site.links([(.own(".json"), "as_json")]))], place: address)
    }

    private var html: String {
        let changes = Dictionary(grouping: notice.changes, by: \.id.provider)
        let name = site.say("Notice \("<code>\(notice.id)</code>")")
        let start =
            notice.isStartingState ? site.say("This notice is part of the state with which this record starts.") : nil
        return HTML.block(
            "div", ["data-notice": "\(notice.id)"],
            [
                "<p class=\"standing\">\(state.badge) <span class=\"quiet\">\(name)</span></p>",
                HTML.block(
                    "section", ["class": "told", "aria-label": site.say("In short")],
                    sentences.map { "<p class=\"lead\">\(site.told($0, at: notice.moment))</p>" }),
                start.map { "<p class=\"quiet\">\($0)</p>" }, days, objection,
            ] + notice.editions.map(edition) + notice.changes.map { change($0, of: changes[$0.id.provider] ?? []) })
    }

    /// Until when customers may object; nil where all that they may object to was withdrawn.
    private var deadline: CalendarDate? {
        notice.items.contains { $0.mayBeObjectedTo && !$0.announcement.isWithdrawn } ? notice.objectionDeadline : nil
    }

    /// Until when and how customers may object; after that day, that the time is over.
    private var objection: String? {
        guard let deadline else { return nil }
        let subject = site.told(names.objectionSubject(to: notice.id), at: notice.moment)
        let mail = HTML.link(names.objection(to: notice.id), site.isolated(names.contacts.privacy.value))
        let day = site.time(deadline)
        let words =
            deadline >= site.today
            ? site.say("Customers may object until \(day), by mail to \(mail) with “\(subject)” as the subject.")
            : site.say("The time to object ended on \(day).")
        let after = notice.objectionAfterEffect(knownAt: .last).map { "<p>\(site.authors($0, at: notice.moment))</p>" }
        return HTML.section("object", "page.object", site.say("To object"), ["<p>\(words)</p>", after])
    }

    /// When it was announced, until when customers may object, and when it takes effect, on one day or from the first to
    /// the last: in the order of the days.
    private var days: String {
        let effects = effects
        let isOver = effects.allSatisfy { $0 <= site.today }
        let clock = notice.moment.time.map {
            " <span class=\"note\">\(site.say("at \($0) (\(site.utcOffset))"))</span>"
        }
        var days = [day(site.say("Announced"), site.time(notice.moment.day) + (clock ?? ""), isDone: true)]
        let objection = deadline.map {
            day(site.say("Object until the end of"), site.time($0), isDone: $0 < site.today)
        }
        if let first = effects.min(), let last = effects.max() {
            let span =
                first == last ? site.time(first) : site.say("\(site.time(first)), the rest by \(site.time(last))")
            let effect = day(isOver ? site.say("Took effect on") : site.say("Takes effect on"), span, isDone: isOver)
            let isFirst = deadline.map { $0 > first } ?? false
            days += (isFirst ? [effect, objection] : [objection, effect]).compactMap(\.self)
        }
        return HTML.block("ol", ["class": "days", "aria-label": site.say("Days of this notice")], days)
    }

    private func day(_ label: String, _ html: String, isDone: Bool) -> String {
        let words = "<span class=\"key\">\(label)</span> <span class=\"day\">\(html)</span>"
        return HTML.inline("li", ["class": isDone ? "done" : "open"], words)
    }

    // MARK: What it announces

    private func edition(_ edition: Edition) -> String {
        let page = "/\(edition.document)/\(edition.id)/"
        return HTML.block(
            "section", ["class": "change"],
            [
                "<h2>\(site.link(page, site.authors(edition.title.value, at: notice.moment)))</h2>",
                isHidden(edition) ? nil : effect(of: edition.announcement),
                edition.summary.map { site.html($0, of: edition.document, on: Occasion(edition.announcement)) },
                clauses(touchedBy: edition, page + "changes/"),
            ] + site.marks(of: .edition(edition), in: edition.document).map { $0.html(site.language) })
    }

    /// The clauses that an edition touches, each with its place in the redline; nothing for a first edition.
    private func clauses(touchedBy edition: Edition, _ page: String) -> String? {
        guard let document = site.history.document(edition.document),
            let (_, redline) = site.redlines.changes(of: edition, in: document)
        else { return nil }
        return HTML.lines([
            "<h3>\(site.say("Clauses touched"))</h3>",
            redline.changes.isEmpty ? nil : site.touched(redline.changes, by: edition, on: page),
            "<p>\(site.link(page, site.say("What changed, marked up")))</p>",
        ])
    }

    /// - Parameter all: the notice's changes of the company.
    private func change(_ change: Change, of all: [Change]) -> String {
        let name = fields(of: change).name(site.history.name(of: change))
        let id = "change.\(change.id.description.replacing("/", with: "-"))"
        return HTML.block(
            "section", ["class": "change", "id": id],
            [
                "<h2>\(site.link("/\(change.register)/\(change.id.provider)/", name))</h2>",
                effect(of: change.announcement), site.details(of: change), unchanged(by: change, of: all),
            ])
    }

    private func fields(of change: Change) -> FieldText { FieldText(site: site, change: change) }

    /// `Takes effect on 24 December 2026`, or what became of it.
    private func effect(of announcement: Announcement) -> String {
        let day = site.time(announcement.currentEffective)
        let words =
            announcement.isWithdrawn
            ? site.say("Was to take effect on \(day).")
            : announcement.currentEffective > site.today
                ? site.say("Takes effect on \(day).") : site.say("Took effect on \(day).")
        return "<p>\(words)</p>"
    }

    /// What buyers ask of a company and none of the notice's changes of it names: it stays as it is. It stands once,
    /// below the last of those changes; nothing where the company comes or goes, which says all there is to say.
    private func unchanged(by change: Change, of all: [Change]) -> String? {
        let changes = all.filter { !$0.announcement.isWithdrawn }
        guard changes.last?.id == change.id,
            changes.allSatisfy({ $0.stateBefore.isListed && $0.stateAfter.isListed && !$0.written.isFirstState })
        else { return nil }
        let named = Set(changes.flatMap { $0.written.fields.keys })
        let fields = fields(of: change)
        var rows = fields.rows(
            change.stateAfter.fields.filter { ProviderField.asked.contains($0.key) }, leavingOut: named)
        if !named.contains(.products) { rows += fields.allProducts(change.stateAfter.fields) }
        return HTML.pairs(rows).map { "<h3>\(site.say("What stays as it is"))</h3>\n\($0)" }
    }
}
