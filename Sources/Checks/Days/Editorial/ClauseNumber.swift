/// What stands at the start of a heading, a paragraph or an item in the form of a clause's number: `10.2`, `§ 4a`, `(b)`.
///
/// A number is the clause's where it is one of a sequence: it follows from the one before it in the text, or another
/// follows from it. "30 days" at the start of a heading follows from nothing, so these are words.
struct ClauseNumber {
    /// Numbers that are counted together.
    enum Series: Hashable {
        /// `2 Fees`: a whole number before a heading's words, which could be one of them.
        case bare
        /// `2. Fees`, `§ 2 Fees`, `2.1 Fees`.
        case pointed
        /// `(a)`, `b.`
        case letters
        /// `(i)`, `II.`
        case romans
        /// `(1)`
        case digits
        /// `Article 5`, `Part II`, `Annex A`: by the word, and whether numbers, letters or roman numbers count.
        indirect case named(String, Series)
    }

    var series: Series
    /// Each number of it with the letter behind it, counted from 1; 0 where there is none.
    var parts: [Part]
    /// Whether a sign before or a point behind it says that it counts something.
    var isPointed: Bool
    /// Whether it is one of a sequence.
    var isPlaced = false

    struct Part: Equatable {
        var number: Int
        var letter = 0
    }

    /// Whether another may come next in the text: the next of its level or of one above it, or the first of one below.
    func isFollowed(by next: ClauseNumber) -> Bool {
        guard series == next.series else { return false }
        let firsts = next.parts.reversed().prefix { $0 == Part(number: 1) }.count
        if next.parts.count > parts.count, next.parts.starts(with: parts) {
            return firsts >= next.parts.count - parts.count
        }
        guard let place = zip(parts, next.parts).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return false
        }
        let (was, now) = (parts[place], next.parts[place])
        let isNext =
            now == Part(number: was.number + 1) || now == Part(number: was.number, letter: was.letter + 1)
        return isNext && firsts >= next.parts.count - place - 1
    }

    /// Whether a sequence may begin with it.
    var isFirst: Bool { parts.allSatisfy { $0 == Part(number: 1) } || parts == [Part(number: 0)] }
}

extension [EditorialToken] {
    /// Tells the numbers of clauses from numbers that only look alike, by their sequence in the text.
    mutating func placeNumbers() {
        var last: [ClauseNumber.Series: (index: Int, number: ClauseNumber)] = [:]
        for index in indices {
            guard var number = self[index].number else { continue }
            // "(i)" is a letter after "(h)", else a roman one.
            if number.series == .romans, self[index].text.count == 1,
                let letter = ClauseNumber(letter: self[index].text),
                let before = last[.letters], before.number.isFollowed(by: letter)
            {
                number = letter
            }
            if let before = last[number.series], before.number.isFollowed(by: number) {
                number.isPlaced = true
                self[before.index].place()
                last[number.series] = (index, number)
            } else if number.isFirst {
                last[number.series] = (index, number)
            }
            self[index].kind = .number(number)
        }
    }
}

extension EditorialToken {
    fileprivate mutating func place() {
        guard var number else { return }
        number.isPlaced = true
        kind = .number(number)
    }
}
