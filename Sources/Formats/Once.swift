import Synchronization

/// A value that is made when it is first asked for, and kept. Who asks at the same time may make it too; one of the
/// values is kept, so `make` must give the same each time.
package struct Once<Value: Sendable>: ~Copyable, Sendable {
    @usableFromInline
    package final class Box: Sendable {
        @usableFromInline let value: Value

        @inlinable init(_ value: Value) { self.value = value }
    }

    @usableFromInline let box: AtomicLazyReference<Box>

    @inlinable package init() { box = AtomicLazyReference() }

    @inlinable package func value(_ make: () -> Value) -> Value {
        if let known = box.load() { return known.value }
        return box.storeIfNil(Box(make())).value
    }
}
