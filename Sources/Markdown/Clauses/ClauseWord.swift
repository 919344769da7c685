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
    private static let words = index { $0.singular + " " + $0.others }

    private static func index(_ list: (ClauseWord) -> String) -> [String: ClauseWord] {
        var index: [String: ClauseWord] = [:]
        for kind in allCases { for word in list(kind).split(separator: " ") { index[String(word)] = kind } }
        return index
    }

    /// English, German, French, Spanish, Italian, Dutch, Portuguese.
    private var singular: String {
        switch self {
        case .article: "article artikel artículo articolo artigo art."
        case .section: "section abschnitt sección sezione sectie seção secção sec."
        case .clause: "clause klausel ziffer cláusula clausola clausule"
        case .paragraph: "paragraph paragraphe apartado párrafo paragrafo parágrafo"
        case .part: "part teil partie parte deel"
        case .schedule: "schedule"
        case .annex: "annex anhang anlage annexe anexo allegato bijlage"
        case .appendix: "appendix apéndice appendice apêndice"
        case .exhibit: "exhibit"
        }
    }

    private var others: String {
        switch self {
        case .article: "articles artikeln artículos articoli artigos art arts"
        case .section: "sections abschnitte abschnitten secciones sezioni secties seções sec secs"
        case .clause: "clauses klauseln ziffern cláusulas clausole clausules"
        case .paragraph: "paragraphs paragraphes apartados párrafos paragrafi parágrafos paras"
        case .part: "parts teile teilen parties partes parti delen"
        case .schedule: "schedules"
        case .annex: "annexes anhänge anhängen anlagen anexos allegati bijlagen"
        case .appendix: "appendices apéndices appendici apêndices"
        case .exhibit: "exhibits"
        }
    }
}

extension ClauseWord {
    /// What a part is counted by, at the start of a word: `5`, `2.1`, `4a`, `IV`, `A`, `A-1`, `B.2`; empty where nothing is.
    package static func number(in word: Substring) -> String {
        let digits = clauseNumber(word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") })
        if let digits { return digits }
        let letters = word.prefix { $0.isASCII && $0.isLetter }
        guard letters.count == 1 || ClauseLabel.roman(letters.lowercased()) != nil else { return "" }
        let rest = word.dropFirst(letters.count)
        let count = (rest.first.map { ".-".contains($0) } ?? false ? rest.dropFirst() : rest)
            .prefix { $0.isASCII && $0.isNumber }
        return count.isEmpty ? String(letters) : String(word[..<count.endIndex])
    }
}
