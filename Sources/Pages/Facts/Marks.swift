import Diagnostics
import Formats
import Language
import Model
import Site

/// What a reader must know of a text, a list or a row before anything else: that it is not in force, that it was
/// erased, that it was told late.
struct Mark {
    /// Its `data-mark`, which is a class for the style sheet too.
    var kind: String
    /// HTML.
    var words: String
    /// The author's reason as HTML; nil where there is none.
    var reason: String?

    init(_ kind: String, _ words: String, reason: String? = nil) {
        self.kind = kind
        self.words = words
        self.reason = reason
    }

    /// In a box of its own, that begins with what it is in a word.
    func html(_ language: Language) -> String {
        let label = language.mark(kind).map { State(kind)?.html($0) ?? HTML.inline("span", ["class": "tag"], $0) }
        return HTML.block(
            "div", ["class": "banner", "data-state": State(kind)?.name ?? kind, "role": "note", "data-mark": kind],
            [label, "<p>\(words)</p>", reason])
    }

    /// Beside a name, in few words.
    var badge: String {
        guard let state = State(kind) else { return HTML.inline("span", ["class": "tag", "data-mark": kind], words) }
        return HTML.inline("span", ["class": "state", "data-state": state.name, "data-mark": kind], words)
    }
}

/// Where something stands in its life: a word with a shape and a colour, the same on all pages.
struct State: Sendable {
    /// Its `data-state`: `in-force`.
    let name: String

    /// - Parameter kind: of a mark, or what the model calls it; nil for what is no state.
    init?(_ kind: String) {
        let written = kind.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
        let name = kind == "in_effect" ? "in-force" : String(decoding: written, as: UTF8.self)
        guard Self.names.contains(name) else { return nil }
        self.name = name
    }

    private static let names: Set<String> = [
        "in-force", "upcoming", "postponed", "superseded", "retired", "withdrawn", "erased", "leaving", "late",
        "urgent", "expired", "corrected",
    ]

    func html(_ words: String) -> String { HTML.inline("span", ["class": "state", "data-state": name], words) }
}

extension Fact {
    /// All marks of a page; none where there are none.
    static func marks(_ marks: [Mark], _ site: PublicSite) -> [Fact] {
        let boxes = marks.map { $0.html(site.language) }
        return marks.isEmpty ? [] : [Fact(.marks, HTML.block("div", ["class": "marks", "data-marks": ""], boxes))]
    }

    /// The places that a page keeps although its text does not have them; none where there are none.
    static func places(_ html: String) -> [Fact] { html.isEmpty ? [] : [Fact(.places, html)] }

    /// The title of a page.
    ///
    /// - Parameters:
    ///   - title: with the author's words in it marked.
    ///   - voice: of these; nil for today's.
    static func heading(_ title: String, _ site: PublicSite, voice: Voice? = nil) -> Fact {
        let voice = voice ?? site.voice
        guard title.isAuthored else {
            return Fact(.heading, HTML.inline("h1", ["data-heading": ""], voice.html(title)))
        }
        let language = voice.authors(onPageOf: site.voice)
        let words = Escaping.html(title.unmarked)
        // Where the heading has no language of its own, its words may have a direction of their own.
        let heading = language.isEmpty ? voice.isolated(words) : words
        return Fact(.heading, "<h1 data-heading\(language)>\(heading)</h1>", isAuthors: true)
    }

    /// The same, of the title that a page has in its head.
    static func heading(_ head: PageHead, _ site: PublicSite) -> Fact { heading(head.title, site, voice: head.voice) }
}

extension PublicSite {
    /// What was said of an item beside its text: that it was told late, why, other days for some, and what became of it.
    func marks(of item: NoticeItem, in document: String) -> [Mark] {
        let announcement = item.announcement
        func html(_ reason: Sourced<String>, _ moment: Moment) -> String {
            self.html(reason, of: document, on: Occasion(at: moment))
        }
        var marks = origin(of: item, in: document)
        marks += announcement.postponed.map { item in
            Mark(
                "postponed", say("Postponed on \(time(item.announced.value)) to \(time(item.effective.value))."),
                reason: html(item.reason, item.announced.value))
        }
        if let withdrawn = announcement.withdrawn {
            let moment = time(withdrawn.announced.value)
            let words =
                announcement.hadBegunForSome
                ? say("Withdrawn on \(moment), before it took effect for everyone.")
                : say("Withdrawn on \(moment), before it took effect.")
            marks.append(Mark("withdrawn", words, reason: html(withdrawn.reason, withdrawn.announced.value)))
        }
        return marks + erasures(of: item, in: document)
    }

    /// That it entered the record later than it holds, why the notice is short or late, and other days for some.
    func origin(of item: NoticeItem, in document: String) -> [Mark] {
        let announcement = item.announcement
        let isLate = history.isLate(item)
        var marks: [Mark] = []
        if isLate {
            let (day, recorded) = (time(announcement.effective.value), time(announcement.moment))
            marks.append(Mark("late", say("Told late: this holds since \(day), and was told on \(recorded).")))
        } else if history.isOlderHistory(item) {
            let recorded = time(announcement.moment)
            marks.append(Mark("recorded", say("Older history, which entered this record on \(recorded).")))
        }
        if let urgent = announcement.urgent {
            marks.append(
                Mark(
                    "urgent", isLate ? say("Why customers are told late") : say("Why the notice is short"),
                    reason: html(urgent, of: document, on: Occasion(announcement))))
        }
        return marks + announcement.applies.map { Mark("applies", otherDay($0, at: announcement.moment)) }
    }

    /// For whom another day holds: `Customers in preview: from 2 March 2026.`
    func otherDay(_ applies: Applies, at moment: Moment) -> String {
        let (to, day) = (authors(applies.to.value, at: moment), language.date(applies.from.value))
        return applies.isForNewAlone
            ? say("\(to): from \(day), and only for those who become customers from that day.")
            : say("\(to): from \(day).")
    }

    /// That words of it, or all of it, are gone, and why; each time that more went.
    func erasures(of item: NoticeItem, in document: String) -> [Mark] {
        item.announcement.erasures.enumerated().map { index, erased in
            let day = time(erased.announced.value)
            let isText = if case .edition = item { true } else { false }
            return Mark(
                "erased",
                index > 0
                    ? say("More words were erased on \(day).")
                    : isText ? say("The text was erased on \(day).") : say("Words of this were erased on \(day)."),
                reason: html(erased.reason, of: document, on: Occasion(at: erased.announced.value)))
        }
    }
}

extension Announcement {
    /// Whether it was withdrawn on or after one of its other days for some: for these it had taken effect.
    var hadBegunForSome: Bool {
        guard let withdrawn else { return false }
        return applies.contains { $0.from.value <= withdrawn.announced.value.day }
    }
}
