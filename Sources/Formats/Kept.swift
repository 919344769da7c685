import Synchronization

/// A value that is found when it is first asked for, and kept in a `KeptReference`. Who asks at the same time may find it
/// too; one of the values is kept, so it must be the same each time: `kept.load() ?? kept.storeIfNil(Kept(find()))`.
package final class Kept<Value: Sendable>: Sendable {
    package let value: Value

    package init(_ value: Value) { self.value = value }
}

/// A place for an object, which stays empty until one is kept in it.
///
/// It does what `AtomicLazyReference` does, and holds a bare address: to load that takes no look at the object's type,
/// wherever it is compiled.
package struct KeptReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
    /// The address of an object that is kept alive; 0 where there is none.
    @usableFromInline let address: Atomic<UInt>

    @inlinable package init() { address = Atomic(0) }

    /// Of most places nothing was kept. No type is named that depends on the object's: it would be looked up each time.
    @inlinable deinit {
        guard let kept = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) else { return }
        Unmanaged<AnyObject>.fromOpaque(kept).release()
    }

    /// What is kept; nil where nothing is.
    @inlinable package func load() -> Object? {
        Self.kept(at: address.load(ordering: .acquiring))?.takeUnretainedValue()
    }

    /// Keeps an object, unless one is kept already, and gives the one that is.
    @inlinable package func storeIfNil(_ made: Object) -> Object {
        let own = Unmanaged.passRetained(made)
        let known = address.compareExchange(
            expected: 0, desired: UInt(bitPattern: own.toOpaque()), ordering: .acquiringAndReleasing
        ).original
        guard let kept = Self.kept(at: known) else { return made }
        own.release()
        return kept.takeUnretainedValue()
    }

    /// It maps nothing: the compiler makes a closure of `Unmanaged.fromOpaque`, and then of all this no code for each type.
    @inlinable static func kept(at address: UInt) -> Unmanaged<Object>? {
        guard let place = UnsafeRawPointer(bitPattern: address) else { return nil }
        return Unmanaged.fromOpaque(place)
    }
}
