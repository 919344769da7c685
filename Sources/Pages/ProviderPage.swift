import Diagnostics
import Feeds
import Formats
import Model

/// `/<register>/<provider>/`: one provider as it is today, and its history.
struct ProviderPage {
    private let provider: ProviderHistory
    private let document: DocumentHistory
    private let site: PublicSite
    private let fields: FieldText

    init(_ provider: ProviderHistory, _ document: DocumentHistory, _ site: PublicSite) {
        self.provider = provider
        self.document = document
        self.site = site
        fields = FieldText(site: site, register: document.id)
    }

    var html: String {
        let today = provider.state(on: site.today)
        let first = provider.changes.first
        let shown =
            today.isListed
            ? today
            : provider.changes.last { $0.announcement.currentEffective <= site.today }
                .map(\.stateBefore) ?? first?.stateAfter ?? today
        let name = shown.name.isEmpty ? provider.provider.id : shown.name
        var frame = Frame(path: path, title: name, document: document.id)
        frame.relations = [("up", "/\(document.id)/")]
        let view: View = [
            "title": name,
            "document": ["href": "/\(document.id)/", "title": site.title(of: document)] as View,
            "status": status(today),
            "facts": fields.rows(shown.fieldsToday, leavingOut: [.name]),
            "changes": provider.changes.reversed().map(change),
        ]
        return frame.page(site.theme.render("provider", view), site)
    }

    private var path: String { "/\(document.id)/\(provider.provider.id)/" }

    private func status(_ today: ProviderState) -> String {
        if let since = provider.listedSince(on: site.today) {
            return site.words(today.isRecipient ? "recipient_since" : "listed_since", ["day": site.time(since)])
        }
        let coming = provider.changes
            .filter {
                !$0.announcement.isWithdrawn && $0.announcement.currentEffective > site.today && $0.after.isListed
            }
            .map(\.announcement.currentEffective).min()
        return coming.map { site.words("status_upcoming", ["day": site.time($0)]) } ?? site.words("not_listed")
    }

    private func change(_ change: Change) -> View {
        let announcement = change.announcement
        let notice = site.history.notices.first { $0.id.document == document.id && $0.moment == change.moment }
        return [
            "anchor": change.id.stem,
            "sentence": site.sentences.sentence(for: [change], from: Viewpoint(asOf: site.asOf)),
            "announced": site.time(announcement.announced.value),
            "effective": site.time(announcement.currentEffective),
            "recorded": announcement.recorded.map { site.time($0.value) } ?? false as Any,
            "details": site.details(of: change),
            "notice": notice.map { "/notices/\($0.id)/" } ?? false as Any,
            "json": "/\(document.id)/\(change.id).json",
        ]
    }
}

extension PublicSite {
    /// A change's own words and what it changes, as provider pages and notices show them.
    func details(of change: Change) -> View {
        let announcement = change.announcement
        let fields = FieldText(site: self, register: change.register)
        let isArrival = change.written.isFirstState
        let names = ProviderField.allCases.filter { field in
            change.before.fields[field] != nil || change.after.fields[field] != nil
        }
        let table = names.map { field -> View in
            [
                "label": fields.label(field), "before": fields.html(change.before.fields[field], of: field),
                "after": fields.html(change.after.fields[field], of: field),
            ]
        }
        let own: View = [
            "note": change.written.note.map { html($0, of: change.register, on: Occasion(announcement)) } ?? false
                as Any,
            "comparison": isArrival || table.isEmpty ? false : ["rows": table] as View as Any,
            "arrival": isArrival
                ? [
                    "rows": fields.rows(change.after.fields, leavingOut: [.name])
                        + fields.allProducts(change.after.fields)
                ] as View : false as Any,
            "erased": announcement.erased.map { item -> View in
                [
                    "words": words("is_erased", ["day": time(item.announced.value)]),
                    "reason": html(item.reason, of: change.register, on: Occasion(at: item.announced.value)),
                ]
            } ?? false as Any,
            "true_since": change.written.trueSince.map { words("true_since", ["day": time($0.value)]) } ?? false as Any,
        ]
        return own.merging(story(of: announcement, in: change.register)) { own, _ in own }
    }

    /// What was said of an announcement beside its text: why it is short, other days for some, and what became of it.
    func story(of announcement: Announcement, in document: String) -> View {
        func html(_ reason: Sourced<String>, _ moment: Moment) -> String {
            self.html(reason, of: document, on: Occasion(at: moment))
        }
        return [
            "urgent": announcement.urgent.map { self.html($0, of: document, on: Occasion(announcement)) } ?? false
                as Any,
            "applies": announcement.applies.map {
                words("applies", ["to": Escaping.html($0.to.value), "day": time($0.from.value)])
            },
            "postponed": announcement.postponed.map { item -> View in
                [
                    "words": words(
                        "was_postponed",
                        ["day": time(item.announced.value), "effective": time(item.effective.value)]),
                    "reason": html(item.reason, item.announced.value),
                ]
            },
            "withdrawn": announcement.withdrawn.map { item -> View in
                [
                    "words": words("was_withdrawn", ["day": time(item.announced.value)]),
                    "reason": html(item.reason, item.announced.value),
                ]
            } ?? false as Any,
        ]
    }
}
