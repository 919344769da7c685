import Formats

extension PlaceholderScanner {
    /// `DD/MM/YYYY` where a day is to stand: behind a colon, or a word that comes before days. Where a text says in which
    /// form days are written, other words come before it.
    func day(at start: Int) -> Int? {
        // Behind a day or a month, or behind a year.
        guard isSign(byte(start + 2)) || isSign(byte(start + 4)) else { return nil }
        let form = bytes[start...].prefix(11).prefix { $0.isASCIILetter || "/.-".utf8.contains($0) }
        let words = String(decoding: form, as: UTF8.self)
        let isForm = Self.forms.contains { form in
            words.hasPrefix(form) && words.dropFirst(form.count).allSatisfy { $0 == "." }
        }
        guard isForm, !isWord(at: form.endIndex) else { return nil }
        let before = String(decoding: bytes[max(0, start - 40)..<start], as: UTF8.self)
        let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let signs = line.reversed().prefix { !$0.isLetter && !$0.isNumber }
        guard signs.allSatisfy({ " *_:".contains($0) }) else { return nil }
        let word = line.dropLast(signs.count).split { !$0.isLetter && !$0.isNumber }.last?.lowercased() ?? ""
        let isNamed = word.hasPrefix("form") && signs.contains(":")
        guard signs.contains(":") && !isNamed || Self.beforeDays.contains(word) else { return nil }
        return start + 10
    }

    private func isSign(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static let forms = ["/", ".", "-"].flatMap { sign in
        [
            "DD MM YYYY", "MM DD YYYY", "YYYY MM DD", "TT MM JJJJ", "JJ MM AAAA", "DD MM AAAA", "GG MM AAAA",
            "DD MM JJJJ",
        ]
        .map { $0.replacing(" ", with: sign) }
    }

    private static let beforeDays: Set<String> = [
        "on", "of", "from", "since", "until", "till", "effective", "updated", "revised", "modified", "dated", "date",
        "am",
        "ab", "vom", "zum", "seit", "bis", "stand", "le", "du", "depuis", "el", "del", "desde", "il", "dal", "op",
        "per",
        "vanaf", "em",
    ]

    /// Words that mark what is still to be written. Capitals may be a language's own word, as in `TODO EL CONTENIDO`,
    /// and `XXX` a chapter's number.
    func word(at start: Int) -> Int? {
        // The second letter tells of most words that they are others.
        switch byte(start + 1) {
        case UInt8(ascii: "O"), UInt8(ascii: "B"), UInt8(ascii: "b"), UInt8(ascii: "o"), UInt8(ascii: "I"),
            UInt8(ascii: "X"), UInt8(ascii: "x"):
            break
        default: return nil
        }
        if isWord(before: start) || byte(start - 1).map("/-.".utf8.contains) ?? false { return nil }
        func ends(_ end: Int) -> Bool { !isWord(at: end) && !(byte(end).map("/-".utf8.contains) ?? false) }
        for word in ["TODO", "TBD", "tbd", "TBC", "FIXME"] where has(word, at: start) {
            let end = start + word.utf8.count
            return ends(end) && !(word == "TODO" && isCapital(wordBehind: end)) ? end : nil
        }
        for word in ["XXX", "xxx"] where has(word, at: start) {
            let end = bytes[start...].firstIndex { $0 != bytes[start] } ?? bytes.count
            return ends(end) && !isNumbered(before: start) ? end : nil
        }
        if let end = blankDay(at: start) { return end }
        if has("XX", at: start), ends(start + 2), isUnit(at: start + 2) { return start + 2 }
        for words in ["Lorem ipsum", "lorem ipsum"] where has(words, at: start) { return start + words.utf8.count }
        guard has("To be ", at: start) else { return nil }
        let ending = Self.endings.first { has($0, at: start + 6) }
        return ending.map { start + 6 + $0.utf8.count }.flatMap { standsAlone(start..<$0) ? $0 : nil }
    }

    /// `XX/XX/XXXX`, `xx.xx.2026`: a day that nobody wrote.
    private func blankDay(at start: Int) -> Int? {
        guard let sign = byte(start + 2), isSign(sign), byte(start + 5) == sign,
            [start, start + 1, start + 3, start + 4].allSatisfy({ byte($0).map("Xx".utf8.contains) ?? false })
        else { return nil }
        let year = bytes[(start + 6)...].prefix(5).prefix { "XxYy".utf8.contains($0) || $0.isASCIIDigit }
        let end = year.endIndex
        // No number of which signs are masked: `XX-XX-XX`, `xx:xx:xx:xx:xx:xx`.
        guard year.count == 4 || year.count == 2 && year.allSatisfy(\.isASCIIDigit),
            byte(end)?.isWordByte != true, byte(end) != sign || byte(end + 1)?.isWordByte != true
        else { return nil }
        return end
    }

    /// `Error! Reference source not found.`: what Word puts in the place of a reference whose target is gone.
    func failedField(at start: Int) -> Int? {
        guard !isWord(before: start) else { return nil }
        let words = Self.failedFields.first { has($0, at: start) }
        return words.map { start + $0.utf8.count }
    }

    private static let failedFields = [
        "Error! Reference source not found", "Error! Bookmark not defined", "Error! No bookmark name given",
        "Error! Unknown document property name", "Fehler! Verweisquelle konnte nicht gefunden werden",
        "Fehler! Textmarke nicht definiert", "Erreur ! Source du renvoi introuvable", "Erreur ! Signet non défini",
        "Errore. L'origine riferimento non è stata trovata", "Errore. Il segnalibro non è definito",
        "Fout! Verwijzingsbron niet gevonden", "Fout! Bladwijzer niet gedefinieerd",
        "Error! No se encuentra el origen de la referencia",
    ]

    /// What stands behind "To be".
    private static let endings = [
        "determined", "confirmed", "announced", "completed", "added", "defined", "provided",
    ]

    /// Whether a word in capitals comes next: then the one before it is a word as well.
    private func isCapital(wordBehind index: Int) -> Bool {
        let next = bytes[index...].drop(while: \.isSpaceOrTab).prefix { $0.isWordByte }
        return byte(index) == UInt8(ascii: " ") && next.count > 1
            && next.allSatisfy { (0x41...0x5A).contains($0) || $0 >= 0x80 }
    }

    /// Whether the word before an index counts chapters.
    private func isNumbered(before index: Int) -> Bool {
        let words = bytes[max(0, index - 40)..<index].split { !$0.isWordByte }
        guard byte(index - 1) == UInt8(ascii: " "), let last = words.last else { return false }
        let word = String(decoding: last, as: UTF8.self).lowercased()
        return [
            "article", "chapter", "part", "title", "annex", "appendix", "schedule", "section", "volume", "book", "band",
            "kapitel", "teil", "anhang", "chapitre", "titre", "annexe", "capítulo", "título", "capitolo", "titolo",
        ].contains(word)
    }

    /// Whether words are all of a sentence, of a cell or of what stands behind a colon.
    private func standsAlone(_ range: Range<Int>) -> Bool {
        let before = bytes[..<range.lowerBound].suffix(8).last { !$0.isSpaceOrTab && !"*_[(".utf8.contains($0) }
        let after = bytes[range.upperBound...].prefix(8).first { !$0.isSpaceOrTab && !"*_])".utf8.contains($0) }
        return before.map { "\n:.|>;".utf8.contains($0) } ?? true
            && after.map { "\n.|;".utf8.contains($0) } ?? true
    }

    /// Whether what is counted comes next: `days`, `%`.
    func isUnit(at index: Int) -> Bool {
        let rest = bytes[index...].drop { $0.isSpaceOrTab || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "-") }
        if rest.first == UInt8(ascii: "%") { return true }
        let word = String(decoding: rest.prefix(20).prefix { $0.isWordByte }, as: UTF8.self).lowercased()
        return [
            "day", "days", "business", "working", "calendar", "hour", "hours", "month", "months", "year", "years",
            "week",
            "weeks", "percent", "euros", "dollars", "tage", "tagen", "monate", "monaten", "jahre", "jahren", "jours",
            "mois",
            "ans", "días", "meses", "años", "giorni", "mesi", "anni", "dagen", "maanden", "dias", "anos",
        ].contains(word)
    }
}
