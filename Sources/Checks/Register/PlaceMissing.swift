import Diagnostics
import Model

extension Check {
    /// `place-missing`: a row that says no place of processing, storage or access, or a rule for a place without the
    /// places among which it chooses.
    ///
    /// Whether data leaves the Union (GDPR Art. 44), and on which ground, can be told of a place alone; and where data is
    /// processed is among the first questions of those who read a list.
    package static let placeMissing = Check { context in
        context.listings.flatMap { listing -> [Finding] in
            (context.withoutPlaces(listing).map { [$0] } ?? context.openRules(of: listing)).map { Finding($0) }
        }
    }
}

/// The fields that say where data is.
let placeFields: [ProviderField] = [.locations, .storage, .access]

extension CheckContext {
    /// That the list says no place of a row at all; nil where it does, or where the places are nobody's business.
    fileprivate func withoutPlaces(_ listing: Listing) -> Diagnostic? {
        let (change, terms) = (listing.change, listing.terms)
        guard !placeFields.contains(where: terms.isPrivate), !terms.required.contains(.locations),
            placeFields.allSatisfy({ change.fieldsAfter[$0]?.placeList.isEmpty ?? true }),
            placeFields.allSatisfy({ isCurrent($0, of: listing) && change.isRead($0) })
        else { return nil }
        let named = placeFields.compactMap(change.span)
        // What is written there and could not be read has a finding of its own.
        let isNew = change.written.isFirstState || change.kinds.contains(.added)
        guard named.allSatisfy(\.saysNothing), !named.isEmpty || isNew else { return nil }
        // So has what lists a row without all that a new one says, which is to say the places with it.
        guard change.written.isFirstState || !isNew || terms.required.isSubset(of: change.written.fields.keys) else {
            return nil
        }
        return Diagnostic(
            .placeMissing, at: named.first ?? change.written.span,
            "the list says no place where \(change.nameInFindings) processes data, "
                + "so no transfer can be judged",
            help: "add locations: [DE], with the countries in which it processes data" + inChange(change, .locations))
    }

    /// The rules that a change writes without the places among which they choose.
    fileprivate func openRules(of listing: Listing) -> [Diagnostic] {
        let change = listing.change
        return placeFields.flatMap { field -> [Diagnostic] in
            guard !listing.terms.isPrivate(field), change.writes(field), isCurrent(field, of: listing),
                let span = change.span(of: field)
            else { return [] }
            let open = (change.fieldsAfter[field]?.placeList ?? []).compactMap { place -> String? in
                if case .rule(let words, let codes) = place, codes.isEmpty { words } else { nil }
            }
            guard !open.isEmpty else { return [] }
            let written = Dictionary(
                (change.written.scalars[field] ?? []).map { ($0.value, $0.span) },
                uniquingKeysWith: { first, _ in first })
            return open.map { words in
                Diagnostic(
                    .placeMissing, at: (written[words] ?? span).place(ofWord: words),
                    "the rule \"\(words)\" names no places, so no transfer can be judged",
                    help: "add to the rule of: [DE, US], with the countries that it may lead to"
                        + inChange(change, field))
            }
        }
    }

    /// How a row states it that may be published already, and is edited no more.
    private func inChange(_ change: Change, _ field: ProviderField) -> String {
        guard change.moment.day < asOf.day else { return "" }
        return "\na published row states it in a change: trustpress new change \(change.id.provider) --set "
            + "'\(field.rawValue)=…'"
    }
}

extension SourceSpan {
    /// Whether nothing stands there but signs: `~`, `[]`.
    fileprivate var saysNothing: Bool { !text.contains { $0.isLetter || $0.isNumber } }
}
