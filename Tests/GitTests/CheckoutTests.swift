import Disk
import Git
import Testing

@Suite struct CheckoutTests {
    @Test func `a folder that is nowhere lies in no checkout`() {
        guard case .none = Checkout.around("/nowhere/at/all", searchPath: "/usr/bin") else {
            Issue.record("a checkout around a folder that is not there")
            return
        }
    }
}
