import Checks
import TestSupport
import Testing

/// What a text says of its own days.
@Suite("Stated days")
struct StatedDateTests {
    /// An edition that is announced on 1 May 2026 and takes effect on 15 June 2026.
    private func found(_ text: String, _ keys: String = "") throws -> String {
        try checked(
            [.statedDate],
            terms: """
                Effective: 1 January 2026
                -- Content/terms/2026-06-15.md --
                ---
                title: Terms
                announced: 2026-05-01
                summary: Clearer.
                \(keys)---
                \(text)
                """)
    }

    @Test("Another day of effect or update is told, with the day in the same form")
    func others() throws {
        let found = try found(
            """
            **Effective: 1 June 2026**

            Last updated: March 3rd, 2026. This policy is effective as of 2026-06-16.

            | Effective date | 14.06.2026 |
            | --- | --- |
            | Last revised | 02/01/2026 |

            These terms were created on 1 April 2026 and last updated on 2 April 2026.
            """, "version: \"2\"\n")
        #expect(
            found == """
                Content/terms/2026-06-15.md:7:14 warning stated-date: the text says that it takes effect on 1 June 2026, and this edition does on 2026-06-15
                    write 15 June 2026 there, or rename the file to the day that is meant
                Content/terms/2026-06-15.md:9:15 warning stated-date: the text says that it was updated on March 3rd, 2026, and this edition is announced on 2026-05-01
                    write May 1, 2026 there, or June 15, 2026, its first day
                Content/terms/2026-06-15.md:9:63 warning stated-date: the text says that it takes effect on 2026-06-16, and this edition does on 2026-06-15
                    write 2026-06-15 there, or rename the file to the day that is meant
                Content/terms/2026-06-15.md:11:20 warning stated-date: the text says that it takes effect on 14.06.2026, and this edition does on 2026-06-15
                    write 15.06.2026 there, or rename the file to the day that is meant
                Content/terms/2026-06-15.md:13:18 warning stated-date: the text says that it was updated on 02/01/2026, and this edition is announced on 2026-05-01
                    write 2026-05-01 there, or 2026-06-15, its first day
                Content/terms/2026-06-15.md:15:62 warning stated-date: the text says that it was updated on 2 April 2026, and this edition is announced on 2026-05-01
                    write 1 May 2026 there, or 15 June 2026, its first day
                """)
    }

    @Test("Rules that hold from a day on, other texts, and how old the document is say nothing of the edition")
    func sound() throws {
        let found = try found(
            """
            Effective 15 September 2026, the supplier shall keep two copies.

            Effective July 1, 2026:

            - Passwords have twelve signs.
            - *Effective 1 August 2026*, keys are rotated.

            Gültig ab 1. Mai 2027 sind zwei Kopien zu halten. The DPA is effective as of 5 October 2025 and goes before them.

            Effective 6 November 2015 / Updated 1 May 2026
            """)
        #expect(found == "")
    }

    @Test(
        "A day of effect behind the month of the last update",
        arguments: [
            "Stand: Dezember 2026, gültig ab 01.07.2026", "Last updated: May 2026, effective 1 July 2026",
        ])
    func effectBehindUpdate(text: String) throws {
        #expect(try found(text).contains("says that it takes effect on"))
    }

    @Test("The day of another version says nothing of the edition")
    func otherVersions() throws {
        #expect(try found("For customers of before, the version of 3 May 2025, effective 1 June 2025, applies.") == "")
    }

    @Test(
        "The help writes a day as the text does",
        arguments: [
            ("Stand: 2. März 2026", "1. Mai 2026", "15. Juni 2026"),
            ("Stand: 1. April 2026", "1. Mai 2026", "15. Juni 2026"),
            ("Stand: 02.04.2026", "01.05.2026", "15.06.2026"), ("Stand: 2.4.2026", "1.5.2026", "15.6.2026"),
            ("Stand: 2026-4-2", "2026-5-1", "2026-6-15"), ("Last updated: 2026/04/02", "2026/05/01", "2026/06/15"),
            ("Dernière mise à jour : 1er avril 2026", "1er mai 2026", "15 juin 2026"),
            ("Última actualización: 2 de marzo de 2026", "1 de mayo de 2026", "15 de junio de 2026"),
            ("Última atualização: 2 de março de 2026", "1 de maio de 2026", "15 de junho de 2026"),
            ("Ultimo aggiornamento: 2 marzo 2026", "1 maggio 2026", "15 giugno 2026"),
            ("Laatst bijgewerkt op 2 maart 2026", "1 mei 2026", "15 juni 2026"),
            ("最終更新日：2026年3月2日", "2026年5月1日", "2026年6月15日"),
            ("Last updated: 2nd April 2026", "1 May 2026", "15 June 2026"),
            // Two days, and a month that Spanish and Portuguese write alike.
            ("Last updated: 02/03/2026", "2026-05-01", "2026-06-15"),
            ("Última actualización: 2 de abril de 2026", "2026-05-01", "2026-06-15"),
        ])
    func help(text: String, announced: String, first: String) throws {
        let found = try found(text)
        #expect(found.hasSuffix("    write \(announced) there, or \(first), its first day"), "\(found)")
    }

    @Test("A day is the edition's where the sentence ends with it or calls the text")
    func own() throws {
        let found = try found(
            """
            *Effective June 1, 2026* (replaces the terms of 2025)

            Effective 2 June 2026, these terms apply to you. Effective 3 June 2026 this agreement ends the one before.

            This DPA is effective as of _4_ June 2026. Effective 1 January 2026, updated 1 May 2026.

            Effective date: 5 June 2026, for all customers
            """)
        #expect(
            found.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { $0.split(separator: ": ")[1] } == [
                "the text says that it takes effect on June 1, 2026, and this edition does on 2026-06-15",
                "the text says that it takes effect on 2 June 2026, and this edition does on 2026-06-15",
                "the text says that it takes effect on 3 June 2026, and this edition does on 2026-06-15",
                "the text says that it takes effect on 4 June 2026, and this edition does on 2026-06-15",
                "the text says that it takes effect on 1 January 2026, and this edition does on 2026-06-15",
                "the text says that it takes effect on 5 June 2026, and this edition does on 2026-06-15",
            ])
    }

    @Test("So are days of Turkish and Arabic months", arguments: ["31 Eylül 2026", "31 سبتمبر 2026"])
    func noSuchDayElsewhere(day: String) throws {
        #expect(try found("It runs to \(day)").contains(" stated-date: \(day) is in no calendar"))
    }

    @Test("A day in no calendar is an error wherever it stands")
    func noSuchDay() throws {
        let found = try found("The contract ends on 31 September 2026. Effective: 2026-06-31. Build 2026-13-45.")
        #expect(
            found == """
                Content/terms/2026-06-15.md:6:22 stated-date: 31 September 2026 is in no calendar
                    write 30 September 2026, the last day of that month, or the day that is meant
                Content/terms/2026-06-15.md:6:52 stated-date: 2026-06-31 is in no calendar
                    write 2026-06-30, the last day of that month, or the day that is meant
                """)
    }

    @Test("So is one in numbers", arguments: ["2027-02-30", "29.2.2027", "31/02/2027", "02/31/2027", "31.4.2027"])
    func noSuchNumber(day: String) throws {
        for text in ["It runs to \(day).", "It runs to the end (\(day)), or so"] {
            #expect(try found(text).contains(" stated-date: \(day) is in no calendar"), "\(text)")
        }
    }

    @Test(
        "So is one in the form of a contract, of a spreadsheet or of Korean",
        arguments: ["31st day of June, 2027", "31-Jun-2027", "2027년 6월 31일"])
    func noSuchForm(day: String) throws {
        #expect(try found("It runs to \(day)").contains(" stated-date: \(day) is in no calendar"))
    }

    @Test(
        "Other languages",
        arguments: [
            "Stand: 1. März 2026", "Gültig ab dem 1. Juli 2026", "Dernière mise à jour : 1er mars 2026",
            "En vigueur à compter du 1er juillet 2026", "Última actualización: 1 de marzo de 2026",
            "Ultimo aggiornamento: 1 marzo 2026", "Laatst bijgewerkt op 1 maart 2026", "最終更新日：2026年3月1日",
            "Diese Bedingungen treten am 1. Februar 2027 in Kraft.",
            "Diese AGB treten zum 1. Juli 2026 in Kraft und gehen vor.",
            "Die Datenschutzhinweise sind neu. Diese Fassung tritt mit Wirkung zum 1. Juli 2026 in Kraft",
            "Diese Fassung gilt ab dem 1. Juli 2026.", "Diese Nutzungsbedingungen gelten ab dem 1. Juli 2026.",
            "Les présentes conditions générales entrent en vigueur le 1er juillet 2026.",
            "Ces conditions prennent effet le 1er juillet 2026.",
            "Las presentes condiciones entran en vigor el 1 de julio de 2026.",
            "Deze voorwaarden treden op 1 juli 2026 in werking.", "Date d’entrée en vigueur : 1er juillet 2026",
            "Em vigor a partir de 1 de julho de 2026", "시행일: 2026년 7월 1일", "약관 시행일: 2026년 7월 1일",
            "These Terms take effect on the 1st day of July, 2026.", "Effective: 01-Jul-2026",
            "En vigueur au 01/07/2026", "Aggiornato al 1 marzo 2026", "Data di entrata in vigore: 1 luglio 2026",
            "Data de vigência: 1 de julho de 2026", "Data da última atualização: 1 de março de 2026",
            "Deze algemene voorwaarden treden in werking op 1 juli 2026.", "Laatste update: 1 maart 2026",
            "Diese Vereinbarung wird am 1. Juli 2026 wirksam.", "Diese Fassung hat den Stand vom 1. März 2026.",
            "Última revisión: 1 de marzo de 2026", "Most recent update: 1 March 2026",
            "Terms v3.2 – last updated 1 March 2026", "Terms, version no. 3, last updated 1 March 2026.",
        ])
    func languages(text: String) throws {
        #expect(try found(text).contains("warning stated-date: the text says that it "))
    }

    @Test(
        "Its own days, days of other things and words without a day are none",
        arguments: [
            "Effective: 15 June 2026", "*Last updated: May 1, 2026*", "Last updated 15/06/2026", "Stand: 1.5.2026",
            "The GDPR is effective since 25 May 2018.", "Your plan takes effect on 1 July 2026.",
            "The previous version, effective 1 January 2026, is archived.", "Effective 30 days after 1 April 2026.",
            "We updated our servers on 3 March 2026.", "Regulation (EU) 2016/679 applies from 25 May 2018.",
            "`Effective: 1 March 2026`", "See https://a.example/effective-2026-02-31.", "Version 1.2.2026",
            "Article 31 and June 2026, and 12/13/2026 things.", "Effective immediately.", "Effective: June 2026",
            "31 May 2026, 29 February 2028", "最終更新日：2026年5月1日",
            "Die DSGVO trat am 25. Mai 2018 in Kraft.", "Diese Richtlinie ist am 1. Mai 2020 in Kraft getreten.",
            "Die neuen Preise treten am 1. Juli 2026 in Kraft und gelten ab dem 1. August 2026.",
            "Diese Bedingungen treten am 15. Juni 2026 in Kraft.", "Le règlement entre en vigueur le 25 mai 2018.",
            "최초 시행일: 2020년 1월 1일", "보호법 시행일: 2011년 9월 30일", "시행일자: 2024년 3월 1일 ~ 2025년 2월 28일",
            "Case 45-Mar-2020", "Last updated 2 - March 2025",
            "Das BDSG in der Fassung vom 25. Mai 2018, zuletzt geändert am 6. Mai 2024, gilt.",
            "BDSG (BGBl. I S. 2097), zuletzt geändert am 6. Mai 2024",
            "Das BDSG in der\nFassung vom 25.05.2018, zuletzt geändert am 06.05.2024, gilt.",
            "Die Kündigung wird zum 31. Dezember 2026 wirksam.",
            "The Act (Pub. L. 104-191, last amended 5 May 2024) applies.",
            "Loi n° 78-17 du 6 janv. 1978, mise à jour le 1er juin 2019", "Les tarifs en vigueur au 1er janvier 2026.",
            "Release 2027.02.30, part 31.4.2027-b, address 10.31.2.2027, key X-2027-02-30 and 2027-02-30T10, at 31.2.0007.",
        ])
    func none(text: String) throws {
        #expect(try found(text) == "")
    }

    @Test("An editorial edition may go on saying the day of the one before, and a postponed one its first day")
    func editorial() throws {
        #expect(try found("Effective: 1 January 2026", "material: false\n") == "")
        let postponed = "postponed: [{announced: 2026-05-20, effective: 2026-07-15, reason: Not ready.}]\n"
        #expect(try found("Effective: 15 June 2026. Effective: 15 July 2026.", postponed) == "")
    }
}
