import Synchronization

/// A value that is found when it is first asked for, and kept in a `KeptReference`. Who asks at the same time may find it
/// too; one of the values is kept, so it must be the same each time: `kept.load() ?? kept.storeIfNil(Kept(find()))`.
package final class Kept<Value: Sendable>: Sendable {
    package let value: Value

    package init(_ value: Value) { self.value = value }
}

/// A place for an object, which stays empty until one is kept in it.
///
/// It does what `AtomicLazyReference` does. That one cannot be compiled for objects of one type, and to ask it takes as
/// long as to look a word up.
package struct KeptReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
    @usableFromInline let object: Atomic<Unmanaged<Object>?>

    @inlinable package init() { object = Atomic(nil) }

    @inlinable deinit { object.load(ordering: .acquiring)?.release() }

    /// What is kept; nil where nothing is.
    @inlinable package func load() -> Object? { object.load(ordering: .acquiring)?.takeUnretainedValue() }

    /// Keeps an object, unless one is kept already, and gives the one that is.
    @inlinable package func storeIfNil(_ made: Object) -> Object {
        let made = Unmanaged.passRetained(made)
        let known = object.compareExchange(expected: nil, desired: made, ordering: .acquiringAndReleasing).original
        guard let known else { return made.takeUnretainedValue() }
        made.release()
        return known.takeUnretainedValue()
    }
}
