import Diagnostics
import Feeds
import Formats
import Markdown
import Model
import Redline

/// `/<document>/<edition>/changes/` and `/<document>/<edition>/since/`.
func redlinePages(_ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    let current = document.inForce(on: site.today)
    return document.editions.flatMap { edition -> [PageJob] in
        var jobs: [PageJob] = []
        if let old = document.predecessor(of: edition) {
            jobs.append(
                PageJob("\(document.id)/\(edition.id)/changes/index.html") {
                    RedlinePage(document, site, from: old, to: edition, isSince: false).html
                })
        }
        if let current, document.state(of: edition, on: site.today) == .superseded {
            jobs.append(
                PageJob("\(document.id)/\(edition.id)/since/index.html") {
                    RedlinePage(document, site, from: edition, to: current, isSince: true).html
                })
        }
        return jobs
    }
}

/// One edition against another.
struct RedlinePage {
    private let document: DocumentHistory
    private let site: PublicSite
    private let old: Edition
    private let new: Edition
    /// Whether it stands with the old edition and leads to the one in force.
    private let isSince: Bool

    init(_ document: DocumentHistory, _ site: PublicSite, from old: Edition, to new: Edition, isSince: Bool) {
        self.document = document
        self.site = site
        self.old = old
        self.new = new
        self.isSince = isSince
    }

    var html: String {
        let edition = isSince ? old : new
        let title = site.words(
            isSince ? "since_title" : "changes_title",
            [
                "title": Escaping.html(edition.title.value),
                "day": English.date(edition.announcement.currentEffective),
            ])
        var frame = Frame(
            path: "/\(document.id)/\(edition.id)/\(isSince ? "since" : "changes")/", title: title,
            document: document.id)
        frame.relations = [
            ("version-history", "/\(document.id)/history/"), ("latest-version", "/\(document.id)/"),
            ("predecessor-version", address(old)), ("successor-version", address(new)),
        ]
        frame.isIndexed = !isSince && ![.superseded, .withdrawn].contains(document.state(of: new, on: site.today))
        return frame.page(site.theme.render("redline", view(title: title)), site)
    }

    private func address(_ edition: Edition) -> String { "/\(document.id)/\(edition.id)/" }

    private func view(title: String) -> View {
        var view: View = [
            "title": title,
            "document": ["href": "/\(document.id)/", "title": site.title(of: document)] as View,
            "from": link(old), "to": link(new), "banners": banners,
            "summary": isSince
                ? false
                : new.summary.map { site.html($0, of: document.id, on: Occasion(new.announcement)) } ?? false as Any,
            "article": false, "clauses": false, "is_empty": false,
        ]
        guard let redline = site.redlines.between(old, and: new) else { return view }
        view["is_empty"] = redline.isEmpty
        if !redline.changes.isEmpty { view["clauses"] = ["items": redline.changes.map(site.view)] as View }
        view["article"] =
            [
                "redline": EditionPair(old, new).description,
                "html": redline.html(
                    site.options(document: document.id, headingShift: 0), labels: site.redlineLabels),
            ] as View
        return view
    }

    private func link(_ edition: Edition) -> View {
        [
            "href": address(edition), "title": edition.title.value,
            "day": site.time(edition.announcement.currentEffective),
        ]
    }

    /// That there is nothing to compare, or that this is not about the text in force.
    private var banners: [View] {
        if let erased = [new, old].compactMap(\.announcement.erased).first {
            return [
                [
                    "kind": "erased", "words": site.words("is_erased", ["day": site.time(erased.announced.value)]),
                    "reason": site.html(erased.reason, of: document.id, on: Occasion(at: erased.announced.value)),
                ]
            ]
        }
        guard !isSince else { return [] }
        return EditionPage(document, site).stateBanners(new)
    }
}

extension PublicSite {
    /// A section in the list of what a redline changes.
    func view(_ change: SectionChange) -> View {
        let kinds = change.kinds.map { kind in
            kind == .renumbered
                ? words("kind_renumbered", ["number": Escaping.html(change.previousNumber ?? "–")])
                : words("kind_\(kind.rawValue)")
        }
        return [
            "title": change.heading ?? theme.string("text_beginning"),
            "href": change.anchor.map { "#\($0)" } ?? "#page.text", "words": kinds.joined(separator: ", "),
            "kind": change.kinds.first?.rawValue ?? "",
        ]
    }

    /// The words that a redline adds for readers, in the theme's language.
    package var redlineLabels: RedlineLabels {
        var labels = RedlineLabels()
        labels.deleted = theme.string("redline_deleted") + " "
        labels.inserted = theme.string("redline_inserted") + " "
        labels.end = theme.string("redline_end")
        labels.movedAway = theme.string("redline_moved_away")
        labels.moved = theme.string("redline_moved")
        labels.split = theme.string("redline_split")
        labels.merged = theme.string("redline_merged")
        labels.level = theme.string("redline_level")
        labels.numbering = theme.string("redline_numbering")
        return labels
    }
}
