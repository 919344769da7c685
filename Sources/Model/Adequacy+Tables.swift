extension AdequacyDecision {
    /// All decisions under a law, by country.
    package static func all(under law: TransferLaw) -> [AdequacyDecision] {
        switch law {
        case .eu: ofTheUnion
        case .uk: ofTheUnitedKingdom
        case .ch: ofSwitzerland
        }
    }

    /// Canada: 2002/2/EC. The United Kingdom: (EU) 2021/1772, as extended. The United States: (EU) 2023/1795, against
    /// which an appeal is pending (C-703/25 P). Brazil: (EU) 2026/179.
    private static let ofTheUnion: [AdequacyDecision] = [
        row("AD", (2010, 10, 19)),
        row("AR", (2003, 6, 30)),
        row("BR", (2026, 1, 26)),
        row("CA", (2001, 12, 20), scope: commercial),
        row("CH", (2000, 7, 26)),
        row("FO", (2010, 3, 5)),
        row("GB", (2021, 6, 28), until: (2031, 12, 27)),
        row("GG", (2003, 11, 21)),
        row("IL", (2011, 1, 31)),
        row("IM", (2004, 4, 28)),
        row("JE", (2008, 5, 8)),
        row("JP", (2019, 1, 23)),
        row("KR", (2021, 12, 17)),
        row("NZ", (2012, 12, 19)),
        row("US", (2023, 7, 10), scope: .participants),
        row("UY", (2012, 8, 21)),
    ].compactMap(\.self)

    /// The Union's decisions that held at the end of 2020 stay (Data Protection Act 2018, Schedule 21, paragraph 5), each
    /// from its day, as the Union's law was the United Kingdom's until then; Gibraltar is trusted from the end of that
    /// time. Its own regulations: Korea (SI 2022/1213), the United States by the UK Extension (SI 2023/1028).
    private static let ofTheUnitedKingdom: [AdequacyDecision] = [
        row("AD", (2010, 10, 19)),
        row("AR", (2003, 6, 30)),
        row("CA", (2001, 12, 20), scope: commercial),
        row("CH", (2000, 7, 26)),
        row("FO", (2010, 3, 5)),
        row("GG", (2003, 11, 21)),
        row("GI", (2021, 1, 1)),
        row("IL", (2011, 1, 31)),
        row("IM", (2004, 4, 28)),
        row("JE", (2008, 5, 8)),
        row("JP", (2019, 1, 23)),
        row("KR", (2022, 12, 19)),
        row("NZ", (2012, 12, 19)),
        row("US", (2023, 10, 12), scope: .participants),
        row("UY", (2012, 8, 21)),
    ].compactMap(\.self)

    /// Annex 1 of the Data Protection Ordinance, from 1 September 2023. Before it the commissioner kept a list (article 7
    /// of the ordinance of 2008), which had the same countries. The United States: only who is certified under the
    /// Swiss-US framework.
    private static let ofSwitzerland: [AdequacyDecision] =
        [
            row("CA", (2008, 1, 1), scope: commercial),
            row("US", (2024, 9, 15), scope: .participants),
        ].compactMap(\.self)
        + ["AD", "AR", "FO", "GB", "GG", "GI", "IL", "IM", "JE", "MC", "NZ", "UY"].compactMap { row($0, (2008, 1, 1)) }

    private static let commercial = Scope.part("commercial organisations")

    private static func row(
        _ country: String, _ from: (Int, Int, Int), until: (Int, Int, Int)? = nil, scope: Scope = .everyone
    ) -> AdequacyDecision? {
        CalendarDate(year: from.0, month: from.1, day: from.2).map { first in
            AdequacyDecision(
                country: country, from: first,
                until: until.flatMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }, scope: scope)
        }
    }
}
