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
            return change.written.fields
                .compactMap { field, written -> Finding? in
                    guard terms.isRecorded(field), !terms.required.contains(field), let value = written.value,
                        let list = listOfNothing(in: value, of: field, at: written.span)
                    else { return nil }
                    return Finding(
                        Diagnostic(
                            .missingKey, at: list.span, "\"\(list.key)\" says nothing: this list is empty",
                            help: list.isWhole
                                ? help(for: field, isFirstState: change.written.isFirstState)
                                : change.written.isFirstState || list.key == "of"
                                    ? "write what belongs into it, or leave \(list.key) out"
                                    : "write \(list.key): ~ to take back what was stated, or leave it out"),
                        of: change.recordKey, isLenient: true)
                }
        }
    }
}

/// The first list of a field that is written as an empty one; nil where there is none. One from which nothing could be read
/// was told of.
private func listOfNothing(
    in value: FieldValue, of field: ProviderField, at span: SourceSpan
) -> (key: String, span: SourceSpan, isWhole: Bool)? {
    guard value.holdsEmptyList else { return nil }
    let text = span.text
    if text.wholeMatch(of: /\[\s*\]/) != nil { return (field.rawValue, span, true) }
    guard !value.isEmptyList, let inner = text.firstMatch(of: /(\w+):\s*(\[\s*\])/) else { return nil }
    let start = span.range.lowerBound + text.utf8.distance(from: text.startIndex, to: inner.2.startIndex)
    return (String(inner.1), SourceSpan(span.file, start..<start + inner.2.utf8.count), false)
}

private func help(for field: ProviderField, isFirstState: Bool) -> String {
    switch (field, isFirstState) {
    case (.products, true): "write the ids of products, or leave the line out where it is used for all"
    case (.products, false):
        "write the ids of products, or products: ~ where it is used for all; what is used for none is removed: true"
    case (_, true): "write \(field.rawValue): […] with what belongs into it, or leave the line out"
    case (_, false):
        "write \(field.rawValue): ~ to take back what was stated, or leave the line out"
    }
}

extension FieldValue {
    fileprivate var isEmptyList: Bool {
        switch self {
        case .texts(let texts): texts.isEmpty
        case .groups(let groups): groups.isEmpty
        case .places(let places): places.isEmpty
        case .transfer(.mechanisms(let mechanisms)): mechanisms.isEmpty
        case .text, .date, .map, .transfer(.byLaw): false
        }
    }

    /// Whether it is an empty list, or has one in it; a rule without places may have been written without a list.
    fileprivate var holdsEmptyList: Bool {
        switch self {
        case .places(let places):
            places.isEmpty || places.contains { if case .rule(_, of: []) = $0 { true } else { false } }
        case .transfer(.byLaw(let laws)): laws.contains(where: \.mechanisms.isEmpty)
        case .map(let entries):
            entries.contains { entry in
                switch entry.value {
                case .texts(let texts): texts.isEmpty
                case .links(let links): links.isEmpty
                case .text, .bool, .removed: false
                }
            }
        default: isEmptyList
        }
    }
}
