import Diagnostics
import Formats
import Language
import Markdown
import Model

/// The places that pages keep although their text does not have them, so that no citation dies: on a document's own page
/// one for every clause that any edition has but the one in force, and on every page what links of public texts name
/// and is not there. Each says what became of it and leads to its last text.
package final class GonePlaces: Sendable {
    private let history: History
    private let today: CalendarDate
    private let texts: [String: MarkdownText]
    private let keptCited = KeptReference<Kept<CitedPlaces>>()
    private let voices: Voices
    /// Of the program's words.
    private let language: Language

    /// - Parameter texts: of its editions and pages by the path of their source.
    package init(_ known: PublicHistory, texts: [String: MarkdownText]) {
        history = known.history
        today = known.asOf.day
        voices = Voices(onPagesOf: history.settings)
        language = Language(of: history.settings.namesToday.language.value)
        let paths = Set(
            history.documents.flatMap(\.editions).map(\.source.path) + history.library.pages.map(\.source.path))
        self.texts = texts.filter { paths.contains($0.key) }
    }

    private var cited: CitedPlaces {
        (keptCited.load() ?? keptCited.storeIfNil(Kept(CitedPlaces(history, texts: texts)))).value
    }

    /// Of a document's own page, where the edition in force stands.
    package func html(ofDocument document: DocumentHistory) -> String {
        let current = document.inForce(on: today)
        let cited = cited.places(at: "/\(document.id)/")
        // Of one edition alone nothing is gone.
        guard !cited.isEmpty || document.editions.contains(where: { $0.id != current?.id }) else { return "" }
        let there = current.flatMap { texts[$0.source.path]?.anchors } ?? []
        let lives = ClauseLives(document, on: today, texts: texts, without: there)
        let clauses = lives.anchors.filter { lives.isClause($0) }
        let known = Set(clauses)
        let others = cited.filter { !there.contains($0) && !known.contains($0) }
        let site = history.settings.url.value
        let items =
            clauses.map { ($0, lives.sentence(of: $0, in: voices, language, at: site)) }
            + others.map { ($0, lives.has($0) ? lives.sentence(of: $0, in: voices, language, at: site) : nil) }
        return html(
            items.map {
                ($0.0, $0.1 ?? language.say("No edition that can be read here has a place called “\(name($0.0))”."))
            })
    }

    /// Of an edition's permanent page.
    package func html(ofEdition edition: Edition) -> String {
        let missing = missing(at: "/\(edition.document)/\(edition.id)/", from: edition.source.path)
        return html(
            missing.map { place in
                edition.announcement.erased == nil
                    ? (place, language.say("This edition has no place called “\(name(place))”."))
                    : (place, language.say("A text cites “\(name(place))” of this edition, whose text is erased."))
            })
    }

    /// Of a page without history.
    package func html(ofPage page: Page) -> String {
        let missing = missing(at: "/\(page.id)/", from: page.source.path)
        return html(missing.map { ($0, language.say("This page has no place called “\(name($0))” today.")) })
    }

    /// What links name of a page and its text does not have.
    private func missing(at address: String, from path: String) -> [String] {
        let cited = cited.places(at: address)
        guard !cited.isEmpty else { return [] }
        let there = texts[path]?.anchors ?? []
        return cited.filter { !there.contains($0) }
    }

    /// One element with an item for each place; empty where there are none.
    private func html(_ items: [(place: String, sentence: String)]) -> String {
        let items = items.filter { isPlace($0.place) }
        guard !items.isEmpty else { return "" }
        let lines = items.map { "<li id=\"\(Escaping.html($0.place))\">\($0.sentence)</li>\n" }
        let label = language.say("Places that are not in this text")
        return "<section data-gone-places=\"\(items.count)\" aria-label=\"\(label)\">\n<ul>\n"
            + lines.joined() + "</ul>\n</section>\n"
    }

    private func name(_ place: String) -> String { voices.today.authors(Escaping.html(place)) }

    /// Whether a text could have a place of that name: the page's own are called otherwise.
    private func isPlace(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 200
            && !["page.", "note.", "change.", "fn:", "fnref:"].contains(where: name.hasPrefix)
            && name.unicodeScalars.allSatisfy {
                $0 == "-" || $0 == "_" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
    }
}
