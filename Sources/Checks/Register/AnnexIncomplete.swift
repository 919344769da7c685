import Diagnostics
import Formats
import Model

extension Check {
    /// `annex-incomplete`: what Annex III of a register asks for and its rows do not state.
    ///
    /// The standard contractual clauses (Decision (EU) 2021/914) ask in Annex III for a sub-processor's name, address,
    /// contact person and a description of the processing, and in Annex I.B for subject matter, nature and duration; the
    /// controller is to have name, address and contact person of each readily available (EDPB Opinion 22/2024). A row is
    /// judged once, by what it says when all that is announced has taken effect; recipients and rows that leave are in no
    /// such annex. Rows that lack the same have one finding, at the first of them.
    package static let annexIncomplete = Check { context in
        context.history.documents.compactMap(\.register).flatMap { register -> [Finding] in
            let rows = register.providers.compactMap { AnnexRow($0, context) }
            let incomplete = rows.filter { !$0.missing.isEmpty }
            return Dictionary(grouping: incomplete, by: \.missing).values.map { alike in
                Finding(
                    Diagnostic(
                        .annexIncomplete, at: alike[0].span, .annexLacks(alike, ofAll: rows.count),
                        help: .completing(alike, ofAll: rows.count)))
            }
        }
    }
}

/// A sub-processor as Annex III has it.
private struct AnnexRow {
    var id: String
    var name: String
    var span: SourceSpan
    /// What it does not state, in the order of the annex.
    var missing: [AnnexField]
    /// Those of the missing fields that a row which may be published already can state by a change alone.
    var byChange: [ProviderField]

    /// - Returns: nil for a row that is in no Annex III to come, and for one of which an erasure took words.
    init?(_ provider: ProviderHistory, _ context: CheckContext) {
        let state = provider.state(on: .distantFuture)
        guard state.isListed, !state.isRecipient, let first = provider.changes.first,
            provider.changes.allSatisfy({ $0.announcement.erased == nil })
        else { return nil }
        let terms = context.settings.registerTerms(at: Moment(context.asOf.day))
        // What is required has a finding of its own, and so has what is written and could not be read.
        let required = context.settings.registerTerms(at: first.moment).required
        missing = AnnexField.all.filter { asked in
            asked.isMissing(state.fieldsToday[asked.field]) && !terms.isPrivate(asked.field)
                && (asked.isRest || !required.contains(asked.field))
                && provider.changes.allSatisfy { $0.isRead(asked.field) }
        }
        let isOld = first.moment.day < context.asOf.day
        byChange = isOld ? missing.map(\.field).filter(terms.isRecorded) : []
        id = provider.provider.id
        name = state.name(orID: provider.provider.id)
        span = provider.provider.lastSpan(of: .name, on: .distantFuture) ?? first.written.span
    }
}

/// What Annex III or I.B asks for, with its words and what to write.
private struct AnnexField: Hashable {
    var field: ProviderField
    var words: String
    var example: String
    /// Whether the field is stated, and does not say all that is asked for.
    var isRest = false

    static let all = [
        AnnexField(field: .address, words: "address", example: "\"street, town, country\""),
        AnnexField(
            field: .contact, words: "contact person's name, position and contact details",
            example: "\"name, position, mail address\""),
        AnnexField(
            field: .contact, words: "contact person's name and position, beside an address",
            example: "\"name, position, mail address\"", isRest: true),
        AnnexField(
            field: .purpose,
            words: "description and nature of the processing, with a clear delimitation of responsibilities",
            example: "\"what it does, and for what\""),
        AnnexField(field: .data, words: "subject matter of the processing", example: "[kinds of data]"),
        AnnexField(field: .duration, words: "duration of the processing", example: "\"as long as the contract\""),
    ]

    func isMissing(_ value: FieldValue?) -> Bool {
        guard let value else { return !isRest }
        return isRest && !value.namesContactPerson
    }
}

/// How many rows a finding names.
private let namedRows = 12

extension String {
    fileprivate static func annexLacks(_ rows: [AnnexRow], ofAll count: Int) -> String {
        let who =
            switch rows.count {
            case 1: "\(rows[0].name) does not state"
            case count: "none of the \(count) rows states"
            default: "\(rows[0].name) and \(counted(rows.count - 1, "other row")) do not state"
            }
        let what = rows[0].missing.map(\.words).joined(separator: "; ")
        return "Annex III asks for what \(who): \(what)"
    }

    fileprivate static func completing(_ rows: [AnnexRow], ofAll count: Int) -> String {
        func lines(_ asked: [AnnexField]) -> String {
            asked.map { "\($0.field.rawValue): \($0.example)" }.joined(separator: ", ")
        }
        let (added, rest) = (rows[0].missing.filter { !$0.isRest }, rows[0].missing.filter(\.isRest))
        let steps = [added.isEmpty ? nil : "add \(lines(added))", rest.isEmpty ? nil : "write \(lines(rest))"]
        let more = rows.count > namedRows ? ["\(rows.count - namedRows) more"] : []
        let ids = (rows.prefix(namedRows).map(\.id) + more).joined(separator: ", ")
        let places = rows.count == 1 ? "" : rows.count == count ? " in each row" : " in each of \(ids)"
        let change = rows.first { !$0.byChange.isEmpty }.map { row in
            let values = row.byChange.map { " --set '\($0.rawValue)=…'" }.joined()
            return "\na published row states it in a change: trustpress new change \(row.id)\(values)"
        }
        return steps.compactMap(\.self).joined(separator: ", and ") + places + (change ?? "")
            + "\nwhere nobody signs the list as Annex III, write in site.yaml checks: {annex-incomplete: off}"
    }
}
