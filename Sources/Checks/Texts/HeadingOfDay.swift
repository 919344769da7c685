import Formats
import Model

extension String {
    /// Whether the number at its start is that of a day: `1 March 2026`, `1. März 2026: fees`, `1 de marzo`.
    ///
    /// Lists of changes have such headings, many of the first of a month. Of the words `2. May we share it?` none is a year,
    /// and more than the month follows.
    var beginsWithDay: Bool {
        // Most headings with a number are clauses, which the first word tells.
        let digits = Substring(utf8.prefix(while: \.isASCIIDigit))
        guard digits.utf8.count <= 2, (1...31).contains(Int(digits) ?? 0) else { return false }
        let behind = self[digits.endIndex...]
        guard behind.mayBeginWithMonth else { return false }
        let first = behind.drop { ". \u{A0}".contains($0) }.prefix { !" \u{A0}:,".contains($0) }.lowercased()
        let joints = WrittenDates.joints
        guard joints.contains(first) || MonthNames.month(first) != nil else { return false }
        let words = behind.split { !$0.isLetter && !$0.isNumber }.filter { !joints.contains($0.lowercased()) }
        guard let month = words.first, MonthNames.month(month.lowercased()) != nil else { return false }
        return words.count == 1 || words[1].count == 4 && words[1].allSatisfy(\.isNumber)
    }
}

extension Substring {
    /// Whether the name of a month, or what joins a day to one, may be the first word: its bytes tell of most words of ASCII
    /// that they are others, at a fraction of the price of its characters.
    fileprivate var mayBeginWithMonth: Bool {
        let words = utf8.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
        let letters = words.prefix(while: \.isASCIILetter)
        if let next = words[letters.endIndex...].first, next >= 0x80 { return true }
        let word = Substring(letters).lowercased()
        return WrittenDates.joints.contains(word) || MonthNames.month(word) != nil
    }
}
