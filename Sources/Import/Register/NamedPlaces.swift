import Formats
import Model

/// The places that stand among other words: `US` and `EU` of `US, or EU on request`.
struct NamedPlaces {
    /// Each once; nil where a word of two capitals may be a country's code or not, as in `IT systems`.
    let codes: [String]?

    /// - Parameters:
    ///   - country: the one of which the words say more; two letters among them are a state of it.
    ///   - isBesideUS: whether the USA are named behind a comma: `Palo Alto CA`.
    init(_ text: String, besides country: String? = nil, isBesideUS: Bool = false) {
        let words = text.split { $0.isWhitespace || "()[]:;,،؛，、；\"“”".contains($0) }
            .flatMap { WrittenPlaces.known(String($0)) == nil ? $0.split { "-/".contains($0) } : [$0] }.map(String.init)
        var found: [String] = []
        var (index, isCertain) = (0, true)
        while index < words.count {
            let length = (1...6).reversed().first { Self.code(words[index...].prefix($0), count: $0) != nil }
            if let length, !Self.isPartOfName(words, index..<index + length),
                let code = Self.code(words[index...].prefix(length), count: length)
            {
                // `US (Georgia)`
                let isState = code == "GE" && (country == "US" || isBesideUS)
                if !isState, !found.contains(code) { found.append(code) }
            } else if country == nil, Self.isDoubtful(words[index]),
                !(isBesideUS && index > 0 && WrittenPlaces.states.contains(words[index]))
            {
                isCertain = false
            }
            index += length ?? 1
        }
        codes = isCertain ? found : nil
    }

    /// Codes and abbreviations that are no other words in capitals.
    private static let abbreviations: Set = ["US", "USA", "U.S.", "U.S.A.", "EU", "EEA", "UK", "UAE", "EWR", "VAE"]

    private static func code(_ words: ArraySlice<String>, count: Int) -> String? {
        guard words.count == count, let first = words.first else { return nil }
        // A short word in Arabic is a name: `مصر`.
        if count == 1, first.count < 4 || first.contains("."), first.allSatisfy(\.isASCII) {
            return abbreviations.contains(first) ? WrittenPlaces.known(first) : nil
        }
        let name = words.joined(separator: " ")
        // In Arabic `and` is a part of the word behind it.
        let isJoined = name.first == "و"
        let code = WrittenPlaces.known(name) ?? (isJoined ? WrittenPlaces.known(String(name.dropFirst())) : nil)
        // `Global support in Ireland` is not everywhere.
        return code == "GLOBAL" ? nil : code
    }

    /// Whether the name of a country is a part of another one: `New South Wales`, `Jersey City`.
    private static func isPartOfName(_ words: [String], _ range: Range<Int>) -> Bool {
        let before = words[..<range.lowerBound].last { $0.lowercased() != "south" }?.lowercased()
        let next = range.upperBound < words.count ? words[range.upperBound].lowercased() : nil
        return before == "new" || before == "neu" || next == "city"
    }

    private static func isDoubtful(_ word: String) -> Bool {
        word.count == 2 && word == word.uppercased() && Country.isKnown(word)
    }
}
