import Formats
import Model

/// Whether words say that companies are not on the list on its day: they went, or are still to come.
enum OtherTimes {
    /// A title such as `Former subprocessors`, `Upcoming changes`, `No longer in use`; `Past Due Services` is none.
    static func isSaid(inTitle title: String) -> Bool {
        let words = title.foldedWords.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return false }
        if words.contains(where: changes.contains)
            || zip(words, words.dropFirst()).contains(where: { $0 == "no" && $1 == "longer" })
        {
            return true
        }
        return words.contains(where: times.contains)
            && (words.allSatisfy(times.contains) || words.contains { word in lists.contains(where: word.hasPrefix) })
    }

    /// A cell of a column for the status that says so and nothing else.
    static func isSaid(inStatus cell: String) -> Bool {
        let words = cell.foldedWords.split(separator: " ").map(String.init)
        return !words.isEmpty
            && words.allSatisfy { times.contains($0) || ["inactive", "ended", "inaktiv"].contains($0) }
    }

    private static let times = Set(
        """
        former formerly previous previously past removed retired discontinued terminated deprecated historical archived
        upcoming planned future proposed pending announced scheduled
        ehemalige ehemaliger frühere früherer vormalige beendet entfernt geplant geplante künftige zukünftige kommende
        anciens futurs السابقة القادمة
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let changes: Set = ["changes", "changelog", "änderungen", "änderungshistorie"]

    /// What the words of a list's title begin with.
    private static let lists = [
        "subprocessor", "processor", "vendor", "provider", "supplier", "compan", "partner", "recipient", "third",
        "affiliate", "entit", "list", "contractor", "unterauftragsverarbeiter", "dienstleister", "anbieter",
        "unternehmen",
    ]
}
