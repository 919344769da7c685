import Formats
import Markdown

/// All that stands in texts which are compared with one another, each word once, as numbers that are quickly compared.
/// Which number a word has depends on what was read before it: only whether two are the same means anything.
struct Vocabulary: Sendable {
    /// The words that were read, by the hashes of their bytes: where in `words` each is, `free` where none is.
    private var places = [Int32](repeating: free, count: 1 << 10)
    private var words: [Word] = []
    /// The bytes of all words, one behind the other.
    private var bytes: [UInt8] = []
    /// What is no word of a text, such as a link, by what it looks like: in one form or in several.
    private var others: [Inline: [(form: Int32, written: Inline)]] = [:]
    private var keys: [Inline: Int32] = [:]
    private var keysOfWords: [String: Int32] = [:]
    private var forms: Int32 = 0

    private static let free: Int32 = -1

    /// What makes two of them the same, and what is written.
    typealias Numbers = (key: Int32, form: Int32)

    private struct Word: Sendable {
        var hash: UInt64
        /// In the bytes of all words.
        var range: Range<Int>
        var numbers: Numbers
    }

    /// The numbers of the parts of a text.
    ///
    /// - Parameter isCode: whether it is taken as it is written.
    mutating func numbers(of text: String, _ parts: [Words.Part], isCode: Bool) -> [Numbers] {
        var text = text
        return text.withUTF8 { bytes in
            parts.map { part in
                let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[part.bytes])
                return numbers(of: bytes, isSpace: part.kind == .space, isCode: isCode)
            }
        }
    }

    private mutating func numbers(of part: UnsafeRawBufferPointer, isSpace: Bool, isCode: Bool) -> Numbers {
        let hash = ContentHash(part).value &+ (isCode ? 1 : 0)
        var slot = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[slot] != Self.free {
            let known = words[Int(places[slot])]
            if known.hash == hash, isWritten(known, as: part) { return known.numbers }
            slot = (slot + 1) & (places.count - 1)
        }
        let text = String(decoding: part, as: UTF8.self)
        let start = bytes.count
        bytes += part
        let isBlank = !isCode && text.isWritten(as: " ")
        let numbers = (
            key: isSpace && !isCode ? number(ofKey: .softBreak) : number(ofWord: isCode ? text : text.compared),
            form: isBlank ? number(of: .softBreak) : nextForm()
        )
        places[slot] = Int32(words.count)
        words.append(Word(hash: hash, range: start..<bytes.count, numbers: numbers))
        if 2 * words.count > places.count { grow() }
        return numbers
    }

    /// The numbers of what stands for itself.
    mutating func numbers(of leaf: Inline, key: Inline) -> Numbers { (number(ofKey: key), number(of: leaf)) }

    private func isWritten(_ word: Word, as part: UnsafeRawBufferPointer) -> Bool {
        bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[word.range]).isSame(as: part) }
    }

    private mutating func number(of leaf: Inline) -> Int32 {
        let known = others[leaf] ?? []
        if let same = known.first(where: { $0.written.isWritten(as: leaf) }) { return same.form }
        let form = nextForm()
        others[leaf] = known + [(form, leaf)]
        return form
    }

    /// Of what is no word.
    private mutating func number(ofKey key: Inline) -> Int32 {
        if let known = keys[key] { return known }
        let number = Int32(keys.count + keysOfWords.count)
        keys[key] = number
        return number
    }

    private mutating func number(ofWord word: String) -> Int32 {
        if let known = keysOfWords[word] { return known }
        let number = Int32(keys.count + keysOfWords.count)
        keysOfWords[word] = number
        return number
    }

    private mutating func nextForm() -> Int32 {
        forms += 1
        return forms
    }

    private mutating func grow() {
        places = [Int32](repeating: Self.free, count: 4 * places.count)
        for (place, word) in words.enumerated() {
            var slot = Int(truncatingIfNeeded: word.hash) & (places.count - 1)
            while places[slot] != Self.free { slot = (slot + 1) & (places.count - 1) }
            places[slot] = Int32(place)
        }
    }
}
