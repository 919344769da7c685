import Formats
import Markdown
import Synchronization

/// The places of a text that a link can lead to, worked out once they are asked for.
final class PlacesOfText: Sendable {
    let markdown: MarkdownText
    private let keptNumbers = KeptReference<Kept<[String: String?]>>()
    private let keptClauses = KeptReference<Kept<Set<String>>>()
    private let keptPaths = KeptReference<Kept<[[Substring]: [Int]]>>()
    /// What is said of a place that is not there.
    let helps = Mutex<[JudgedLink.MissingPlace: String]>([:])

    init(_ markdown: MarkdownText) { self.markdown = markdown }

    /// The numbers of its clauses, without those of the parts that they stand in.
    var clauses: Set<String> {
        if let known = keptClauses.load() { return known.value }
        let clauses = Set(markdown.clauses.compactMap { $0.isSubclause ? nil : $0.ownNumber })
        return keptClauses.storeIfNil(Kept(clauses)).value
    }

    /// Its clauses whose number ends with a part of such a path (`["2", "a"]` of `annex-a/2(a)`), in the order of the text.
    func clauses(endingWith path: [Substring]) -> some Sequence<Clause> {
        (paths[path] ?? []).lazy.map { [clauses = markdown.clauses] in clauses[$0] }
    }

    private var paths: [[Substring]: [Int]] {
        if let known = keptPaths.load() { return known.value }
        let paths = Dictionary(grouping: markdown.clauses.indices) {
            ClausePart.all(of: markdown.clauses[$0].number).last?.path ?? []
        }
        return keptPaths.storeIfNil(Kept(paths)).value
    }

    /// By anchor: the number of the clause there, nil where the heading has none.
    private var numbers: [String: String?] {
        if let known = keptNumbers.load() { return known.value }
        var numbers: [String: String?] = [:]
        numbers.reserveCapacity(markdown.clauses.count + markdown.headings.count)
        for heading in markdown.headings where heading.number == nil { numbers[heading.anchor] = .some(nil) }
        // The first clause of an anchor is the one.
        for clause in markdown.clauses.reversed() {
            for anchor in clause.anchors { numbers[anchor] = clause.number }
        }
        return keptNumbers.storeIfNil(Kept(numbers)).value
    }

    /// Whether a clause or a heading has an anchor.
    func isPlace(_ anchor: String) -> Bool { numbers[anchor] != nil }

    /// The number of the clause that has an anchor.
    func clause(at anchor: String) -> String? { numbers[anchor] ?? nil }
}
