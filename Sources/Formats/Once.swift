import Synchronization

/// A value that is made when it is first asked for. Who comes meanwhile waits for it, so that it is made once.
package final class Once<Value: Sendable>: Sendable {
    /// Who finds it there waits for nobody.
    @usableFromInline let kept = KeptReference<Kept<Value>>()
    private let isMaking = Mutex(())
    private let make: @Sendable () -> Value

    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    @inlinable package var value: Value { (kept.load() ?? made()).value }

    @usableFromInline func made() -> Kept<Value> {
        isMaking.withLock { _ in kept.load() ?? kept.storeIfNil(Kept(make())) }
    }
}
