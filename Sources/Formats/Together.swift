import Dispatch
import Synchronization

/// Two results that do not depend on each other: one is made here, and the other on another core meanwhile, or here behind
/// it where no core is free.
package func together<One, Other: Sendable>(
    _ one: () -> One, _ other: @escaping @Sendable () -> Other
) -> (One, Other) {
    let job = Job(other)
    DispatchQueue.global(qos: .userInitiated).async { job.begin() }
    return (one(), job.result())
}

/// A result that is made once, by who comes first.
private final class Job<Result: Sendable>: Sendable {
    private let make: @Sendable () -> Result
    private let isBegun = Atomic(false)
    private let made = Mutex<Result?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    init(_ make: @escaping @Sendable () -> Result) { self.make = make }

    func begin() {
        guard !isBegun.exchange(true, ordering: .acquiringAndReleasing) else { return }
        let result = make()
        made.withLock { $0 = result }
        isMade.signal()
    }

    func result() -> Result {
        begin()
        isMade.wait()
        guard let result = made.withLock({ $0 }) else { preconditionFailure("a job that is done has a result") }
        return result
    }
}
