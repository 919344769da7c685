import Diagnostics
import Formats
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
        var heading: Heading
        /// The edition that has it last.
        var edition: Edition
        var fate: Fate
    }

    private var lives: [String: Life] = [:]
    /// In the order of the editions that have them last, and of their texts.
    private(set) var anchors: [String] = []

    /// - Parameter texts: of its editions by the path of their source.
    init(_ document: DocumentHistory, on day: CalendarDate, texts: [String: MarkdownText]) {
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
        var places: [String: (EditionID, Int)] = [:]
        for (anchor, life) in lives { places[anchor] = (life.edition.id, life.heading.span.range.lowerBound) }
        anchors = lives.keys.sorted { one, other in
            guard let first = places[one], let second = places[other], first != second else { return one < other }
            return first < second
        }
    }

    private mutating func add(
        _ edition: Edition, _ fate: Fate, _ texts: [String: MarkdownText], onlyNew: Bool = false
    ) {
        for heading in texts[edition.source.path]?.headings ?? [] where !onlyNew || lives[heading.anchor] == nil {
            lives[heading.anchor] = Life(heading: heading, edition: edition, fate: fate)
        }
    }

    func has(_ anchor: String) -> Bool { lives[anchor] != nil }

    /// Whether it has a number.
    func isClause(_ anchor: String) -> Bool { lives[anchor]?.heading.number != nil }

    /// What became of it, as HTML; nil where no edition that can be read has it.
    func sentence(of anchor: String) -> String? {
        guard let life = lives[anchor] else { return nil }
        let address = "/\(life.edition.document)/\(life.edition.id)/#\(anchor)"
        let edition = "<a href=\"\(Escaping.html(address))\">edition of \(English.date(life.edition.id.day))</a>"
        let name = "“\(Escaping.html(life.heading.text))”"
        return switch life.fate {
        case .stands: "\(name) stands in the \(edition)."
        case .gone(let day): "\(name) went on \(English.time(day)). Its last text stands in the \(edition)."
        case .coming(let day): "\(name) comes on \(English.time(day)). Its text stands in the \(edition)."
        case .withdrawn(let moment):
            "\(name) was announced and withdrawn on \(English.time(moment.day)). Its text stands in the \(edition)."
        }
    }
}
