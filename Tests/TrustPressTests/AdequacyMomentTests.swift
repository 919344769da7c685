import Model
import Source
import TestSupport
import Testing
import TrustPress

@Suite("When decisions of adequacy change a site")
struct AdequacyMomentTests {
    @Test(
        "The end of a decision on which a row rests is due, of any other not",
        arguments: [
            ("locations: [GB]", ["2031-12-28: the adequacy decision for the United Kingdom is over"]),
            ("locations: [GB]\ntransfer: [SCC-3]", []), ("locations: [GB, IN]", []), ("locations: [JP]", []),
        ])
    func end(keys: String, expected: [String]) throws {
        let world = World(
            """
            -- Content/subprocessors/providers/acorn.yaml --
            name: Acorn
            entity: Acorn Ltd
            purpose: Sends mail
            data: [names]
            announced: 2026-01-01
            \(keys)
            """)
        let history = History(resolving: try #require(readLibrary(world.tree).library))
        let due = history.moments(after: AsOf(try #require(Moment("2026-05-01"))))
        #expect(due.flatMap { item in item.reasons.map { "\(item.moment.day): \($0)" } } == expected)
    }
}
