import Formats
import Model

/// What the words before a day say of their own text. In small letters throughout.
enum Statements {
    /// - Parameters:
    ///   - words: those of the sentence before the day, signs among them.
    ///   - closing: those behind it that belong to them: `tritt am … in Kraft`.
    /// - Returns: nil where they say nothing of the text itself: `the regulation is effective since`; and the words that
    ///   call the text, of which there may be none.
    static func statement(
        _ words: some Sequence<String>, closing: [String] = []
    ) -> (WrittenDate.Statement, subject: [String])? {
        // The apostrophe of word processors is a letter beyond ASCII, and parts words as the straight one does.
        var parts: [String] = []
        for word in words {
            if word.utf8.contains(0xE2), word.contains("’") {
                parts += word.split(separator: "’").map(String.init).filter(isWord)
            } else if isWord(word) {
                parts.append(word)
            }
        }
        var rest = parts[...]
        while let last = rest.last, isFiller(last) { rest = rest.dropLast() }
        rest += closing
        guard let last = rest.last else { return nil }
        if rest.count <= 2, !last.utf8.allSatisfy({ $0 < 0x80 }) {
            if last.contains("시행일"), !rest.dropLast().allSatisfy(namesKoreanText) { return nil }
            if easternEffect.contains(where: last.contains) { return (.effect, [last]) }
            if easternUpdate.contains(where: last.contains) { return (.update, [last]) }
        }
        for count in lengths[last] ?? [] where rest.count >= count {
            let key = rest.suffix(count).joined(separator: " ")
            let others = rest.dropLast(count)
            // `Effective date` names what it says by itself.
            var subject: [String] { (count > 1 ? ["date"] : []) + others }
            if effect.contains(key) {
                let areOwn = others.allSatisfy { ownWords.contains($0) } || endInUpdate(others)
                return areOwn ? (.effect, subject) : nil
            }
            if update.contains(key) {
                let areOwn = others.allSatisfy { ownWords.contains($0) || isOfAnotherDay($0) }
                return areOwn ? (.update, subject) : nil
            }
        }
        return nil
    }

    /// Whether it is a policy or terms: the day of a law (`보호법 시행일`), or of an earlier text, is another one.
    private static func namesKoreanText(_ word: String) -> Bool {
        ["본", "약관", "방침"].contains { word.hasSuffix($0) }
    }

    /// Whether it is a word or a number, and no sign.
    static func isWord(_ token: String) -> Bool {
        guard let byte = token.utf8.first, byte >= 0x80 else { return token.utf8.first?.isASCIIAlphanumeric ?? false }
        return token.first.map { $0.isLetter || $0.isNumber } ?? false
    }

    /// Whether a word may stand between a statement and its day.
    static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

    /// Whether a word, of those before a day the last but for fillers, may be the last of a statement.
    static func mayEnd(with word: String) -> Bool { mayEndUpdate(with: word) || lastWordsOfEffect.contains(word) }

    private static func mayEndUpdate(with word: String) -> Bool {
        lastWordsOfUpdate.contains(word) || !word.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Whether words say of their text in which month, or on which day, it was updated: `Stand: Dezember 2026, gültig ab …`
    private static func endInUpdate(_ words: ArraySlice<String>) -> Bool {
        let day = words.reversed().prefix {
            $0.allSatisfy(\.isNumber) || MonthNames.month($0) != nil || fillers.contains($0)
        }
        let others = words.dropLast(day.count)
        // A list of days of effect is not read back from each of them.
        guard !day.isEmpty, let last = others.last, mayEndUpdate(with: last) else { return false }
        return statement(others)?.0 == .update
    }

    /// Whether the words behind a day that a sentence begins with say that the sentence is about the text:
    /// `Effective 1 March 2027, this policy …`, and not `Effective 1 March 2027, the supplier shall …`.
    static func isOwn(_ word: String) -> Bool {
        ownWords.contains(word) && !connectives.contains(word) || update.contains(word)
    }

    /// Whether a text with a title may be meant by what is called so. `The DPA is effective as of …` in the terms of
    /// service says the day of another text.
    static func mayMean(_ subject: [String], title: String) -> Bool {
        guard pointers.isDisjoint(with: subject) else { return true }
        let kinds = subject.filter(particularKinds.contains)
        let names = title.lowercased().split { !$0.isLetter }.map(String.init)
        let initials = String(names.compactMap(\.first))
        return kinds.isEmpty || kinds.contains(where: names.contains) || kinds.contains(where: initials.contains)
            || names.contains(String(kinds.compactMap(\.first)))
    }

    /// What a text calls nothing but itself by.
    private static let pointers = words(
        "this these diese dieser dieses cette ces présente présentes deze dit esta este estas estes questa presente")
    /// What may close a sentence that says a day of effect before it.
    static let closings = [["in", "kraft"], ["in", "werking"], ["wirksam"]]

    /// Those of a text's own words that not every text may be called by.
    private static let particularKinds = words(
        """
        dpa eula addendum data processing privacy cookie cookies subprocessor subprocessors datenschutzerklärung terms
        service conduct security agb geschäftsbedingungen auftragsverarbeitung auftragsverarbeitungsvertrag
        datenschutzinformation datenschutzinformationen privacyverklaring privacystatement cookieverklaring cookiebeleid
        verwerkersovereenkomst gebruiksvoorwaarden privacidade
        """)
    private static let connectives = words(
        """
        the of and use code sub note general security page list is are becomes become comes come takes shall will be date
        effective as der die das ist sind und tritt treten les de est sont entre entrent prend prennent es son entra entran
        fecha è sono entrano treedt treden entram
        """)

    /// `This policy was created on 8 May 2026 and last updated on …`
    private static func isOfAnotherDay(_ word: String) -> Bool {
        word.allSatisfy(\.isNumber) || MonthNames.month(word) != nil || otherDays.contains(word)
    }

    private static let otherDays = words(
        "was were been has have created first published posted adopted written on it v vers ver rev no nr núm num")

    /// What may stand between a statement and its day.
    private static let fillers = words(
        """
        on the as of from since at is was beginning starting
        am ab vom seit dem den zum mit wirkung le du au depuis à a compter partir el desde il dal del al l op per sinds vanaf em
        partire de
        monday tuesday wednesday thursday friday saturday sunday
        montag dienstag mittwoch donnerstag freitag samstag sonntag
        """)

    private static let effect = keys(
        """
        effective, effective date, date effective, in effect, into effect, takes effect, take effect, in force, into force,
        comes into force, comes into effect, date of entry into force, valid, commencement date,
        gültig, in kraft, inkrafttreten, gilt, gelten, wirksam, datum des inkrafttretens,
        en vigueur, entrée en vigueur, date d entrée en vigueur, prend effet, prennent effet,
        en vigor, entrada en vigor, vigencia, vigente, fecha de vigencia, fecha de entrada en vigor,
        in vigore, entrata in vigore, data di entrata in vigore, ingangsdatum, van kracht, in werking, geldig,
        em vigor, vigência, data de vigência, data de entrada em vigor
        """)

    private static let update = keys(
        """
        updated, last updated, last update, last modified, last revised, last revision, last changed, last amended,
        revised, revision date, date of last update, date of last revision, last updated date, last change, latest update,
        most recent update,
        stand, letzte überarbeitung, zuletzt aktualisiert, letzte aktualisierung, letzte änderung, zuletzt geändert, aktualisiert,
        dernière mise à jour, mise à jour, dernière modification, mis à jour, mise à jour le, dernière révision,
        última actualización, última modificación, fecha de última actualización, actualizado, actualizada, última revisión,
        ultimo aggiornamento, data ultimo aggiornamento, data dell ultimo aggiornamento, data di aggiornamento, aggiornato,
        aggiornata, ultima modifica, ultima revisione,
        laatst bijgewerkt, laatste wijziging, laatst gewijzigd, bijgewerkt, laatste update, laatst aangepast, laatst herzien,
        última atualização, data da última atualização, data de atualização, última modificação, última revisão, atualizado,
        atualizada
        """)

    private static let lastWordsOfEffect = lastWords(of: effect)
    private static let lastWordsOfUpdate = lastWords(of: update)

    /// Of how many words the statements are that end with a word, the longest first.
    private static let lengths = Dictionary(grouping: effect.union(update).map { $0.split(separator: " ") }) {
        $0.last.map(String.init) ?? ""
    }
    .mapValues { Set($0.map(\.count)).sorted(by: >) }

    private static func lastWords(of keys: Set<String>) -> Set<String> {
        Set(keys.compactMap { $0.split(separator: " ").last.map(String.init) })
    }

    private static let easternEffect = ["施行日", "発効日", "生效日", "시행일"]
    private static let easternUpdate = ["更新日", "最後更新", "最后更新", "改定日", "改訂日", "개정일"]

    /// What a text may call itself before it says a day.
    private static let ownWords = words(
        """
        this these the our current present policy policies privacy terms of service services use agreement notice statement
        version document addendum data processing protection cookie cookies list page edition is are becomes become comes
        come takes shall will be and last date effective as amended dpa eula conditions acceptable security code conduct
        subprocessors subprocessor sub processors note general standard
        diese dieser dieses die der das datenschutzerklärung datenschutzhinweise version fassung richtlinie bedingungen ist
        sind und tritt treten wird werden hat haben den zur letzte nutzungsbedingungen agb allgemeine allgemeinen
        geschäftsbedingungen vereinbarung auftragsverarbeitung auftragsverarbeitungsvertrag datenschutzinformation
        datenschutzinformationen
        cette ces la les présente présentes politique de confidentialité conditions générales d utilisation est sont entre
        entrent
        esta estas las los presente presentes política privacidad condiciones términos versión es son entra entran fecha
        questa queste presenti informativa sulla politica privacy condizioni versione è sono entra entrano
        deze dit privacybeleid privacyverklaring privacystatement cookieverklaring cookiebeleid verwerkersovereenkomst
        gebruiksvoorwaarden voorwaarden algemene versie is zijn treedt treden voor het
        este estes termos privacidade versão entram
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static func keys(_ text: String) -> Set<String> {
        Set(
            text.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { key in
                key.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            })
    }
}
