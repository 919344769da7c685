import Diagnostics
import Feeds
import Formats
import Model

/// `/<register>/<provider>/`: one provider as it is today, and its history.
struct ProviderPage {
    private let provider: ProviderHistory
    private let document: DocumentHistory
    private let site: PublicSite

    init(_ provider: ProviderHistory, _ document: DocumentHistory, _ site: PublicSite) {
        self.provider = provider
        self.document = document
        self.site = site
    }

    var parts: PageParts {
        let state = provider.state(on: site.today)
        let first = provider.changes.first
        let shown =
            state.isListed
            ? state
            : provider.changes.last { $0.announcement.currentEffective <= site.today }
                .map(\.stateBefore) ?? first?.stateAfter ?? state
        let name = shown.name.isEmpty ? provider.provider.id : shown.name
        let fields = FieldText(site: site, register: document.id, row: provider.provider.id)
        var head = PageHead(
            path: "/\(document.id)/\(provider.provider.id)/", title: name.authored,
            voice: fields.voice(ofName: shown.name),
            document: document.id)
        head.relations = [("up", "/\(document.id)/")]
        // What is shown as it is today, and is in no record, stands apart.
        let today = fields.rows(shown.unrecorded)
        return PageParts(
            head: head, template: "provider", kind: "provider",
            facts: [
                .heading(head, site),
                Fact(
                    .provider,
                    HTML.block(
                        "div", ["data-provider": place],
                        [
                            "<p class=\"status\">\(status(state))</p>",
                            HTML.table(fields.rows(shown.fields, leavingOut: [.name])),
                        ])),
                HTML.table(today).map { Fact(.details, HTML.block("div", ["data-details": place], [$0])) },
                Fact(
                    .history,
                    HTML.block(
                        "section", ["data-history": place],
                        ["<h2>History</h2>"] + provider.changes.reversed().map(change))),
            ].compactMap(\.self), frame: ["up": .view(site.up(document))])
    }

    private var place: String { "\(document.id)/\(provider.provider.id)" }

    private func status(_ today: ProviderState) -> String {
        if let since = provider.listedSince(on: site.today) {
            return today.isRecipient
                ? "A recipient, and no subprocessor, since \(site.time(since))."
                : "On the list since \(site.time(since))."
        }
        let coming = provider.changes
            .filter {
                !$0.announcement.isWithdrawn && $0.announcement.currentEffective > site.today && $0.after.isListed
            }
            .map(\.announcement.currentEffective).min()
        return coming.map { Mark("upcoming", "Joins on \(site.time($0))").badge } ?? "Not on the list."
    }

    private func change(_ change: Change) -> String {
        let announcement = change.announcement
        let sentence = site.sentences.sentence(for: [change], from: Viewpoint(asOf: site.asOf))
        let links = [
            site.notice(of: change).map { site.link("/notices/\($0)/", "The notice") },
            site.link("/\(document.id)/\(change.id).json", "Data as JSON"),
        ]
        return HTML.block(
            "section", ["class": "change", "id": "change.\(change.id.stem)"],
            [
                "<h3>\(site.voices.at(change.moment).html(sentence))</h3>",
                HTML.facts(
                    [
                        ("Announced", site.time(announcement.announced.value)),
                        site.inForce(announcement),
                    ] + (announcement.recorded.map { [("Entered in this record", site.time($0.value))] } ?? [])),
                site.details(of: change),
                HTML.block("ul", ["class": "links"], links.map { $0.map { "<li>\($0)</li>" } }),
            ])
    }
}
