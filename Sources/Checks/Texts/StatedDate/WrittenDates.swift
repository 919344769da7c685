import Formats
import Model

/// The days in one block of a text, each with what is said by it.
struct WrittenDates {
    /// A word, a number or a sign.
    struct Token {
        enum Kind {
            case word
            case number
            case sign
        }

        var kind: Kind
        /// In small letters.
        var text: String
        /// In bytes of the text.
        var range: Range<Int>
        /// Whether a blank stands before it, and whether a line's end does.
        var isBehindBlank: Bool
        var isBehindLine: Bool

        /// Whether it is one of some signs, each of which is a byte of its own.
        func isSign(_ signs: String) -> Bool { kind == .sign && text.utf8.first.map(signs.utf8.contains) ?? false }
    }

    private(set) var dates: [WrittenDate] = []
    private let tokens: [Token]

    init(_ bytes: ArraySlice<UInt8>) {
        tokens = Self.tokens(LeafSource(bytes))
        var index = 0
        while index < tokens.count {
            if let (found, end) = date(at: index) {
                var date = found
                date.range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
                date.words = Self.words(bytes[date.range])
                if let (statement, subject) = statement(before: index, behind: end),
                    statement == .update || !subject.isEmpty || !isRule(behind: end)
                {
                    (date.statement, date.subject) = (statement, subject)
                }
                dates.append(date)
                index = end
            } else {
                index += 1
            }
        }
        let update = dates.filter { $0.statement == .update }.compactMap(\.day).max()
        guard let update else { return }
        for index in dates.indices where dates[index].statement == .effect {
            dates[index].isUpdatedLater = dates[index].readings.allSatisfy { $0 < update }
        }
    }

    /// Without signs that make words bold, and with a single blank for all white space in a row.
    private static func words(_ bytes: ArraySlice<UInt8>) -> String {
        let words = String(decoding: bytes.filter { !"*_`".utf8.contains($0) }, as: UTF8.self)
        // Most days in numbers hold no blank.
        if words.utf8.allSatisfy({ (0x21..<0x80).contains($0) }) { return words }
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Signs that make words bold are left out, and so are code and addresses.
    private static func tokens(_ source: LeafSource) -> [Token] {
        var tokens: [Token] = []
        var (isBehindBlank, isBehindLine) = (true, true)
        var index = source.lineStarts.first ?? 0
        while index < source.bytes.count {
            let byte = source.bytes[index]
            if byte.isSpaceOrTab || byte == UInt8(ascii: "\n") || byte == 0xC2 && source.byte(index + 1) == 0xA0 {
                isBehindBlank = true
                if byte == UInt8(ascii: "\n") { isBehindLine = true }
                index += byte == 0xC2 ? 2 : 1
                continue
            }
            guard source.isWord[index], !"*_~`".utf8.contains(byte) else {
                index += 1
                continue
            }
            var end = index + 1
            let kind: Token.Kind = byte.isASCIIDigit ? .number : byte.isASCIILetter || byte >= 0x80 ? .word : .sign
            if kind != .sign {
                while let next = source.byte(end), source.isWord[end], !(next == 0xC2 && source.byte(end + 1) == 0xA0),
                    kind == .number ? next.isASCIIDigit : next.isASCIILetter || next >= 0x80
                {
                    end += 1
                }
            }
            tokens.append(
                Token(
                    kind: kind, text: source.text(index..<end).lowercased(), range: source.place(index..<end),
                    isBehindBlank: isBehindBlank, isBehindLine: isBehindLine))
            (isBehindBlank, isBehindLine) = (false, false)
            index = end
        }
        return tokens
    }

    private func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
        guard let token = token(index), token.kind == .number, digits.contains(token.text.utf8.count) else {
            return nil
        }
        return Int(token.text)
    }

    private func isSign(_ index: Int, _ signs: String) -> Bool {
        token(index)?.isSign(signs) ?? false
    }

    private func isWord(_ index: Int, _ words: Set<String>) -> Bool {
        token(index).map { words.contains($0.text) } ?? false
    }

    /// The day that begins at a token, and the token behind it.
    private func date(at index: Int) -> (WrittenDate, end: Int)? {
        monthFirst(at: index) ?? dayFirst(at: index) ?? inNumbers(at: index)
    }

    private static let suffixes: Set<String> = ["st", "nd", "rd", "th", "er", "º", "ª", "°", "e"]
    private static let untils: Set<String> = ["〜", "～"]
    /// What stands between a day, its month and its year.
    static let joints: Set<String> = ["of", "de", "del", "di", "do"]
    private static let ands: Set<String> = ["und", "en"]
    private static let years: Set<String> = ["年", "년"]
    private static let months: Set<String> = ["月", "월"]

    /// Behind a day: `st`, a dot.
    private func behindDay(_ index: Int) -> Int {
        let isSuffix = isWord(index, Self.suffixes) && token(index)?.isBehindBlank == false
        let index = isSuffix ? index + 1 : index
        return isSign(index, ".") ? index + 1 : index
    }

    private func dayFirst(at index: Int) -> (WrittenDate, end: Int)? {
        guard let day = number(index, digits: 1...2),
            !(isSign(index - 1, "-/.") && token(index)?.isBehindBlank == false)
        else { return nil }
        var next = behindDay(index + 1)
        // `the 1st day of October, 2026`
        if token(next)?.text == "day", token(next + 1)?.text == "of" { next += 1 }
        // `01-Oct-2026`
        let isJoined = isJoint(next) && (1...31).contains(day)
        if isJoined || isWord(next, Self.joints) { next += 1 }
        guard let month = token(next).flatMap({ MonthNames.month($0.text) }) else { return nil }
        let name = token(next)?.text ?? ""
        next += 1
        if isJoined, !isJoint(next) { return nil }
        if isJoined || isSign(next, ".,") { next += 1 }
        if isWord(next, Self.joints) { next += 1 }
        guard let year = number(next, digits: 4...4) else { return nil }
        let form: WrittenDate.Form = MonthNames.isEnglish(name) ? .dayFirst : .other
        return (Self.date(year, month, day, form, isSpelled: true), next + 1)
    }

    /// Whether a hyphen stands there with no blank beside it.
    private func isJoint(_ index: Int) -> Bool {
        isSign(index, "-") && token(index)?.isBehindBlank == false && token(index + 1)?.isBehindBlank == false
    }

    private func monthFirst(at index: Int) -> (WrittenDate, end: Int)? {
        guard let name = token(index)?.text, let month = MonthNames.month(name) else { return nil }
        var next = index + 1
        if isSign(next, ".") { next += 1 }
        guard let day = number(next, digits: 1...2) else { return nil }
        next = behindDay(next + 1)
        if isSign(next, ",") { next += 1 }
        guard let year = number(next, digits: 4...4) else { return nil }
        let form: WrittenDate.Form = MonthNames.isEnglish(name) ? .monthFirst : .other
        return (Self.date(year, month, day, form, isSpelled: true), next + 1)
    }

    private func inNumbers(at index: Int) -> (WrittenDate, end: Int)? {
        if let year = number(index, digits: 4...4) {
            let isEastern =
                isWord(index + 1, Self.years) && isWord(index + 3, Self.months)
                && token(index + 5)?.text.first.map { $0 == "日" || $0 == "일" } ?? false
            let isJoined = isSign(index + 1, "-/.") && token(index + 1)?.text == token(index + 3)?.text
            guard isEastern || isJoined, let month = number(index + 2, digits: 1...2),
                let day = number(index + 4, digits: 1...2), isEastern || !isSign(index + 5, "-/")
            else { return nil }
            var date = Self.date(year, month, day, .other, isSpelled: false)
            let end = isEastern ? index + 6 : index + 5
            // `2024.2.30` is rather a version.
            date.isPastMonth =
                date.isPastMonth && (isEastern || !isSign(index + 1, ".") && standsAlone(index..<end))
            return (date, end)
        }
        guard let one = number(index, digits: 1...2), isSign(index + 1, "./"),
            token(index + 1)?.text == token(index + 3)?.text, let other = number(index + 2, digits: 1...2),
            let year = number(index + 4, digits: 4...4)
        else { return nil }
        var date = Self.date(year, other, one, .other, isSpelled: false)
        if token(index + 1)?.text == "/" {
            // `02/28/2027`, and `3/4/2027`, which is two days.
            let monthFirst = Self.date(year, one, other, .other, isSpelled: false)
            if other > 12 { date = monthFirst } else { date.readings += monthFirst.readings }
        }
        date.isPastMonth = date.isPastMonth && standsAlone(index..<index + 5)
        return (date, index + 5)
    }

    /// Whether nothing is joined to some tokens, of which a longer number or a name would be made.
    private func standsAlone(_ tokens: Range<Int>) -> Bool {
        let isBegun = token(tokens.lowerBound)?.isBehindBlank == false && !isSign(tokens.lowerBound - 1, "(\"':,;|[")
        guard !isBegun, let next = token(tokens.upperBound), !next.isBehindBlank else { return !isBegun }
        guard next.kind == .sign else { return false }
        let behind = token(tokens.upperBound + 1)
        return !next.isSign("-/_.:") || behind?.isBehindBlank ?? true
    }

    private static func date(
        _ year: Int, _ month: Int, _ day: Int, _ form: WrittenDate.Form, isSpelled: Bool
    ) -> WrittenDate {
        let isMonth = (1...12).contains(month) && year > 0
        return WrittenDate(
            range: 0..<0, words: "", form: form, isSpelled: isSpelled, year: year,
            readings: [CalendarDate(year: year, month: month, day: day)].compactMap(\.self),
            lastOfMonth: isMonth
                ? CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year)) : nil,
            isPastMonth: isMonth && (29...31).contains(day) && (1900...2199).contains(year))
    }

    /// Whether a day that a sentence begins with, as in `Effective 1 March 2027, the supplier shall …`, is that of a rule:
    /// the sentence goes on and does not call the text.
    private func isRule(behind end: Int) -> Bool {
        guard let next = token(end), !next.isBehindLine else { return false }
        if next.kind == .sign {
            guard next.isSign(",:") else { return false }
            return next.text == ":" || token(end + 1).map { $0.kind == .word && !Statements.isOwn($0.text) } ?? false
        }
        return next.kind == .word && !Statements.isOwn(next.text)
    }

    /// What the words before a day say by it, with those that close their sentence behind it.
    private func statement(before index: Int, behind end: Int) -> (WrittenDate.Statement, subject: [String])? {
        let sentence = sentence(before: index)
        let closing = Statements.closings.first { words in
            words.indices.allSatisfy { token(end + $0)?.text == words[$0] }
        }
        // A text of nothing but days is not read back from each of them.
        let last = sentence.last { Statements.isWord($0.text) && !Statements.isFiller($0.text) }
        guard closing != nil || last.map({ Statements.mayEnd(with: $0.text) }) ?? false else { return nil }
        // `시행일자: 2024년 3월 1일 ~ 2025년 2월 28일` is an earlier text. The sign between them is passed over as one of Markdown.
        if date(at: isWord(end, Self.untils) ? end + 1 : end) != nil { return nil }
        if let said = Statements.statement(sentence.lazy.map(\.text)) { return said }
        // "ist am … in Kraft getreten" says when a document began.
        if let closing, token(end + closing.count)?.kind != .word || isWord(end + closing.count, Self.ands),
            let said = Statements.statement(sentence.map(\.text), closing: closing)
        {
            return said
        }
        let line = sentence.lastIndex(where: \.isBehindLine).map { sentence[$0...] }
        return line.flatMap { Statements.statement($0.map(\.text)) }
    }

    /// The tokens of the sentence before a day, the last forty at most.
    private func sentence(before index: Int) -> ArraySlice<Token> {
        var start = index
        while start > 0, index - start < 40, !isStop(before: start) || start < index && isInNumber(start) { start -= 1 }
        return tokens[start..<index]
    }

    /// Whether a stop with a blank behind it ends the sentence before a token.
    private func isStop(before index: Int) -> Bool {
        tokens[index - 1].isSign(".!?;") && tokens[index].isBehindBlank
    }

    /// Whether the stop before a token is that of a shortened word before a number, or of a day before its month: `S. 2097`,
    /// `25. Mai`.
    private func isInNumber(_ index: Int) -> Bool {
        guard isSign(index - 1, "."), !tokens[index].isBehindLine else { return false }
        return tokens[index].kind == .number
            || token(index - 2)?.kind == .number && MonthNames.month(tokens[index].text) != nil
    }
}
