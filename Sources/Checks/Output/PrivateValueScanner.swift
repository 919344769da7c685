/// Finds any of many values in a file, each as whole words in a row, in one pass over its words (Aho and Corasick's
/// automaton, whose letters are words here).
struct PrivateValueScanner {
    private let values: [String]
    /// The words of the values, numbered.
    private var numbers: [[UInt8]: Int] = [:]
    /// By the first byte of a word and the last one, whether some value has such a word: most words of a site are of none.
    private var ends = [Bool](repeating: false, count: 1 << 16)
    private var states = [State()]

    private struct State {
        /// By the number of the next word.
        var next: [Int: Int] = [:]
        /// The longest end of what was read that some value begins with.
        var fallback = 0
        /// The value that ends here.
        var value: Int?
        /// The nearest state on the way of fallbacks in which another value ends.
        var shorter: Int?
    }

    /// - Parameter values: those that say the same in other letters are found together.
    init(_ values: [String]) {
        self.values = values
        for (index, value) in values.enumerated() { add(value, index) }
        link()
    }

    private mutating func add(_ value: String, _ index: Int) {
        var state = 0
        for word in value.comparedWords {
            let number = numbers[word] ?? numbers.count
            numbers[word] = number
            ends[Self.number(of: (word[0], word[word.count - 1]))] = true
            if let known = states[state].next[number] {
                state = known
            } else {
                states[state].next[number] = states.count
                state = states.count
                states.append(State())
            }
        }
        if state > 0, states[state].value == nil { states[state].value = index }
    }

    private static func number(of ends: (first: UInt8, last: UInt8)) -> Int { Int(ends.first) << 8 | Int(ends.last) }

    /// Gives each state its fallback, nearer ones first.
    private mutating func link() {
        var queue = Array(states[0].next.values)
        var index = 0
        while index < queue.count {
            let state = queue[index]
            index += 1
            for (word, target) in states[state].next {
                var fallback = states[state].fallback
                while fallback > 0, states[fallback].next[word] == nil { fallback = states[fallback].fallback }
                let end = states[fallback].next[word] ?? 0
                states[target].fallback = end
                states[target].shorter = states[end].value == nil ? states[end].shorter : end
                queue.append(target)
            }
        }
    }

    /// The values that stand in a file, sorted.
    ///
    /// - Parameter path: its ending says how its bytes are read.
    func values(in bytes: [UInt8], path: String) -> [String] {
        var found: Set<Int> = []
        for form in ReadableBytes.forms(of: bytes, path: path) {
            form.withUnsafeBufferPointer { find(in: Words($0), &found) }
        }
        return found.sorted().map { values[$0] }
    }

    private func find(in text: Words, _ found: inout Set<Int>) {
        var words = text
        var state = 0
        while words.next() {
            guard ends[Self.number(of: words.ends)], let number = numbers[words.word] else {
                state = 0
                continue
            }
            while state > 0, states[state].next[number] == nil { state = states[state].fallback }
            state = states[state].next[number] ?? 0
            var ending = states[state].value == nil ? states[state].shorter : state
            while let end = ending {
                // What ends with a value that was found before was found with it.
                if let value = states[end].value, !found.insert(value).inserted { break }
                ending = states[end].shorter
            }
        }
    }
}
