import Diagnostics
import Markdown

extension Check {
    /// `placeholder`: `{{…}}`, `TODO`, `TBD` or `[COMPANY]` in a published text.
    ///
    /// Templates of policies are published with their blanks unfilled more often than one would think. Code counts:
    /// what is published is published.
    package static let placeholder = Check { context in
        context.published.flatMap { text -> [Finding] in
            let scanner = PlaceholderScanner(Array(text.words.utf8))
            let links = RangeSet((text.markdown?.links ?? []).map(\.span.range))
            let found = scanner.placeholders().filter { range in
                // `[GDPR]` may be a link whose address is defined elsewhere; of such a link the span is the whole link.
                guard !text.isScalar, text.words.utf8.byte(at: range.lowerBound) != UInt8(ascii: "{") else {
                    return true
                }
                return !links.holds(text.place(of: range).range)
            }
            return text.findings(found) { range in
                let place = text.place(of: range)
                let words = text.words.utf8.text(in: range)
                return Diagnostic(.placeholder, at: place, .placeholder(words), help: "write what stands for it")
            }
        }
    }
}

extension String {
    fileprivate static func placeholder(_ words: String) -> String { "\"\(words)\" is a placeholder" }
}

/// Finds placeholders in one pass over a text.
struct PlaceholderScanner {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private static let longest = 100

    /// In the order of the text, none inside another.
    func placeholders() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let end: Int? =
                switch bytes[index] {
                case UInt8(ascii: "{"): braces(at: index)
                case UInt8(ascii: "["): brackets(at: index)
                case UInt8(ascii: "T"): word(at: index)
                default: nil
                }
            if let end { found.append(index..<end) }
            index = end ?? index + 1
        }
        return found
    }

    private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    /// `{{…}}` on one line.
    private func braces(at start: Int) -> Int? {
        guard var index = after("{", at: start).flatMap({ after("{", at: $0) }) else { return nil }
        let limit = min(bytes.count, index + Self.longest)
        while index < limit, bytes[index] != UInt8(ascii: "\n") {
            if let end = after("}", at: index).flatMap({ after("}", at: $0) }) { return end }
            index += 1
        }
        return nil
    }

    /// The index behind a sign, with or without a backslash before it.
    private func after(_ sign: Unicode.Scalar, at index: Int) -> Int? {
        let start = byte(index) == UInt8(ascii: "\\") ? index + 1 : index
        return byte(start) == UInt8(ascii: sign) ? start + 1 : nil
    }

    /// `[COMPANY]`: two capitals at least, no small letter, and no link or definition behind it.
    private func brackets(at start: Int) -> Int? {
        if let before = byte(start - 1), before.isWordByte || before == UInt8(ascii: "]") { return nil }
        var index = start + 1
        var capitals = 0
        let limit = min(bytes.count, index + Self.longest)
        while index < limit {
            switch bytes[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "/"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "&"), UInt8(ascii: "\\"):
                break
            case UInt8(ascii: "]"):
                let next = byte(index + 1)
                let isLink = next == UInt8(ascii: "(") || next == UInt8(ascii: "[") || next == UInt8(ascii: ":")
                return capitals >= 2 && !isLink ? index + 1 : nil
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// `TODO` or `TBD`, a word of its own.
    private func word(at start: Int) -> Int? {
        if let before = byte(start - 1), before.isWordByte || before == UInt8(ascii: "/") { return nil }
        for word in ["TODO", "TBD"] where bytes[start...].starts(with: word.utf8) {
            let end = start + word.utf8.count
            if let next = byte(end), next.isWordByte || next == UInt8(ascii: "/") { continue }
            return end
        }
        return nil
    }
}

extension UInt8 {
    /// A letter, a digit, an underscore, or part of a character beyond ASCII.
    fileprivate var isWordByte: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

extension Substring.UTF8View {
    func byte(at offset: Int) -> UInt8? {
        offset < count ? self[index(startIndex, offsetBy: offset)] : nil
    }

    func text(in range: Range<Int>) -> String {
        let start = index(startIndex, offsetBy: Swift.min(range.lowerBound, count))
        let end = index(startIndex, offsetBy: Swift.min(range.upperBound, count))
        return String(decoding: self[start..<end], as: UTF8.self)
    }
}

/// Ranges that can be asked quickly whether one of them holds another.
struct RangeSet {
    private var starts: [Int]
    /// The furthest end of all ranges that start no later than the one at the same index.
    private var ends: [Int]

    init(_ ranges: [Range<Int>]) {
        let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        starts = sorted.map(\.lowerBound)
        ends = []
        for range in sorted { ends.append(max(range.upperBound, ends.last ?? 0)) }
    }

    func holds(_ range: Range<Int>) -> Bool {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && ends[low - 1] >= range.upperBound
    }
}
