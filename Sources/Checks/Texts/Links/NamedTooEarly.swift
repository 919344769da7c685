import Diagnostics
import Model
import Record

extension Check {
    /// `broken-link`, of a key: `retired.replaced_by`, `replaces`, `via` or `notice.documents` names what is not there, or
    /// was announced only after what names it.
    ///
    /// Such a key is published as it is written, and in the words of notices; so an id in it is judged as a link is, by
    /// what was announced no later than the item that names it.
    package static let namedTooEarly = Check { context in
        context.history.documents.flatMap { document in
            document.editions.flatMap(context.successorsNamedTooEarly)
                + document.changes.flatMap(context.rowsNamedTooEarly)
        } + context.settings.notice.flatMap(context.documentsNamedTooEarly)
    }
}

extension CheckContext {
    /// Of `retired: {replaced_by: [terms]}`.
    fileprivate func successorsNamedTooEarly(_ edition: Edition) -> [Finding] {
        (edition.retired?.replacedBy ?? []).compactMap { id in
            guard id.value != edition.document else {
                return Finding(
                    Diagnostic(
                        .brokenLink, at: id.span, "\(id.value) ends with this edition, and names itself in replaced_by",
                        help: "write the id of the document that takes its place, or retired: {}"),
                    of: edition.recordKey)
            }
            guard let moment = history.linkIndex.moment(ofDocument: id.value) else {
                let isUnreadable = unreadable.contains { $0.hasPrefix("Content/\(id.value)/") }
                guard !isUnreadable, edition.announcement.erased == nil else { return nil }
                let others = history.documents.map(\.id).filter { $0 != edition.document }
                return Finding(
                    Diagnostic(
                        .brokenLink, at: id.span, .noDocument(id.value),
                        help: nearMiss(id.value, among: others).map { "did you mean \($0)?" }
                            ?? "write the id of a document, which is its folder's name"),
                    of: edition.recordKey)
            }
            return finding(
                id.value, at: id.span, moment, namedBy: edition.announcement, edition.recordKey, "this edition")
        }
    }

    /// Of `via` and `replaces` in a row of a register.
    fileprivate func rowsNamedTooEarly(_ change: Change) -> [Finding] {
        [ProviderField.via, .replaces].compactMap { field in
            guard change.writes(field), let id = change.text(of: field), let span = change.span(of: field),
                let row = history.linkIndex.rows(of: id, in: change.register).first
            else { return nil }
            return finding(id, at: span, row.moment, namedBy: change.announcement, change.recordKey, "this change")
        }
    }

    private func finding(
        _ name: String, at span: SourceSpan, _ moment: Moment, namedBy item: Announcement, _ key: RecordKey,
        _ this: String
    ) -> Finding? {
        guard moment > item.moment else { return nil }
        return Finding(
            Diagnostic(
                .brokenLink, at: span, .later(name, moment, this),
                help: "leave it out here, or announce \(this) on \(moment) or later"),
            of: key, isHeld: isEmbargoed(moment))
    }

    /// Of `notice: {documents: …}`: the record has the block, ids and all, from its own moment on; the first block from
    /// the start. What is public today can be given away no more.
    fileprivate func documentsNamedTooEarly(_ block: Dated<NoticeTerms>) -> [Finding] {
        let known = block.announced?.value ?? AsOf(Moment(settings.since.value)).lastCovered
        return block.terms.documents.sorted { $0.key < $1.key }.compactMap { id, terms in
            guard let moment = history.linkIndex.moment(ofDocument: id), moment > known, isEmbargoed(moment) else {
                return nil
            }
            let span = terms.days?.span ?? terms.objectionDays?.span ?? terms.objectionAfterEffect?.span
            return Finding(
                Diagnostic(
                    .brokenLink, at: span ?? block.terms.days.span, .later(id, moment, "this block"),
                    help:
                        "take it out here, and give it terms in a block of its own: - {announced: \(moment), from: …, "
                        + "documents: {\(id): {…}}}, from a day after the notice period of the blocks before it"),
                isHeld: true)
        }
    }
}

extension String {
    fileprivate static func noDocument(_ id: String) -> String { "this site has no document \(id)" }

    fileprivate static func later(_ name: String, _ moment: Moment, _ this: String) -> String {
        "\(name) is public from \(moment) on, later than \(this)"
    }
}
