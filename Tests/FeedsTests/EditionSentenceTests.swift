import Feeds
import Model
import Testing

@Suite("Sentences of editions")
struct EditionSentenceTests {
    private func told(_ editions: [Edition]) throws -> [String] {
        let terms = try edition("terms", "2025-01-01", title: "Terms of Service", announcement("2025-01-01"))
        let history = try history(
            [Document(id: "privacy", editions: editions), Document(id: "terms", editions: [terms])],
            since: "2025-06-01")
        return history.events.filter { $0.notice.document == "privacy" }.flatMap { event in
            Sentences(history).sentences(for: event).map { "\(event.moment) \(event.kind): \($0)" }
        }
    }

    private func privacy(
        _ id: String, _ announcement: Announcement, title: String = "Privacy Policy", interim: Bool = false,
        replacedBy: [String]? = nil
    ) throws -> Edition {
        try edition("privacy", id, title: title, announcement, interim: interim, replacedBy: replacedBy)
    }

    @Test("A policy begins, changes, and ends")
    func life() throws {
        let editions = [
            try privacy("2026-01-01", announcement("2025-11-01", "2026-01-01")),
            try privacy("2027-03-01", announcement("2027-01-10", "2027-03-01")),
            try privacy("2027-04-01", announcement("2027-04-01", material: false)),
            try privacy("2028-01-01", announcement("2027-11-01", "2028-01-01"), replacedBy: ["terms"]),
        ]
        #expect(
            try told(editions) == [
                "2025-11-01 announced: The Privacy Policy will apply from 1 January 2026.",
                "2026-01-01 effective: The Privacy Policy applies from 1 January 2026.",
                "2027-01-10 announced: The Privacy Policy changes on 1 March 2027.",
                "2027-03-01 effective: The Privacy Policy changes on 1 March 2027.",
                "2027-04-01 announced: An editorial change of the Privacy Policy takes effect on 1 April 2027.",
                "2027-11-01 announced: The Privacy Policy will end on 1 January 2028 and will be replaced by the Terms of Service.",
                "2028-01-01 effective: The Privacy Policy ends on 1 January 2028 and is replaced by the Terms of Service.",
            ])
    }

    @Test("Titles in the plural, without an article")
    func plural() throws {
        let editions = [
            try privacy("2025-01-01", announcement("2025-01-01"), title: "Service Levels"),
            try privacy(
                "2027-03-01", announcement("2027-01-10", "2027-03-01", postponed: [("2027-02-01", to: "2027-05-01")]),
                title: "Service Levels"),
        ]
        #expect(
            try told(editions) == [
                "2025-01-01 announced: Service Levels apply from 1 January 2025.",
                "2027-01-10 announced: Service Levels change on 1 March 2027.",
                "2027-02-01 postponed: Service Levels change on 1 May 2027 instead of 1 March 2027.",
                "2027-05-01 effective: Service Levels change on 1 May 2027.",
            ])
    }

    @Test("An interim edition gives way, one is withdrawn")
    func interim() throws {
        let editions = [
            try privacy("2025-01-01", announcement("2025-01-01")),
            try privacy("2027-05-01", announcement("2027-01-10", "2027-05-01", withdrawn: "2027-04-20")),
            try privacy("2027-03-15", announcement("2027-02-01", "2027-03-15"), interim: true),
        ].sorted { $0.id < $1.id }
        #expect(
            try told(editions) == [
                "2025-01-01 announced: The Privacy Policy applies from 1 January 2025.",
                "2027-01-10 announced: The Privacy Policy changes on 1 May 2027.",
                "2027-02-01 announced: An interim edition of the Privacy Policy will apply from 15 March 2027 until the edition of 1 May 2027 takes effect.",
                "2027-03-15 effective: An interim edition of the Privacy Policy applies from 15 March 2027 until the edition of 1 May 2027 takes effect.",
                "2027-04-20 withdrawn: The announcement that the Privacy Policy changes on 1 May 2027 is withdrawn.",
            ])
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
                "The Privacy Policy has applied since 1 January 2025.",
                "The Privacy Policy changes on 1 May 2027.",
                "An interim edition of the Privacy Policy will apply from 15 March 2027 until the edition of 1 May 2027 takes effect.",
            ])
        #expect(
            try said("2027-03-15") == [
                "The Privacy Policy has applied since 1 January 2025.",
                "The Privacy Policy changes on 1 May 2027.",
                "An interim edition of the Privacy Policy took effect on 15 March 2027, to last until the edition of 1 May 2027.",
            ])
        #expect(try said("2027-03-16") == said("2027-03-15"))
        #expect(try said("2027-05-01") == said("2027-05-02"))
    }
}
