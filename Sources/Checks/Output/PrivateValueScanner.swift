/// Finds any of many values in a file, each as a whole word, in one pass over its bytes.
///
/// Only where a word starts are values looked at, and only those whose first two bytes stand there.
struct PrivateValueScanner {
    private struct Pattern {
        var bytes: [UInt8]
        var value: Int
    }

    private let values: [String]
    private var patterns: [Pattern] = []
    /// By the first two bytes of a pattern, the indices of those that start so; nil for most pairs.
    private var starts: [[Int]?]

    /// - Parameter values: each starting and ending with a letter or a digit, of two bytes at least.
    init(_ values: [String]) {
        self.values = values
        starts = Array(repeating: nil, count: 65536)
        for (index, value) in values.enumerated() {
            for form in Self.forms(of: value) where form.count >= 2 {
                let key = Int(form[0]) << 8 | Int(form[1])
                starts[key, default: []].append(patterns.count)
                patterns.append(Pattern(bytes: form, value: index))
            }
        }
    }

    /// The bytes that a value can have in an output: as it is, and escaped for HTML and XML, JSON, CSV and calendars.
    private static func forms(of value: String) -> Set<[UInt8]> {
        func escaped(_ replacements: [Character: String]) -> [UInt8] {
            Array(value.reduce(into: "") { $0 += replacements[$1] ?? String($1) }.utf8)
        }
        let html: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]
        let numeric = html.merging(["\"": "&#34;", "'": "&#39;"]) { one, _ in one }
        let named = html.merging(["\"": "&quot;", "'": "&#39;"]) { one, _ in one }
        let apostrophe = html.merging(["\"": "&quot;", "'": "&apos;"]) { one, _ in one }
        let json: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t"]
        let calendar: [Character: String] = [",": "\\,", ";": "\\;", "\\": "\\\\", "\n": "\\n"]
        return [
            Array(value.utf8), escaped(html), escaped(numeric), escaped(named), escaped(apostrophe), escaped(json),
            escaped(["\"": "\"\""]), escaped(calendar),
        ]
    }

    /// The values that stand in a file, sorted.
    func values(in bytes: [UInt8]) -> [String] {
        var found: Set<Int> = []
        var isInWord = false
        for index in bytes.indices {
            let isPart = bytes[index].isPartOfWord
            defer { isInWord = isPart }
            guard isPart, !isInWord, index + 1 < bytes.count,
                let candidates = starts[Int(bytes[index]) << 8 | Int(bytes[index + 1])]
            else { continue }
            for candidate in candidates {
                let pattern = patterns[candidate]
                guard !found.contains(pattern.value), matches(pattern.bytes, in: bytes, at: index),
                    !isInDigest(index, pattern.bytes.count, bytes)
                else { continue }
                found.insert(pattern.value)
            }
        }
        return found.sorted().map { values[$0] }
    }

    private func matches(_ pattern: [UInt8], in bytes: [UInt8], at start: Int) -> Bool {
        let end = start + pattern.count
        guard end <= bytes.count, end == bytes.count || !bytes[end].isPartOfWord else { return false }
        return pattern.indices.allSatisfy { bytes[start + $0] == pattern[$0] }
    }

    /// Whether a match lies in a digest: 64 hexadecimal digits, or 44 characters of Base64.
    private func isInDigest(_ start: Int, _ count: Int, _ bytes: [UInt8]) -> Bool {
        if count == 64, bytes[start..<start + count].allSatisfy(\.isHexDigit) { return true }
        var (from, until) = (start, start + count)
        guard bytes[from..<until].allSatisfy(\.isBase64) else { return false }
        while from > 0, start - from <= 44, bytes[from - 1].isBase64 { from -= 1 }
        while until < bytes.count, until - start <= 88, bytes[until].isBase64 { until += 1 }
        return until - from == 44 && bytes[until - 1] == UInt8(ascii: "=")
    }
}

extension UInt8 {
    /// A letter, a digit, or part of a character beyond ASCII.
    var isPartOfWord: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }

    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    fileprivate var isBase64: Bool {
        self < 0x80 && isPartOfWord || self == UInt8(ascii: "+") || self == UInt8(ascii: "/")
            || self == UInt8(ascii: "=")
    }
}

extension [[Int]?] {
    fileprivate subscript(key: Int, default empty: [Int]) -> [Int] {
        get { self[key] ?? empty }
        set { self[key] = newValue }
    }
}
