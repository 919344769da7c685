extension GermanWords {
    /// What pages say, and what stands around the sentences of notices says alike.
    static let both: [String: String] = [
        "%1: from %2, and only for those who become customers from that day.":
            "%1: ab dem %2, und nur für diejenigen, die ab diesem Tag Kunden werden.",
        "%1: from %2.": "%1: ab dem %2.",
        "Terms of notice": "Mitteilungsfristen",
        "Names and contacts": "Namen und Kontakte",
        "Changed": "Geändert",
        "Moved": "Verschoben",
        "Renumbered": "Neu nummeriert",
    ]

    /// What stands around the sentences of notices: in feeds, mails and calendars.
    static let entries: [String: String] = [
        // Entries of feeds, and mails.
        "The notice with all its details": "Die Mitteilung mit allen Einzelheiten",
        "Write to %1, with “Objection to %2” as the subject.":
            "Schreiben Sie an %1, mit dem Betreff „Widerspruch gegen %2“.",
        "Objection to %1": "Widerspruch gegen %1",
        "%1, edition of %2": "%1, Fassung vom %2",
        "Every change, marked up": "Alle Änderungen im Text markiert",
        "Why customers are told late:": "Warum die Mitteilung nachträglich kommt:",
        "Why the notice is short:": "Warum die Frist kurz ist:",
        "A part of this was erased on %1.": "Ein Teil hiervon wurde am %1 gelöscht.",
        "not given": "nicht angegeben",
        "no longer given": "nicht mehr angegeben",
        "Before: %1": "Bisher: %1",
        "After: %1": "Neu: %1",
        "Announced already:": "Bereits angekündigt:",
        "What stays as it is:": "Was bleibt, wie es ist:",
        "all products": "alle Produkte",
        "%1 announced on %2:": "%1 hat am %2 angekündigt:",
        "What %1 announced on %2 is in effect:": "Was %1 am %2 angekündigt hat, ist in Kraft:",
        "%1 postponed on %2 what it announced on %3:": "%1 hat am %2 verschoben, was am %3 angekündigt wurde:",
        "%1 withdrew on %2 what it announced on %3:": "%1 hat am %2 zurückgezogen, was am %3 angekündigt wurde:",
        "%1: as they stand on %2": "%1: Stand vom %2",
        "%1: %2 changes announced on %3": "%1: %2 Änderungen, angekündigt am %3",
        "%1: %2 changes take effect on %3": "%1: %2 Änderungen treten am %3 in Kraft",
        "%1: %2 changes postponed on %3": "%1: %2 Änderungen, verschoben am %3",
        "%1: %2 changes withdrawn on %3": "%1: %2 Änderungen, zurückgezogen am %3",
        "all changes": "alle Änderungen",
        "subprocessors of %1": "Unterauftragsverarbeiter für %1",

        // What became of a text's sections.
        "the beginning of the text": "Anfang des Textes",
        "%1 (was %2)": "%1 (bisher %2)",
        "Added": "Hinzugefügt",
        "Removed": "Entfernt",
        "Form alone": "Nur in der Form geändert",
        "Typography alone": "Nur typografisch geändert",

        // Calendars.
        "withdrawn": "zurückgezogen",
        "%1 as they stand on %2": "%1, Stand vom %2",
        "%1 changes of %2 take effect": "%1 Änderungen %2 treten in Kraft",
        "%1, withdrawn: there is nothing left to object to in %2":
            "%1, zurückgezogen: Widerspruch gegen Änderungen %2 gegenstandslos",
        "%1: last day to object to changes of %2 (%3)": "%1: letzter Tag für den Widerspruch gegen Änderungen %2 (%3)",
        "%1 companies": "%1 Unternehmen",
    ]
}
