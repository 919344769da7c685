import Formats
import Model
import Record

/// Which texts can no longer be touched: what the baseline holds with the same words, or, where there is none, what was
/// announced before the as-of day. What the baseline does not hold is new, whatever its day.
///
/// Of a baseline that nobody named (the last commit) both are asked: a text is not published because it is committed.
package struct FrozenTexts: Sendable {
    private let written: WrittenLines
    private let asOf: AsOf
    private let previous: PreviousBuild?
    private let isAssumed: Bool
    /// By what a line is of, whether it is held with the same words: made once something is asked.
    private var held: Set<Identity>?
    /// What was asked last: findings in one text come one after the other.
    private var last: (key: RecordKey, isFrozen: Bool)?

    package init(_ written: WrittenLines, asOf: AsOf, after previous: PreviousBuild?, isAssumed: Bool = false) {
        self.written = written
        self.asOf = asOf
        self.previous = previous
        self.isAssumed = isAssumed
    }

    /// - Parameter key: of the line of the record that the text is part of.
    mutating func contains(_ key: RecordKey) -> Bool {
        if let last, last.key == key { return last.isFrozen }
        let isFrozen = isFrozen(key)
        last = (key, isFrozen)
        return isFrozen
    }

    private mutating func isFrozen(_ key: RecordKey) -> Bool {
        let isOld = Moment(key.moment).map { $0.day < asOf.day } ?? true
        guard let previous else { return isOld }
        guard isOld || !isAssumed else { return false }
        let held = held ?? held(by: previous)
        self.held = held
        return held.contains(Identity(key))
    }

    /// Whether something is new to the baseline that somebody named, and was to be announced before the as-of day: from
    /// when its notice counts, the baseline says (`backdated`, or a notice period from today on).
    mutating func holdsToday(_ key: RecordKey) -> Bool {
        guard previous != nil, !isAssumed, let moment = Moment(key.moment), moment.day < asOf.day else { return false }
        return !contains(key)
    }

    /// Whether a baseline that somebody named holds something with the words that it has now.
    mutating func isPublished(_ key: RecordKey) -> Bool { previous != nil && !isAssumed && contains(key) }

    /// Whether a baseline that somebody named has a block of `notice` that is not written so any more, an error of its own.
    private(set) lazy var hasOtherNotice: Bool = {
        guard let previous, !isAssumed else { return false }
        let ours = Set(written.entries.lazy.filter { $0.key.kind == .notice }.map(\.line))
        return previous.record.entries.contains { $0.key.kind == .notice && !ours.contains($0.line) }
    }()

    /// From when on a baseline that somebody named tells of other names, whatever they are, as the lines of names and products
    /// have it.
    private(set) lazy var renamings: Set<String> = {
        guard let previous, !isAssumed else { return [] }
        var products: Set<String> = []
        let renamed = previous.record.entries.lazy.filter { entry in
            switch entry.key.kind {
            case .names: true
            // The first line of a product is the day on which it became public, and one that retires it gives it no name.
            case .product: !products.insert(entry.key.item).inserted && entry.json["retired"] == nil
            default: false
            }
        }
        return Set(renamed.map(\.key.moment))
    }()

    /// What a baseline holds with the words that it has now. Which files belong to it does not matter here.
    private func held(by previous: PreviousBuild) -> Set<Identity> {
        let old = Dictionary(
            previous.record.entries.map { (Identity($0.key), $0) }, uniquingKeysWith: { first, _ in first })
        return Set(
            written.entries.compactMap { entry in
                let identity = Identity(entry.key)
                guard let published = old[identity] else { return nil }
                guard !entry.key.kind.isOfItem else { return entry.digest == published.digest ? identity : nil }
                let digest = JSONValue(reading: entry.line)?["sha256"]
                return digest == nil || digest == published.json["sha256"] ? identity : nil
            })
    }
}
