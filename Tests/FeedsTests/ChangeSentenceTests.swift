import Diagnostics
import Feeds
import Model
import Testing

/// A change of one row that is listed already, and the sentence for it at its announcement.
private struct Case: CustomTestStringConvertible {
    var name: String
    var before: Fields = [:]
    var after: Fields = [:]
    var removed: Bool?
    var announced = "2027-01-10"
    var effective = "2027-02-15"
    var trueSince: String?
    var sentence: String

    var testDescription: String { name }
}

private let us: FieldValue = .places([.code("US")])

private let cases: [Case] = [
    Case(name: "removed", removed: true, sentence: "Acme AI will be removed from the list on 15 February 2027."),
    Case(
        name: "removed at once", removed: true, effective: "2027-01-10",
        sentence: "Acme AI is removed from the list on 10 January 2027."),
    Case(
        name: "renamed", after: [.name: .text("Acme Mind")],
        sentence: "Acme AI will be renamed Acme Mind on 15 February 2027."),
    Case(
        name: "entity", after: [.entity: .text("Acme Mind, Inc.")],
        sentence: "Acme AI will be provided from 15 February 2027 by Acme Mind, Inc."),
    Case(
        name: "becomes a recipient", after: [.role: .text("recipient")],
        sentence: "Acme AI will become a recipient and no longer a subprocessor on 15 February 2027."),
    Case(
        name: "becomes a subprocessor", before: [.role: .text("recipient")], after: [.role: nil],
        sentence: "Acme AI will become a subprocessor on 15 February 2027."),
    Case(
        name: "purpose", after: [.purpose: .text("Reviews code.")],
        sentence: "Acme AI will have a new purpose from 15 February 2027, “Reviews code”."),
    Case(
        name: "data both ways", before: [.data: .texts(["prompts", "logs"])],
        after: [.data: .texts(["prompts", "code", "files"])],
        sentence: "Acme AI will also receive code and files from 15 February 2027 and will no longer receive logs."),
    Case(
        name: "subjects", before: [.subjects: .texts(["users"])], after: [.subjects: .texts(["users", "applicants"])],
        effective: "2027-01-10", sentence: "Acme AI also processes data about applicants from 10 January 2027."),
    Case(
        name: "location added", before: [.locations: us], after: [.locations: .places([.code("US"), .code("EU")])],
        sentence: "Acme AI will also process data in the European Union from 15 February 2027."),
    Case(
        name: "locations by rule", before: [.locations: us],
        after: [.locations: .places([.rule("Customer selects the region", of: ["EU", "EEA"]), .code("GLOBAL")])],
        sentence:
            "Acme AI will also process data worldwide and under the rule “Customer selects the region” (the European Union or the European Economic Area) from 15 February 2027."
    ),
    Case(
        name: "transfer", before: [.transfer: .transfer(.mechanisms(["DPF"]))],
        after: [.transfer: .transfer(.byLaw([.init("EU", ["DPF", "SCC-3"]), .init("UK", ["UK-Addendum"])]))],
        sentence:
            "Acme AI will receive data from 15 February 2027 under the Data Privacy Framework and standard contractual clauses (module 3) for the EU and the UK Addendum for the United Kingdom."
    ),
    Case(
        name: "product added", before: [.products: .texts(["studio"])],
        after: [.products: .texts(["studio", "cloud"])], effective: "2027-01-10",
        sentence: "Acme AI is also used for Cloud from 10 January 2027."),
    Case(
        name: "all products", before: [.products: .texts(["studio"])], after: [.products: nil],
        sentence: "Acme AI will be used for all products from 15 February 2027."),
    Case(
        name: "one product of all", after: [.products: .texts(["studio"])],
        sentence: "Acme AI will be used for Studio alone from 15 February 2027."),
    Case(
        name: "AI terms",
        before: [.ai: .map([.init("training", .text("never")), .init("retention", .text("30 days"))])],
        after: [.ai: .map([.init("retention", .text("none")), .init("human_review", .bool(false))])],
        sentence:
            "Acme AI will have new AI terms (retention “none”; no human review) from 15 February 2027."),
    Case(
        name: "details", after: [.address: .text("1 New Street"), .storage: us],
        sentence: "Acme AI will have new details (places of storage and address) from 15 February 2027."),
    Case(
        name: "several kinds", before: [.locations: us, .data: .texts(["prompts"])],
        after: [
            .name: .text("Acme Mind"), .locations: .places([.code("EU")]), .data: .texts(["prompts", "code"]),
        ],
        sentence:
            "Acme AI will be renamed Acme Mind on 15 February 2027, will also receive code, will also process data in the European Union and will no longer process data in the United States."
    ),
    Case(
        name: "correction", before: [.data: .texts(["prompts"])], after: [.data: .texts(["prompts", "code"])],
        effective: "2027-01-10", trueSince: "2026-03-01",
        sentence: "Correction: Acme AI has also received code since 1 March 2026."),
]

@Suite("Sentences of changes")
struct ChangeSentenceTests {
    @Test("Each kind of change has its sentence", arguments: cases)
    private func kinds(_ test: Case) throws {
        var fields = test.before
        fields[.name] = .text("Acme AI")
        let change = item(
            test.after, try announcement(test.announced, test.effective), removed: test.removed,
            trueSince: try test.trueSince.map(day))
        let history = try history([
            register([provider("acme-ai", fields, announcement("2026-01-01"), changes: [change])])
        ])
        let event = try #require(
            history.events.first { $0.kind == .announced && $0.moment.day == (try? day("2027-01-10")) })
        #expect(Sentences(history).sentences(for: event) == [test.sentence])
    }

    private func mistral(_ first: Announcement, changes: [ProviderChange] = []) throws -> History {
        let fields: Fields = [.name: .text("Mistral AI"), .purpose: .text("Generates responses.")]
        return try history([register([provider("mistral-ai", fields, first, changes: changes)])])
    }

    private func told(_ history: History) -> [String] {
        history.events.flatMap { event in
            Sentences(history).sentences(for: event).map { "\(event.moment) \(event.kind): \($0)" }
        }
        .filter { !$0.contains("Subprocessors") }
    }

    @Test("A company is added, postponed and takes effect")
    func addition() throws {
        let history = try mistral(
            announcement("2026-11-23", "2026-12-24", postponed: [("2026-12-01", to: "2027-02-01")]))
        #expect(
            told(history) == [
                "2026-11-23 announced: Mistral AI will be added on 24 December 2026 to generate responses.",
                "2026-12-01 postponed: Mistral AI will be added on 1 February 2027 instead of 24 December 2026 to generate responses.",
                "2027-02-01 effective: Mistral AI is added on 1 February 2027 to generate responses.",
            ])
        let notice = try #require(history.notices.last)
        let sentences = Sentences(history)
        #expect(sentences.objection(to: notice) == "Customers may object until 23 December 2026.")
        let later = AsOf(try moment("2028-01-01"))
        #expect(
            sentences.sentences(for: notice, from: Viewpoint(asOf: later)) == [
                "Mistral AI was added on 1 February 2027 instead of 24 December 2026 to generate responses."
            ])
    }

    @Test("An announcement is withdrawn, of which nobody knew before")
    func withdrawal() throws {
        let history = try mistral(announcement("2026-11-23", "2026-12-24", withdrawn: "2026-12-01T09:30"))
        #expect(
            told(history) == [
                "2026-11-23 announced: Mistral AI will be added on 24 December 2026 to generate responses.",
                "2026-12-01T09:30 withdrawn: The announcement that Mistral AI will be added on 24 December 2026 to generate responses is withdrawn.",
            ])
    }

    @Test("A company is on the list at the start, goes and returns")
    func returning() throws {
        let history = try mistral(
            announcement("2026-01-01"),
            changes: [
                item([:], announcement("2026-05-01"), removed: true),
                item([:], announcement("2026-06-01", "2026-07-15"), removed: false),
            ])
        #expect(
            told(history) == [
                "2026-01-01 announced: Mistral AI is on the list from 1 January 2026 to generate responses.",
                "2026-05-01 announced: Mistral AI is removed from the list on 1 May 2026.",
                "2026-06-01 announced: Mistral AI will return to the list on 15 July 2026 to generate responses.",
                "2026-07-15 effective: Mistral AI returns to the list on 15 July 2026 to generate responses.",
            ])
    }

    @Test("Rows of one company share a sentence")
    func oneCompany() throws {
        func row(_ id: String, _ name: String, _ purpose: String, entity: String = "Acme LLC") throws -> Provider {
            provider(
                id, [.name: .text(name), .entity: .text(entity), .purpose: .text(purpose)],
                try announcement("2026-11-23", "2026-12-24"))
        }
        let different = try history([
            register([
                row("acme-ai", "Acme AI", "Generates text"), row("acme-cloud", "Acme Cloud", "Hosting"),
                row("other", "Other", "Ran our first server", entity: "Other, Inc."),
            ])
        ])
        #expect(
            told(different) == [
                "2026-11-23 announced: Acme AI (to generate text) and Acme Cloud (for hosting) will be added on 24 December 2026.",
                "2026-11-23 announced: Other will be added on 24 December 2026 (purpose: “Ran our first server”).",
                "2026-12-24 effective: Acme AI (to generate text) and Acme Cloud (for hosting) are added on 24 December 2026.",
                "2026-12-24 effective: Other is added on 24 December 2026 (purpose: “Ran our first server”).",
            ])
        let same = try history([
            register([row("a", "Acme", "Hosts the app and stores files"), row("b", "Acme", "Sends mails")])
        ])
        #expect(
            told(same).first
                == "2026-11-23 announced: Acme will be added on 24 December 2026 to host the app and store files and to send mails."
        )
    }

    @Test("A recipient is added in place of another")
    func recipient() throws {
        let old = provider("old", [.name: .text("Old Mail")], try announcement("2026-01-01"))
        let new = provider(
            "new", [.name: .text("New Mail"), .role: .text("recipient"), .replaces: .text("old")],
            try announcement("2026-03-01"))
        #expect(
            told(try history([register([new, old])])).last
                == "2026-03-01 announced: New Mail is added as a recipient on 1 March 2026 in place of Old Mail.")
    }
}
