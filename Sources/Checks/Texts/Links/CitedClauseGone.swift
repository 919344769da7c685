import Diagnostics
import Markdown
import Model
import Record

extension Check {
    /// `cited-clause-gone`: a new edition without a clause that another document in force then cites.
    ///
    /// The other text is frozen and cannot be mended; whoever drops the clause must know, and it stays a warning.
    package static let citedClauseGone = Check { context in
        let citations = Citations(context)
        guard !citations.isEmpty else { return [] }
        return context.history.documents.flatMap { document in
            document.editions.flatMap { edition -> [Finding] in
                let dropped = dropped(in: edition, of: document, context.texts)
                guard !dropped.isEmpty else { return [] }
                let citers = context.history.documents.filter { $0.id != document.id }.flatMap { other in
                    citations.citers(of: dropped, of: document.id, in: other, when: edition)
                }
                return citers.map { clause, place in
                    let diagnostic = Diagnostic(
                        .citedClauseGone, at: edition.title.span,
                        "this edition drops clause \(clause) of \(document.id), "
                            + "which \(place.file.path) cites",
                        help: "keep the number, or announce an edition of the citing document with another link"
                    ).also(place, "the clause is cited here")
                    return Finding(diagnostic, of: edition.recordKey)
                }
            }
        }
    }

    /// The places of clauses that the edition before has and this one has not, with the clause's number.
    private static func dropped(
        in edition: Edition, of document: DocumentHistory, _ texts: [String: MarkdownText]
    ) -> [String: String] {
        guard let predecessor = document.predecessor(of: edition), edition.announcement.erased == nil,
            let old = texts[predecessor.source.path], let new = texts[edition.source.path]
        else { return [:] }
        let kept = new.anchors
        // A place may be another clause's now: `1-1` of clause 1(1) that of a heading with the number 1 in an annex.
        let numbers = Dictionary(
            new.clauses.flatMap { clause in clause.anchors.map { ($0, clause.number) } },
            uniquingKeysWith: { first, _ in first })
        var dropped: [String: String] = [:]
        for clause in old.clauses {
            for anchor in clause.anchors
            where !kept.contains(anchor) || numbers[anchor] ?? clause.number != clause.number {
                dropped[anchor] = clause.number
            }
        }
        return dropped
    }
}

/// Which edition cites which clauses by their standing address.
private struct Citations {
    /// By the citing text and the cited document: each clause with the first place that cites it.
    private var byText: [String: [String: [String: SourceSpan]]] = [:]

    init(_ context: CheckContext) {
        for (text, judged) in zip(context.published, context.links) where !text.isScalar {
            for link in judged.links {
                guard case .document(let id, let clause?) = link.target else { continue }
                let place = link.link.span
                let path = place.file.path
                if byText[path]?[id]?[clause] == nil { byText[path, default: [:]][id, default: [:]][clause] = place }
            }
        }
    }

    var isEmpty: Bool { byText.isEmpty }

    /// The places in the edition of another document that is in force when an edition takes effect, by what was
    /// announced by the edition's own moment, that cite clauses which the edition drops.
    func citers(
        of dropped: [String: String], of document: String, in other: DocumentHistory, when edition: Edition
    ) -> [(clause: String, place: SourceSpan)] {
        let occasion = PublishedText.Occasion(edition.announcement)
        guard let citing = other.inForce(on: occasion.day, knownAt: occasion.known),
            let cited = byText[citing.source.path]?[document]
        else { return [] }
        return cited.compactMap { anchor, place in dropped[anchor].map { (clause: $0, place: place) } }
            .sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
    }
}
