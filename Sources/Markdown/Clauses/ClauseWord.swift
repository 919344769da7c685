/// What a legal text calls a part of itself: the word before a number in "Article 5", "Anhang A", "Schedule 2".
package enum ClauseWord: String, Sendable, Hashable, CaseIterable {
    case article, section, clause, paragraph
    case part, schedule, annex, appendix, exhibit

    /// Whether numbers start anew below a part that is called so.
    package var countsAnew: Bool {
        switch self {
        case .part, .schedule, .annex, .appendix, .exhibit: true
        case .article, .section, .clause, .paragraph: false
        }
    }

    /// As a heading writes it, in small letters: `article`, `anhang`; `art` and `sec` where a point stands behind them.
    package init?(inHeading word: some StringProtocol) {
        guard let known = Self.headings[String(word)] else { return nil }
        self = known
    }

    /// As running words write it, in small letters without points: also `articles`, `art`, `sections`.
    package init?(inWords word: some StringProtocol) {
        guard let known = Self.words[String(word)] else { return nil }
        self = known
    }

    private static let headings = index { $0.singular }
    private static let words = index { $0.singular + " " + $0.others + " " + $0.joined }

    private static func index(_ list: (ClauseWord) -> String) -> [String: ClauseWord] {
        var index: [String: ClauseWord] = [:]
        for kind in allCases { for word in list(kind).split(separator: " ") { index[String(word)] = kind } }
        return index
    }

    /// English, German, French, Spanish, Italian, Dutch, Portuguese, Arabic.
    private var singular: String {
        switch self {
        case .article: "article artikel artículo articolo artigo art. المادة مادة"
        case .section: "section abschnitt sección sezione sectie seção secção sec. القسم قسم"
        case .clause: "clause klausel ziffer cláusula clausola clausule البند بند"
        case .paragraph: "paragraph paragraphe apartado párrafo paragrafo parágrafo الفقرة فقرة"
        case .part: "part teil partie parte deel الجزء جزء الباب باب"
        // Arabic calls a table so.
        case .schedule: "schedule"
        case .annex: "annex anhang anlage annexe anexo allegato bijlage الملحق ملحق المرفق مرفق"
        case .appendix: "appendix apéndice appendice apêndice التذييل تذييل"
        case .exhibit: "exhibit"
        }
    }

    private var others: String {
        switch self {
        case .article: "articles artikeln artículos articoli artigos art arts المواد المادتان المادتين"
        case .section:
            "sections abschnitte abschnitten secciones sezioni secties seções sec secs الأقسام القسمان القسمين"
        case .clause: "clauses klauseln ziffern cláusulas clausole clausules البنود البندان البندين"
        case .paragraph:
            "paragraphs paragraphes apartados párrafos paragrafi parágrafos paras الفقرات الفقرتان الفقرتين"
        case .part: "parts teile teilen parties partes parti delen الأجزاء الأبواب"
        case .schedule: "schedules"
        case .annex: "annexes anhänge anhängen anlagen anexos allegati bijlagen الملاحق المرفقات"
        case .appendix: "appendices apéndices appendici apêndices التذييلات"
        case .exhibit: "exhibits"
        }
    }

    /// Arabic writes "and", "by", "as" and "to" as one word with the next: `والمادة`, `بالمادة`, `كالمادة`, `للمادة`.
    private var joined: String {
        (singular + " " + others).split(separator: " ").filter { $0.hasPrefix("ال") }
            .map { "و\($0) ب\($0) ك\($0) لل\($0.dropFirst(2))" }.joined(separator: " ")
    }
}

extension ClauseWord {
    /// What a part is counted by, at the start of a word: `5`, `2.1`, `4a`, `IV`, `A`, `A-1`, `B.2`, `٥`, `أ`; empty where
    /// nothing is.
    package static func number(in word: Substring) -> String {
        let digits = writtenClauseNumber(
            word.prefix { $0.isClauseDigit || $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") })
        if let digits { return digits.written }
        let letters = word.prefix { $0.isASCII && $0.isLetter }
        guard letters.count == 1 || ClauseLabel.roman(letters.lowercased()) != nil else {
            let isArabic =
                word.first?.isArabicLetter == true
                && word.dropFirst().first.map { !$0.isLetter && !$0.isNumber } ?? true
            return isArabic ? String(word.prefix(1)) : ""
        }
        let rest = word.dropFirst(letters.count)
        let count = (rest.first.map { ".-".contains($0) } ?? false ? rest.dropFirst() : rest)
            .prefix { $0.isASCII && $0.isNumber }
        return count.isEmpty ? String(letters) : String(word[..<count.endIndex])
    }

    /// The number that a word of a heading is but for the stops behind it; nil where it is none.
    static func wholeNumber(_ word: Substring) -> String? {
        let number = number(in: word)
        let end = word.dropFirst(number.count)
        guard !number.isEmpty, end.allSatisfy({ ".):,;،؛–—-".contains($0) }) || end.first == "(" else { return nil }
        return number
    }

    /// Whether a text begins to count with it, as addresses have it: `1`, `1.1`, `a`, `i`.
    static func isFirst(_ number: String) -> Bool {
        number.split(separator: ".").allSatisfy { ["1", "a", "i", "أ", "ا"].contains($0) }
    }
}

extension Character {
    /// Whether it is one of the letters that an Arabic text counts by.
    fileprivate var isArabicLetter: Bool {
        guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return false }
        return (0x621...0x63A).contains(scalar.value) || (0x641...0x64A).contains(scalar.value)
    }
}
