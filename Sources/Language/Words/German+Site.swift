extension GermanWords {
    /// The overview, certifications, the record, how to subscribe.
    static let site: [String: String] = [
        "How %1 protects data, who processes it, and every change to either.":
            "Wie %1 Daten schützt, wer sie verarbeitet und was sich daran ändert.",
        "Others": "Weitere",
        "Retired %1": "Außer Kraft seit dem %1",
        "Retires %1": "Tritt am %1 außer Kraft",
        "Applies from %1": "Gilt ab dem %1",
        "Not in force": "Nicht in Kraft",
        "Certifications": "Zertifizierungen",
        "Contacts": "Kontakte",
        "Report a vulnerability": "Eine Schwachstelle melden",
        "Questions about privacy": "Fragen zum Datenschutz",
        "Legal questions": "Rechtliche Fragen",
        "Record": "Protokoll",
        """
        Everything that was ever announced on this site is in one list that only grows. With it you can \
        prove that nothing published here was altered later.
        """:
            """
        Alles, was auf dieser Website je angekündigt wurde, steht in einer Liste, die nur wächst. Mit ihr \
        können Sie nachweisen, dass nichts, was hier veröffentlicht ist, später verändert wurde.
        """,
        "The list": "Die Liste",
        "Names and other words behind its digests": "Namen und andere Wörter hinter ihren Prüfsummen",
        "Its checkpoint": "Ihr Prüfpunkt",
        "The digests": "Die Prüfsummen",
        "The day for which this site was built": "Der Tag, für den diese Website erstellt wurde",
        "What it proves": "Was es beweist",
        """
        Each text, each change of a list and each file that a text links to is the one that was announced, \
        to the byte. And since the day on which you kept a checkpoint, no line of the list was altered, \
        dropped or put in between. What had to be erased is erased openly, and everything else still proves.
        """:
            """
        Jeder Text, jede Änderung einer Liste und jede Datei, auf die ein Text verweist, ist auf das Byte \
        genau das, was angekündigt wurde. Und seit dem Tag, an dem Sie einen Prüfpunkt aufbewahrt haben, \
        wurde keine Zeile der Liste verändert, weggelassen oder dazwischengesetzt. Was gelöscht werden \
        musste, ist offen gelöscht, und alles andere bleibt beweisbar.
        """,
        """
        It does not prove that a text is true, nor when it was first shown to anybody before you kept a \
        checkpoint, unless a witness that you trust has signed one. Nor does it show by itself that \
        everybody sees the same list: compare your checkpoint with those of others, or with one that \
        witnesses signed.
        """:
            """
        Es beweist nicht, dass ein Text wahr ist, und auch nicht, wann er jemandem zuerst gezeigt wurde, \
        bevor Sie einen Prüfpunkt aufbewahrt haben, es sei denn, ein Zeuge, dem Sie vertrauen, hat einen \
        unterschrieben. Es zeigt auch nicht von selbst, dass alle dieselbe Liste sehen: Vergleichen Sie \
        Ihren Prüfpunkt mit denen anderer oder mit einem, den Zeugen unterschrieben haben.
        """,
        """
        Not in it are pages without history, such as the overview, certifications, and what the list of \
        companies shows as it is today alone.
        """:
            """
        Nicht darin sind Seiten ohne Historie wie die Übersicht, Zertifizierungen und was die Liste der \
        Unternehmen nur nach heutigem Stand zeigt.
        """,
        "How to verify": "So prüfen Sie nach",
        "Make an empty folder, go into it, and download what the list holds digests of:":
            """
        Legen Sie einen leeren Ordner an, wechseln Sie hinein und laden Sie herunter, wovon die Liste \
        Prüfsummen enthält:
        """,
        "Every file must be what its digest says:": "Jede Datei muss zu ihrer Prüfsumme passen:",
        "The list itself must be whole: its form, its order, its checkpoint, every text and no more.":
            """
        Die Liste selbst muss vollständig sein: ihre Form, ihre Ordnung, ihr Prüfpunkt, jeder Text und nicht \
        mehr.
        """,
        "Keep the checkpoint. It is a few lines, and the only thing that you need to keep:":
            "Bewahren Sie den Prüfpunkt auf. Er hat nur wenige Zeilen, und mehr brauchen Sie nicht:",
        "On any later day, download again and see whether the list goes on where your checkpoint ends:":
            """
        Laden Sie an einem späteren Tag noch einmal herunter und sehen Sie, ob die Liste dort weitergeht, wo \
        Ihr Prüfpunkt endet:
        """,
        "The digests are signed with minisign:": "Die Prüfsummen sind mit minisign unterschrieben:",
        "The digests are signed with an SSH key:": "Die Prüfsummen sind mit einem SSH-Schlüssel unterschrieben:",
        """
        This checkpoint is not signed, although a key for checkpoints is in use: these commands cannot tell who \
        made it.
        """:
            """
        Dieser Prüfpunkt ist nicht unterschrieben, obwohl ein Schlüssel für Prüfpunkte gilt: Diese Befehle \
        können nicht sagen, wer ihn gemacht hat.
        """,
        "The format": "Das Format",
        """
        Each line of the list is canonical JSON (RFC 8785) with ids, days and SHA-256 digests. The \
        checkpoint holds the origin, the number of lines and the root of the Merkle tree over them (RFC \
        6962; a leaf is a line without its line feed), as transparency logs have it (C2SP tlog-checkpoint \
        and signed-note).
        """:
            """
        Jede Zeile der Liste ist kanonisches JSON (RFC 8785) mit Kennungen, Tagen und SHA-256-Prüfsummen. \
        Der Prüfpunkt enthält den Ursprung, die Zahl der Zeilen und die Wurzel des Merkle-Baums darüber (RFC \
        6962; ein Blatt ist eine Zeile ohne ihren Zeilenumbruch), wie Transparenzprotokolle ihn haben (C2SP \
        tlog-checkpoint und signed-note).
        """,
        "Nor are these files, which only pages of that kind name:":
            "Ebenso wenig diese Dateien, die nur solche Seiten nennen:",
        "Checkpoint": "Prüfpunkt",
        "Digests, minisign": "Prüfsummen, minisign",
        "Digests, ssh-keygen": "Prüfsummen, ssh-keygen",
        "Valid from %1, valid until %2": "Gültig vom %1 bis zum %2",
        "Valid from %1": "Gültig ab dem %1",
        """
        The publisher signs with these keys. Compare them with a copy that you had another way. One that is \
        replaced still verifies what it signed.
        """:
            """
        Der Herausgeber unterschreibt mit diesen Schlüsseln. Vergleichen Sie sie mit einer Kopie, die Sie \
        auf anderem Weg erhalten haben. Einer, der ersetzt ist, prüft weiterhin, was er unterschrieben hat.
        """,
        "Keys": "Schlüssel",
        "This page has no history: it may change on any day and without notice, and it is part of no policy.":
            """
        Diese Seite hat keine Historie: Sie kann sich jederzeit und ohne Ankündigung ändern und gehört zu \
        keinem Regelwerk.
        """,
        "The report on %1": "Der Bericht zu %1",
        "Ask for the report on %1": "Den Bericht zu %1 anfordern",
        "Issued by": "Ausgestellt von",
        "Period of the report": "Zeitraum des Berichts",
        "Valid from": "Gültig ab",
        "Valid until": "Gültig bis",
        "The confidentiality agreement, to sign and attach":
            "Die Vertraulichkeitsvereinbarung, zum Unterschreiben und Beifügen",
        "SHA-256 of the agreement": "SHA-256 der Vereinbarung",
        "The confidentiality agreement is attached, signed.":
            "Die unterschriebene Vertraulichkeitsvereinbarung liegt bei.",
        "SHA-256 of the file": "SHA-256 der Datei",
        "Please send us the report on %1 for %2 to %3.":
            "Bitte senden Sie uns den Bericht zu %1 für den Zeitraum vom %2 bis zum %3.",
        "Please send us the report on %1.": "Bitte senden Sie uns den Bericht zu %1.",
        "Company:": "Unternehmen:",
        "Name and position:": "Name und Funktion:",
        "What we need it for:": "Wofür wir ihn brauchen:",
        "We treat it as confidential.": "Wir behandeln ihn vertraulich.",
        "Report on %1": "Bericht zu %1",
        "Valid": "Gültig",
        "Valid until %1": "Gültig bis zum %1",
        "Expired %1": "Abgelaufen am %1",
        "Page not found": "Seite nicht gefunden",
        "There is no page at this address.": "Unter dieser Adresse gibt es keine Seite.",
        "To the overview": "Zur Übersicht",
        "Every change is told as soon as it is announced. Follow them where you already read, and miss none.":
            """
        Jede Änderung wird gemeldet, sobald sie angekündigt ist. Verfolgen Sie die Änderungen dort, wo Sie ohnehin \
        lesen, und verpassen Sie keine.
        """,
        "Subscribe": "Abonnieren",
        "Only what concerns you": "Nur was Sie betrifft",
        """
        Each document and each product has a feed and a calendar of its own. What is in them is also in \
        those of all changes.
        """:
            """
        Jedes Dokument und jedes Produkt hat einen eigenen Feed und einen eigenen Kalender. Was darin steht, \
        steht auch in denen aller Änderungen.
        """,
        "One document": "Ein Dokument",
        "The subprocessors of one product": "Die Unterauftrags\u{AD}verarbeiter eines Produkts",
        "Every feed at once": "Alle Feeds auf einmal",
        "Most feed readers import a list of feeds: %1":
            "Die meisten Feedreader übernehmen eine Liste von Feeds: %1",
        """
        A notice has the same id in every feed and format. A feed holds the newest 50 entries and leads to \
        the older ones.
        """:
            """
        Eine Mitteilung hat in jedem Feed und Format dieselbe Kennung. Ein Feed enthält die neuesten 50 \
        Einträge und führt zu den älteren.
        """,
        "To get each notice by mail, write to %1":
            "Um jede Mitteilung per E-Mail zu erhalten, schreiben Sie an %1",
        "To get each notice by mail, enter your address at %1":
            "Um jede Mitteilung per E-Mail zu erhalten, tragen Sie Ihre Adresse ein unter %1",
        "By mail": "Per E-Mail",
        "Feed reader": "Feedreader",
        "Add this address:": "Fügen Sie diese Adresse hinzu:",
        "In the channel that is to get the notices, send:":
            "Senden Sie in dem Kanal, der die Mitteilungen erhalten soll:",
        """
        In the channel, make a workflow that starts when a feed item is published (RSS), and give it this \
        address:
        """:
            """
        Legen Sie im Kanal einen Workflow an, der startet, wenn ein Feedelement veröffentlicht wird (RSS), \
        und geben Sie ihm diese Adresse:
        """,
        "To read the notices beside your mail, add an RSS feed to the folder RSS Subscriptions:":
            """
        Um die Mitteilungen neben Ihrer E-Mail zu lesen, fügen Sie dem Ordner RSS-Abonnements einen RSS-Feed \
        hinzu:
        """,
        "To see the days in your calendar, choose Add calendar, then Subscribe from web:":
            """
        Um die Tage in Ihrem Kalender zu sehen, wählen Sie Kalender hinzufügen, dann Aus dem Internet \
        abonnieren:
        """,
        "Calendar app": "Kalender-App",
        "%1 or subscribe to this address. It has the last day to object and the day of effect of every notice:":
            """
        %1 oder diese Adresse abonnieren. Darin stehen der letzte Tag zum Widerspruch und der Tag der \
        Wirksamkeit jeder Mitteilung:
        """,
        "Open it in your calendar": "Im Kalender öffnen",
        "Calendar": "Kalender",
    ]
}
