import Formats

extension StringProtocol {
    /// The text as the question whether something is added compares it: without case and white space.
    package var compared: String { String(lowercased().filter { !$0.isWhitespace }) }
}

/// A spelling correction: one word of five letters or more in which two neighbours change places, or a letter is
/// doubled or undoubled, while the first and the last letter stay. A roman number is no such word. No other word may have
/// changed, as more of them, or shorter ones, make another meaning soon.
package enum Spelling {
    /// Whether one text is another with one word corrected, and nothing else but case and white space.
    package static func isCorrection(_ old: String, _ new: String) -> Bool {
        let (one, other) = (tokens(old), tokens(new))
        guard one.count == other.count else { return false }
        let differing = zip(one, other).filter { $0 != $1 }
        return differing.count == 1 && differing.allSatisfy(isRespelt)
    }

    /// Whether one word is another, respelt; both in small letters. Where a script writes no space between words, or each
    /// letter is a word or a syllable, two that change places say something else.
    package static func isRespelt(_ old: String, _ new: String) -> Bool {
        let (one, other) = (Array(old), Array(new))
        guard min(one.count, other.count) >= 5, one.first == other.first, one.last == other.last,
            (one + other).allSatisfy({ $0.isLetter && !$0.standsWithoutSpaces })
        else { return false }
        guard !isRoman(old), !isRoman(new) else { return false }
        switch other.count - one.count {
        case 0: return isSwapped(one, other)
        case 1: return isDoubled(one, other)
        case -1: return isDoubled(other, one)
        default: return false
        }
    }

    /// Whether a word of so many letters is a roman number: `xxiii`. No word of a language is one by chance.
    private static func isRoman(_ word: String) -> Bool {
        word.utf8.allSatisfy { "ivxlcdm".utf8.contains($0) }
            && word.wholeMatch(of: /m*(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})/) != nil
    }

    private static func isSwapped(_ one: [Character], _ other: [Character]) -> Bool {
        let places = one.indices.filter { one[$0] != other[$0] }
        guard places.count == 2, places[1] == places[0] + 1 else { return false }
        return one[places[0]] == other[places[1]] && one[places[1]] == other[places[0]]
    }

    /// Whether the longer word has one letter twice in a row that the shorter has once.
    private static func isDoubled(_ short: [Character], _ long: [Character]) -> Bool {
        let same = zip(short, long).prefix { $0 == $1 }.count
        return same > 0 && long[same] == long[same - 1] && short[same...] == long[(same + 1)...]
    }

    /// The words in small letters, and every other character that shows.
    package static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var word = ""
        for character in text.lowercased() {
            if character.isLetter {
                word.append(character)
                continue
            }
            if !word.isEmpty { tokens.append(word) }
            word = ""
            if !character.isWhitespace { tokens.append(String(character)) }
        }
        return word.isEmpty ? tokens : tokens + [word]
    }
}
