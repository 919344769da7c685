import Formats

/// Finds placeholders in one pass over a text.
struct PlaceholderScanner {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let longest = 100

    /// In the order of the text, none inside another.
    func placeholders() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        var rule = LineOfSigns()
        while index < bytes.count {
            let end: Int? =
                switch bytes[index] {
                case UInt8(ascii: "{"): braces(at: index)
                case UInt8(ascii: "["): brackets(at: index)
                case UInt8(ascii: "_"), UInt8(ascii: "\\"): line(at: index, &rule)
                case UInt8(ascii: "%"): signs(at: index)
                case UInt8(ascii: "D"), UInt8(ascii: "M"), UInt8(ascii: "Y"), UInt8(ascii: "J"), UInt8(ascii: "G"):
                    day(at: index)
                case UInt8(ascii: "T"): day(at: index) ?? word(at: index)
                case 0xC2: guillemets(at: index)
                case UInt8(ascii: "F"): word(at: index) ?? failedField(at: index)
                case UInt8(ascii: "X"), UInt8(ascii: "x"), UInt8(ascii: "L"), UInt8(ascii: "l"), UInt8(ascii: "t"):
                    word(at: index)
                case UInt8(ascii: "E"): failedField(at: index)
                default: nil
                }
            if let end {
                let start = outset(of: index, behind: found.last?.upperBound ?? 0)
                let isWider = start < index && byte(start) == UInt8(ascii: "[")
                found.append(start..<(isWider ? end + 1 : end))
                index = max(isWider ? end + 1 : end, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whether all of the text is one placeholder.
    var isPlaceholder: Bool { placeholders() == [bytes.startIndex..<bytes.endIndex] }

    /// Where a placeholder begins for its reader: at the backslash before its bracket, or at the first of two brackets
    /// (`[[Company]]`).
    private func outset(of start: Int, behind last: Int) -> Int {
        guard start > last, "[{".utf8.contains(bytes[start]) else { return start }
        let before = bytes[start - 1]
        if before == UInt8(ascii: "\\") { return start - 1 }
        let end = bytes[start] == before ? brackets(at: start) : nil
        return end.map { byte($0) == UInt8(ascii: "]") } ?? false ? start - 1 : start
    }

    func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    func has(_ word: String, at index: Int) -> Bool { bytes[index...].starts(with: word.utf8) }

    /// `{{…}}` on one line, `${company}`, or `{company}` that stands for a word.
    private func braces(at start: Int) -> Int? {
        if var index = after("{", at: start).flatMap({ after("{", at: $0) }) {
            let limit = min(bytes.count, index + Self.longest)
            while index < limit, bytes[index] != UInt8(ascii: "\n") {
                if let end = after("}", at: index).flatMap({ after("}", at: $0) }) { return end }
                index += 1
            }
            return nil
        }
        let before = byte(start - 1)
        let isWord =
            before.map { $0.isSpaceOrTab || $0 == UInt8(ascii: "\n") || "$(\"*".utf8.contains($0) } ?? true
            || before.map { $0 >= 0x80 } ?? false && !isWord(before: start)
        guard isWord, byte(start + 1)?.isASCIILetter == true,
            let end = bytes[start...].prefix(60).firstIndex(of: UInt8(ascii: "}")),
            bytes[(start + 1)..<end].allSatisfy({ $0.isWordByte || $0.isSpaceOrTab || $0 == UInt8(ascii: "-") })
                || isPath(bytes[(start + 1)..<end]) && byte(end + 1) != UInt8(ascii: "@"),
            !namesObject(bytes[(start + 1)..<end])
        else { return nil }
        return end + 1
    }

    /// `site.company`: the name of a value of a template.
    private func isPath(_ words: ArraySlice<UInt8>) -> Bool {
        let parts = words.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count > 1 && !parts[0].elementsEqual("www".utf8)
            && parts.allSatisfy { $0.count > 1 && $0.allSatisfy(\.isWordByte) }
    }

    /// `id-at 3`: an object of a standard.
    private func namesObject(_ words: ArraySlice<UInt8>) -> Bool {
        words.split(separator: UInt8(ascii: " ")).contains { $0.allSatisfy(\.isASCIIDigit) }
    }

    /// The index behind a sign, with or without a backslash before it.
    private func after(_ sign: Unicode.Scalar, at index: Int) -> Int? {
        let start = byte(index) == UInt8(ascii: "\\") ? index + 1 : index
        return byte(start) == UInt8(ascii: sign) ? start + 1 : nil
    }

    /// Three underscores or more that stand for a word, escaped or not: no rule across the page, and nothing that makes
    /// the word beside it bold.
    private func line(at start: Int, _ rule: inout LineOfSigns) -> Int? {
        guard !isWord(before: start, joinsEastern: false) else { return nil }
        var index = start
        var count = 0
        while let next = after("_", at: index) {
            count += 1
            index = count == 3 ? max(next, rule.lastSign) : next
        }
        rule.lastSign = index
        guard count >= 3, !isWord(at: index, joinsEastern: false), !isRule(at: start, &rule) else { return nil }
        return index
    }

    /// The line that was judged last, as a line may have many such signs.
    private struct LineOfSigns {
        var end = 0
        var isRule = false
        /// Where the signs end that were counted last: from one of them on they are not counted again.
        var lastSign = 0
    }

    private func isRule(at index: Int, _ line: inout LineOfSigns) -> Bool {
        if index < line.end { return line.isRule }
        let start = bytes[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line.end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        line.isRule = bytes[start..<line.end].allSatisfy { "_\\>".utf8.contains($0) || $0.isSpaceOrTab }
        return line.isRule
    }

    /// `%COMPANY%`
    private func signs(at start: Int) -> Int? {
        guard !isWord(before: start),
            let end = bytes[(start + 1)...].prefix(40).firstIndex(of: UInt8(ascii: "%")), end > start + 2,
            bytes[(start + 1)..<end].allSatisfy({ (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }),
            !isWord(at: end + 1)
        else { return nil }
        return end + 1
    }
}
