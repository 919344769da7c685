import Language
import Model
import Testing
import TestSupport
@testable import Notices
@testable import Site

@Suite("What German asks of names")
struct GermanLanguageTests {
    @Test(
        "Something stands on a list, and in anything else",
        arguments: [
            ("Liste der Empfänger", "auf der Liste der Empfänger"), ("Anbieterliste", "auf der Anbieterliste"),
            ("Verzeichnis der Empfänger", "im Verzeichnis der Empfänger"), ("Anhang", "im Anhang"),
            ("Anlage zum Vertrag", "in der Anlage zum Vertrag"), ("Vereinbarung", "in der Vereinbarung"),
            ("Hinweise", "auf der Liste „Hinweise“"), ("Subprocessors", "auf der Liste „Subprocessors“"),
        ])
    func places(title: String, place: String) {
        #expect(GermanTitle(title, isRegister: true).place.unmarked == place)
    }

    @Test("What need not be given any more, in both orders of words")
    func required() throws {
        let day = try #require(CalendarDate("2027-02-15"))
        func said(_ title: String, _ tense: Tense, isWithdrawn: Bool) -> String {
            GermanNotices().sentence(
                TermsFact(
                    loss: .fields([.locations], .noLongerRequired, of: ["recipients"]),
                    documents: [.titled(title, isRegister: true)], tense: tense, day: day, isWithdrawn: isWithdrawn)
            ).unmarked
        }
        #expect(
            said("Verzeichnis der Empfänger", .future, isWithdrawn: false)
                == "Ab dem 15. Februar 2027 werden Unternehmen im Verzeichnis der Empfänger nicht mehr mit diesen Angaben geführt werden müssen: Orte der Verarbeitung."
        )
        #expect(
            said("Liste der Empfänger", .future, isWithdrawn: true)
                == "Zurückgezogen ist die Ankündigung, dass ab dem 15. Februar 2027 Unternehmen auf der Liste der Empfänger nicht mehr mit diesen Angaben geführt werden müssen: Orte der Verarbeitung."
        )
    }

    @Test(
        "Names with an und of their own",
        arguments: [
            (["VC"], "in St. Vincent und den Grenadinen", "außerhalb von St. Vincent und den Grenadinen"),
            (
                ["GS"], "auf Südgeorgien und den Südlichen Sandwichinseln",
                "außerhalb Südgeorgiens und der Südlichen Sandwichinseln"
            ),
            (["SJ"], "auf Spitzbergen und Jan Mayen", "außerhalb von Spitzbergen und Jan Mayen"),
            (["BA"], "in Bosnien und Herzegowina", "außerhalb von Bosnien und Herzegowina"),
            (
                ["BA", "HR"], "in Bosnien und Herzegowina und in Kroatien",
                "außerhalb von Bosnien und Herzegowina und Kroatiens"
            ),
        ])
    func countries(codes: [String], at place: String, outside: String) {
        #expect(GermanPlaces.list(codes.map { .code($0, outside: []) }, .locations) == place)
        #expect(GermanPlaces.list([.code("GLOBAL", outside: codes)], .locations) == outside)
    }

    @Test("From where they are reached")
    func access() {
        func from(_ code: String) -> String { GermanPlaces.list([.code(code, outside: [])], .access) }
        #expect(from("VC") == "aus St. Vincent und den Grenadinen")
        #expect(from("GS") == "von Südgeorgien und den Südlichen Sandwichinseln")
    }

    /// A name that has an article within is declined there, and so has to be written out.
    @Test("No name is declined by its end alone where it has an article within")
    func articles() {
        for code in Country.all where Language.german.country(code).contains(" und die ") {
            #expect(GermanPlaces.articled[code] != nil, "\(code)")
        }
    }

    @Test("A name is quoted to the letter, a sentence without its stop")
    func quotations() {
        #expect(German.verbatim("Umbrella,\n Inc.").unmarked == "„Umbrella, Inc.“")
        #expect(German.quoted("Wir hosten.").unmarked == "„Wir hosten“")
    }
}
