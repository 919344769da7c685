import Formats
import Model

/// The keys whose values are words that an erasure may take, wherever they stand: in an edition's front matter, in a
/// provider's state, in a rule, in the AI terms and in `applies`. Kinds of data, places, days, products and all that is
/// one of a few words stay, and are folded as before.
private let erasableKeys: Set<String> = [
    "title", "summary", "version", "note", "urgent", "salt", "to", "rule", "training", "exceptions", "models", "name",
    "entity", "category", "purpose", "condition", "duration", "retention", "address", "contact", "website", "terms",
    "links", "identifiers",
]

/// Whether a value became another by an erasure and nothing else: it stayed, or it was words that are gone, or replaced
/// by `(erased)`; in lists and maps each of their parts likewise.
///
/// - Parameter key: under which it stands.
func isErasure(of was: JSONValue?, to now: JSONValue?, key: String) -> Bool {
    guard let was else { return now == nil }
    if erasableKeys.contains(key) || key == ProviderField.ai.rawValue, now == nil { return true }
    switch (was, now) {
    case (.string, .string(let words)?) where erasableKeys.contains(key):
        return was == now || words == Erasure.standIn
    case (.array, .string(Erasure.standIn)?): return erasableKeys.contains(key)
    case (.array(let old), .array(let new)?):
        return old.count == new.count && zip(old, new).allSatisfy { isErasure(of: $0, to: $1, key: key) }
    case (.object, .object?):
        let (old, new) = (was.members(), now?.members() ?? [:])
        let isErasable = key == ProviderField.links.rawValue || key == ProviderField.identifiers.rawValue
        return Set(old.keys).union(new.keys).allSatisfy {
            isErasure(of: old[$0], to: new[$0], key: isErasable ? key : $0)
        }
    default: return was == now
    }
}
