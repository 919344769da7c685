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

/// The key that says whether what stands under another is words: of addresses and identifiers the one that holds them.
private func wordsKey(_ key: String, in parent: String) -> String {
    [ProviderField.links.rawValue, ProviderField.identifiers.rawValue].contains(parent) ? parent : key
}

/// Whether a value became another by an erasure and nothing else: each of its words stayed, or is replaced by
/// `(erased)`. Keys stay, since what a condition or a rule bounds is bounded still where its words are gone; lists and
/// maps keep their shape.
///
/// - Parameter key: under which it stands.
func isErasure(of was: JSONValue, to now: JSONValue, key: String) -> Bool {
    switch (was, now) {
    case (.string, .string(Erasure.standIn)): return was == now || erasableKeys.contains(key)
    case (.array(let old), .array(let new)):
        return old.count == new.count && zip(old, new).allSatisfy { isErasure(of: $0, to: $1, key: key) }
    case (.object, .object):
        let (old, new) = (was.members(), now.members())
        return old.count == new.count
            && old.allSatisfy { name, value in
                new[name].map { isErasure(of: value, to: $0, key: wordsKey(name, in: key)) } ?? false
            }
    default: return was == now
    }
}

/// What an erasure may have left of a value, as near as can be to what is left: what an erasure may leave stays, words
/// that are gone with their key or their place are replaced by `(erased)`, and all else is what it was.
func erasure(of was: JSONValue, near now: JSONValue?, key: String) -> JSONValue {
    if let now, isErasure(of: was, to: now, key: key) { return now }
    switch (was, now) {
    case (.string, nil) where erasableKeys.contains(key): return .string(Erasure.standIn)
    case (.array(let old), .array(let new)?) where old.count == new.count:
        return .array(zip(old, new).map { erasure(of: $0, near: $1, key: key) })
    case (.array(let old), _): return .array(old.map { erasure(of: $0, near: nil, key: key) })
    case (.object(let old), _):
        let new = now?.members()
        return .object(
            old.map { member in
                let left = erasure(of: member.value, near: new?[member.key], key: wordsKey(member.key, in: key))
                return JSONValue.Member(member.key, left)
            })
    default: return was
    }
}

/// A key that stood in a value, or in a part of it, and is gone.
///
/// - Parameter key: under which it stands, which is gone itself where there is nothing now.
func lostKey(of was: JSONValue, to now: JSONValue?, key: String) -> String? {
    guard let now else { return key }
    switch (was, now) {
    case (.array(let old), .array(let new)):
        return zip(old, new).lazy.compactMap { lostKey(of: $0, to: $1, key: key) }.first
    case (.object(let old), .object):
        let new = now.members()
        return old.lazy.compactMap { lostKey(of: $0.value, to: new[$0.key], key: $0.key) }.first
    default: return nil
    }
}
