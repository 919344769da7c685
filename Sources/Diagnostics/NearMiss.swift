/// The candidate that is nearly `word`: the closest by edits (insertions, deletions, replacements and swaps of
/// neighbours), letter case ignored, at most a third of the word's length away. Of equals the first.
///
///     nearMiss("anounced", among: ["announced", "effective"]) // "announced"
///
/// - Parameter edits: how many are allowed, where another number than a third of its letters is.
package func nearMiss(_ word: String, among candidates: some Sequence<String>, edits: Int? = nil) -> String? {
    let letters = Letters(word)
    var limit = edits ?? max(1, letters.count / 3)
    var best: String?
    var distances = Distances(from: letters)
    for candidate in candidates {
        // No farther than what is asked for, and nearer than what was found: of equals the first.
        guard limit >= 0, letters.mayBe(candidate, limit: limit) else { continue }
        let distance = distances.to(Letters(candidate))
        guard distance <= limit else { continue }
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

    var characters: [Character] {
        switch self {
        case .ascii(let bytes): bytes.map { Character(Unicode.Scalar($0)) }
        case .any(let letters): letters
        }
    }
}

/// How many edits lead from one word to others: their optimal string alignment distance.
///
/// A column of the table that the textbook fills for two words is kept in the bits of two numbers, which say where it rises and
/// where it falls, and is found from the one before it at once (Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein
/// and Damerau Edit Distances", 2003). So a word has no more letters than a number has bits.
private struct Distances {
    private let word: Letters
    /// At which places of the word a letter stands: a bit for each. Of one in ASCII by the byte.
    private var bytes: [UInt64] = []
    private lazy var characters = word.characters.enumerated().reduce(into: [Character: UInt64]()) { places, letter in
        places[letter.element, default: 0] |= 1 << UInt64(letter.offset)
    }

    init(from word: Letters) {
        self.word = word
        guard case .ascii(let letters) = word else { return }
        bytes = [UInt64](repeating: 0, count: 128)
        for (place, letter) in letters.enumerated() { bytes[Int(letter)] |= 1 << UInt64(place) }
    }

    mutating func to(_ other: Letters) -> Int {
        let bytes = bytes
        if !bytes.isEmpty, case .ascii(let letters) = other { return distance(letters.lazy.map { bytes[Int($0)] }) }
        let characters = characters
        return distance(other.characters.map { characters[$0] ?? 0 })
    }

    /// - Parameter places: of each letter of the other word where it stands in this one.
    private func distance(_ places: some Collection<UInt64>) -> Int {
        var distance = word.count
        guard distance > 0 else { return places.count }
        let last = UInt64(1) << UInt64(distance - 1)
        var (rises, falls) = (UInt64.max, 0 as UInt64)
        var (even, before) = (0 as UInt64, 0 as UInt64)
        for here in places {
            let swapped = ((~even & here) << 1) & before
            even = (((here & rises) &+ rises) ^ rises) | here | falls | swapped
            var up = falls | ~(even | rises)
            var down = even & rises
            if up & last != 0 { distance += 1 }
            if down & last != 0 { distance -= 1 }
            up = up << 1 | 1
            down <<= 1
            rises = down | ~(even | up)
            falls = up & even
            before = here
        }
        return distance
    }
}
