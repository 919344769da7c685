import Formats

extension PlaceholderScanner {
    /// A blank in brackets: `[COMPANY]`, `[Insert date]`, `[●]`, `Section [X]`, `[30] days`; no link, no definition, no
    /// box of a task.
    func brackets(at start: Int) -> Int? {
        let before = byte(start - 1)
        guard before != UInt8(ascii: "]"),
            before == UInt8(ascii: "_") || !isWord(before: start, joinsEastern: false),
            let end = closing(from: start + 1), !isInIdentifier(start..<end + 1)
        else { return nil }
        let next = byte(end + 1)
        guard next != UInt8(ascii: "("), next != UInt8(ascii: "["), next != UInt8(ascii: ":"),
            next != UInt8(ascii: "@")
        else { return nil }
        let words = inner(start + 1..<end)
        return isBlank(words, in: start..<end + 1) ? end + 1 : nil
    }

    /// Whether a bracket is a part of the name of a cookie or the like: `mp_[TOKEN]_mixpanel`, `intercom-id-[APP_ID]`.
    private func isInIdentifier(_ range: Range<Int>) -> Bool {
        let name = bytes[..<range.lowerBound].suffix(40).reversed().prefix {
            $0.isASCIIAlphanumeric || "_-{}".utf8.contains($0)
        }
        guard let sign = name.first, let before = name.dropFirst().first,
            before.isASCIIAlphanumeric || "}{".utf8.contains(before)
        else { return false }
        // "non-[COMPANY]" is a word, and "Agreement_[COMPANY]" is one with a blank.
        let isJoined = name.dropFirst().contains { "_-".utf8.contains($0) }
        let goesOn = byte(range.upperBound).map { $0.isASCIIAlphanumeric || "_-".utf8.contains($0) } ?? false
        return sign == UInt8(ascii: "_") && (isJoined || goesOn) || sign == UInt8(ascii: "-") && isJoined
    }

    /// `«Company»`, `«Company_Name»`: a field of a letter that a word processor did not fill in. Other words in such marks are
    /// quoted.
    func guillemets(at start: Int) -> Int? {
        guard byte(start + 1) == 0xAB, let end = bytes[start...].prefix(60).dropFirst(2).firstIndex(of: 0xC2),
            byte(end + 1) == 0xBB
        else { return nil }
        let words = bytes[(start + 2)..<end]
        guard words.first?.isASCIILetter == true,
            words.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") })
        else { return nil }
        let name = String(decoding: words, as: UTF8.self)
        let isOfSeveral =
            name.contains("_") || zip(name, name.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
        return isOfSeveral || name.lowercased() == "company" ? end + 2 : nil
    }

    /// Where the bracket closes, on the same line and with none in between.
    private func closing(from start: Int) -> Int? {
        for index in start..<min(bytes.count, start + Self.longest) {
            switch bytes[index] {
            case UInt8(ascii: "]"): return index
            case UInt8(ascii: "["), UInt8(ascii: "\n"): return nil
            default: break
            }
        }
        return nil
    }

    /// The words without backslashes, and without signs that make them bold.
    private func inner(_ range: Range<Int>) -> String {
        let words = bytes[range].filter { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "*") }
        return String(decoding: words, as: UTF8.self).trimmed
    }

    private func isBlank(_ words: String, in range: Range<Int>) -> Bool {
        guard !words.isEmpty else { return false }
        if words.unicodeScalars.allSatisfy({ $0 == "_" || $0 == "●" || $0 == "•" || $0 == "▪" || $0 == "*" }) {
            return true
        }
        // `[30/60] days`: one of them was to be chosen.
        let numbers = words.split(separator: "/", omittingEmptySubsequences: false)
        if numbers.count == 2,
            numbers.allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isASCIIDigit) })
        {
            return isUnit(at: range.upperBound)
        }
        if words.utf8.allSatisfy(\.isASCIIDigit) { return words.utf8.count <= 4 && isUnit(at: range.upperBound) }
        if words.utf8.count == 1 { return "XxNnYy#?".contains(words) && isBesideWords(range) }
        return words.isInCapitals && !words.citesStandard && !BlankWords.isRemark(words)
            || BlankWords.isInstruction(words) || BlankWords.isName(words)
    }

    /// Whether words go on before the bracket, as in `Section [X]`, or behind it; `[X]` alone is a box that is ticked.
    private func isBesideWords(_ range: Range<Int>) -> Bool {
        let end = bytes[..<range.lowerBound].suffix(40).lastIndex { !$0.isSpaceOrTab }.map { $0 + 1 } ?? 0
        return isWordOrSign(before: end) || isUnit(at: range.upperBound)
    }
}

extension String {
    /// Two capitals at least and no small letter, a possessive apart: `COMPANY`, `COMPANY's`, `NOTICE_DAYS`.
    fileprivate var isInCapitals: Bool {
        var letters = self[...]
        for ending in ["'s", "’s"] where hasSuffix(ending) { letters = dropLast(ending.count) }
        let capitals = letters.utf8.count { (0x41...0x5A).contains($0) }
        return capitals >= 2
            && letters.utf8.allSatisfy {
                (0x41...0x5A).contains($0) || $0.isASCIIDigit || " _-/'.&".utf8.contains($0)
            }
    }

    /// `RFC 5280`, `ISO/IEC 27001`: a number of three digits or more.
    fileprivate var citesStandard: Bool { split { !$0.isASCII || !$0.isNumber }.contains { $0.count >= 3 } }
}

/// The words that templates of policies have in brackets.
enum BlankWords {
    private static let instructions: Set<Substring> = [
        "insert", "enter", "specify", "fill", "choose", "select", "replace", "your", "placeholder", "tbd", "tbc",
        "todo", "einfügen", "eintragen", "bitte", "ihr", "ihre", "insérer", "indiquer", "compléter", "votre",
        "insertar", "indicar", "completar", "inserire", "indicare", "inserir", "invullen",
    ]

    private static let beginnings = [
        "ntd:", "note to draft", "drafting note", "draft note", "note to reviewer", "to be ", "name of ", "date of ",
        "address of ", "if applicable", "where applicable", "as applicable",
        "à compléter", "a completar", "da completare", "noch ", "nom de ", "nombre de ", "nome ",
        "name des ", "name der ", "name und ", "anschrift des ", "anschrift der ", "nom du ", "nom et ", "adresse du ",
        "nombre del ", "naam van ", "identity and contact details", "contact details of ", "name and ",
    ]

    private static let names: Set<Substring> = [
        "company", "company's", "name", "date", "email", "e-mail", "address", "phone", "telephone", "number", "url",
        "link", "website", "jurisdiction", "country", "amount", "dpo", "firma", "firmenname", "datum", "anschrift",
        "adresse", "telefonnummer", "société", "entreprise", "empresa", "fecha", "dirección", "correo", "azienda",
        "società", "indirizzo", "bedrijf", "adres", "endereço",
    ]

    private static let companions: Set<Substring> = [
        "legal", "effective", "contact", "mail", "street", "city", "state", "postal", "zip", "code", "registered",
        "office", "here", "of", "the", "and", "customer", "supplier", "client", "processor", "controller", "provider",
        "title", "full", "registration", "start", "end", "day", "month", "year", "governing", "privacy", "support",
        "de", "la", "del", "/", "&",
    ]

    /// What a text says in brackets and capitals of what stands beside it.
    private static let remarks: Set<String> = [
        "RESERVED", "OPTIONAL", "REQUIRED", "MANDATORY", "RECOMMENDED", "DELETED", "INTENTIONALLY DELETED",
        "INTENTIONALLY REMOVED", "OMITTED", "REMOVED", "REPEALED", "REDACTED", "SIC", "NEW", "BETA", "N/A", "NOT USED",
        "NOT APPLICABLE", "INTENTIONALLY OMITTED",
        // "privacy [AT] acme [DOT] com"
        "AT", "DOT",
        "INTENTIONALLY LEFT BLANK", "INTENTIONALLY BLANK", "ENTFALLEN", "WEGGEFALLEN", "AUFGEHOBEN", "GESTRICHEN",
        "RESERVIERT", "FACULTATIF", "OPTIONNEL", "OBLIGATOIRE", "OPCIONAL", "OBLIGATORIO", "SUPRIMIDO", "DEROGADO",
        "RESERVADO", "OMISSIS", "ABROGATO", "SOPPRESSO", "FACOLTATIVO",
    ]

    static func isRemark(_ words: String) -> Bool { remarks.contains(words) }

    static func isInstruction(_ words: String) -> Bool {
        let small = words.lowercased()
        guard let first = small.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "," }).first else {
            return false
        }
        return instructions.contains(first) || beginnings.contains(where: small.hasPrefix)
    }

    /// `Company Name`, `email address`, `Date`: names of what is to be written, and nothing else.
    static func isName(_ words: String) -> Bool {
        let parts = words.lowercased().replacing("_", with: " ").split(separator: " ")
        return parts.count <= 6 && parts.contains(where: names.contains)
            && parts.allSatisfy { names.contains($0) || companions.contains($0) }
    }
}
