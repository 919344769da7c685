import Synchronization

extension Mutex {
    /// What is kept for a key, or else what `make` gives, which is kept from then on. Two that come at once both make it:
    /// so it must be the same each time.
    @inlinable package borrowing func value<Key: Hashable & Sendable, Kept: Sendable>(
        of key: Key, or make: () -> Kept
    ) -> Kept where Value == [Key: Kept] {
        if let known = withLock({ $0[key] }) { return known }
        let made = make()
        withLock { $0[key] = made }
        return made
    }
}
