import Markdown

extension LinkTargets {
    /// The problem with a label such as `Terms §10.2` or `Section 10.2`: its number has to be that of the clause that the
    /// link leads to, or, behind the sign § and of a link to a text as a whole, of a clause in it.
    func problem(
        withLabel label: String, fragment: String?, _ target: JudgedLink.Target
    ) -> JudgedLink.Problem? {
        let labels = SectionLabel.all(in: label)
        guard let first = labels.first, let clauses = clauses[target.path] else { return nil }
        guard let fragment, !fragment.isEmpty else {
            let unknown = labels.first { $0.isSign && !clauses.contains($0.number) }
            return unknown.map { .label(says: $0.words, meant: $0.number, target: nil, target) }
        }
        let number = anchors[target.path]?[fragment] ?? nil
        if let number, labels.contains(where: { $0.number == number }) { return nil }
        // A heading may be an article or a section in its words alone.
        guard number != nil || first.isSign else { return nil }
        return .label(says: first.words, meant: first.number, target: number, target)
    }
}
