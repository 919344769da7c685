import Diagnostics
import Formats
import Synchronization

/// What checks found out in their last run about what does not depend on where it stands, for the next run: it changes
/// nothing but the time that takes.
package final class CheckMemory: Sendable {
    private let found = Mutex<[CheckID: any Sendable]>([:])
    private let words = Mutex<[String: [SectionLabel]]>([:])

    package init() {}

    /// What a check kept last; nil for the first time.
    func last<Found: Sendable>(of check: CheckID) -> Found? { found.withLock { $0[check] } as? Found }

    /// - Parameter found: takes the place of what the check kept before.
    func keep(_ found: some Sendable, of check: CheckID) { self.found.withLock { $0[check] = found } }

    /// What the words of links say which clause is meant; of other words it is forgotten.
    func labels(in words: Set<String>, read: @Sendable (String) -> [SectionLabel]) -> [String: [SectionLabel]] {
        let known = self.words.withLock { $0 }
        let all = Array(words)
        let labels = Dictionary(
            uniqueKeysWithValues: zip(all, concurrentMap(all) { known[$0] ?? read($0) }))
        self.words.withLock { $0 = labels }
        return labels
    }
}
