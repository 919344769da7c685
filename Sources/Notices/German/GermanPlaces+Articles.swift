extension GermanPlaces {
    /// Names that bear an article, or have one within, in the dative and as they stand behind `außerhalb`.
    static let articled: [String: (dative: String, genitive: String)] = Dictionary(
        uniqueKeysWithValues: """
            AE|den Vereinigten Arabischen Emiraten|der Vereinigten Arabischen Emirate
            AQ|der Antarktis|der Antarktis
            AX|den Ålandinseln|der Ålandinseln
            BQ|den Karibischen Niederlanden|der Karibischen Niederlande
            BS|den Bahamas|der Bahamas
            BV|der Bouvetinsel|der Bouvetinsel
            CC|den Kokosinseln|der Kokosinseln
            CD|der Demokratischen Republik Kongo|der Demokratischen Republik Kongo
            CF|der Zentralafrikanischen Republik|der Zentralafrikanischen Republik
            CG|der Republik Kongo|der Republik Kongo
            CH|der Schweiz|der Schweiz
            CK|den Cookinseln|der Cookinseln
            CX|der Weihnachtsinsel|der Weihnachtsinsel
            DO|der Dominikanischen Republik|der Dominikanischen Republik
            EEA|dem Europäischen Wirtschaftsraum|des Europäischen Wirtschaftsraums
            EH|der Westsahara|der Westsahara
            EU|der Europäischen Union|der Europäischen Union
            FK|den Falklandinseln|der Falklandinseln
            FO|den Färöern|der Färöer
            GB|dem Vereinigten Königreich|des Vereinigten Königreichs
            GS|Südgeorgien und den Südlichen Sandwichinseln|Südgeorgiens und der Südlichen Sandwichinseln
            HM|den Inseln Heard und McDonald|der Inseln Heard und McDonald
            IM|der Isle of Man|der Isle of Man
            IO|dem Britischen Territorium im Indischen Ozean|des Britischen Territoriums im Indischen Ozean
            IQ|dem Irak|des Irak
            IR|dem Iran|des Iran
            KM|den Komoren|der Komoren
            KY|den Kaimaninseln|der Kaimaninseln
            LB|dem Libanon|des Libanon
            MD|der Republik Moldau|der Republik Moldau
            MH|den Marshallinseln|der Marshallinseln
            MN|der Mongolei|der Mongolei
            MP|den Nördlichen Marianen|der Nördlichen Marianen
            MV|den Malediven|der Malediven
            NF|der Norfolkinsel|der Norfolkinsel
            NL|den Niederlanden|der Niederlande
            PH|den Philippinen|der Philippinen
            PN|den Pitcairninseln|der Pitcairninseln
            SB|den Salomonen|der Salomonen
            SC|den Seychellen|der Seychellen
            SD|dem Sudan|des Sudan
            SK|der Slowakei|der Slowakei
            SS|dem Südsudan|des Südsudan
            TC|den Turks- und Caicosinseln|der Turks- und Caicosinseln
            TD|dem Tschad|des Tschad
            TF|den Französischen Süd- und Antarktisgebieten|der Französischen Süd- und Antarktisgebiete
            TR|der Türkei|der Türkei
            UA|der Ukraine|der Ukraine
            UM|den Amerikanischen Überseeinseln|der Amerikanischen Überseeinseln
            US|den Vereinigten Staaten|der Vereinigten Staaten
            VA|der Vatikanstadt|der Vatikanstadt
            VC|St. Vincent und den Grenadinen|von St. Vincent und den Grenadinen
            VG|den Britischen Jungferninseln|der Britischen Jungferninseln
            VI|den Amerikanischen Jungferninseln|der Amerikanischen Jungferninseln
            XK|dem Kosovo|des Kosovo
            YE|dem Jemen|des Jemen
            """.split(separator: "\n").map { line in
                let parts = line.split(separator: "|").map(String.init)
                return (parts[0], (dative: parts[1], genitive: parts[2]))
            })

    /// Islands on which, rather than in which, something is.
    static let islands: Set<String> = [
        "AX", "BS", "BV", "CC", "CK", "CX", "FK", "FO", "GG", "GS", "HM", "IM", "JE", "KM", "KY", "MH", "MP", "MV",
        "NF", "PH", "PM", "PN", "SB", "SC", "SJ", "TC", "UM", "VG", "VI", "WF",
    ]
}
