/// A number in the words of a link that says which clause is meant.
struct SectionLabel: Equatable {
    /// `§10.2`, `Section 10.2`, `4.4.2`, as written.
    var words: String
    /// `10.2`
    var number: String
    /// Whether the sign § stands before it.
    var isSign: Bool

    /// The labels in the words of a link, in their order. Where the words name a law, the numbers are that law's.
    ///
    ///     SectionLabel.all(in: "Terms §10.2")       // §10.2
    ///     SectionLabel.all(in: "§§ 3 and 4(2)")     // §3
    ///     SectionLabel.all(in: "Sections 3 to 5")   // Sections 3, Sections 5
    ///     SectionLabel.all(in: "Art. 6(1) GDPR")    // none
    static func all(in label: String) -> [SectionLabel] {
        let words = label.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\n" }
        if words.count == 1, let number = number(in: words[0]), number == words[0], number.contains(".") {
            return [SectionLabel(words: number, number: number, isSign: false)]
        }
        let signs = signs(in: label)
        guard !words.contains(where: { laws.contains($0.bare) }) else { return signs }
        return signs + named(words)
    }

    private static func signs(in label: String) -> [SectionLabel] {
        label.split(separator: "§", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            let rest = part.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
            return number(in: rest).map { SectionLabel(words: "§\($0)", number: $0, isSign: true) }
        }
    }

    /// `Section 10.2`, and of several (`Sections 3 and 4`) each.
    private static func named(_ words: [Substring]) -> [SectionLabel] {
        var found: [SectionLabel] = []
        var name: Substring?
        for word in words {
            if let said = name, let number = number(in: word) {
                found.append(SectionLabel(words: "\(said) \(number)", number: number, isSign: false))
            } else if names.contains(word.bare) {
                name = word
            } else if !joints.contains(word.bare) {
                name = nil
            }
        }
        return found
    }

    private static let names: Set<String> = [
        "section", "sections", "sec", "clause", "clauses", "article", "articles", "art", "paragraph", "paragraphs",
        "para",
        "abschnitt", "ziffer", "klausel", "artikel", "sección", "cláusula", "artículo", "apartado", "sezione",
        "clausola",
        "articolo", "paragrafo", "paragraphe", "sectie", "seção", "artigo",
    ]

    private static let joints: Set<String> = [
        "and", "to", "or", "through", "und", "bis", "oder", "et", "à", "y", "e", "–", "-", "&",
    ]

    private static let laws: Set<String> = [
        "gdpr", "dsgvo", "rgpd", "avg", "regulation", "directive", "act", "code", "law", "bgb", "ccpa", "verordnung",
        "règlement", "reglamento", "regolamento", "sccs", "scc",
    ]

    /// The number at the start of words: `10.2` of `10.2(a)`.
    private static func number(in words: some StringProtocol) -> String? {
        var number = ""
        var characters = words.prefix(32)[...]
        while true {
            let digits = characters.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty else { break }
            number += digits
            characters = characters.dropFirst(digits.count)
            if let letter = characters.first, ("a"..."z").contains(letter),
                characters.dropFirst().first?.isLetter != true
            {
                number.append(letter)
                characters = characters.dropFirst()
            }
            guard characters.first == ".", characters.dropFirst().first?.isNumber == true else { break }
            number += "."
            characters = characters.dropFirst()
        }
        return number.isEmpty ? nil : number
    }
}

extension Substring {
    /// In small letters, without the stops around it.
    fileprivate var bare: String { lowercased().filter { !".,;:()".contains($0) } }
}
