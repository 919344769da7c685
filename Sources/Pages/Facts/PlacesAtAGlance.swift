import Formats
import Language
import Model

/// Where data is, over the rows of a list: how many have it in the EEA, in countries with a decision of adequacy, in each
/// of a few others, anywhere. A row counts once for each that it names, be it as a place of a rule.
struct PlacesAtAGlance {
    private enum Group: Hashable { case eea, adequate, country(String), worldwide }

    private let counts: [Group: Int]
    private let rowCount: Int

    /// - Parameter day: on which decisions of adequacy are asked for, under the law of the EU.
    init(_ states: [ProviderState], on day: CalendarDate) {
        rowCount = states.count
        counts = states.reduce(into: [:]) { counts, state in
            for group in Set(state.fieldsToday.places.flatMap { Self.groups(of: $0, on: day) }) {
                counts[group, default: 0] += 1
            }
        }
    }

    /// A rule that does not say among which places it chooses bounds nothing.
    private static func groups(of place: Place, on day: CalendarDate) -> [Group] {
        place.codes.isEmpty ? [.worldwide] : place.codes.map { group(of: $0, on: day) }
    }

    private static func group(of code: String, on day: CalendarDate) -> Group {
        if code == "GLOBAL" { return .worldwide }
        if Country.area(of: code).isSubset(of: Country.area(of: "EEA")) { return .eea }
        return AdequacyDecision.isAdequate(code, on: day) ? .adequate : .country(code)
    }

    /// So few rows are seen at one look, and so many are no squares.
    private static let (fewest, most) = (5, 24)
    /// Countries that are named.
    private static let named = 4

    /// Nil where it says no more than the table: of few rows, or where all are in one.
    func html(_ language: Language) -> String? {
        guard rowCount >= Self.fewest, counts.count > 1 else { return nil }
        var countries = counts.compactMap { group, count -> (name: String, count: Int)? in
            guard case .country(let code) = group else { return nil }
            return (language.name(ofCountry: code), count)
        }
        countries.sort { ($1.count, $0.name) < ($0.count, $1.name) }
        let others = countries.dropFirst(Self.named).reduce(0) { $0 + $1.count }
        let items =
            [
                (language.say("In the EEA"), counts[.eea], false),
                (language.say("In countries with an adequacy decision"), counts[.adequate], false),
            ]
            + countries.prefix(Self.named).map { ($0.name, $0.count, true) }
            + [
                (language.say("In other countries"), others == 0 ? nil : others, true),
                (English.capitalized(language.say("worldwide")), counts[.worldwide], true),
            ]
        let hasSquares = items.allSatisfy { $0.1 ?? 0 <= Self.most }
        return HTML.block(
            "ul", ["class": "at-a-glance", "aria-label": language.say("Where data is processed")],
            items.map { words, count, isOutside in
                count.map { count in
                    let squares = hasSquares ? Self.squares(count, isOutside: isOutside) : ""
                    return "<li>\(squares)<span>\(Escaping.html(words)): \(count)</span></li>"
                }
            })
    }

    private static func squares(_ count: Int, isOutside: Bool) -> String {
        HTML.inline(
            "span", ["class": isOutside ? "units out" : "units", "aria-hidden": "true"],
            String(repeating: "<i></i>", count: count))
    }
}

extension Language {
    /// A country's name by itself, without the article of a sentence.
    fileprivate func name(ofCountry code: String) -> String {
        let name = country(code)
        return self == .english && name.hasPrefix("the ") ? String(name.dropFirst(4)) : English.capitalized(name)
    }
}
