extension GermanWords {
    /// What is added to a text for its readers, and what became of places in it.
    static let redline: [String: String] = [
        "[deleted: ": "[gestrichen: ",
        "[added: ": "[eingefügt: ",
        "Moved from here": "Von hier verschoben",
        "Moved here": "Hierher verschoben",
        "Paragraph split": "Absatz geteilt",
        "Paragraphs joined": "Absätze zusammengefügt",
        "Level of the heading changed": "Ebene der Überschrift geändert",
        "Numbering changed": "Nummerierung geändert",
        "Rows in another order": "Zeilen umgeordnet",
        "Column moved": "Spalte verschoben",
        "Emphasis changed": "Hervorhebung geändert",
        "Set in another form": "In anderer Form gesetzt",
        "Was a paragraph": "War ein Absatz",
        "Was several paragraphs": "War mehrere Absätze",
        "Was a heading": "War eine Überschrift",
        "Was a list": "War eine Liste",
        "Was a quotation": "War ein Zitat",
        "Was code": "War Code",
        "Levels of the list changed": "Ebenen der Liste geändert",
        "Done": "Erledigt",
        "Not done": "Nicht erledigt",
        "Footnotes": "Fußnoten",
        "Footnote": "Fußnote",
        "Back to the text": "Zurück zum Text",
        "Link to": "Link zu",
        "this section": "diesem Abschnitt",
        "No word changed, only the form.": "Kein Wort wurde geändert, nur die Form.",
        "“%1” stands in the %2.": "„%1“ steht in der %2.",
        "“%1” went on %2. Its last text stands in the %3.":
            "„%1“ ist am %2 entfallen. Der letzte Text steht in der %3.",
        "“%1” comes on %2. Its text stands in the %3.": "„%1“ kommt am %2 hinzu. Der Text steht in der %3.",
        "“%1” was announced and withdrawn on %2. Its text stands in the %3.":
            "„%1“ wurde angekündigt und am %2 zurückgezogen. Der Text steht in der %3.",
        "No edition that can be read here has a place called “%1”.":
            "Keine Fassung, die hier zu lesen ist, hat eine Stelle namens „%1“.",
        "This edition has no place called “%1”.": "Diese Fassung hat keine Stelle namens „%1“.",
        "A text cites “%1” of this edition, whose text is erased.":
            "Ein Text zitiert „%1“ aus dieser Fassung, deren Text gelöscht ist.",
        "This page has no place called “%1” today.": "Diese Seite hat heute keine Stelle namens „%1“.",
        "Places that are not in this text": "Stellen, die nicht in diesem Text stehen",
    ]
}
