import Foundation
import Synchronization
import TrustPress

/// Says on a terminal what long work is doing; where nobody looks, and in the first second, nothing.
final class Progress: Sendable {
    private struct State {
        var stage: Stage?
        /// Whether a second is over.
        var isLong = false
        var isOver = false
    }

    private let state = Mutex(State())
    private let isSeen: Bool

    /// - Parameter isSeen: whether somebody looks.
    init(isSeen: Bool = isatty(STDERR_FILENO) == 1) {
        self.isSeen = isSeen
        guard isSeen else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [self] in
            state.withLock { state in
                state.isLong = true
                show(state)
            }
        }
    }

    func enter(_ stage: Stage) {
        state.withLock { state in
            state.stage = stage
            show(state)
        }
    }

    /// Makes room for what is written next.
    func clear() {
        state.withLock { state in
            if state.isLong, isSeen { Output.progress(nil) }
            state.stage = nil
        }
    }

    func finish() {
        clear()
        state.withLock { $0.isOver = true }
    }

    private func show(_ state: State) {
        guard isSeen, state.isLong, !state.isOver, let stage = state.stage else { return }
        Output.progress("\(stage.rawValue) …")
    }
}
