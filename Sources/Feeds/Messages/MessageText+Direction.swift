import Language
import Model

/// In which direction lines run. Each line of a plain text is a paragraph of its own to those who show it, and runs as its first
/// letter does.
extension MessageText {
    /// What was isolated on a line and goes on on the next.
    struct Isolates { fileprivate var isOpen = false }

    /// A line with what is isolated ended on it, and a mark before it where it would run against the others.
    func directed(_ line: String, _ isolates: inout Isolates) -> String {
        let blanks = line.prefix { $0 == " " }
        var words = String(line.dropFirst(blanks.count))
        if isolates.isOpen { words = String(Isolate.start) + words }
        isolates.isOpen = words.count { $0 == Isolate.start } > words.count { $0 == Isolate.end }
        if isolates.isOpen { words.append(Isolate.end) }
        let runsAgainst = style == .plain && direction == .rightToLeft && Self.beginsFromTheLeft(words)
        return blanks + (runsAgainst ? "\u{200F}" : "") + words
    }

    /// Whether words hold letters that run from right to left, and others first. What is isolated does not count.
    private static func beginsFromTheLeft(_ words: String) -> Bool {
        var (depth, begins) = (0, false)
        for scalar in words.unicodeScalars {
            switch Character(scalar) {
            case Isolate.start: depth += 1
            case Isolate.end: depth -= 1
            default:
                guard depth == 0 else { continue }
                if scalar.runsFromRightToLeft { return begins }
                if scalar.properties.isAlphabetic { begins = true }
            }
        }
        return false
    }

    /// How many columns words take.
    static func columns(_ words: some StringProtocol) -> Int {
        words.count { $0 != Isolate.start && $0 != Isolate.end }
    }
}
