import Diagnostics
import Formats
import Language
import Markdown
import Model
import Redline
import Site
import Synchronization

/// A document's own page, one page for each edition, and its history.
func editionPages(_ document: DocumentHistory, _ site: PublicSite) -> [PageJob] {
    // The order in which they take effect, which each page needs.
    let order = document.inOrderOfEffect
    let places = Dictionary(
        order.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let facts = EditionFacts(document: document, site: site)
    // Two pages have them.
    let origins = Once { facts.origins }
    let current = document.inForce(on: site.today)
    let article = current.flatMap { edition in
        edition.announcement.erased == nil ? ForTwo { facts.article(of: edition) } : nil
    }
    @Sendable func pages(of edition: Edition?) -> EditionPage {
        let place = edition.flatMap { places[$0.id] }
        return EditionPage(
            facts: facts, document: document, site: site, origins: origins,
            article: edition?.id == current?.id ? article : nil,
            before: place.flatMap { $0 > 0 ? order[$0 - 1] : nil },
            after: place.flatMap { $0 + 1 < order.count ? order[$0 + 1] : nil })
    }
    return [
        PageJob("\(document.id)/index.html", site) { pages(of: current).standing(current) },
        PageJob("\(document.id)/history/index.html", site) { pages(of: nil).history },
    ]
        + document.editions.map { edition in
            PageJob("\(document.id)/\(edition.id)/index.html", site) { pages(of: edition).permanent(edition) }
        }
}

/// What two pages have: made for the one that asks first, and kept until the other one takes it. What is made of a site may
/// be larger than the memory.
private final class ForTwo<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var next: Value {
        kept.withLock { kept in
            let value = kept ?? make()
            kept = kept == nil ? value : nil
            return value
        }
    }
}

private struct EditionPage: Sendable {
    let facts: EditionFacts
    let document: DocumentHistory
    let site: PublicSite
    let origins: Once<ClauseOrigins?>
    /// The text of the edition in force, where that is the one that is shown.
    let article: ForTwo<Fact>?
    /// The editions that take effect before and after the one that is shown.
    let before: Edition?
    let after: Edition?

    /// `/<document>/`: the edition in force, what is upcoming, and a register's list.
    func standing(_ current: Edition?) -> PageParts {
        var head = head(path: "/\(document.id)/", edition: current)
        if let current, current.retired == nil { head.description = description(of: current) }
        // The list, which a register's page shows above all, is not in the edition.
        if let day = document.register?.daysOfChange(upTo: site.today).last {
            head.edition = (site.say("list of \(site.time(day))"), "/\(document.id)/on/\(day)/")
        }
        let upcoming = document.upcoming(on: site.today)
        let marks = upcoming.map(facts.upcomingMark) + (current.map(facts.standingMarks) ?? [])
        var parts = [Fact.heading(head, site)] + Fact.marks(marks, site)
        if current == nil && upcoming.isEmpty && document.register == nil { parts.append(facts.noneInForce) }
        if document.register != nil { parts += RegisterFacts(document, site).current }
        if let current { parts += facts.text(of: current, before: after, article: article?.next, isStanding: true) }
        parts += Fact.places(site.gonePlaces.html(ofDocument: document))
        if let current, document.predecessor(of: current) != nil, let origins = origins.value {
            parts.append(origins.newest)
        }
        return PageParts(
            head: head, template: "document", kind: "document", facts: parts, frame: current.map(frame) ?? [:],
            place: current.map(place(of:)) ?? "")
    }

    /// `/<document>/<edition>/`: the permanent address of an edition.
    func permanent(_ edition: Edition) -> PageParts {
        let state = document.state(of: edition, on: site.today)
        var head = head(path: facts.address(edition), edition: edition)
        head.description = description(of: edition)
        head.isIndexed = ![.superseded, .withdrawn, .erased].contains(state)
        return PageParts(
            head: head, template: "document", kind: "edition",
            facts: [.heading(head, site)] + Fact.marks(facts.stateMarks(edition) + facts.marks(edition), site)
                + facts.text(of: edition, before: after, article: article?.next)
                + Fact.places(site.gonePlaces.html(ofEdition: edition)),
            frame: frame(edition), place: place(of: edition))
    }

    /// `/<document>/history/`: every edition, and for a register every day on which its list changed.
    var history: PageParts {
        var head = PageHead(
            path: "/\(document.id)/history/", title: site.say("\(site.title(of: document).authored): all editions"),
            voice: site.voice(ofTitleOf: document), document: document.id)
        head.relations = [("latest-version", "/\(document.id)/")]
        let comparison = facts.comparisonAddress().map { site.link($0, site.say("Compare any two editions")) }
        var text = HTMLBuffer()
        text.append(lines: [site.daysPlace(of: document), site.row([comparison]), facts.editions])
        if let origins = origins.value {
            text.startLine()
            origins.writeAll(into: &text)
        }
        if let days = facts.days {
            text.startLine()
            text += days
        }
        return PageParts(
            head: head, template: "page", kind: "history",
            facts: [.heading(head, site), Fact(.text, bytes: text.bytes)])
    }

    private func head(path: String, edition: Edition?) -> PageHead {
        var head = PageHead(
            path: path, title: (edition?.title.value ?? site.title(of: document)).authored,
            voice: edition.map { site.voices.at($0.announcement.moment) } ?? site.voice(ofTitleOf: document),
            document: document.id)
        head.relations = [("version-history", "/\(document.id)/history/")] + site.timeRelations(of: document)
        head.mementos = site.mementos(of: document, at: path)
        if path != "/\(document.id)/" { head.relations.append(("latest-version", "/\(document.id)/")) }
        if let before { head.relations.append(("predecessor-version", facts.address(before))) }
        if let after { head.relations.append(("successor-version", facts.address(after))) }
        if let edition {
            let words = site.say("edition of \(site.time(edition.announcement.currentEffective))")
            head.edition = (words, facts.address(edition))
            let isErased = edition.announcement.erased != nil
            head.alternates.append(
                isErased
                    ? ("application/json", site.say("What is left of it, as JSON"), "/" + edition.publishedPath)
                    : ("text/markdown", site.say("Text as Markdown"), "/" + edition.publishedPath))
        }
        if document.register != nil {
            head.alternates.append(("application/json", site.say("Data as JSON"), "/\(document.id).json"))
        }
        return head
    }

    private func description(of edition: Edition) -> String {
        if let standing = facts.neverHeld(edition, before: after) { return "\(edition.title.value). \(standing)." }
        let day = site.language.date(edition.announcement.currentEffective)
        guard edition.retired == nil else { return site.say("\(edition.title.value): the last edition, of \(day).") }
        return site.say("\(edition.title.value), in force from \(day).")
    }

    /// Where the addresses of an edition begin.
    private func place(of edition: Edition) -> String { "/\(document.id)/\(edition.id)" }

    /// A table of contents, and where else one may go.
    private func frame(_ edition: Edition) -> View {
        var links: [(ViewValue, String)] = []
        if document.hasRedlineSince(edition, on: site.today) { links.append((.own("/since/"), "since_link")) }
        if document.compared(with: edition) != nil { links.append((.own("/changes/"), "changes_link")) }
        if let address = facts.comparisonAddress() { links.append((.text(address), "compare_link")) }
        let isErased = edition.announcement.erased != nil
        links += [
            (.text("/\(document.id)/history/"), "all_editions"), (.own("/"), "permanent_address"),
            (.own(isErased ? ".json" : ".md"), isErased ? "as_json" : "as_markdown"),
        ]
        let contents = isErased ? [] : contents(of: edition)
        return [
            "links": .view(site.links(links)),
            "contents": contents.isEmpty ? false : .view(["items": .list(contents)]),
        ]
    }

    /// The headings of the two highest levels, the numbers of clauses apart; none where the highest has fewer than three. Of
    /// level 1 the text's own title is none, and where it has fewer than three others, they are parts of the title.
    /// What is too long to be looked through is no outline: then the highest level stands alone, and if that is too long
    /// as well, there is none.
    private func contents(of edition: Edition) -> [View] {
        let most = 400
        let headings = site.texts[edition.source.path]?.headings ?? []
        var places = headings.indices.filter { !headings[$0].text.isEmpty }
        if let first = places.first, headings[first].level == 1,
            headings[first].text.isSameTitle(as: edition.title.value)
        {
            places.removeFirst()
        }
        let levels = places.map { headings[$0].level }
        let top = levels.count { $0 == 1 } > 2 ? 1 : levels.filter { $0 > 1 }.min() ?? 1
        let highest = levels.count { $0 == top }
        guard (3...most).contains(highest) else { return [] }
        let language = site.voices.at(edition.announcement.moment).authors(onPageOf: site.voice)
        let lowest = highest + levels.count { $0 == top + 1 } <= most ? top + 1 : top
        return zip(places, levels).filter { (top...lowest).contains($1) }.map { place, level in
            let (label, words) = headings[place].parts
            return [
                "href": .text("#\(headings[place].anchor)"), "label": .text(label),
                "title": ViewValue.words(words, language).isolated(onPageFrom: site.direction),
                "is_below": .flag(level > top),
            ]
        }
    }
}

extension Heading {
    /// What its words say of its number, and the rest: `10.2` and `AI providers`.
    fileprivate var parts: (label: String, words: String) {
        guard let label, let place = text.place(of: label) else { return ("", text) }
        let rest = text[place.upperBound...].drop(while: \.endsNumber)
        let isFirst = text[..<place.lowerBound].allSatisfy { $0.isWhitespace || "§(".contains($0) }
        return isFirst && !rest.isEmpty ? (label, String(rest)) : ("", text)
    }
}

extension Character {
    /// Whether it stands between a number and the words behind it.
    fileprivate var endsNumber: Bool {
        switch asciiValue {
        case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: " "): true
        case nil: self == "–" || self == "—" || isWhitespace
        default: isWhitespace
        }
    }
}

extension PublicSite {
    /// Addresses with the theme's words for them, as templates list them.
    func links(_ links: [(address: ViewValue, key: String)]) -> View {
        ["items": .list(links.map { ["href": $0.address, "title": theme.string($0.key)] })]
    }

    /// The document that a page belongs to, as templates lead back to it.
    func up(_ document: DocumentHistory) -> View {
        ["href": .text("/\(document.id)/"), "title": frameTitle(of: document)]
    }
}
