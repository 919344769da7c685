import Diagnostics
import Markdown
import Model

extension LinkTargets {
    /// The pages and files that every site has, without a slash at their end.
    static let fixed: Set<String> = [
        "/", "/subscribe", "/notices", "/certifications", "/record", "/record/entries.jsonl", "/record/names.jsonl",
        "/record/checkpoint",
        "/record/as-of", "/record/SHA256SUMS", "/sitemap.xml", "/robots.txt", "/404.html",
        "/.well-known/security.txt", "/feeds/subscriptions.opml",
    ]

    private static let feedFormats = ["atom", "rss", "json", "ics"]

    /// The problem with any other path: whether the build makes such a page or file, of what was announced by the
    /// text's own moment.
    func problem(
        withPath path: String, _ fragment: String?, _ link: LinkReference, _ occasion: PublishedText.Occasion
    ) -> JudgedLink.Problem? {
        let address = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        if address == "/", let index = pages["index"], let fragment {
            return problem(
                withFragment: fragment, link,
                JudgedLink.Target(path: index.source.path, name: "the overview", address: "/"))
        }
        if Self.fixed.contains(address) { return nil }
        let segments = address.segments
        let first = segments.first ?? ""
        let moment: Moment? =
            switch first {
            case "assets": segments.count > 1 ? .first : nil
            case "schemas": segments.count == 2 && address.hasSuffix(".json") ? .first : nil
            case "feeds": feed(segments)
            case "notices": segments.count == 2 ? notices[segments[1].without(".json")] : nil
            default: generated(segments)
            }
        guard let moment else {
            let isUnreadable = partlyUnreadable.contains(first.without(".json").without(".csv"))
            return isUnreadable ? nil : .missing(.address(path))
        }
        return moment <= occasion.known ? nil : .later(path, moment)
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

    /// When a generated page of a document, an edition, a register or a provider came to be.
    private func generated(_ segments: [String]) -> Moment? {
        let first = segments[0]
        if segments.count == 1 {
            for ending in [".json", ".csv"] where first.hasSuffix(ending) {
                guard let register = documents[first.without(ending)]?.register else { return nil }
                return register.firstMoment ?? .first
            }
            return nil
        }
        guard let document = documents[first] else { return nil }
        let second = segments[1]
        func edition(_ id: String) -> Moment? {
            editions["\(first)/\(id)"]?.announcement.moment
        }
        switch (segments.count, second) {
        case (2, "history"): return document.editions.map(\.announcement.moment).min()
        case (2, _) where second.hasSuffix(".md"): return edition(second.without(".md"))
        case (3, _) where ["changes", "since"].contains(segments[2]):
            if let moment = edition(second) { return moment }
        default: break
        }
        guard let register = document.register else { return nil }
        switch (segments.count, second) {
        case (2, "annex-iii"): return register.firstMoment ?? .first
        case (2, _): return register.provider(second)?.provider.changes.first?.announcement.moment
        case (3, "on"):
            guard let day = CalendarDate(segments[2].without(".json").without(".csv")) else { return nil }
            let stepped = register.providers.filter { $0.daysOfEffect.contains(day) }
            return stepped.flatMap(\.changes)
                .filter { $0.announcement.currentEffective == day }.map(\.moment).min()
        case (3, _) where segments[2].hasSuffix(".json"):
            let stem = segments[2].without(".json")
            return register.provider(second)?.changes.first { $0.id.stem == stem }?.moment
        default: return nil
        }
    }
}

extension RegisterHistory {
    fileprivate var firstMoment: Moment? {
        providers.compactMap { $0.provider.changes.first?.announcement.moment }.min()
    }
}

extension Moment {
    /// Earlier than every other moment.
    static let first = Moment(.distantPast)
}

extension String {
    fileprivate func without(_ ending: String) -> String { hasSuffix(ending) ? String(dropLast(ending.count)) : self }
}
