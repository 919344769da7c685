/// The words of the program in German, by their English.
enum GermanWords {
    static let all = [both, documents, redline, lists, notices, site, script].merged
    static let told = [both, entries].merged

    /// What it says with numbers, in the forms that numbers ask for.
    static let plurals: [String: [PluralForm: String]] = [
        "%1 days since %2": [.one: "%1 Tag seit %2", .other: "%1 Tage seit %2"],
        "%1 changes are coming": [.one: "%1 Änderung steht bevor", .other: "%1 Änderungen stehen bevor"],
        "No word changed, only typography in %1 places.": [
            .one: "Kein Wort wurde geändert, nur die Typografie an einer Stelle.",
            .other: "Kein Wort wurde geändert, nur die Typografie an %1 Stellen.",
        ],
        "Besides, typography alone changed in %1 places.": [
            .one: "Außerdem wurde an einer Stelle nur die Typografie geändert.",
            .other: "Außerdem wurde an %1 Stellen nur die Typografie geändert.",
        ],
        "No word changed, only the form, and typography in %1 places.": [
            .one: "Kein Wort wurde geändert, nur die Form, und die Typografie an einer Stelle.",
            .other: "Kein Wort wurde geändert, nur die Form, und die Typografie an %1 Stellen.",
        ],
        "%1 changes": [.one: "1 Änderung", .other: "%1 Änderungen"],
        "%1 places": [.one: "1 Stelle", .other: "%1 Stellen"],
        "All %1 companies": [.one: "1 Unternehmen", .other: "Alle %1 Unternehmen"],
        "%1 of %2 companies": [.one: "%1 von %2 Unternehmen", .other: "%1 von %2 Unternehmen"],
        "All %1 notices": [.one: "1 Mitteilung", .other: "Alle %1 Mitteilungen"],
        "%1 of %2 notices": [.one: "%1 von %2 Mitteilung", .other: "%1 von %2 Mitteilungen"],
        "%1 sections are touched.": [.one: "Ein Abschnitt ist berührt.", .other: "%1 Abschnitte sind berührt."],
    ]
}
