import Diagnostics
import Formats
import Language
import Markdown
import Model

/// What became of each clause, or other heading, of a document: in which edition it stood last, and when it went.
struct ClauseLives {
    private enum Fate {
        /// It stands in the edition in force, or no edition is known that dropped it.
        case stands
        /// It went with an edition that took effect on a day.
        case gone(CalendarDate)
        /// It comes with an edition that is announced.
        case coming(CalendarDate)
        /// It was only ever in an edition that was withdrawn.
        case withdrawn(Moment)
    }

    private struct Life {
        /// As it is told: the words of a heading, the number of what has no words of its own.
        var name: String
        /// Whether the place follows a clause's number.
        var isClause: Bool
        var offset: Int
        /// The edition that has it last.
        var edition: Edition
        var fate: Fate
    }

    private var lives: [String: Life] = [:]
    /// What is not asked for.
    private let others: Set<String>
    /// In the order of the editions that have them last, and of their texts.
    private(set) var anchors: [String] = []

    /// - Parameters:
    ///   - texts: of its editions by the path of their source.
    ///   - others: places of which nothing is asked, such as all those of the text in force.
    init(
        _ document: DocumentHistory, on day: CalendarDate, texts: [String: MarkdownText], without others: Set<String>
    ) {
        self.others = others
        let order = document.inOrderOfEffect
        let past = order.filter { $0.announcement.currentEffective <= day && $0.announcement.erased == nil }
        for (index, edition) in past.enumerated() {
            let next = past.indices.contains(index + 1) ? past[index + 1].announcement.currentEffective : nil
            add(edition, next.map(Fate.gone) ?? .stands, texts)
        }
        for edition in order where edition.announcement.currentEffective > day {
            add(edition, .coming(edition.announcement.currentEffective), texts, onlyNew: true)
        }
        for edition in document.editions {
            guard let withdrawn = edition.announcement.withdrawn else { continue }
            add(edition, .withdrawn(withdrawn.announced.value), texts, onlyNew: true)
        }
        let places = lives.map { (anchor: $0, edition: $1.edition.id, offset: $1.offset) }
        anchors = places.sorted { ($0.edition, $0.offset, $0.anchor) < ($1.edition, $1.offset, $1.anchor) }
            .map(\.anchor)
    }

    private mutating func add(
        _ edition: Edition, _ fate: Fate, _ texts: [String: MarkdownText], onlyNew: Bool = false
    ) {
        guard let text = texts[edition.source.path] else { return }
        func note(_ anchor: String, _ name: String, isClause: Bool, _ span: SourceSpan) {
            guard !others.contains(anchor), !onlyNew || lives[anchor] == nil else { return }
            lives[anchor] = Life(
                name: name, isClause: isClause, offset: span.range.lowerBound, edition: edition, fate: fate)
        }
        for clause in text.clauses {
            let name = clause.heading.isEmpty ? clause.number : clause.heading
            for (index, anchor) in clause.anchors.enumerated() {
                note(anchor, name, isClause: index == 0, clause.span)
            }
        }
        for heading in text.headings where heading.number == nil {
            note(heading.anchor, heading.text, isClause: false, heading.span)
        }
    }

    func has(_ anchor: String) -> Bool { lives[anchor] != nil }

    /// Whether it is where a clause is found by its number.
    func isClause(_ anchor: String) -> Bool { lives[anchor]?.isClause ?? false }

    /// What became of it, as HTML; nil where no edition that can be read has it.
    ///
    /// - Parameter language: of the program's words.
    func sentence(of anchor: String, in voices: Voices, _ language: Language, at site: SiteURL) -> String? {
        guard let life = lives[anchor] else { return nil }
        let address = site.local("/\(life.edition.document)/\(life.edition.id)/#\(anchor)")
        let edition =
            "<a href=\"\(Escaping.html(address))\">\(language.say("edition of \(language.date(life.edition.id.day))"))</a>"
        let voice = voices.at(life.edition.announcement.moment)
        let name = voice.authors(Escaping.html(life.name))
        switch life.fate {
        case .stands: return language.say("“\(name)” stands in the \(edition).")
        case .gone(let day):
            let day = language.time(day)
            return language.say("“\(name)” went on \(day). Its last text stands in the \(edition).")
        case .coming(let day):
            let day = language.time(day)
            return language.say("“\(name)” comes on \(day). Its text stands in the \(edition).")
        case .withdrawn(let moment):
            let day = language.time(moment.day)
            return language.say("“\(name)” was announced and withdrawn on \(day). Its text stands in the \(edition).")
        }
    }
}
