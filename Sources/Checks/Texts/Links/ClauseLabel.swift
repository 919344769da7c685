import Diagnostics
import Markdown

extension Check {
    /// `clause-label`: a link whose words say another § or section than the one it leads to, such as
    /// `[Terms §10.2](terms#10.3)` or `[Section 10.2](terms#10.3)`.
    ///
    /// On paper only the words are left, and a reader must not find another rule there than on the screen.
    package static let clauseLabel = Check { context in
        context.findings {
            if case .label = $0 { true } else { false }
        } _: { problem, link, text in
            let place = text.place(ofLabel: link.link)
            guard case .label(let says, let meant, let number, let target) = problem else {
                return Diagnostic(.clauseLabel, at: place, "")
            }
            guard let number else {
                return Diagnostic(
                    .clauseLabel, at: place,
                    .noSuchClause(says, in: target.name, isWhole: !link.link.target.hasFragment),
                    help: "write the number of the clause that is meant, in the words and behind the #")
            }
            return Diagnostic(
                .clauseLabel, at: place, .otherClause(says, number),
                help: "write \(says.dropLast(meant.count))\(number), or \(target.address)#\(meant) as the address")
        }
    }
}

extension String {
    fileprivate static func otherClause(_ says: String, _ number: String) -> String {
        "the words say \(says), and the link leads to clause \(number)"
    }

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
