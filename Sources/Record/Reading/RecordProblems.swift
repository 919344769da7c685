/// What is wrong with a published record, in the order in which it was looked for: the first of it, and how much more
/// there is. A copy from somebody may have something wrong in each of a million lines.
package struct RecordProblems: Sendable {
    private var kept: [RecordProblem] = []
    /// How many were found beside those that are kept.
    package private(set) var more = 0
    /// Whether what is behind them was not looked at.
    package private(set) var isCut = false

    /// How many are kept.
    package static let most = 100

    package init() {}

    /// Whether what is found from here on is counted alone.
    var isFull: Bool { kept.count >= Self.most }

    package mutating func append(_ problem: @autoclosure () -> RecordProblem) {
        if isFull { more += 1 } else { kept.append(problem()) }
    }

    package mutating func append(contentsOf problems: [RecordProblem]) {
        for problem in problems { append(problem) }
    }

    /// Says that what is behind these is not looked at.
    mutating func cut() { isCut = true }

    /// Each with a line feed, and what is to be said of the others.
    package var text: String {
        let rest =
            isCut ? "and more: what is behind these was not looked at\n" : more > 0 ? "and \(more) more\n" : ""
        return kept.map { "\($0)\n" }.joined() + rest
    }
}

extension RecordProblems: RandomAccessCollection {
    package var startIndex: Int { kept.startIndex }
    package var endIndex: Int { kept.endIndex }
    package subscript(place: Int) -> RecordProblem { kept[place] }
}
