import Dispatch
import Synchronization

/// Does asynchronous work and waits for its end. One command needs it; the others run without what goes with it, in which
/// each of their calls to the system is their own.
func waiting<Success: Sendable>(for work: @escaping @Sendable () async throws -> Success) throws -> Success {
    let (outcome, end) = (Outcome<Success>(), DispatchSemaphore(value: 0))
    Task {
        let result: Result<Success, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        outcome.result.withLock { $0 = result }
        end.signal()
    }
    while true {
        end.wait()
        if let result = outcome.result.withLock({ $0 }) { return try result.get() }
    }
}

/// What became of some work; nil while it is done.
private final class Outcome<Success: Sendable>: Sendable {
    let result = Mutex<Result<Success, any Error>?>(nil)
}
