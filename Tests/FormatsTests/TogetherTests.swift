import Formats
import Synchronization
import Testing

@Suite struct TogetherTests {
    @Test func `both results are there, and each is made once`() {
        let made = Mutex(0)
        for number in 0..<1000 {
            let (one, other) = together({ number }) {
                made.withLock { $0 += 1 }
                return "\(number)"
            }
            #expect((one, other) == (number, "\(number)"))
        }
        #expect(made.withLock { $0 } == 1000)
    }

    @Test func `no core need be free for the other one`() {
        let sums = concurrentMap(Array(0..<200)) { number in
            let (one, other) = together({ concurrentMap([number]) { $0 }[0] }) { concurrentMap([number]) { $0 }[0] }
            return one + other
        }
        #expect(sums == (0..<200).map { 2 * $0 })
    }
}
