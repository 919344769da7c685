import Markdown

extension LinkTargets {
    /// The problem with labels such as `Terms §10.2` or `Section 2(a)`: one has to name the clause that the link leads to,
    /// one that it stands in or one of its parts; or, behind the sign § and of a link to a text as a whole, a clause in it.
    func problem(
        withLabels labels: [SectionLabel], fragment: String?, _ target: JudgedLink.Target
    ) -> JudgedLink.Problem? {
        guard let first = labels.first, let text = texts[target.path] else { return nil }
        guard let fragment, !fragment.isEmpty else {
            let unknown = labels.first { $0.isSign && !text.clauses.contains($0.base) }
            return unknown.map { .label($0, meant: nil, target: nil, target) }
        }
        let number = text.clause(at: fragment)
        if let number, labels.contains(where: { $0.names(number) }) { return nil }
        // A heading may be an article or a section in its words alone, and what has a letter no clause of the text.
        guard number != nil || first.isSign, first.isNumbered || text.clauses.contains(first.base) else { return nil }
        // A clause of that number, or one that has such a part and no paragraph that begins with it.
        let path = first.parts.last.map { ClausePart($0).path } ?? []
        let meant =
            text.clauses(endingWith: path).first { first.names($0.number) }
            ?? text.clauses(endingWith: Array(path.prefix(1))).first { first.names($0.number) }
        return .label(first, meant: meant?.anchors.first, target: number, target)
    }
}

extension SectionLabel {
    /// The number of the clause, without its lettered parts.
    fileprivate var base: String { (parts.last?.number.prefix { $0 != "(" }).map { $0.lowercased() } ?? "" }

    /// Whether it must be some clause's: it has a number, or names a part such as an annex.
    fileprivate var isNumbered: Bool {
        base.first?.isNumber == true || parts.contains { $0.word?.countsAnew ?? false }
    }

    /// Whether it is of the clause with a number, of one that this stands in, or of a part of it.
    ///
    /// `Section 2` and `§2(a)` may both lead to `2(a)`, and all of `Annex A`, `section 2` and `Annex A, section 2` to
    /// `annex-a/2`; `Annex A, section 2` to neither `2` nor `annex-b/2`.
    fileprivate func names(_ number: String) -> Bool {
        let target = ClausePart.all(of: number)
        let said = parts.map { ClausePart($0) }
        if said.count == 1 { return target.contains { $0.agrees(with: said[0]) } }
        guard let last = target.last, said.contains(where: { $0.agrees(with: last) }) else { return false }
        // Which article a section stands in, its number does not say.
        return said.allSatisfy { part in !part.countsAnew || target.contains { $0.agrees(with: part) } }
    }
}

extension Clause {
    /// `2` of `annex-a/2`, `5` of `article-5`.
    var ownNumber: String? {
        guard number.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }) else { return number }
        return ClausePart.all(of: number).last?.path.first.map(String.init)
    }
}

/// A part of a clause's number: `annex-a` or `2(a)` of `annex-a/2(a)`.
struct ClausePart {
    var countsAnew = false
    /// Whether it is a section that has a letter alone.
    var isLetter = false
    /// In small letters: `10.2`, `a`, and of `2(a)(i)` `["2", "a", "i"]`.
    var path: [Substring]

    static func all(of number: String) -> [ClausePart] { number.split(separator: "/").map { ClausePart($0) } }

    init(_ component: Substring) {
        let name = component.prefix { $0 != "-" }
        var number = component
        if name.count < component.count, let word = ClauseWord(inHeading: name) {
            countsAnew = word.countsAnew
            number = component.dropFirst(name.count + 1)
        } else {
            isLetter = component.allSatisfy { $0.isLetter }
        }
        path = Self.path(String(number))
    }

    init(_ part: SectionLabel.Part) {
        countsAnew = part.word?.countsAnew ?? false
        path = Self.path(part.number)
    }

    private static func path(_ number: String) -> [Substring] {
        number.lowercased().split { $0 == "(" || $0 == ")" }
    }

    /// Whether both are one clause, or one is a part of the other.
    func agrees(with other: Self) -> Bool {
        guard countsAnew == other.countsAnew || isLetter || other.isLetter else { return false }
        return zip(path, other.path).allSatisfy { $0 == $1 } && !path.isEmpty && !other.path.isEmpty
    }
}
