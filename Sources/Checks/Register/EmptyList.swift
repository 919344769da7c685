import Diagnostics
import Model
import Record

extension Check {
    /// `missing-key`, of a row: a list that holds nothing, in its first state or in a change.
    ///
    /// It says nothing that leaving it out does not, and reads as if it said much: that no product uses a row which stays
    /// in the list, or that all do. `~` takes back what was stated. What must be there is refused where it is read.
    package static let emptyList = Check { context in
        context.history.documents.flatMap(\.changes).flatMap { change -> [Finding] in
            let terms = context.settings.registerTerms(at: change.moment)
            guard change.announcement.erased == nil else { return [] }
            return change.written.emptyLists.flatMap { field, lists -> [Finding] in
                guard terms.isRecorded(field), !terms.required.contains(field),
                    let written = change.written.fields[field],
                    let value = written.value
                else { return [] }
                // What a group lists must be there, and is refused where it is read.
                let isOfGroups = if case .groups = value { true } else { false }
                return lists.compactMap { list in
                    let isWhole = list.span.range == written.span.range
                    guard isWhole || !isOfGroups else { return nil }
                    return Finding(
                        Diagnostic(
                            .missingKey, at: list.span, "\"\(list.value)\" says nothing: this list is empty",
                            help: help(
                                for: field, isFirstState: change.written.isFirstState,
                                inner: isWhole ? nil : list.value)),
                        of: change.recordKey, isLenient: true)
                }
            }
        }
    }
}

/// - Parameter inner: the key behind which the list stands, where it is not the field's own.
private func help(for field: ProviderField, isFirstState: Bool, inner: String?) -> String {
    if let inner {
        return isFirstState || inner == "of"
            ? "write what belongs into it, or leave \(inner) out"
            : "write \(inner): ~ to take back what was stated, or leave it out"
    }
    return switch (field, isFirstState) {
    case (.products, true): "write the ids of products, or leave the line out where it is used for all"
    case (.products, false):
        "write the ids of products, or products: ~ where it is used for all; what is used for none is removed: true"
    case (_, true): "write \(field.rawValue): […] with what belongs into it, or leave the line out"
    case (_, false): "write \(field.rawValue): ~ to take back what was stated, or leave the line out"
    }
}
