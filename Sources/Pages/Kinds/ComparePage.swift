import Diagnostics
import Language
import Model
import Redline

/// `/<document>/history/compare/`: any two editions, held against each other in the reader's browser.
///
/// The page itself lists the editions with the redlines that are made already: all that it says without a script.
func comparePages(_ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    let facts = EditionFacts(document: document, site: site)
    guard facts.isComparable else { return [] }
    return [PageJob(facts.comparisonPath.dropFirst() + "index.html", site) { facts.comparisonPage }]
}

extension EditionFacts {
    /// Whether there are two texts.
    fileprivate var isComparable: Bool {
        !document.editions.lazy.filter { $0.announcement.erased == nil }.dropFirst().isEmpty
    }

    /// Where two editions are compared; nil where there are not two texts.
    ///
    /// - Parameter pair: chosen there already.
    func comparisonAddress(_ pair: (old: Edition, new: Edition)? = nil) -> String? {
        guard isComparable else { return nil }
        return comparisonPath + (pair.map { "?from=\($0.old.id)&to=\($0.new.id)" } ?? "")
    }

    fileprivate var comparisonPath: String { "/\(document.id)/history/compare/" }

    fileprivate var comparisonPage: PageParts {
        var head = PageHead(
            path: comparisonPath,
            title: site.say("\(site.title(of: document).authored): compare two editions"),
            voice: site.voice(ofTitleOf: document),
            document: document.id)
        head.relations = [("version-history", "/\(document.id)/history/"), ("latest-version", "/\(document.id)/")]
        let texts = document.editions.filter { $0.announcement.erased == nil }
            .sorted { ($0.announcement.currentEffective, $0.id) < ($1.announcement.currentEffective, $1.id) }
        // Chosen first: the edition in force, or else the last, and the one before it.
        let current = document.inForce(on: site.today).flatMap { current in texts.firstIndex { $0.id == current.id } }
        let new = max(current ?? texts.count - 1, 1)
        let before = document.predecessor(of: texts[new]).flatMap { old in texts.firstIndex { $0.id == old.id } }
        let pair = EditionPair(texts[before ?? new - 1], texts[new]).description
        let words = ScriptWords.ofComparison(in: site.language)
        let attributes: HTML.Attributes =
            words.map { ["data-compare": pair, "data-words": $0] } ?? ["data-compare": pair]
        let intro = site.say(
            "Any two editions can be compared: your browser fetches the published texts and marks what differs. Nothing is sent to anybody. The links in the list lead to what is marked up already."
        )
        let text = HTML.block(
            "div", attributes,
            [
                "<p>\(intro)</p>",
                "<div class=\"compare-place needs-script\"></div>",
                HTML.block("ol", ["class": "timeline"], texts.reversed().map(row)),
            ])
        return PageParts(
            head: head, template: "compare", kind: "compare", facts: [.heading(head, site), Fact(.text, text)],
            frame: ["up": .view(site.up(document))])
    }

    private func row(_ edition: Edition) -> String {
        let announcement = edition.announcement
        let state = document.state(of: edition, on: site.today)
        let title = site.link(address(edition), site.authors(edition.title.value, at: announcement.moment))
        var links: [String] = []
        if document.compared(with: edition) != nil {
            links.append(site.link(address(edition) + "changes/", site.say("Against the edition before it")))
        }
        if document.hasRedlineSince(edition, on: site.today) {
            links.append(site.link(address(edition) + "since/", site.say("Against the edition in force")))
        }
        return site.timelineItem(
            day: announcement.currentEffective, until: "", state: state.rawValue,
            ["<h2>\(title) \(Mark(state.rawValue, site.language.label(of: state)).badge)</h2>", site.row(links)])
    }
}
