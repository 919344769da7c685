import Diagnostics
import Language
import Model
import Notices

/// `/<register>/<provider>/`: one provider as it is today, and its history.
struct ProviderPage {
    let provider: ProviderHistory
    let document: DocumentHistory
    let site: PublicSite

    var parts: PageParts {
        let state = provider.state(on: site.today)
        let first = provider.changes.first
        let shown =
            state.isListed
            ? state
            : provider.changes.last {
                !$0.announcement.isWithdrawn && $0.announcement.currentEffective <= site.today
            }
            .map(\.stateBefore) ?? first?.stateAfter ?? state
        let name = shown.name(orID: provider.provider.id)
        let fields = FieldText(site: site, register: document.id, row: provider.provider.id)
        var head = PageHead(
            path: "/\(document.id)/\(provider.provider.id)/", title: name.authored,
            voice: fields.voice(ofName: shown.name),
            document: document.id)
        head.relations = [("up", "/\(document.id)/")]
        // What is shown as it is today, and is in no record, stands apart.
        let today = fields.rows(shown.unrecorded)
        let single: HTML.Attributes = ["class": "pairs single"]
        let standing = "<p class=\"standing\">\(status)</p>"
        let said = HTML.pairs(
            fields.rows(shown.fields, leavingOut: replacesNobody(shown) ? [.name, .replaces] : [.name]))
        let changes = HTML.block("ol", ["class": "timeline"], provider.changes.reversed().map(change))
        let history = HTML.block(
            "section", ["class": "block", "data-history": place], ["<h2>\(site.say("History"))</h2>", changes])
        return PageParts(
            head: head, template: "provider", kind: "provider",
            facts: [
                .heading(head, site),
                Fact(.provider, HTML.block("div", ["data-provider": place], [standing, said])),
                today.isEmpty
                    ? nil
                    : Fact(.details, HTML.block("div", ["data-details": place], [HTML.facts(today, single)])),
                Fact(.history, history),
            ].compactMap(\.self), frame: ["up": .view(site.up(document))])
    }

    private var place: String { "\(document.id)/\(provider.provider.id)" }

    /// Whether the company that it is said to replace is on the list and is not to leave it.
    private func replacesNobody(_ shown: ProviderState) -> Bool {
        guard case .text(let id)? = shown.fields[.replaces], let other = document.register?.provider(id) else {
            return false
        }
        let leaves = other.changes.contains { change in
            change.written.removed?.value == true && !change.announcement.isWithdrawn
                && change.announcement.currentEffective > site.today
        }
        return other.state(on: site.today).isListed && !leaves
    }

    private var status: String {
        if let since = provider.listedSince(on: site.today) {
            let words =
                provider.recipientSince(on: site.today).map {
                    site.say("A recipient, and no subprocessor, since \(site.time($0))")
                } ?? site.say("On the list since \(site.time(since))")
            return State("in-force")?.html(words) ?? ""
        }
        let coming = provider.changes
            .filter {
                !$0.announcement.isWithdrawn && $0.announcement.currentEffective > site.today && $0.after.isListed
            }
            .map(\.announcement.currentEffective).min()
        return coming.map { Mark("upcoming", site.say("Joins on \(site.time($0))")).badge } ?? State("retired")?.html(
            site.say("Not on the list")) ?? ""
    }

    private func change(_ change: Change) -> String {
        let announcement = change.announcement
        let sentence = site.sentences.sentence(
            for: [change], from: Viewpoint(asOf: site.asOf), isStartingState: site.isStartingState(change))
        let state =
            announcement.isWithdrawn
            ? "withdrawn"
            : announcement.currentEffective <= site.today
                ? "in_effect" : announcement.postponed.isEmpty ? "upcoming" : "postponed"
        return site.timelineItem(
            day: announcement.currentEffective,
            until: site.say("announced \(site.time(announcement.announced.value.day))"), state: state,
            id: "change.\(change.id.stem)",
            [
                "<h3>\(site.told(sentence, at: change.moment))</h3>",
                announcement.recorded.map {
                    "<p class=\"quiet small\">\(site.say("Entered in this record on \(site.time($0.value))"))</p>"
                },
                site.details(of: change),
                site.row([
                    site.notice(of: change).map { site.link("/notices/\($0)/", site.say("The notice")) },
                    site.link("/\(document.id)/\(change.id).json", site.say("Data as JSON")),
                ]),
            ])
    }
}
