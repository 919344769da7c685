import Diagnostics
import Feeds
import Language
import Model
import Notices
import Site
import Source
import Testing
import TestSupport

@Suite("In which language notices are told")
struct NoticeLanguageTests {
    /// A site that turns to another language between an announcement and its day.
    private func history(_ language: String, then later: String) throws -> History {
        let page = SentencePage.english
        var world = World(
            """
            -- Content/subprocessors/2025-12-01.md --
            ---
            title: Subprocessors
            ---

            The list.
            -- Content/subprocessors/providers/acme-ai.yaml --
            name: Acme AI
            locations: [DE]
            announced: 2026-01-01
            changes:
              - {announced: 2026-02-01, effective: 2026-05-01, locations: [DE, US]}
            """)
        world.files["Content/site.yaml"] =
            page.site(documents: ["subprocessors"], "register: {required: [name]}")
            .replacing("language: en", with: "language: \(language)")
            + "\nrenamed: [{from: 2026-04-01, language: \(later)}]\n"
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        return History(resolving: try #require(reading.library))
    }

    private static let english = (
        announced: "From 1 May 2026, Acme AI will also process data in the United States.",
        effective: "From 1 May 2026, Acme AI also processes data in the United States.",
        objection: "Customers may object until 3 March."
    )
    private static let german = (
        announced: "Acme AI wird ab dem 1. Mai 2026 Daten auch in den Vereinigten Staaten verarbeiten.",
        effective: "Acme AI verarbeitet ab dem 1. Mai 2026 Daten auch in den Vereinigten Staaten.",
        objection: "Kunden können bis zum 3. März widersprechen."
    )
    private static let arabic = (
        announced: "اعتبارًا من 1 مايو 2026، ستعالج شركة \u{2068}Acme AI\u{2069} البيانات أيضًا في الولايات المتحدة.",
        effective: "اعتبارًا من 1 مايو 2026، تعالج شركة \u{2068}Acme AI\u{2069} البيانات أيضًا في الولايات المتحدة.",
        objection: "يمكن للعملاء الاعتراض حتى 3 مارس."
    )

    @Test(
        "Of each moment in the language that the site has then; in English where the program has no sentences",
        arguments: [
            ("en", "de", english, german), ("de", "en", german, english), ("de-AT", "de-CH", german, german),
            ("ar", "fr", arabic, english), ("de", "ar-EG", german, arabic), ("fr", "he", english, english),
        ])
    func moments(
        _ first: String, _ then: String, _ before: (announced: String, effective: String, objection: String),
        _ after: (announced: String, effective: String, objection: String)
    ) throws {
        let history = try history(first, then: then)
        let sentences = Sentences(history)
        let events = history.events.filter { "\($0.notice)" == "subprocessors-2026-02-01" }
        #expect(events.map { sentences.sentences(for: $0) } == [[before.announced], [after.effective]])
        let notice = try #require(history.notice(events[0].notice))
        #expect(sentences.objection(to: notice) == before.objection)
        // A page keeps the language in which it was announced.
        let page = sentences.sentences(for: notice, from: Viewpoint(asOf: AsOf(try moment("2026-04-15"))))
        #expect(page == [before.announced])
    }

    @Test(
        "A clarification is told as the only change of a day where it is",
        arguments: [("en", "no other change"), ("de", "sonst unverändert"), ("ar", "دون أي تغيير آخر")])
    func clarification(language: String, words: String) throws {
        func told(beside more: String) throws -> String {
            var world = World(
                """
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme Ltd
                purpose: Hosting
                data: [mails]
                announced: 2026-01-01
                changes:
                  - {announced: 2026-11-23, material: false, note: The mails are kept.}
                \(more)
                """)
            world.files["Content/site.yaml"] = World.site(documents: ["subprocessors"])
                .replacing("language: en", with: "language: \(language)")
            let history = History(resolving: try #require(readLibrary(world.tree).library))
            return Sentences(history).sentences(for: try #require(history.events.last)).joined()
        }
        #expect(try told(beside: "").contains(words))
        #expect(
            try told(beside: "  - {announced: 2026-11-23, category: Hosts, note: Its kind.}").contains(words) == false)
        // A correction of the day has a sentence of its own.
        #expect(
            try told(beside: "  - {announced: 2026-11-23, true_since: 2026-11-10, category: Hosts, note: Its kind.}")
                .contains(words) == false)
    }
}
