import Model
import Notices
import Testing

@Suite("Sentences of editions")
struct EditionSentenceTests {
    private func privacy(
        _ id: String, _ announcement: Announcement, title: String = "Privacy Policy", interim: Bool = false,
        replacedBy: [String]? = nil
    ) throws -> Edition {
        try edition("privacy", id, title: title, announcement, interim: interim, replacedBy: replacedBy)
    }

    @Test("A page says on the day of effect what it says on the next, as that is no event's day")
    func pages() throws {
        let editions = [
            try privacy("2025-01-01", announcement("2025-01-01")),
            try privacy("2027-03-15", announcement("2027-02-01", "2027-03-15"), interim: true),
            try privacy("2027-05-01", announcement("2027-01-10", "2027-05-01")),
        ]
        let history = try history([Document(id: "privacy", editions: editions)], since: "2025-06-01")
        func said(_ day: String) throws -> [String] {
            let viewpoint = Viewpoint(asOf: AsOf(try moment(day)))
            return history.notices.flatMap { Sentences(history).sentences(for: $0, from: viewpoint) }
        }
        #expect(
            try said("2027-03-14") == [
                "The Privacy Policy took effect on 1 January 2025.",
                "The Privacy Policy will change on 1 May 2027.",
                "An interim edition of the Privacy Policy will apply from 15 March 2027 until the edition of 1 May 2027 takes effect.",
            ])
        #expect(
            try said("2027-03-15") == [
                "The Privacy Policy took effect on 1 January 2025.",
                "The Privacy Policy will change on 1 May 2027.",
                "An interim edition of the Privacy Policy took effect on 15 March 2027, to last until the edition of 1 May 2027.",
            ])
        #expect(try said("2027-03-16") == said("2027-03-15"))
        #expect(try said("2027-05-01") == said("2027-05-02"))
    }

    @Test("What becomes of an interim edition is said once where two that were to follow it are withdrawn")
    func interimLeftTwice() throws {
        let editions = [
            try privacy("2025-01-01", announcement("2025-01-01")),
            try privacy("2027-03-15", announcement("2027-01-10", "2027-03-15"), interim: true),
            try privacy("2027-05-01", announcement("2027-01-10", "2027-05-01", withdrawn: "2027-04-01")),
            try privacy("2027-06-01", announcement("2027-01-10", "2027-06-01", withdrawn: "2027-04-01")),
        ]
        let history = try history([Document(id: "privacy", editions: editions)], since: "2025-06-01")
        let event = try #require(history.events.first { $0.kind == .withdrawn })
        let sentences = Sentences(history).sentences(for: event)
        #expect(sentences.count == 2)
        #expect(sentences.filter { $0.contains("indefinitely") }.count == 1, "\(sentences)")
    }
}
