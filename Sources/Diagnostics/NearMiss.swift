/// The candidate that is nearly `word`: the closest by edits (insertions, deletions, replacements and swaps of
/// neighbours), letter case ignored, at most a third of the word's length away. Of equals the first.
///
///     nearMiss("anounced", among: ["announced", "effective"]) // "announced"
package func nearMiss(_ word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Letters(word)
    var limit = max(1, letters.count / 3)
    var best: String?
    for candidate in candidates {
        // No farther than what is asked for, and nearer than what was found: of equals the first.
        guard limit >= 0, letters.mayBe(candidate, limit: limit),
            let distance = letters.distance(to: Letters(candidate), limit: limit)
        else { continue }
        best = candidate
        limit = distance - 1
    }
    return best
}

/// The id that is nearly `word`, or the only one that begins with it: a name is often cut to its first word.
///
///     nearID("harbor", among: ["harbor-hosting", "quill-ai"]) // "harbor-hosting"
package func nearID(_ word: String, among ids: [String]) -> String? {
    if let near = nearMiss(word, among: ids) { return near }
    let longer = word.utf8.count < 3 ? [] : ids.filter { $0.hasPrefix(word.lowercased() + "-") }
    return longer.count == 1 ? longer[0] : nil
}

/// The first 64 letters of a word, in lower case: as bytes where all are of ASCII, which is most of the time.
private enum Letters {
    case ascii([UInt8])
    case any([Character])

    init(_ word: String) {
        if word.isBytewise {
            self = .ascii(
                word.utf8.prefix(Self.most).map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 })
        } else {
            self = .any(Array(word.lowercased().prefix(Self.most)))
        }
    }

    var count: Int {
        switch self {
        case .ascii(let bytes): bytes.count
        case .any(let letters): letters.count
        }
    }

    /// Whether a word is not too long or too short, as the number of its bytes tells of most.
    func mayBe(_ word: String, limit: Int) -> Bool {
        !word.isBytewise || abs(count - min(word.utf8.count, Self.most)) <= limit
    }

    private static let most = 64

    private var characters: [Character] {
        switch self {
        case .ascii(let bytes): bytes.map { Character(Unicode.Scalar($0)) }
        case .any(let letters): letters
        }
    }

    /// How many edits lead to another word; nil where they are more than `limit`.
    func distance(to other: Letters, limit: Int) -> Int? {
        guard abs(count - other.count) <= limit else { return nil }
        if case .ascii(let one) = self, case .ascii(let other) = other { return editDistance(one, other, limit: limit) }
        return editDistance(characters, other.characters, limit: limit)
    }
}

/// The optimal string alignment distance of two words; nil where it is more than `limit`.
private func editDistance<Letter: Equatable>(_ one: [Letter], _ other: [Letter], limit: Int) -> Int? {
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    var current = last
    for (row, letter) in one.enumerated() {
        current[0] = row + 1
        // Farther off the diagonal than `limit` no way leads to so few edits.
        let columns = max(0, row - limit)..<max(max(0, row - limit), min(other.count, row + limit + 1))
        if columns.lowerBound > 0 { current[columns.lowerBound] = limit + 1 }
        var least = current[columns.lowerBound]
        for column in columns {
            let otherLetter = other[column]
            let above = column + 1 > row + limit ? limit + 1 : last[column + 1]
            var distance = min(last[column] + (letter == otherLetter ? 0 : 1), above + 1, current[column] + 1)
            if row > 0, column > 0, letter == other[column - 1], one[row - 1] == otherLetter {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current[column + 1] = distance
            least = min(least, distance)
        }
        if least > limit { return nil }
        (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[other.count] <= limit ? last[other.count] : nil
}
