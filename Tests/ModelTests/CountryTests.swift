import Model
import Testing

@Suite("Places and transfers")
struct CountryTests {
    @Test("There are 249 countries of ISO 3166-1, and Kosovo")
    func count() {
        #expect(Country.all.count == 250)
        #expect(Country.all.allSatisfy { $0.utf8.count == 2 && $0 == $0.uppercased() })
    }

    @Test("The areas hold their countries")
    func areas() {
        let union = Country.area(of: "EU")
        #expect(union.count == 27 + 7)
        #expect(Country.area(of: "EEA").subtracting(union) == ["IS", "LI", "NO"])
        #expect(Country.area(of: "EEA").isSuperset(of: union))
        #expect(union.isSuperset(of: ["AX", "GF", "GP", "MF", "MQ", "RE", "YT"]))
        #expect(union.isDisjoint(with: ["GB", "CH", "XK", "GL", "FO"]))
        #expect(Country.area(of: "GLOBAL") == Country.all)
        #expect(Country.area(of: "US") == ["US"])
        #expect(union.isSubset(of: Country.all))
    }

    @Test(
        "The code that was meant",
        arguments: [
            ("Ireland", "IE"), ("Irland", "IE"), ("ie", "IE"), ("UK", "GB"), ("England", "GB"), ("USA", "US"),
            ("Deutschland", "DE"), ("Untied States", "US"), ("Germny", "DE"), ("European Union", "EU"),
            ("worldwide", "GLOBAL"), ("eu", "EU"), ("Cote d'Ivoire", "CI"), ("Kosovo", "XK"), ("Turkey", "TR"),
        ])
    func suggestions(text: String, code: String) {
        #expect(Country.suggestion(for: text)?.code == code)
    }

    @Test("What is near to nothing is answered with nothing", arguments: ["", "ZZ", "Bavaria", "our region", "EUU"])
    func noSuggestion(text: String) {
        #expect(Country.suggestion(for: text) == nil)
    }

    @Test(
        "Adequacy has days",
        arguments: [
            ("GB", "2021-06-27", false), ("GB", "2021-06-28", true), ("GB", "2031-12-27", true),
            ("GB", "2031-12-28", false), ("BR", "2026-01-25", false), ("BR", "2026-01-26", true),
            ("US", "2026-01-01", false), ("DE", "1999-01-01", true), ("NO", "2026-01-01", true),
            ("CA", "2026-01-01", true), ("IN", "2026-01-01", false), ("KR", "2021-12-16", false),
        ])
    func adequacy(country: String, day: String, isAdequate: Bool) throws {
        #expect(AdequacyDecision.isAdequate(country, on: try #require(CalendarDate(day))) == isAdequate)
    }

    @Test("The table is sixteen decisions of known countries, one each")
    func decisions() {
        let countries = AdequacyDecision.all.map(\.country)
        #expect(countries.count == 16)
        #expect(Set(countries).count == 16 && Country.all.isSuperset(of: countries))
    }

    @Test(
        "What a mechanism covers for the Union",
        arguments: [
            (TransferMechanism.dpf, "US", "2023-07-10", true), (.dpf, "US", "2023-07-09", false),
            (.dpf, "IN", "2026-01-01", false), (.scc3, "IN", "2026-01-01", true), (.bcr, "US", "2026-01-01", true),
            (.adequacy, "JP", "2026-01-01", true), (.adequacy, "US", "2026-01-01", false),
            (.ukAddendum, "US", "2026-01-01", false), (.none, "US", "2026-01-01", false),
        ])
    func mechanisms(mechanism: TransferMechanism, country: String, day: String, covers: Bool) throws {
        #expect(mechanism.covers(country, on: try #require(CalendarDate(day))) == covers)
    }
}
