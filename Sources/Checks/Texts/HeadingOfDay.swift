import Markdown
import Model

extension String {
    /// Whether the number at its start is that of a day: `1 March 2026`, `1. März 2026: fees`, `1 de marzo`.
    ///
    /// Lists of changes have such headings, many of the first of a month. Of the words `2. May we share it?` none is a year,
    /// and more than the month follows.
    var beginsWithDay: Bool {
        guard let (number, _, behind) = clauseNumberParts(self), (1...31).contains(Int(number) ?? 0) else {
            return false
        }
        let words = behind.split { !$0.isLetter && !$0.isNumber }.filter { !Self.joints.contains($0.lowercased()) }
        guard let month = words.first, MonthNames.month(month.lowercased()) != nil else { return false }
        return words.count == 1 || words[1].count == 4 && words[1].allSatisfy(\.isNumber)
    }

    /// What stands between a day, its month and its year.
    private static let joints: Set = ["of", "de", "del", "di", "do"]
}
