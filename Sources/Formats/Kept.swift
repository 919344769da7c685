import Synchronization

/// A value that is found when it is first asked for, and kept in an `AtomicLazyReference`. Who asks at the same time may
/// find it too; one of the values is kept, so it must be the same each time.
///
/// The reference is asked where it stands, `kept.load() ?? kept.storeIfNil(Kept(find()))`, as a function of another module
/// would be compiled for values of any type.
package final class Kept<Value: Sendable>: Sendable {
    package let value: Value

    package init(_ value: Value) { self.value = value }
}
