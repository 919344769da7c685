import Formats
import Language
import Model

/// The places that a cell of a list names in words, as a provider's file has them.
struct WrittenPlaces {
    /// Codes; and rules, for words that are no countries alone, with the codes that were found in them.
    let value: JSONValue
    /// Whether all words were understood.
    private(set) var isWhole: Bool

    /// - Returns: nil for a text without words.
    init?(_ text: String) {
        let segments = text.withoutLineBreaks(by: "\n").split(onLinesAndAt: String.semicolons + "|•").map(\.trimmed)
            .filter { $0.contains { $0.isLetter || $0.isFlag } }
        guard !segments.isEmpty else { return nil }
        var items: [JSONValue] = []
        isWhole = true
        for segment in segments {
            let (codes, isUnderstood) = Self.codes(in: segment)
            guard !isUnderstood else {
                items += codes.map(JSONValue.string)
                continue
            }
            items.append(Self.rule(segment, codes))
            isWhole = false
        }
        value = .array(items.uniqued)
    }

    /// The codes of the places that stand between commas and the like, and whether all of them were understood. Where words
    /// deny something, or may be the code of a country or not, none is found in them.
    private static func codes(in segment: String) -> ([String], isWhole: Bool) {
        let pieces = pieces(of: segment)
        let known = pieces.indices.map { index in
            code(pieces[index]).flatMap { isState(pieces[index], $0, at: index, among: pieces) ? nil : $0 }
        }
        guard known.contains(nil) else { return (known.compactMap(\.self), true) }
        guard !segment.denies, !segment.isAbroad else { return ([], false) }
        let isBesideUS = known.contains("US")
        let found = pieces.indices.map { index in
            known[index].map { [$0] }
                ?? (code(pieces[index]) == nil ? codes(inPartOf: pieces[index], isBesideUS: isBesideUS) : [])
        }
        return (found.contains(nil) ? [] : found.flatMap { $0 ?? [] }, false)
    }

    /// The codes that are found in words that say more: `US` of `United States (Virginia, Oregon)`, `DE` and `FR` of
    /// `Europe (Germany, France)`, `DE` of a flag beside a town; nil where they are not known for certain.
    private static func codes(inPartOf piece: String, isBesideUS: Bool) -> [String]? {
        let flags = piece.filter(\.isFlag).compactMap(\.codeOfFlag)
        let words = piece.filter { !$0.isFlag }.trimmed
        guard words.last == ")", let open = words.firstIndex(of: "("), open > words.startIndex else {
            return NamedPlaces(words, isBesideUS: isBesideUS).codes.map { flags + $0 }
        }
        let (outer, inner) = (words[..<open].trimmed, words[words.index(after: open)...].dropLast())
        guard let code = code(outer), Country.area(of: code) == [code] else {
            let parts = inner.split { ",;/".contains($0) }.map(\.trimmed)
            let inside = parts.map { self.code($0).map { [$0] } ?? NamedPlaces($0, isBesideUS: isBesideUS).codes }
            guard let outside = NamedPlaces(outer, isBesideUS: isBesideUS).codes, !inside.contains(nil) else {
                return nil
            }
            let codes = inside.flatMap { $0 ?? [] }
            // An area of which the countries are named behind it says no more than these.
            return flags + outside.filter { codes.isEmpty || !Country.area(of: $0).isSuperset(of: codes) } + codes
        }
        // Beside a country its states are named, some of which are written as countries are.
        let names = NamedPlaces(String(inner), besides: code).codes
        return flags + [code] + (names ?? []).filter { $0 != code }
    }

    /// A rule of words: `Customer selects (DE, US)`, whose codes may stand in brackets behind it, as our own lists have it.
    private static func rule(_ words: String, _ codes: [String]) -> JSONValue {
        var (words, codes) = (words, codes)
        if words.last == ")", let open = words.lastIndex(of: "(") {
            let inner = words[words.index(after: open)...].dropLast().split(separator: ",").map(\.trimmed)
            if !inner.isEmpty, inner.allSatisfy(Country.isKnown), open > words.startIndex {
                (words, codes) = (words[..<open].trimmed, inner)
            }
        }
        let of = codes.isEmpty ? [] : [JSONValue.Member("of", .array(codes.map(JSONValue.string).uniqued))]
        return .object([JSONValue.Member("rule", .string(words))] + of)
    }

    /// What stands between commas and the like, and between `and` where its sides are places.
    private static func pieces(of text: String) -> [String] {
        if code(text) != nil { return [text] }
        return text.split(outsideBracketsAt: String.commas + "·/").map(\.trimmed).filter { !$0.isEmpty }
            .flatMap { piece -> [String] in
                // `US and/or EU`
                if text.contains("/"), [" and", " und", " et"].contains(where: piece.hasSuffix) { return [piece] }
                let piece = piece.withoutFirst(["and ", "or ", "& ", "the ", "die ", "- ", "* "])
                if code(piece) != nil { return [piece] }
                // `and` is a part of the word behind it.
                if piece.hasPrefix("و"), code(String(piece.dropFirst())) != nil { return [String(piece.dropFirst())] }
                for joint in [" and ", " & ", " or ", " + ", " und ", " et ", " و", " أو "] {
                    let parts = piece.replacing(joint, with: "\n").split(separator: "\n").map(\.trimmed)
                        .map { $0.withoutFirst(["the ", "die "]) }
                    if parts.count > 1, parts.allSatisfy({ code($0) != nil }) { return parts }
                }
                return [piece]
            }
    }

    /// The code of `Germany`, `Germany (DE)`, `the Netherlands`, `EU (European Union)`.
    private static func code(_ piece: String) -> String? {
        var words = piece.filter { !$0.isFlag }.trimmed
        // `Netherlands (the)`, `Bahamas, The`
        for ending in [" (the)", ", the"] where words.lowercased().hasSuffix(ending) { words.removeLast(ending.count) }
        if words.isEmpty, piece.count == 1 { return piece.first?.codeOfFlag }
        if words.last == ".", Self.known(words) == nil { words.removeLast() }
        let piece = words
        if let code = Self.known(piece) { return code }
        guard piece.last == ")", let open = piece.firstIndex(of: "(") else { return nil }
        let inner = piece[piece.index(after: open)...].dropLast().trimmed
        guard let code = Self.known(piece[..<open].trimmed), let other = Self.known(inner) else {
            return nil
        }
        return code == other || Country.area(of: other).contains(code) ? code : nil
    }

    /// The code of a name in English, German or Arabic.
    static func known(_ name: String) -> String? { Country.code(named: name) ?? CountryNames.code(named: name) }

    /// Whether what looks like a country is a state of the USA: `GA` behind a city, `Georgia` beside them.
    private static func isState(_ piece: String, _ code: String, at index: Int, among pieces: [String]) -> Bool {
        let isBesideUS = pieces.contains { self.code($0) == "US" }
        if code == "GE", isBesideUS, piece.lowercased() != "georgien" { return true }
        let isBehindCity = index > 0 && self.code(pieces[index - 1]) == nil
        return piece.count == 2 && isBehindCity && states.contains(code)
    }

    static let states = Set(
        """
        AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
        RI SC SD TN TX UT VT VA WA WV WI WY DC
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension String {
    /// With something in the place of each line break, be it one of HTML.
    func withoutLineBreaks(by separator: String) -> String {
        guard contains(where: { $0.isNewline || $0 == "<" }) else { return trimmed }
        let lines = replacing(/\s*<\/?[bB][rR]\s*\/?>\s*/, with: "\n").split(whereSeparator: \.isNewline).map(\.trimmed)
        return lines.filter { !$0.isEmpty }.reduce(into: "") { text, line in
            if text.isEmpty { return text = line }
            // A comma at a line's end is not said twice.
            text += (",;".contains(text.last ?? " ") && separator.first == "," ? " " : separator) + line
        }
    }

    /// Whether what is outside of a place is meant by its name: `EU-Ausland`, `extra-EU`, `Europe ex UK`; not of what is more
    /// (`extra backup in Ireland`).
    fileprivate var isAbroad: Bool {
        foldedWords.split(separator: " ").contains { $0 == "ex" || $0.contains("ausland") }
            || contains(/\bextra[\-\u{2010}\u{2011}\s](?:eu(?:rop\w*)?|ue|eea|ewr)\b/.ignoresCase())
    }

    fileprivate func withoutFirst(_ words: [String]) -> String {
        var rest = self
        while let word = words.first(where: { rest.lowercased().hasPrefix($0) }) {
            rest = String(rest.dropFirst(word.count))
        }
        return rest.trimmed
    }
}

extension Character {
    /// Whether it is a country's flag: two regional indicators (Unicode Technical Standard 51, section 2.1).
    fileprivate var isFlag: Bool {
        unicodeScalars.count == 2 && unicodeScalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
    }

    /// `DE` of the flag of Germany; nil where no country has it.
    fileprivate var codeOfFlag: String? {
        let letters = unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x1F1E6 + 0x41) }.map(Character.init)
        return Country.isKnown(String(letters)) ? String(letters) : nil
    }
}
