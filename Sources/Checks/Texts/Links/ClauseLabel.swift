import Diagnostics
import Markdown

extension Check {
    /// `clause-label`: a link whose words say another § or section than the one it leads to, such as
    /// `[Terms §10.2](terms#10.3)` or `[Section 10.2](terms#10.3)`.
    ///
    /// On paper only the words are left, and a reader must not find another rule there than on the screen.
    package static let clauseLabel = Check { context in
        context.findings(of: .clauseLabel) { problem, link, text in
            let place = text.place(ofLabel: link.link)
            guard case .label(let label, let meant, let number, let target) = problem else {
                return Diagnostic(.clauseLabel, at: place, "")
            }
            guard let number else {
                return Diagnostic(
                    .clauseLabel, at: place,
                    .noSuchClause(label.words, in: target.name, isWhole: !link.link.target.hasFragment),
                    help: "write the number of the clause that is meant, in the words and behind the #")
            }
            let address = meant.map { ", or \(target.address)#\($0) as the address" } ?? ""
            return Diagnostic(
                .clauseLabel, at: place, "the words say \(label.words), and the link leads to clause \(number)",
                help: "write \(label.words(for: number))\(address)")
        }
    }
}

extension SectionLabel {
    /// How the words say another clause: `Section 2(a)`, `Section 2 of Annex A`, `Article 5`.
    fileprivate func words(for number: String) -> String {
        var components = number.split(separator: "/").reversed().map { $0.saidPart }
        var name = parts.last.map { $0.name.isEmpty || $0.name == "§" ? $0.name : $0.name + " " } ?? ""
        if parts.last?.word?.countsAnew == true { name = "clause " }
        if !components[0].isNamed { components[0].words = name + components[0].words }
        return components.map(\.words).joined(separator: " of ")
    }
}

extension Substring {
    /// `Annex A` of `annex-a`; of a number itself, and of a letter its capital.
    fileprivate var saidPart: (words: String, isNamed: Bool) {
        let name = prefix { $0 != "-" }
        if name.count < count, ClauseWord(inHeading: name) != nil {
            let number = dropFirst(name.count + 1)
            let shown = number.allSatisfy(\.isLetter) ? number.uppercased() : String(number)
            return (name.prefix(1).uppercased() + name.dropFirst() + " " + shown, true)
        }
        return (allSatisfy(\.isLetter) ? uppercased() : String(self), false)
    }
}

extension String {
    fileprivate static func noSuchClause(_ says: String, in name: String, isWhole: Bool) -> String {
        isWhole
            ? "the words say \(says), and \(name) has no such clause"
            : "the words say \(says), and the link leads to a heading without a number"
    }
}

extension LinkTarget {
    fileprivate var hasFragment: Bool {
        switch self {
        case .document(_, let fragment), .edition(_, _, let fragment), .sitePath(_, let fragment): fragment != nil
        case .anchor(let name): !name.isEmpty
        default: false
        }
    }
}
