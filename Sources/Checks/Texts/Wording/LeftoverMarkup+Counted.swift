import Formats
import Markdown

extension LeafSource {
    /// Lines that count, `(a)`, `(b)` or `1.1`, `1.2`, or begin with a dash, one right below the other: Markdown makes one
    /// line of them, and no clause of any.
    ///
    /// Told once, at the first such line that runs on. A line that a break keeps apart from the one before, and a sign
    /// behind a backslash, are meant.
    func countedLines() -> Leftover? {
        guard lineStarts.count > 1 else { return nil }
        var seen: [LineSign.Count: LineSign] = [:]
        var before: LineSign?
        var runsOn: LineSign?
        for (line, start) in lineStarts.prefix(Self.most).enumerated()
        where start < bytes.count && isWord[start] && mayCount(at: start) {
            guard var sign = LineSign(text(start..<min(start + 80, lineEnd(from: start))), line: line) else { continue }
            sign.runsOn = line > 0 && !isBroken(before: line)
            sign.above = before.flatMap { $0.isDash ? nil : $0.words }
            if let last = sign.counts.lazy.compactMap({ seen[$0.before] }).first, sign.runsOn {
                runsOn = [runsOn, last.runsOn ? last : sign].compactMap(\.self).min { $0.line < $1.line }
            }
            for count in sign.counts { seen[count] = seen[count] ?? sign }
            before = before ?? sign
        }
        // "We shall:", and the first of what follows.
        if runsOn == nil, let before, before.runsOn, before.isFirst, isColon(before: before.line),
            !holdsNext(of: before)
        {
            runsOn = before
        }
        return runsOn.map { leftover($0) }
    }

    /// So many lines are looked at in one leaf.
    private static let most = 10_000

    /// Whether the bytes of a line's first word are those of a sign that counts: of most lines they are not.
    private func mayCount(at start: Int) -> Bool {
        near(start, atMost: 80).prefix { !$0.isSpaceOrTab }.contains { ".)-".utf8.contains($0) || $0 >= 0x80 }
    }

    private func leftover(_ sign: LineSign) -> Leftover {
        let start = lineStarts[sign.line]
        let range = start..<start + sign.length
        guard !sign.isDash else {
            return Leftover(
                range: range, message: "\(sign.words) makes no list: the lines run together behind it",
                help: "write - and a blank in its place, before each item")
        }
        guard !sign.lacksBlank else {
            let number = sign.words.prefix { !$0.isLetter }
            return Leftover(
                range: range.lowerBound..<range.lowerBound + number.utf8.count,
                message: "this line is no item of a list, as no blank follows \(number)",
                help: "write \(number) \(sign.words.dropFirst(number.count)) …, and the same for each of the others")
        }
        // Four blanks more than its paragraph has would make code of it.
        let isDeep = start - (bytes[..<start].lastIndex(of: UInt8(ascii: "\n")) ?? 0) - 1 >= (lineStarts.first ?? 0) + 4
        return Leftover(
            range: range,
            message:
                "\(sign.words) would be shown in the same paragraph as \(sign.above ?? "the line above"): no empty "
                + "line stands between them",
            help:
                "write an empty line before it\(isDeep ? " and take the blanks at its start away" : ""), and the same "
                + "for each of the others")
    }

    /// The last bytes of the line before one, blanks at its end apart.
    private func end(before line: Int) -> (words: ArraySlice<UInt8>, blanks: Int) {
        let end = bytes[..<lineStarts[line]].lastIndex(of: UInt8(ascii: "\n")) ?? 0
        let words = (bytes[..<end].lastIndex { !$0.isSpaceOrTab } ?? -1) + 1
        return (bytes[..<words].suffix(8), end - words)
    }

    /// Whether a break that its author wrote stands before a line.
    private func isBroken(before line: Int) -> Bool {
        let (words, blanks) = end(before: line)
        let tail = String(decoding: words, as: UTF8.self).lowercased()
        return blanks > 1 || ["\\", "<br>", "<br/>", "<br />"].contains(where: tail.hasSuffix)
    }

    private func isColon(before line: Int) -> Bool { end(before: line).words.last == UInt8(ascii: ":") }

    /// Whether the next sign of a sequence stands among the words behind its first: `(a) logs, (b) mails` is a sentence.
    private func holdsNext(of sign: LineSign) -> Bool {
        let words = String(decoding: bytes[lineStarts[sign.line]...], as: UTF8.self).split { $0 == " " || $0 == "\n" }
        return words.dropFirst().contains { word in
            LineSign(String(word), line: sign.line)?.counts.contains { sign.counts.contains($0.before) } ?? false
        }
    }
}

/// What a line begins with that counts it: `(b)`, `b.`, `4.2`, `5)`; or a dash, which counts by lines, as does a hyphen
/// without its blank.
private struct LineSign {
    /// A place in a sequence.
    struct Count: Hashable {
        enum Sequence: Hashable {
            case labels(ClauseLabel.Style, ClauseLabel.Kind)
            /// The numbers below one: `4.` of `4.2`.
            case numbers(String)
            case dashes
        }

        var sequence: Sequence
        var value: Int

        var before: Self { Self(sequence: sequence, value: value - 1) }
    }

    var line: Int
    /// As it is written, without signs of bold words.
    var words: String
    /// In bytes, with them.
    var length: Int
    /// Whether nothing parts its line from the one before.
    var runsOn = false
    /// Whether it is the number of an item whose blank is missing: `1.Logs`.
    var lacksBlank = false
    /// The sign before it in its paragraph, if that is a number or a letter.
    var above: String?
    /// One for each way to read it: `(i)` is a letter, and a number.
    var counts: [Count]

    init?(_ text: String, line: Int) {
        self.line = line
        let marks = text.prefix { $0 == "*" || $0 == "_" }
        let rest = text[marks.endIndex...]
        words = String(rest.prefix { !$0.isWhitespace && $0 != "*" && $0 != "_" })
        length = marks.utf8.count + words.utf8.count
        let isAtBlank = rest.dropFirst(words.count).first.map { $0 == " " || $0 == "*" || $0 == "_" } ?? true
        if let label = ClauseLabel(words), isAtBlank {
            counts = label.readings.map { Count(sequence: .labels(label.style, $0.kind), value: $0.value) }
        } else if ["–", "—", "−", "‐"].contains(words), isAtBlank {
            counts = [Count(sequence: .dashes, value: line)]
        } else if words.first == "-", words.dropFirst().first?.isLetter == true {
            (words, length) = ("-", marks.utf8.count + 1)
            counts = [Count(sequence: .dashes, value: line)]
        } else if let value = Self.bareNumber(words) {
            counts = [Count(sequence: .numbers(""), value: value)]
            lacksBlank = true
        } else if let number = clauseNumber(words),
            number.contains(".") || [".", ")"].contains(words.dropFirst(number.count)),
            let digits = number.split(separator: ".").last, let value = Int(digits),
            number.contains(".") || value < 1000
        {
            counts = [Count(sequence: .numbers(String(number.dropLast(digits.count))), value: value)]
        } else {
            return nil
        }
    }

    /// Of `1.Logs` 1; nil where a blank stands behind the number, or none is there.
    private static func bareNumber(_ words: String) -> Int? {
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        let rest = words[digits.endIndex...]
        guard (1...3).contains(digits.count), rest.first == "." || rest.first == ")",
            rest.dropFirst().first?.isLetter == true
        else { return nil }
        return Int(digits)
    }

    var isDash: Bool { counts.first?.sequence == .dashes }

    var isFirst: Bool { !isDash && counts.contains { $0.value == 1 } }
}

extension String {
    /// Whether a line behind the first may begin with a sign that counts it.
    var mayCountLines: Bool {
        var rest = utf8[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            rest = rest[rest.index(after: end)...]
            let sign = rest.prefix(12).prefix { $0.isASCIILetter || $0.isASCIIDigit || "(.)".utf8.contains($0) }
            if rest.first == 0xE2 || rest.first == UInt8(ascii: "-") || sign.contains(where: "(.)".utf8.contains) {
                return true
            }
        }
        return false
    }
}
