import Dispatch
import Synchronization

/// `map` on all cores. The results are in the order of the elements, whichever is done first.
///
/// - Parameter stretches: into how many the elements are cut, of which one after the other gives its next element. Elements
///   beside one another have the most in common: done at once, both would find out what one could remember. Where that
///   is not so, with one stretch those are begun first that come first.
@inlinable package func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], stretches: Int = 8, _ transform: @Sendable (Element) -> Result
) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    // Small elements are taken several at a time: handing each out alone would cost more than some of them.
    let portion = max(1, min(64, elements.count / 256))
    let portions = (elements.count + portion - 1) / portion
    let length = (portions + stretches - 1) / stretches
    DispatchQueue.concurrentPerform(iterations: stretches * length) { index in
        let start = (index % stretches * length + index / stretches) * portion
        guard start < elements.count else { return }
        let range = start..<min(start + portion, elements.count)
        let done = elements[range].map(transform)
        results.withLock { $0.replaceSubrange(range, with: done.map(Optional.some)) }
    }
    return results.withLock { $0.compactMap { $0 } }
}
