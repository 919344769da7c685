import Diagnostics
import Formats
import Markdown
import Model
import Synchronization

extension LinkTargets {
    /// The pages and files that every site has, without a slash at their end.
    static let fixed: Set<String> = [
        "/", "/subscribe", "/notices", "/record", "/record/entries.jsonl", "/record/names.jsonl",
        "/record/checkpoint",
        "/record/as-of", "/record/SHA256SUMS", "/sitemap.xml", "/robots.txt", "/404.html",
        "/feeds/subscriptions.opml",
    ]

    private static let feedFormats = ["atom", "rss", "json", "ics"]

    /// The problem with any other path: whether the build makes such a page or file, of what was announced by the
    /// text's own moment.
    func problem(
        withPath path: String, _ fragment: String?, _ read: ReadLink, _ link: LinkReference,
        _ occasion: PublishedText.Occasion
    ) -> JudgedLink.Problem? {
        if path.withoutSlash == "/", let index = pages["index"], let fragment {
            return problem(
                withFragment: fragment, read, link,
                JudgedLink.Target(path: index.source.path, name: "the overview", address: "/"))
        }
        let facts = facts(of: path)
        guard let moment = facts.moment else { return facts.isUnreadable ? nil : .missing(.address(path)) }
        return moment <= occasion.known ? nil : .later(path, moment)
    }

    /// What is to be known of a path, whichever text leads there.
    func facts(of path: String) -> PathFacts {
        paths.facts.value(of: path) {
            let address = path.withoutSlash
            let first = address.segments.first ?? ""
            return PathFacts(
                // Two slashes at its beginning no page has.
                moment: Self.fixed.contains(address) ? .first : path.hasPrefix("//") ? nil : moment(of: address),
                isUnreadable: partlyUnreadable.contains(
                    first.without(".json").without(".csv").without(".timemap")),
                names: moments(ofNamesIn: path))
        }
    }

    /// When what stands at an address came to be; nil where nothing does.
    private func moment(of address: String) -> Moment? {
        let segments = address.segments
        return switch segments.first ?? "" {
        case "assets", "schemas": fixedFiles?.contains(address) ?? (segments.count > 1) ? .first : nil
        // Both come and go with what is in the sources: which of them are in force is not asked.
        case "certifications": segments.count == 1 ? certifications : nil
        case ".well-known":
            address == "/.well-known/security.txt" && history.settings.securityTxt != nil ? .first : nil
        case "feeds": feed(segments)
        case "notices": segments.count == 2 ? notices[segments[1].without(".json")] : nil
        default: generated(segments)
        }
    }

    /// When the thing that a feed is about was announced; nil where there is no such feed.
    private func feed(_ segments: [String]) -> Moment? {
        guard segments.count > 1, let dot = segments[segments.count - 1].lastIndex(of: ".") else { return nil }
        let file = segments[segments.count - 1]
        guard Self.feedFormats.contains(String(file[file.index(after: dot)...])) else { return nil }
        let name = String(file[..<dot])
        if segments.count == 3, segments[1] == "product" {
            return products[name]
        }
        guard segments.count == 2 else { return nil }
        return name == "all" ? .first : documents[name]?.editions.map(\.announcement.moment).min()
    }

    /// When something of a document was first in force and known, from which it has a TimeMap.
    private func firstState(_ document: DocumentHistory) -> Moment? {
        document.editions.map(\.announcement).map { max($0.moment, Moment($0.currentEffective)) }.min()
    }

    /// When an edition that begins to hold on a day was in force and known; nil where none does, or where a list holds.
    private func firstMoment(of document: DocumentHistory, on day: CalendarDate) -> Moment? {
        guard let edition = document.inForce(on: day), document.isText(on: day, announced: edition.announcement.moment)
        else { return nil }
        return document.inOrderOfEffect.map(\.announcement).filter { $0.currentEffective == day }
            .map { max($0.moment, Moment(day)) }.min()
    }

    /// When what changes the list that stands at a name below `on/` was announced; nil where nothing does.
    private func firstMoment(ofListAt name: String, in register: RegisterHistory) -> Moment? {
        guard let day = CalendarDate(name.without(".json").without(".csv")) else { return nil }
        let stepped = register.providers.filter { $0.daysOfEffect.contains(day) }
        return stepped.flatMap(\.changes).filter { $0.announcement.currentEffective == day }.map(\.moment).min()
    }

    /// When what an edition changes was announced with it; nil of a first edition, which changes nothing.
    private func comparison(of edition: Edition, in document: DocumentHistory) -> Moment? {
        document.predecessor(of: edition).map { _ in edition.announcement.moment }
    }

    /// When the first edition that takes an edition's place was announced; nil where none does. Its page comes with the day
    /// on which that takes effect: a text that links to it may be there before.
    private func supersession(of edition: Edition, in document: DocumentHistory) -> Moment? {
        let order = document.inOrderOfEffect
        guard let place = order.firstIndex(where: { $0.id == edition.id }) else { return nil }
        return order[place...].dropFirst().map { max($0.announcement.moment, edition.announcement.moment) }.min()
    }

    /// When a generated page of a document, an edition, a register or a provider came to be.
    private func generated(_ segments: [String]) -> Moment? {
        let first = segments[0]
        if segments.count == 1 {
            for ending in [".json", ".csv"] where first.hasSuffix(ending) {
                guard let register = documents[first.without(ending)]?.register else { return nil }
                return register.firstMoment ?? .first
            }
            return first.hasSuffix(".timemap") ? documents[first.without(".timemap")].flatMap(firstState) : nil
        }
        guard let document = documents[first] else { return nil }
        let second = segments[1]
        func edition(_ id: String) -> Moment? {
            editions["\(first)/\(id)"]?.announcement.moment
        }
        switch (segments.count, second) {
        case (2, "history"): return document.editions.map(\.announcement.moment).min()
        case (3, "history") where segments[2] == "compare":
            let moments = document.editions.filter { $0.announcement.erased == nil }.map(\.announcement.moment).sorted()
            return moments.count > 1 ? moments[1] : nil
        case (2, _) where second.hasSuffix(".md"): return edition(second.without(".md"))
        case (3, "on"):
            let text = CalendarDate(segments[2]).flatMap { firstMoment(of: document, on: $0) }
            let list = document.register.flatMap { firstMoment(ofListAt: segments[2], in: $0) }
            return [text, list].compactMap(\.self).min()
        case (3, _) where ["changes", "since"].contains(segments[2]):
            if let edition = editions["\(first)/\(second)"] {
                return segments[2] == "since"
                    ? supersession(of: edition, in: document) : comparison(of: edition, in: document)
            }
        default: break
        }
        guard let register = document.register else { return nil }
        switch (segments.count, second) {
        case (2, "annex-iii"): return register.firstMoment ?? .first
        case (2, _): return register.provider(second)?.provider.changes.first?.announcement.moment
        case (3, _) where segments[2].hasSuffix(".json"):
            let stem = segments[2].without(".json")
            return register.provider(second)?.changes.first { $0.id.stem == stem }?.moment
        default: return nil
        }
    }
}

/// What is known of a path of the site by itself.
struct PathFacts: Sendable {
    /// When what stands there came to be; nil where nothing does.
    var moment: Moment?
    /// Whether what could stand there may be what could not be read.
    var isUnreadable: Bool
    /// When what has the names in it was announced.
    var names: [Moment]
}

/// What was found out about paths, each once.
final class PathMemory: Sendable {
    let facts = Mutex<[String: PathFacts]>([:])
}

extension Moment {
    /// Earlier than every other moment.
    static let first = Moment(.distantPast)
}

extension String {
    fileprivate var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }

    fileprivate func without(_ ending: String) -> String { hasSuffix(ending) ? String(dropLast(ending.count)) : self }
}
