import Diagnostics
import Model

extension Check {
    /// `not-editorial`: `material: false` where something is added, or where more than spelling changes.
    ///
    /// What needs no notice must take nothing from anybody. Of a row it may stand on a spelling correction, once per
    /// text and notice period, and on what adds nothing; of an edition only where nothing changes but white space,
    /// punctuation, case, markup, clause numbers and the spelling of one word: since the edition before it, since one
    /// that would hold on its day in its place, and since the last of each that was not editorial, so that no text drifts
    /// away step by step. What is erased is not judged anew.
    package static let notEditorial = Check { context in
        context.history.documents.flatMap { document in
            (document.changes.compactMap(judge) + context.editorialEditions(of: document)).map { Finding($0) }
        }
    }
}

private func judge(_ change: Change) -> Diagnostic? {
    guard let material = change.announcement.material, !material.value, change.addsSomething,
        change.announcement.erased == nil
    else { return nil }
    return Diagnostic(.notEditorial, at: material.span, .adds, help: .giveNotice(change.announcement))
}

extension CheckContext {
    fileprivate func editorialEditions(of document: DocumentHistory) -> [Diagnostic] {
        let bases = EditorialBases(of: document)
        var reader = EditorialReader(texts)
        var respelt: [Edition] = []
        return bases.editorial.compactMap { edition in
            let announcement = edition.announcement
            // What was withdrawn as it was announced never takes effect.
            guard let material = announcement.material, announcement.erased == nil,
                announcement.effective(knownAt: announcement.moment) != nil
            else { return nil }
            let found = judge(edition, bases, &reader, respelt)
            if let found {
                return Diagnostic(.notEditorial, at: material.span, found.message, help: found.help)
                    .also(found.since?.title.span, "the edition that it is compared with")
            }
            let since = bases.bases(of: edition)
            if !announcement.isWithdrawn, reader.respells(edition, since: since) { respelt.append(edition) }
            return nil
        }
    }

    /// - Parameter respelt: the editions before it that stand and respell a word.
    private func judge(
        _ edition: Edition, _ bases: EditorialBases, _ reader: inout EditorialReader, _ respelt: [Edition]
    ) -> (message: String, help: String, since: Edition?)? {
        let moment = edition.announcement.moment
        let mend = String.giveNotice(edition.announcement)
        if edition.retired != nil { return (.ends, mend, nil) }
        let since = bases.bases(of: edition)
        guard !since.direct.isEmpty else { return (.first, mend, nil) }
        // Erased since then, it was there to be compared with.
        let erased = since.all.first { $0.announcement.erased.map { $0.announced.value <= moment } ?? false }
        if let erased { return (.afterErased(erased.id), mend, nil) }
        if let base = since.withOtherDays(than: edition) {
            return (.otherDays(than: base.id), .write(since.comingDays(of: base)), base)
        }
        if let excess = reader.excess(of: edition, since: since) {
            return excess.another == nil
                ? (.more(excess), mend, excess.since) : (.severalWords(excess), .oneWord + mend, excess.since)
        }
        guard let last = respelt.last, reader.respells(edition, since: since) else { return nil }
        let next = settings.noticeTerms(at: moment)
            .earliestEffective(announced: last.announcement.moment.day, for: edition.document)
        guard next > moment.day || last.announcement.moment == moment else { return nil }
        return (.soonAfter(last.id), .later(max(next, moment.day.adding(days: 1))) + mend, last)
    }
}

extension String {
    fileprivate static let adds = "this change adds something or takes a bound away, so it is not an editorial one"
    fileprivate static let ends = "the document ends with this edition, so it is not an editorial one"
    fileprivate static let first = "there is no edition before this one of which it could be an editorial change"

    static func afterErased(_ edition: EditionID) -> String {
        "nobody can tell that this is an editorial change of edition \(edition), which is erased"
    }

    fileprivate static func more(_ excess: EditorialReader.Excess) -> String {
        "more than spelling changed since edition \(excess.since.id): \(excess.words)"
    }

    fileprivate static func severalWords(_ excess: EditorialReader.Excess) -> String {
        "more than one word is respelt since edition \(excess.since.id): \(excess.words)"
    }

    fileprivate static func soonAfter(_ edition: EditionID) -> String {
        "this respells a word, and edition \(edition) did so less than a notice period before"
    }

    fileprivate static func otherDays(than edition: EditionID) -> String {
        "this edition applies to some on other days than edition \(edition), in whose place it comes"
    }

    fileprivate static func write(_ applies: [Applies]) -> String {
        let keys = "applies: [\(applies.map(\.written).joined(separator: ", "))]"
        return (applies.isEmpty ? "take applies out" : "write \(keys)") + "; or take this line out and give notice"
    }

    /// What makes of an editorial change one that needs notice, or of which it is said why it has none.
    static func giveNotice(_ announcement: Announcement) -> String {
        announcement.urgent == nil
            ? "take this line out, and give notice or add urgent: and why it cannot wait" : "take this line out"
    }

    fileprivate static let oneWord = "mend one word now and the others after the notice period, or "

    fileprivate static func later(_ day: CalendarDate) -> String { "announce it on \(day) or later, or " }
}
