import Feeds
import Formats
import Model
import Site

/// The states of a document up to today: what held from which day on, oldest first.
struct Mementos: Sendable {
    let states: [(day: CalendarDate, path: String)]
    /// When each began, as HTTP has it.
    private let dates: [String]
    /// By the address of its page.
    private let places: [String: Int]

    init(_ document: DocumentHistory, upTo today: CalendarDate, _ settings: SiteSettings) {
        states = document.states(upTo: today)
        dates = states.map { settings.httpDate(ofMidnight: $0.day) }
        places = Dictionary(
            states.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The relations of RFC 7089 (section 2.2.4) that a page has to states: to the first and the last, and a state to its
    /// neighbours. One that is two of them is named once.
    func relations(at path: String) -> [Relation] {
        let place = places[path]
        let named: [(name: String, place: Int?)] = [
            ("first", states.indices.first), ("last", states.indices.last),
            ("prev", place.map { $0 - 1 }), ("next", place.map { $0 + 1 }),
        ]
        let found = named.filter { $0.place.map(states.indices.contains) ?? false }
        return Set(found.compactMap(\.place)).sorted().map { place in
            let names = found.filter { $0.place == place }.map(\.name).joined(separator: " ")
            return Relation(names: names + " memento", date: dates[place], path: states[place].path)
        }
    }

    struct Relation: Sendable, Hashable {
        /// `first prev memento`.
        var names: String
        /// The second from which it held.
        var date: String
        var path: String
    }
}

extension PublicSite {
    /// Of a page that shows a document as it was or is: the document itself, and where its states stand (RFC 7089, section
    /// 2.2). What is not in force yet has no states. Which state held on a day a static site cannot be asked by a header,
    /// so no page names a TimeGate.
    func timeRelations(of document: DocumentHistory) -> [(relation: String, path: String)] {
        states(of: document) == nil
            ? [] : [("original", "/\(document.id)/"), ("timemap", TimeMap.path(of: document.id))]
    }

    /// The states that such a page leads to.
    ///
    /// - Parameter path: its address.
    func mementos(of document: DocumentHistory, at path: String) -> [Mementos.Relation] {
        states(of: document)?.relations(at: path) ?? []
    }

    /// Where a script puts what leads to a day of a document.
    func daysPlace(of document: DocumentHistory) -> String? {
        states(of: document).map { _ in
            "<div class=\"days-place needs-script\" data-of=\"\(document.id)\"></div>"
        }
    }

    /// Nil where nothing of it is or was in force.
    private func states(of document: DocumentHistory) -> Mementos? {
        guard let states = mementos[document.id]?.value, !states.states.isEmpty else { return nil }
        return states
    }
}
