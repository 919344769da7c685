import Model
import Testing

@testable import Language

@Suite struct LanguageTests {
    @Test(arguments: [
        ("de", Language.german), ("de-AT", .german), ("DE", .german), ("ar-EG", .arabic), ("en-GB", .english),
    ])
    func aTagChoosesItsLanguage(tag: String, language: Language) {
        #expect(Language(of: tag) == language)
        #expect(Language.speaks(tag))
    }

    @Test(arguments: ["fr", "den", "arc", ""])
    func anyOtherTagIsToldInEnglish(tag: String) {
        #expect(Language(of: tag) == .english)
        #expect(!Language.speaks(tag))
    }

    @Test func daysAreWritten() throws {
        let day = try #require(CalendarDate("2026-12-04"))
        #expect(Language.english.date(day) == "4 December 2026")
        #expect(Language.german.date(day) == "4. Dezember 2026")
        #expect(Language.arabic.date(day) == "4 ديسمبر 2026")
        #expect(Language.german.time(day) == "<time datetime=\"2026-12-04\">4. Dezember 2026</time>")
    }

    @Test func listsAreJoined() {
        #expect(Language.english.list(["a", "b", "c"], .or) == "a, b or c")
        #expect(Language.german.list(["a", "b", "c"]) == "a, b und c")
        #expect(Language.german.list(["a", "b"], .or) == "a oder b")
        #expect(Language.arabic.list(["مصر", "لبنان", "تونس"]) == "مصر ولبنان وتونس")
        #expect(Language.arabic.list(["مصر", "AWS"]) == "مصر و AWS")
        #expect(Language.arabic.list(["مصر", "لبنان"], .or) == "مصر أو لبنان")
        #expect(Language.arabic.list([]) == "")
    }

    @Test func numbersAskForForms() {
        let arabic: [(Int, PluralForm)] = [
            (0, .zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many), (99, .many), (100, .other),
            (102, .other),
            (103, .few), (111, .many), (1003, .few),
        ]
        for (number, form) in arabic { #expect(Language.arabic.plural(number) == form, "\(number)") }
        #expect(Language.german.plural(1) == .one)
        #expect(Language.german.plural(0) == .other)
        #expect(Language.english.plural(2) == .other)
    }

    @Test func everyCodeOfACountryHasAName() {
        for code in Country.all.union(["EU", "EEA", "GLOBAL"]) {
            #expect(CountryNames.german[code] != nil, "\(code)")
            #expect(CountryNames.arabic[code] != nil, "\(code)")
        }
        #expect(CountryNames.german.count == Country.all.count + 3)
        #expect(Language.german.country("US") == "Vereinigte Staaten")
        #expect(Language.english.country("US") == "the United States")
        #expect(Language.arabic.country("IE") == "أيرلندا")
    }

    @Test func aSayingIsKnownByItsEnglish() {
        let saying: Saying = "\("A") was \(2) days late."
        #expect(saying.key == "%1 was %2 days late.")
        #expect(Language.english.say(saying) == "A was 2 days late.")
        #expect(Saying("100 %").key == "100 %")
    }
}
