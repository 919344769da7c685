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
            ("Alemania", "DE"), ("Chine", "CN"), ("Griekenland", "GR"), ("Albania", "AL"), ("Greenland", "GL"),
            ("Ireland", "IE"), ("Irland", "IE"), ("ie", "IE"), ("UK", "GB"), ("England", "GB"), ("USA", "US"),
            ("Deutschland", "DE"), ("Untied States", "US"), ("Germny", "DE"), ("European Union", "EU"),
            ("worldwide", "GLOBAL"), ("eu", "EU"), ("Cote d'Ivoire", "CI"), ("Kosovo", "XK"), ("Turkey", "TR"),
            ("U.K.", "GB"), ("U.S.", "US"), ("U.S.A.", "US"), ("U.A.E.", "AE"), ("EL", "GR"), ("Ukrania", "UA"),
        ])
    func suggestions(text: String, code: String) {
        #expect(Country.suggestion(for: text)?.code == code)
    }

    @Test("What is near to nothing is answered with nothing", arguments: ["", "ZZ", "Bavaria", "our region", "EUU"])
    func noSuggestion(text: String) {
        #expect(Country.suggestion(for: text) == nil)
    }

    @Test(
        "A city or a region is no country with a name like it",
        arguments: [
            "Berlin", "Bremen", "Vienna", "Nice", "Africa", "North Africa", "North America", "South America",
            "Tasmania",
            "Channel Islands", "N.A.",
        ])
    func otherPlaces(text: String) {
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

    @Test(
        "The United Kingdom and Switzerland decide for themselves",
        arguments: [
            (TransferLaw.uk, "GB", "2026-01-01", true), (.uk, "DE", "2026-01-01", true),
            (.uk, "EEA", "2026-01-01", true),
            (.uk, "KR", "2022-12-18", false), (.uk, "KR", "2022-12-19", true), (.uk, "GI", "2026-01-01", true),
            (.uk, "BR", "2026-06-01", false), (.uk, "US", "2026-01-01", false), (.uk, "JP", "2020-06-01", true),
            (.ch, "CH", "2026-01-01", true), (.ch, "LI", "2026-01-01", true), (.ch, "EU", "2026-01-01", true),
            (.ch, "GB", "2031-12-28", true), (.ch, "MC", "2026-01-01", true), (.ch, "JP", "2026-01-01", false),
            (.ch, "KR", "2026-01-01", false), (.ch, "US", "2026-01-01", false), (.eu, "MC", "2026-01-01", false),
            (.eu, "GI", "2026-01-01", false),
        ])
    func otherLaws(law: TransferLaw, country: String, day: String, isAdequate: Bool) throws {
        let day = try #require(CalendarDate(day))
        #expect(AdequacyDecision.isAdequate(country, under: law, on: day) == isAdequate)
    }

    @Test(
        "The tables are decisions of known countries, one each",
        arguments: [(TransferLaw.eu, 16), (.uk, 15), (.ch, 14)])
    func decisions(law: TransferLaw, count: Int) {
        let decisions = AdequacyDecision.all(under: law)
        #expect(decisions.count == count)
        #expect(Set(decisions.map(\.country)).count == count)
        #expect(decisions.allSatisfy { Country.all.contains($0.country) && $0.from <= $0.until ?? .distantFuture })
    }

    @Test(
        "What a mechanism covers under the other laws",
        arguments: [
            (TransferMechanism.dpf, TransferLaw.uk, "US", "2023-10-11", false), (.dpf, .uk, "US", "2023-10-12", true),
            (.dpf, .ch, "US", "2024-09-14", false), (.dpf, .ch, "US", "2024-09-15", true),
            (.dpf, .uk, "IN", "2026-01-01", false), (.scc3, .uk, "US", "2026-01-01", false),
            (.scc3, .ch, "US", "2026-01-01", true), (.ukAddendum, .uk, "IN", "2026-01-01", true),
            (.ukIDTA, .uk, "IN", "2026-01-01", true), (.ukAddendum, .ch, "IN", "2026-01-01", false),
            (.bcr, .uk, "IN", "2026-01-01", true), (.adequacy, .uk, "KR", "2026-01-01", true),
            (.adequacy, .ch, "KR", "2026-01-01", false), (.none, .uk, "US", "2026-01-01", false),
        ])
    func mechanismsUnderOtherLaws(
        mechanism: TransferMechanism, law: TransferLaw, country: String, day: String, covers: Bool
    ) throws {
        #expect(mechanism.covers(country, under: law, on: try #require(CalendarDate(day))) == covers)
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
