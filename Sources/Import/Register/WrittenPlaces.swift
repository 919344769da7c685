import Formats
import Model

/// The places that a cell of a list names in words, as a provider's file has them.
struct WrittenPlaces {
    /// Codes; and rules, for words that are no countries alone, with the codes that were found in them.
    let value: JSONValue
    /// Whether all words were understood.
    private(set) var isWhole: Bool

    /// - Returns: nil for a text without words.
    init?(_ text: String) {
        let segments = text.withoutLineBreaks(by: "\n").split { "\n;|•".contains($0) }.map(\.trimmed)
            .filter { $0.contains(where: \.isLetter) }
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

    /// The codes of the places that stand between commas and the like, and whether all of them were understood.
    private static func codes(in segment: String) -> ([String], isWhole: Bool) {
        let pieces = pieces(of: segment)
        let known = pieces.indices.map { index in
            code(pieces[index]).flatMap { isState(pieces[index], $0, at: index, among: pieces) ? nil : $0 }
        }
        return (known.compactMap(\.self), !known.contains(nil))
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
        return text.split { ",·/".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
            .flatMap { piece -> [String] in
                let piece = piece.withoutFirst(["and ", "or ", "& ", "the ", "- ", "* "])
                if code(piece) != nil { return [piece] }
                for joint in [" and ", " & ", " or ", " + ", " und ", " et "] {
                    let parts = piece.replacing(joint, with: "\n").split(separator: "\n").map(\.trimmed)
                        .map { $0.withoutFirst(["the "]) }
                    if parts.count > 1, parts.allSatisfy({ code($0) != nil }) { return parts }
                }
                return [piece]
            }
    }

    /// The code of `Germany`, `Germany (DE)`, `the Netherlands`, `EU (European Union)`.
    private static func code(_ piece: String) -> String? {
        let piece = piece.last == "." ? Country.code(named: piece) == nil ? String(piece.dropLast()) : piece : piece
        if let code = Country.code(named: piece) { return code }
        guard piece.last == ")", let open = piece.firstIndex(of: "(") else { return nil }
        let inner = piece[piece.index(after: open)...].dropLast().trimmed
        guard let code = Country.code(named: piece[..<open].trimmed), let other = Country.code(named: inner) else {
            return nil
        }
        return code == other || Country.area(of: other).contains(code) ? code : nil
    }

    /// Whether what looks like a country is a state of the USA: `GA` behind a city, `Georgia` beside them.
    private static func isState(_ piece: String, _ code: String, at index: Int, among pieces: [String]) -> Bool {
        let isBesideUS = pieces.contains { self.code($0) == "US" }
        if code == "GE", isBesideUS { return true }
        let isBehindCity = index > 0 && self.code(pieces[index - 1]) == nil
        return piece.count == 2 && isBehindCity && states.contains(code)
    }

    private static let states = Set(
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

    fileprivate func withoutFirst(_ words: [String]) -> String {
        var rest = self
        while let word = words.first(where: { rest.lowercased().hasPrefix($0) }) {
            rest = String(rest.dropFirst(word.count))
        }
        return rest.trimmed
    }
}
