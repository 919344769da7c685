import Formats
import Model

/// Whether words say that companies are not on the list on its day: they went, or are still to come.
enum OtherTimes {
    /// A title such as `Former subprocessors`, `Upcoming changes`, `No longer in use`; `Past Due Services` is none, nor what
    /// says something of the present too: `Current and upcoming subprocessors`, `Subprocessors and notice of changes`.
    static func isSaid(inTitle title: String) -> Bool {
        let words = title.foldedWords.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return false }
        if zip(words, words.dropFirst()).contains(where: { $0 == "no" && $1 == "longer" }) { return true }
        let isOfTime = words.contains(where: times.contains)
        if words.contains(where: changes.contains) {
            // What stands before `and` is what the title is of first.
            let first = words.prefix { !["and", "und", "et"].contains($0) }
            let isOfChanges = first.contains(where: changes.contains)
            return isOfChanges && (isOfTime || changes.contains(words[0]) || words.allSatisfy(besideChanges.contains))
                || first.contains(where: times.contains) && !isPresent(inTitle: title)
        }
        return isOfTime && !isPresent(inTitle: title)
            && (words.allSatisfy(times.contains) || words.contains { word in lists.contains(where: word.hasPrefix) })
    }

    /// A title that says of the companies below it that they are on the list, whatever the titles above it say.
    static func isPresent(inTitle title: String) -> Bool {
        title.foldedWords.split(separator: " ").contains { present.contains(String($0)) }
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

    private static let present: Set = [
        "current", "currently", "existing", "present", "aktuell", "aktuelle", "aktueller", "aktuellen", "derzeitige",
        "bestehende", "actuels", "الحالية",
    ]

    private static let changes: Set = ["changes", "changelog", "änderungen", "änderungshistorie"]

    /// What stands in a title that says nothing but `changes`: `Recent changes`, `List of changes`.
    private static let besideChanges = changes.union(
        """
        a all die history last latest list log of our recent recently sub processor processors subprocessor subprocessors the
        letzte vendor
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// What the words of a list's title begin with.
    private static let lists = [
        "subprocessor", "processor", "vendor", "provider", "supplier", "compan", "partner", "recipient", "third",
        "affiliate", "entit", "list", "contractor", "unterauftragsverarbeiter", "dienstleister", "anbieter",
        "unternehmen",
    ]
}
