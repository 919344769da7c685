import Formats
import Synchronization
import Testing

@Suite("What is made when it is first asked for")
struct OnceTests {
    @Test("Whoever asks at the same time gets the one that is made")
    func atOnce() {
        let count = Mutex(0)
        let once = Once {
            count.withLock { count in
                count += 1
                return [count]
            }
        }
        #expect(concurrentMap(Array(0..<1000)) { _ in once.value } == Array(repeating: [1], count: 1000))
    }

    @Test("Nobody makes what is not asked for, and nothing may be made once too")
    func nothing() {
        let count = Mutex(0)
        let once = Once { () -> Int? in
            count.withLock { $0 += 1 }
            return nil
        }
        #expect(count.withLock { $0 } == 0)
        #expect(once.value == nil && once.value == nil)
        #expect(count.withLock { $0 } == 1)
    }
}
