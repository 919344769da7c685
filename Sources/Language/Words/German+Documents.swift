extension GermanWords {
    /// Documents: their editions, and what changed in them.
    static let documents: [String: String] = [
        "In force": "In Kraft",
        "Upcoming": "Künftig",
        "Superseded": "Abgelöst",
        "Withdrawn": "Zurückgezogen",
        "Retired": "Außer Kraft",
        "Erased": "Gelöscht",
        "Told late": "Verspätet mitgeteilt",
        "Older history": "Vorgeschichte",
        "Short notice": "Kurze Frist",
        "Other days": "Andere Tage",
        "Interim": "Übergangsweise",
        "Corrected": "Berichtigt",
        "Postponed": "Verschoben",
        "Read the edition in force": "Zur Fassung, die in Kraft ist",
        "Read the last edition": "Zur letzten Fassung",
        "A later edition took its place.": "Eine spätere Fassung hat sie abgelöst.",
        "This edition is not in force yet: with it, %1.": "Diese Fassung ist noch nicht in Kraft: %1.",
        "This edition is not in force yet: it applies from %1.":
            "Diese Fassung ist noch nicht in Kraft: Sie gilt ab dem %1.",
        "This edition was withdrawn on %1, before it took effect.":
            "Diese Fassung wurde am %1 zurückgezogen, bevor sie wirksam wurde.",
        "This edition was withdrawn on %1, before it took effect for everyone.":
            "Diese Fassung wurde am %1 zurückgezogen, bevor sie für alle wirksam wurde.",
        "This edition applies until an edition announced before it takes effect.":
            "Diese Fassung gilt, bis eine vor ihr angekündigte Fassung wirksam wird.",
        "It was to apply from %1 and was postponed on %2 to %3.":
            "Sie sollte ab dem %1 gelten und wurde am %2 auf den %3 verschoben.",
        "this document retires on %1": "dieses Dokument tritt am %1 außer Kraft",
        "this document retires on %1 and is replaced by %2":
            "dieses Dokument tritt am %1 außer Kraft und wird ersetzt durch: %2",
        "this document was retired on %1": "dieses Dokument ist am %1 außer Kraft getreten",
        "this document was retired on %1 and is replaced by %2":
            "dieses Dokument ist am %1 außer Kraft getreten und wurde ersetzt durch: %2",
        "See what changes": "Was sich ändert",
        "The notice": "Zur Mitteilung",
        "%1. Its last edition is %2.": "%1. Seine letzte Fassung ist: %2.",
        "A new edition, %1, applies from %2.": "Eine neue Fassung, %1, gilt ab dem %2.",
        "This document is new: %1 applies from %2.": "Dieses Dokument ist neu: %1 gilt ab dem %2.",
        "Announced %1": "Angekündigt am %1",
        "Entered in this record on %1": "In dieses Protokoll aufgenommen am %1",
        "Version %1": "Version %1",
        "In force since %1": "In Kraft seit dem %1",
        "In force since %1, until %2": "In Kraft seit dem %1, bis zum %2",
        "Upcoming: the document retires on %1": "Künftig: Das Dokument tritt am %1 außer Kraft",
        "Upcoming: in force from %1": "Künftig: in Kraft ab dem %1",
        "Upcoming: in force from %1 until %2": "Künftig: in Kraft vom %1 bis zum %2",
        "Withdrawn: the document was to retire on %1":
            "Zurückgezogen: Das Dokument sollte am %1 außer Kraft treten",
        "Withdrawn: was to be in force from %1": "Zurückgezogen: sollte ab dem %1 in Kraft sein",
        "Retired on %1": "Außer Kraft seit dem %1",
        "Superseded on %1, its first day": "Abgelöst am %1, ihrem ersten Tag",
        "Superseded: in force from %1 until %2": "Abgelöst: in Kraft vom %1 bis zum %2",
        "Erased: in force from %1": "Gelöscht: in Kraft ab dem %1",
        "Erased: in force from %1 until %2": "Gelöscht: in Kraft vom %1 bis zum %2",
        "About this edition": "Über diese Fassung",
        "What this edition changes": "Was diese Fassung ändert",
        "See it marked up": "Die Änderungen im Text",
        "%1%2, edition of %3": "%1%2, Fassung vom %3",
        "edition of %1": "Fassung vom %1",
        "list of %1": "Liste vom %1",
        "Clauses: history and citation": "Klauseln: Geschichte und Zitat",
        "Cite a clause by its edition: “%1”. Its address never changes.":
            "Zitieren Sie eine Klausel nach ihrer Fassung: „%1“. Ihre Adresse ändert sich nie.",
        "Clause": "Klausel",
        "and %1 earlier": "und %1 frühere",
        "All %1 in the history": "Alle %1 in der Historie",
        "%1 on %2": "%1 am %2",
        "On %1 this edition began to hold.": "Am %1 begann diese Fassung zu gelten.",
        "Read this edition": "Diese Fassung lesen",
        "Every edition": "Alle Fassungen",
        "Last changed": "Zuletzt geändert",
        "%1 or earlier": "%1 oder früher",
        "Permanent address": "Dauerhafte Adresse",
        "Erased on %1": "Gelöscht am %1",
        "What changed, marked up": "Was sich geändert hat, im Text",
        "What changed since then, marked up": "Was sich seither geändert hat, im Text",
        "until further notice": "bis auf Weiteres",
        "until %1": "bis zum %1",
        "Told late, on %1": "Verspätet mitgeteilt, am %1",
        "Recorded on %1": "Aufgenommen am %1",
        "%1: all editions": "%1: alle Fassungen",
        "%1: compare two editions": "%1: zwei Fassungen vergleichen",
        "Compare any two editions": "Zwei Fassungen vergleichen",
        """
        Any two editions can be compared: your browser fetches the published texts and marks what differs. \
        Nothing is sent to anybody. The links in the list lead to what is marked up already.
        """:
            """
        Je zwei Fassungen lassen sich vergleichen: Ihr Browser lädt die veröffentlichten Texte und markiert \
        die Unterschiede. Dabei wird nichts übermittelt. Die Links in der Liste führen zu Vergleichen, die \
        schon vorliegen.
        """,
        "Against the edition before it": "Vergleich mit der Fassung davor",
        "Against the edition in force": "Vergleich mit der Fassung, die in Kraft ist",
        "What is left of it, as JSON": "Was davon geblieben ist, als JSON",
        "Text as Markdown": "Text als Markdown",
        "Data as JSON": "Daten als JSON",
        "%1: the last edition, of %2.": "%1: die letzte Fassung, vom %2.",
        "%1, in force from %2.": "%1, in Kraft ab dem %2.",
        "%1: what changed since %2": "%1: was sich seit dem %2 geändert hat",
        "%1: what changes on %2": "%1: was sich am %2 ändert",
        "%1: what was to change on %2": "%1: was sich am %2 ändern sollte",
        "%1: what changed on %2": "%1: was sich am %2 geändert hat",
        "%1: edition of %2, compared with that of %3": "%1: Fassung vom %2, verglichen mit der vom %3",
        "From %1": "Von: %1",
        "to %1": "zu: %1",
        "The two texts say the same.": "Die beiden Texte sagen dasselbe.",
        "added": "eingefügt",
        "deleted": "gestrichen",
        "the same words with other quotation marks, dashes or blanks":
            "dieselben Wörter mit anderen Anführungszeichen, Strichen oder Leerzeichen",
        "another emphasis": "andere Hervorhebung",
        "In the text below: %1.": "Im Text unten: %1.",
        "Show the changes alone": "Nur die Änderungen zeigen",
        """
        A note beside words says what they were before, such as a paragraph or a list; they are marked only \
        where they differ.
        """:
            """
        Eine Anmerkung neben Wörtern sagt, was sie vorher waren, etwa ein Absatz oder eine Liste; markiert \
        sind sie nur, wo sie sich unterscheiden.
        """,
        "that a column moved": "dass eine Spalte verschoben wurde",
        "that its rows were sorted": "dass ihre Zeilen umgeordnet wurden",
        "A note above a table says %1; its cells are marked only where their words differ.":
            """
        Eine Anmerkung über einer Tabelle sagt, %1; ihre Zellen sind nur markiert, wo sich ihre Wörter \
        unterscheiden.
        """,
        "Clauses touched": "Berührte Klauseln",
        "Renumbered, was %1": "Neu nummeriert, vorher %1",
        "Beginning of the text": "Anfang des Textes",
        "Added": "Neu",
        "Removed": "Entfallen",
        "Form alone": "Nur die Form",
        "Typography alone": "Nur die Typografie",
    ]
}
