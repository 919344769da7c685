extension GermanWords {
    /// Notices.
    static let notices: [String: String] = [
        "Postponed on %1 to %2.": "Am %1 auf den %2 verschoben.",
        "Withdrawn on %1, before it took effect.": "Am %1 zurückgezogen, bevor es wirksam wurde.",
        "Withdrawn on %1, before it took effect for everyone.": "Am %1 zurückgezogen, bevor es für alle wirksam wurde.",
        "Told late: this holds since %1, and was told on %2.":
            "Verspätet mitgeteilt: Dies gilt seit dem %1 und wurde am %2 mitgeteilt.",
        "Older history, which entered this record on %1.":
            "Vorgeschichte, die am %1 in dieses Protokoll aufgenommen wurde.",
        "Why customers are told late": "Warum die Kunden es verspätet erfahren",
        "Why the notice is short": "Warum die Frist kurz ist",
        "More words were erased on %1.": "Weitere Wörter wurden am %1 gelöscht.",
        "The text of %1 was erased on %2: there is nothing to compare.":
            "Der Text von %1 wurde am %2 gelöscht: Es gibt nichts zu vergleichen.",
        "The text was erased on %1.": "Der Text wurde am %1 gelöscht.",
        "Words of this were erased on %1.": "Wörter hiervon wurden am %1 gelöscht.",
        "In effect": "Wirksam",
        "Notice: %1, %2%3": "Mitteilung: %1, %2%3",
        "Notice %1": "Mitteilung %1",
        "In short": "Kurz gesagt",
        "This notice is part of the state with which this record starts.":
            "Diese Mitteilung gehört zu dem Stand, mit dem dieses Protokoll beginnt.",
        "Customers may object until %1, by mail to %2 with “%3” as the subject.":
            "Kunden können bis zum %1 widersprechen, per E-Mail an %2 mit dem Betreff „%3“.",
        "The time to object ended on %1.": "Die Frist zum Widerspruch endete am %1.",
        "To object": "Widersprechen",
        "at %1 (%2)": "um %1 Uhr (%2)",
        "Announced": "Angekündigt am",
        "Object until the end of": "Widerspruch bis zum Ende des",
        "%1 to %2": "%1 bis %2",
        "%1, the rest by %2": "%1, das Übrige bis zum %2",
        "Took effect on": "Wirksam geworden am",
        "Takes effect on": "Wird wirksam am",
        "Days of this notice": "Tage dieser Mitteilung",
        "Was to take effect on %1.": "Sollte am %1 wirksam werden.",
        "Takes effect on %1.": "Wird am %1 wirksam.",
        "Took effect on %1.": "Wurde am %1 wirksam.",
        "What stays as it is": "Was bleibt, wie es ist",
        "Objection ended %1": "Widerspruchsfrist endete am %1",
        "Object until %1": "Widerspruch bis zum %1",
        "All changes": "Alle Änderungen",
        "Changes of %1": "Änderungen: %1",
        "Every change to the documents and lists on this site is announced here.":
            "Jede Änderung der Dokumente und Listen dieser Website wird hier angekündigt.",
        "Notices": "Mitteilungen",
        "Not in effect yet": "Noch nicht wirksam",
        "What is coming": "Was kommt",
        "No change is announced. Every change stands here before it applies.":
            "Es ist keine Änderung angekündigt. Jede Änderung steht hier, bevor sie gilt.",
        "All notices": "Alle Mitteilungen",
        "What took effect lately": "Was zuletzt wirksam wurde",
        "%1 more on %2": "%1 weitere am %2",
        "%1 more, until %2": "%1 weitere, bis zum %2",
    ]
}
