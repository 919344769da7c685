import Markdown

/// The words of a piece as numbers, whatever their order: a measure of how like two pieces are. Where a script has no
/// blanks between words, two characters in a row are one; how signs and blanks are typed is no matter.
final class WordBag: Sendable {
    /// FNV-1a hashes of the words, sorted. The hash is the same in every run.
    let words: [UInt32]
    /// The bytes of all words: what a piece weighs.
    let weight: Int

    /// For each word in it one of a thousand bits: where two bags differ in one, a word is in one of them alone.
    private let signature: [UInt64]
    private static let signatureLength = 16

    init(words: [UInt32], weight: Int) {
        self.words = words
        self.weight = weight
        var signature = [UInt64](repeating: 0, count: Self.signatureLength)
        for word in words { signature[Int(word >> 6) & (Self.signatureLength - 1)] |= 1 << UInt64(word & 63) }
        self.signature = signature
    }

    /// What a block weighs.
    static func weight(of block: Block) -> Int { WordCollector(.block(block)).weight }

    convenience init(joining bags: [WordBag]) {
        self.init(words: bags.flatMap(\.words).sorted(), weight: bags.reduce(0) { $0 + $1.weight })
    }

    /// How much of both is in both, from 0 to 1; nil where that is less than some least.
    func similarity(to other: WordBag, atLeast least: Double) -> Double? {
        let total = words.count + other.words.count
        guard total > 0 else { return 1 }
        // One more than may be in one of them alone, as it is rounded.
        let most = total - Int(least * Double(total)) + 1
        guard let common = common(with: other, unlessApartBy: most) else { return nil }
        let similarity = 2 * Double(common) / Double(total)
        return similarity >= least ? similarity : nil
    }

    func similarity(to other: WordBag) -> Double { similarity(to: other, atLeast: 0) ?? 0 }

    /// The words that are more often in this one than in another.
    func without(_ other: WordBag) -> WordBag {
        var rest: [UInt32] = []
        var two = 0
        for word in words {
            while two < other.words.count, other.words[two] < word { two += 1 }
            if two < other.words.count, other.words[two] == word { two += 1 } else { rest.append(word) }
        }
        return WordBag(words: rest, weight: max(weight - other.weight, 0))
    }

    /// How many words are in both, each as often as it is in both.
    func common(with other: WordBag) -> Int { common(with: other, unlessApartBy: .max) ?? 0 }

    /// - Parameter most: how many words may be in one of them alone; nil where more are.
    private func common(with other: WordBag, unlessApartBy most: Int) -> Int? {
        guard most == .max || abs(words.count - other.words.count) <= most && least(apartFrom: other) <= most else {
            return nil
        }
        return words.withUnsafeBufferPointer { words in
            other.words.withUnsafeBufferPointer { others in
                // Each step goes on in one of them, or in both: without a branch, as nobody could guess in which.
                var (steps, one, two) = (0, 0, 0)
                while one < words.count, two < others.count {
                    guard 2 &* steps &- one &- two <= most else { return nil }
                    let (left, right) = (Int(words[one]), Int(others[two]))
                    one &+= 1 &+ (right &- left) &>> 63
                    two &+= 1 &+ (left &- right) &>> 63
                    steps &+= 1
                }
                return one + two - steps
            }
        }
    }

    /// How many words are in one of them alone at the least, told without looking at the words.
    private func least(apartFrom other: WordBag) -> Int {
        signature.withUnsafeBufferPointer { one in
            other.signature.withUnsafeBufferPointer { two in
                (0..<Self.signatureLength).reduce(0) { $0 &+ (one[$1] ^ two[$1]).nonzeroBitCount }
            }
        }
    }
}
