import Diagnostics
import Markdown

/// A number in the words of a link that says which clause is meant: `§10.2`, `Section 2(a)`, `Annex A, section 2`.
struct SectionLabel: Equatable {
    /// One of its numbers, with what it counts.
    struct Part: Equatable {
        /// `Section`, as written, or `§`; empty of a number alone.
        var name: String
        /// Nil behind the sign § and of a number alone.
        var word: ClauseWord?
        /// `10.2`, `2(a)`, `A`, as written.
        var number: String
    }

    /// `§10.2`, `Section 10.2`, `4.4.2`, as written.
    var words: String
    /// From what is outer to what is inner, or the other way round: `Annex A, section 2`, `section 2 of Annex A`.
    var parts: [Part]
    /// Whether the sign § stands before it.
    var isSign = false

    /// The labels in the words of a link, in their order. Where the words name a law, the numbers are that law's.
    ///
    ///     SectionLabel.all(in: "Terms §10.2")         // §10.2
    ///     SectionLabel.all(in: "§§ 3 and 4(2)")       // §3, §4(2)
    ///     SectionLabel.all(in: "Sections 3 to 5")     // Sections 3, Sections 5
    ///     SectionLabel.all(in: "Annex A, section 2")  // Annex A section 2
    ///     SectionLabel.all(in: "Art. 6(1) GDPR")      // none
    static func all(in label: String) -> [SectionLabel] {
        guard label.mayNameClause else { return [] }
        let words = label.isBytewise ? label.bytewiseWords : label.withASCIIDigits.split(whereSeparator: \.isBlank)
        if words.count == 1, let number = alone(words[0]) {
            return [SectionLabel(words: number, parts: [Part(name: "", number: number)])]
        }
        var reader = LabelReader()
        for word in words { reader.read(word) }
        let isOfLaw = !reader.labels.allSatisfy(\.isSign) && words.contains { laws.contains($0.bare) }
        return isOfLaw ? reader.labels.filter(\.isSign) : reader.labels
    }

    /// `4.4.2`, `2(a)`, `B.1`: what a link's words can only mean as a clause.
    private static func alone(_ word: Substring) -> String? {
        let number = number(in: word)
        return number == word && number.contains { $0 == "." || $0 == "(" } ? number : nil
    }

    private static let laws: Set<String> = [
        "gdpr", "dsgvo", "rgpd", "avg", "regulation", "directive", "act", "code", "law", "bgb", "ccpa", "verordnung",
        "règlement", "reglamento", "regolamento", "sccs", "scc", "قانون", "القانون", "نظام", "النظام", "لائحة",
        "اللائحة",
    ]

    /// The number at the start of a word, brackets behind it included: `10.2(a)`, `4a`, `B.1`, `IV`; empty where there is
    /// none.
    fileprivate static func number(in word: Substring) -> String {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        var number = digits.isEmpty ? (word.first?.isLowercase == false ? ClauseWord.number(in: word) : "") : ""
        if number.isEmpty {
            // "10.2." ends a sentence, "10.2th" is none.
            var rest = word
            while true {
                let digits = rest.prefix(32).prefix { $0.isASCII && $0.isNumber }
                guard !digits.isEmpty else { break }
                number += digits
                rest = rest[digits.endIndex...]
                if let letter = rest.first, ("a"..."z").contains(letter), rest.dropFirst().first?.isLetter != true {
                    number.append(letter)
                    rest = rest.dropFirst()
                }
                guard rest.first == ".", rest.dropFirst().first?.isNumber == true else { break }
                number += "."
                rest = rest.dropFirst()
            }
        }
        return number.isEmpty ? "" : number + brackets(in: word.dropFirst(number.count))
    }

    /// `(a)(i)` at the start of a word.
    fileprivate static func brackets(in word: Substring) -> String {
        var brackets = ""
        var rest = word
        while rest.first == "(", let end = rest.firstIndex(of: ")"), ClauseLabel(rest[...end]) != nil {
            brackets += rest[...end]
            rest = rest[end...].dropFirst()
        }
        return brackets
    }
}

/// Reads the words of a link one after another.
private struct LabelReader {
    private(set) var labels: [SectionLabel] = []
    /// What the next number counts, as written, and whether it was said since the last number.
    private var name: (shown: Substring, word: ClauseWord?, isSign: Bool)?
    private var isNewName = false
    /// Whether "and" or the like stands since the last number: then another label begins.
    private var isJoined = false
    private var isBehindNumber = false

    mutating func read(_ word: Substring) {
        // Arabic writes "and" as one word with the number behind it.
        if word.first == "و", word.dropFirst().first?.isNumber == true {
            isJoined = true
            return read(word.dropFirst())
        }
        let isOpen = isBehindNumber
        isBehindNumber = false
        if word.first == "§" {
            name = ("§", nil, true)
            isNewName = true
            let rest = word.drop { $0 == "§" }
            if !rest.isEmpty { add(SectionLabel.number(in: rest)) }
        } else if isOpen, !SectionLabel.brackets(in: word).isEmpty {
            extend(by: SectionLabel.brackets(in: word))
        } else if let word = ClauseWord(inWords: word.bare).map({ (word, $0, false) }) {
            name = word
            isNewName = true
        } else if name != nil, word != "و", case let number = SectionLabel.number(in: word), !number.isEmpty {
            add(number)
        } else if !labels.isEmpty || name != nil, joints.contains(word.bare) {
            isJoined = true
        } else {
            name = nil
        }
    }

    private mutating func add(_ number: String) {
        guard let name, !number.isEmpty else { return }
        let part = SectionLabel.Part(name: String(name.shown), word: name.word, number: number)
        let words = name.isSign ? "§\(number)" : "\(name.shown) \(number)"
        if let last = labels.last, isNewName, !isJoined, last.parts.last?.word != name.word {
            labels[labels.count - 1].parts.append(part)
            labels[labels.count - 1].words += " \(words)"
        } else {
            labels.append(SectionLabel(words: words, parts: [part], isSign: name.isSign))
        }
        isNewName = false
        isJoined = false
        isBehindNumber = true
    }

    private mutating func extend(by brackets: String) {
        guard let label = labels.indices.last, let part = labels[label].parts.indices.last else { return }
        labels[label].parts[part].number += brackets
        labels[label].words += " \(brackets)"
        isBehindNumber = true
    }
}

private let joints: Set<String> = [
    "and", "to", "or", "through", "und", "bis", "oder", "et", "à", "y", "e", "–", "-", "&", "و", "أو",
    "إلى",
]

extension String {
    /// Whether a label may stand in it. Most links have words of ASCII without a stop, of which none counts clauses.
    fileprivate var mayNameClause: Bool {
        guard isBytewise, !utf8.contains(where: \.isStop) else { return true }
        return bytewiseWords.contains { ClauseWord(inWords: $0.lowercased()) != nil }
    }

    /// The words of a text of which each byte is a character.
    fileprivate var bytewiseWords: [Substring] {
        utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Substring.init)
    }
}

extension Character {
    fileprivate var isBlank: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" || self == "\n" }
}

extension UInt8 {
    fileprivate var isStop: Bool {
        switch Unicode.Scalar(self) {
        case ".", ",", ";", ":", "(", ")": true
        default: false
        }
    }
}

extension Substring {
    /// In small letters, without the stops around it.
    fileprivate var bare: String {
        isBytewise
            ? String(decoding: lowercased().utf8.filter { !$0.isStop }, as: UTF8.self)
            : lowercased().filter { !".,;:()،؛".contains($0) }
    }
}
