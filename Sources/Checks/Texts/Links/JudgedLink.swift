import Diagnostics
import Markdown
import Model

/// A link with what a check found out about its target.
struct JudgedLink: Sendable {
    var link: LinkReference
    /// Where it leads; of a whole address of this site, the place in it.
    var target: LinkTarget
    /// Nil where all is well.
    var problem: Problem?

    enum Problem: Sendable {
        /// Nothing is there, by what is announced at all.
        case missing(Missing)
        /// There is such a thing, announced only after the text that links to it.
        case later(String, Moment)
        /// The target has no such clause or heading.
        case noClause(String, Target)
        /// The number of the label is not the target's: the label, the place of the clause that it names, if there is one, and
        /// the number of the target, if it has one.
        case label(SectionLabel, meant: String?, target: String?, Target)
        /// A provider that is not in the register on the day; where it was announced only after the text, when.
        case notListed(register: String, provider: String, CalendarDate, announced: Moment?)

        /// The check that tells of it.
        var check: CheckID {
            switch self {
            case .missing, .later: .brokenLink
            case .noClause: .brokenClause
            case .label: .clauseLabel
            case .notListed: .providerNotListed
            }
        }

        /// When what the link names was announced, where that was after the text itself.
        var laterMoment: Moment? {
            switch self {
            case .later(_, let moment), .notListed(_, _, _, announced: let moment?): moment
            default: nil
            }
        }
    }

    enum Missing: Sendable, Hashable {
        case address(String)
        case file(String)
        case edition(document: String, edition: String)
        case provider(register: String?, id: String)
    }

    /// A place that a text does not have: its name as it is written, and the address of the text.
    struct MissingPlace: Sendable, Hashable {
        var fragment: String
        var address: String
    }

    /// A text that a link leads to.
    struct Target: Sendable {
        /// The source of the text, as an index of the parsed texts.
        var path: String
        /// `terms`, or `terms/2026-11-23`.
        var name: String
        /// As links write it, without a fragment: `terms`, or `/terms/2026-11-23/`.
        var address: String
    }
}

extension CheckContext {
    /// The findings of one check about links; they are kept with the links of a text.
    ///
    /// - Parameter diagnose: a finding for a problem of which the check tells.
    func findings(
        of check: CheckID, _ diagnose: (JudgedLink.Problem, JudgedLink, PublishedText) -> Diagnostic
    ) -> [Finding] {
        zip(published, links).flatMap { text, judged -> [Finding] in
            guard !judged.links.isEmpty else { return [] }
            return judged.findings(of: check) { [asOf] in
                let pairs = judged.links.compactMap { link in
                    link.problem.flatMap { $0.check == check ? ($0, link) : nil }
                }
                let found = text.findings(pairs) { problem, link in diagnose(problem, link, text) }
                return zip(found, pairs).map { finding, pair in
                    var finding = finding
                    finding.isHeld = asOf.isBefore(pair.0.laterMoment)
                    return finding
                }
            }
        }
    }

    /// Whether what was announced at a moment is still embargoed in this run: to name it would give it away, so no
    /// setting and no age makes less of that than an error.
    func isEmbargoed(_ moment: Moment?) -> Bool { asOf.isBefore(moment) }
}

extension AsOf {
    /// Whether a moment is still to come; there may be none.
    fileprivate func isBefore(_ moment: Moment?) -> Bool { moment.map { !covers($0) } ?? false }
}

extension PublishedText {
    /// The place of a link's address.
    func place(of link: LinkReference) -> SourceSpan {
        isScalar ? place(of: link.destination) : link.span
    }

    /// The place of a link's words.
    func place(ofLabel link: LinkReference) -> SourceSpan {
        isScalar ? place(of: link.text) : link.textSpan
    }
}
