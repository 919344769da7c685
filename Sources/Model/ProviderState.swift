import Diagnostics

/// What a register says of a provider on a day: whether it is listed, and its fields.
package struct ProviderState: Sendable, Hashable {
    package var isListed: Bool
    /// The recorded fields: what dated pages, notices, feeds and the record show.
    package var fields: [ProviderField: FieldValue]
    /// The fields shown as they are today alone, and nowhere else.
    package var unrecorded: [ProviderField: FieldValue] = [:]

    package init(isListed: Bool = false, fields: [ProviderField: FieldValue] = [:]) {
        self.isListed = isListed
        self.fields = fields
    }

    /// Whether nothing was ever said of the provider that holds: a row that was listed keeps its fields when it goes.
    package var isBlank: Bool { !isListed && fields.isEmpty }

    /// All fields, for what shows a provider as it is today.
    package var fieldsToday: [ProviderField: FieldValue] { fields.merging(unrecorded) { recorded, _ in recorded } }

    /// A recipient gets data but is no subprocessor; where nothing is said, a provider is a subprocessor.
    package var isRecipient: Bool { fields[.role] == .text("recipient") }

    /// By what a provider is called: its name, where none is written its entity's.
    static let naming: [ProviderField] = [.name, .entity]

    /// The name to show; nothing where none is written.
    package var name: String {
        for field in Self.naming {
            if case .text(let text)? = fields[field] { return text }
        }
        return ""
    }

    /// The company behind it; nil where none is written, or where the words are erased: nobody can say that two such are one.
    package var entity: String? {
        guard case .text(let entity)? = fields[.entity], entity != Erasure.standIn else { return nil }
        return entity
    }

    /// What it is called where something must be said: its name, or the id of its row where none is written.
    package func name(orID id: String) -> String { name.isEmpty ? id : name }

    /// The recorded state after a change: the fields it names replaced, merged or removed, and whether it lists or
    /// unlists the provider. Private fields are passed over.
    package mutating func apply(_ change: ProviderChange, terms: RegisterTerms) {
        if change.isFirstState { isListed = true }
        if let removed = change.removed { isListed = !removed.value }
        for (field, written) in change.fields where !terms.isPrivate(field) {
            let old = fields[field] ?? unrecorded[field]
            let new = written.value.flatMap { $0.merged(over: old) }
            let isRecorded = terms.isRecorded(field)
            fields[field] = isRecorded ? new : nil
            unrecorded[field] = isRecorded ? nil : new
        }
    }

    /// The fields and the listing that a change names, and nothing else.
    package func snapshot(of named: Set<ProviderField>) -> Snapshot {
        Snapshot(isListed: isListed, fields: fields.filter { named.contains($0.key) })
    }

    /// What a published `before` or `after` holds.
    package struct Snapshot: Sendable, Hashable {
        package var isListed: Bool
        package var fields: [ProviderField: FieldValue]

        /// Equal as far as a reader is concerned: lists as sets, maps without order.
        package func isSame(as other: Snapshot) -> Bool {
            isListed == other.isListed && fields.keys == other.fields.keys
                && fields.allSatisfy { field, value in other.fields[field].map(value.isSame) ?? false }
        }
    }
}

extension [ProviderField: FieldValue] {
    /// What they say before a change, to compare it with what they say after it. Where the words of a field that it names are
    /// erased on both sides, they were others: a change names what it changes.
    package func toldApart(from after: Self, in named: some Sequence<ProviderField>) -> Self {
        var fields = self
        for field in named {
            guard let value = self[field], let other = value.erasedAnew, after[field]?.isSame(as: value) ?? false else {
                continue
            }
            fields[field] = other
        }
        return fields
    }
}

extension FieldValue {
    /// This value where it replaces or, being a map, merges into an older one; nil where nothing is left.
    package func merged(over old: FieldValue?) -> FieldValue? {
        switch (self, old) {
        case (.map(let entries), .map(let oldEntries)?):
            let merged = Self.merge(entries, into: oldEntries, key: \.key).filter { $0.value != .removed }
            return merged.isEmpty ? nil : .map(merged)
        case (.map(let entries), _):
            let kept = entries.filter { $0.value != .removed }
            return kept.isEmpty ? nil : .map(kept)
        case (.transfer(.byLaw(let laws)), .transfer(.byLaw(let oldLaws))?):
            let merged = Self.merge(laws, into: oldLaws, key: \.law).filter { !$0.mechanisms.isEmpty }
            return merged.isEmpty ? nil : .transfer(.byLaw(merged))
        case (.transfer(.byLaw(let laws)), _):
            let kept = laws.filter { !$0.mechanisms.isEmpty }
            return kept.isEmpty ? nil : .transfer(.byLaw(kept))
        default: return self
        }
    }

    /// The old items in their order, each replaced by a new one of its key, then the other new ones.
    private static func merge<Item>(_ new: [Item], into old: [Item], key: (Item) -> String) -> [Item] {
        var replacements = [String: Item](new.map { (key($0), $0) }, uniquingKeysWith: { _, last in last })
        var merged = old.map { replacements.removeValue(forKey: key($0)) ?? $0 }
        for item in new {
            if let added = replacements.removeValue(forKey: key(item)) { merged.append(added) }
        }
        return merged
    }

    /// Whether two values say the same: lists are compared as sets, maps without the order of their keys.
    package func isSame(as other: FieldValue) -> Bool {
        switch (self, other) {
        case (.texts(let one), .texts(let two)): Set(one) == Set(two)
        case (.groups, .texts), (.texts, .groups), (.groups, .groups): Set(textList) == Set(other.textList)
        case (.places(let one), .places(let two)): Set(one.map(\.comparable)) == Set(two.map(\.comparable))
        case (.transfer(let one), .transfer(let two)): one.comparable == two.comparable
        case (.map(let one), .map(let two)): Self.comparable(one) == Self.comparable(two)
        default: self == other
        }
    }

    /// Another value in its place, where its words are erased. Nil where none are, and for a map, into which a change merges:
    /// nothing tells which of its words it wrote.
    fileprivate var erasedAnew: FieldValue? {
        guard hasErasedWords else { return nil }
        let other = Erasure.standIn + " anew"
        switch self {
        case .text: return .text(other)
        case .places(let places):
            return .places(
                places.map { place in
                    if case .rule(Erasure.standIn, of: let codes) = place { .rule(other, of: codes) } else { place }
                })
        default: return nil
        }
    }

    /// Whether words of it are erased.
    package var hasErasedWords: Bool {
        switch self {
        case .text(let text): text == Erasure.standIn
        case .places(let places):
            places.contains { place in if case .rule(Erasure.standIn, of: _) = place { true } else { false } }
        case .map(let entries):
            entries.contains { entry in
                switch entry.value {
                case .text(let text): text == Erasure.standIn
                case .texts(let texts): texts.contains(Erasure.standIn)
                case .bool, .links, .removed: false
                }
            }
        default: false
        }
    }

    private static func comparable(_ entries: [Entry]) -> [String: EntryValue] {
        let pairs = entries.map { entry -> (String, EntryValue) in
            switch entry.value {
            case .texts(let texts): (entry.key, .texts(Set(texts).sorted()))
            case .links(let links): (entry.key, .links(Set(links).sorted()))
            case .text, .bool, .removed: (entry.key, entry.value)
            }
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
}

extension Place {
    /// The place with what it is of in one order.
    fileprivate var comparable: Place {
        guard case .rule(let words, let codes) = self else { return self }
        return .rule(words, of: Set(codes).sorted())
    }
}

extension Transfer {
    /// The mechanisms by law, the empty text standing for the list without a law.
    package var comparable: [String: Set<String>] {
        switch self {
        case .mechanisms(let list): ["": Set(list)]
        case .byLaw(let laws):
            Dictionary(laws.map { ($0.law, Set($0.mechanisms)) }, uniquingKeysWith: { _, last in last })
        }
    }
}
