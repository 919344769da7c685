import Diagnostics
import Formats
import Language
import Markdown
import Model
import Redline
import Site

/// What the pages of a document say of one of its editions.
struct EditionFacts {
    let document: DocumentHistory
    let site: PublicSite

    // MARK: Marks

    /// What a reader must know before anything else: that this is not the text in force.
    func stateMarks(_ edition: Edition) -> [Mark] {
        let day = site.time(edition.announcement.currentEffective)
        switch document.state(of: edition, on: site.today) {
        case .superseded: return [Mark("superseded", site.say("A later edition took its place.") + standingLink)]
        case .upcoming:
            let effect =
                retirement(edition).map { site.say("This edition is not in force yet: with it, \($0).") }
                ?? site.say("This edition is not in force yet: it applies from \(day).")
            return [Mark("upcoming", effect + standingLink)]
        case .withdrawn:
            let withdrawn = edition.announcement.withdrawn
            let moment = withdrawn.map { site.time($0.announced.value) } ?? ""
            let words =
                edition.announcement.hadBegunForSome
                ? site.say("This edition was withdrawn on \(moment), before it took effect for everyone.")
                : site.say("This edition was withdrawn on \(moment), before it took effect.")
            let reason = withdrawn.map { site.html($0.reason, of: document.id, on: Occasion(at: $0.announced.value)) }
            return [Mark("withdrawn", words + standingLink, reason: reason)]
        case .inForce, .retired, .erased: return []
        }
    }

    /// Behind what says that an edition is not in force, a link to the one that is, or to the last one of a document that has
    /// ended; nothing where none has taken effect yet.
    private var standingLink: String {
        guard let current = document.inForce(on: site.today) else { return "" }
        let words = current.retired == nil ? site.say("Read the edition in force") : site.say("Read the last edition")
        return " " + site.link("/\(document.id)/", words)
    }

    /// What holds of an edition in any state: retired, erased, interim, postponed, late, urgent, other days for some.
    func marks(_ edition: Edition) -> [Mark] {
        let announcement = edition.announcement
        var marks = site.erasures(of: .edition(edition), in: document.id)
        if announcement.currentEffective <= site.today, let retirement = retirement(edition) {
            marks.append(Mark("retired", English.capitalized(retirement) + "."))
        }
        if edition.interim?.value == true,
            announcement.isWithdrawn
                || document.givesWay(edition, on: announcement.currentEffective, knownAt: .last)
        {
            let words = site.say("This edition applies until an edition announced before it takes effect.")
            marks.append(Mark("interim", words))
        }
        var from = announcement.effective.value
        for item in announcement.postponed {
            let (moment, day) = (item.announced.value, item.effective.value)
            let (was, told, now) = (site.time(from), site.time(moment), site.time(day))
            let words = site.say("It was to apply from \(was) and was postponed on \(told) to \(now).")
            let reason = site.html(item.reason, of: document.id, on: Occasion(at: moment))
            marks.append(Mark("postponed", words, reason: reason))
            from = day
        }
        return marks + site.origin(of: .edition(edition), in: document.id)
    }

    /// On which day a document ends with an edition, and what replaces it; nil where it does not, or where that was withdrawn.
    private func retirement(_ edition: Edition) -> String? {
        guard let retired = edition.retired, !edition.announcement.isWithdrawn else { return nil }
        let day = edition.announcement.currentEffective
        let others = retired.replacedBy.compactMap { site.history.document($0.value) }
            .filter { !$0.isWithdrawn(knownAt: .last) }.map(site.link)
        let (time, heirs) = (site.time(day), site.language.list(others))
        switch (day > site.today, others.isEmpty) {
        case (true, true): return site.say("this document retires on \(time)")
        case (true, false): return site.say("this document retires on \(time) and is replaced by \(heirs)")
        case (false, true): return site.say("this document was retired on \(time)")
        case (false, false): return site.say("this document was retired on \(time) and is replaced by \(heirs)")
        }
    }

    /// The same of the edition in force. Other days for some stand beside its own: when they have come there is nothing to heed.
    func standingMarks(_ edition: Edition) -> [Mark] { marks(edition).filter { $0.kind != "applies" } }

    /// The later days from which it applies to some, for its standing address; all of them are told at its own.
    private func laterDays(_ edition: Edition) -> [String] {
        let announcement = edition.announcement
        return announcement.applies.filter { $0.from.value > announcement.currentEffective }
            .map { site.otherDay($0, at: announcement.moment) }
    }

    /// An edition that takes the place of the one in force, or with which the document begins or ends.
    func upcomingMark(_ edition: Edition) -> Mark {
        let announcement = edition.announcement
        let title = site.link(address(edition), site.authors(edition.title.value, at: announcement.moment))
        let hasRedline = document.compared(with: edition) != nil
        let links = [
            hasRedline ? site.link(address(edition) + "changes/", site.say("See what changes")) : nil,
            site.notice(of: edition).map { site.link("/notices/\($0)/", site.say("The notice")) },
        ]
        let day = site.time(announcement.currentEffective)
        let effect =
            retirement(edition).map { site.say("\(English.capitalized($0)). Its last edition is \(title).") }
            ?? (document.predecessor(of: edition) == nil
                ? site.say("This document is new: \(title) applies from \(day).")
                : site.say("A new edition, \(title), applies from \(day)."))
        let summary = edition.summary.map { site.html($0, of: document.id, on: Occasion(announcement)) }
        return Mark("upcoming", effect, reason: HTML.lines([summary, site.row(links)]))
    }

    /// Where a document stands of which no edition is in force or to come, as all were withdrawn.
    var noneInForce: Fact {
        let words = site.say("Not in force")
        let history = site.link("/\(document.id)/history/", site.say("History"))
        let parts = [State("withdrawn")?.html(words) ?? words, "<span>\(history)</span>"]
        return Fact(.dates, HTML.block("p", ["class": "standing", "data-dates": ""], parts))
    }

    // MARK: The text

    /// Days, summary and article of an edition.
    ///
    /// - Parameters:
    ///   - next: the edition that takes effect after it.
    ///   - article: its text, where that is made already.
    ///   - isStanding: whether at its document's address, where no mark says other days.
    func text(
        of edition: Edition, before next: Edition?, article: Fact? = nil, isStanding: Bool = false
    ) -> [Fact] {
        let announcement = edition.announcement
        var beside = [site.say("Announced \(site.time(announcement.announced.value))")]
        if let recorded = announcement.recorded {
            beside.append(site.say("Entered in this record on \(site.time(recorded.value))"))
        }
        if let version = edition.version {
            beside.insert(site.say("Version \(site.authors(version.value, at: announcement.moment))"), at: 0)
        }
        let days =
            [standing(of: edition, before: next)]
            + (isStanding ? laterDays(edition).map { "<span>\($0)</span>" } : [])
            + beside.map { HTML.inline("span", ["class": "quiet"], $0) }
        var facts = [Fact(.dates, HTML.block("p", ["class": "standing", "data-dates": ""], days))]
        if let summary = summary(of: edition) { facts.append(summary) }
        if announcement.erased == nil { facts.append(article ?? self.article(of: edition)) }
        return facts
    }

    /// Where an edition stands, with the days from and until which it holds: an edition holds until the day before the
    /// next takes effect.
    ///
    /// - Parameter next: the edition that takes effect after it.
    func standing(of edition: Edition, before next: Edition?) -> String {
        let state = document.state(of: edition, on: site.today)
        let last = lastDay(of: edition, before: next).map { site.time($0) }
        let words = words(for: state, of: edition, from: site.time(edition.announcement.currentEffective), until: last)
        return State(state.rawValue)?.html(words) ?? words
    }

    /// The same as plain words where it never came to hold, as it was withdrawn or superseded on its first day; else nil.
    func neverHeld(_ edition: Edition, before next: Edition?) -> String? {
        let state = document.state(of: edition, on: site.today)
        let isOvertaken = state == .superseded && lastDay(of: edition, before: next) == nil
        guard state == .withdrawn || isOvertaken else { return nil }
        let first = site.language.date(edition.announcement.currentEffective)
        return words(for: state, of: edition, from: first, until: nil)
    }

    /// The day before the next one takes effect; nil where there is none, or none on which this one holds.
    private func lastDay(of edition: Edition, before next: Edition?) -> CalendarDate? {
        guard let next, !edition.announcement.isWithdrawn else { return nil }
        let last = next.announcement.currentEffective.adding(days: -1)
        return last < edition.announcement.currentEffective ? nil : last
    }

    private func words(for state: EditionState, of edition: Edition, from: String, until: String?) -> String {
        switch (state, until) {
        case (.inForce, nil): site.say("In force since \(from)")
        case (.inForce, let until?): site.say("In force since \(from), until \(until)")
        case (.upcoming, _) where edition.retired != nil: site.say("Upcoming: the document retires on \(from)")
        case (.upcoming, nil): site.say("Upcoming: in force from \(from)")
        case (.upcoming, let until?): site.say("Upcoming: in force from \(from) until \(until)")
        case (.withdrawn, _) where edition.retired != nil:
            site.say("Withdrawn: the document was to retire on \(from)")
        case (.withdrawn, _): site.say("Withdrawn: was to be in force from \(from)")
        case (.retired, _): site.say("Retired on \(from)")
        case (.superseded, nil): site.say("Superseded on \(from), its first day")
        case (.superseded, let until?): site.say("Superseded: in force from \(from) until \(until)")
        case (.erased, nil): site.say("Erased: in force from \(from)")
        case (.erased, let until?): site.say("Erased: in force from \(from) until \(until)")
        }
    }

    /// What the author says that an edition changes, or says of the first.
    ///
    /// - Parameter leads: whether it leads to the redline.
    func summary(of edition: Edition, leads: Bool = true) -> Fact? {
        edition.summary.map { summary in
            let isFirst = document.predecessor(of: edition) == nil
            let label = isFirst ? site.say("About this edition") : site.say("What this edition changes")
            let link =
                !leads || document.compared(with: edition) == nil
                ? nil : site.row([site.link(address(edition) + "changes/", site.say("See it marked up"))])
            let html = HTML.block(
                "section", ["class": "changed-line", "aria-labelledby": "page.summary", "data-summary": ""],
                [
                    "<h2 id=\"page.summary\">\(label)</h2>",
                    site.html(summary, of: document.id, on: Occasion(edition.announcement)), link,
                ])
            return Fact(.summary, html)
        }
    }

    /// The text itself, and nothing else.
    func article(of edition: Edition) -> Fact {
        let text = site.texts[edition.source.path] ?? MarkdownText()
        return site.article("data-edition", "\(edition.document)/\(edition.id)", of: edition) { options, opening in
            var options = options
            options.linksClauses = true
            // Who writes a text begins it with its title as a matter of course; the page says it above the days.
            if text.headings.first?.text.isSameTitle(as: edition.title.value) ?? false { options.title = .repeated }
            return text.htmlBytes(options, behind: opening)
        }
    }

    func address(_ edition: Edition) -> String { "/\(document.id)/\(edition.id)/" }
}

extension PublicSite {
    /// A text, and nothing else: that of an edition, or a redline that ends in it.
    ///
    /// - Parameters:
    ///   - attribute: which says what it is: `data-edition`.
    ///   - html: writes it behind what opens it.
    package func article(
        _ attribute: String, _ name: String, of edition: Edition, _ html: (HTMLOptions, HTMLBuffer) -> HTMLBuffer
    ) -> Fact {
        let moment = edition.announcement.moment
        let language = voices.at(moment).authors(onPageOf: voices.today)
        // The article itself is for ever what it was first: that today's language is another stands around it.
        let (before, behind) = language.isEmpty ? ("", "") : ("<div class=\"in-language\"\(language)>\n", "\n</div>")
        var text = html(
            options(document: edition.document, announced: moment),
            HTMLBuffer(behind: before + "<article \(attribute)=\"\(name)\">\n"))
        text += "</article>" + behind
        return Fact(.article, bytes: text.bytes, isAuthors: true)
    }
}

extension String {
    /// Whether it says the same as another title, by its words, in capitals or not.
    func isSameTitle(as other: String) -> Bool {
        func words(_ title: String) -> [Substring] { title.lowercased().split(whereSeparator: \.isWhitespace) }
        return isWritten(as: other) || words(self) == words(other)
    }
}
