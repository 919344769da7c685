import Formats
import Model
import Starting
import TestSupport
import Testing

@Suite("What is said later: postponements, withdrawals, erasures") struct LaterTests {
    private let world = """
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---
        Jane Roe keeps it.
        -- Content/privacy/2027-01-15.md --
        ---
        title: Privacy
        announced: 2026-11-20
        summary: What changes.
        ---
        We keep little.
        -- Content/subprocessors/providers/heron.yaml --
        name: Heron
        entity: Heron Ltd
        purpose: Runs the servers
        data: [account data]
        locations: [DE]
        announced: 2026-01-01
        changes:
          # The first.
          - announced: 2026-11-20
            effective: 2027-01-10
            locations: [DE, IE]
            note: A second data centre.   # in Cork

          - {announced: 2026-11-21, effective: 2027-01-20, data: [account data, logs], note: Logs as well.}
        """

    @Test func aPostponementOfAnEdition() throws {
        let draft = try bench(world, asOf: "2026-11-23")
            .draft(NewRecall(.postponement, of: "privacy", effective: "2027-03-01", reason: "Later."))
        #expect(
            draft.listing == """
                -- Content/privacy/2027-01-15.md --
                ---
                title: Privacy
                announced: 2026-11-20
                summary: What changes.
                postponed:
                  - announced: 2026-11-23
                    effective: 2027-03-01
                    reason: Later.
                ---
                We keep little.
                Postponed privacy/2027-01-15 in Content/privacy/2027-01-15.md: announced on 2026-11-23, in effect from \
                2027-03-01.
                Next: run trustpress check.
                """)
    }

    @Test(
        "What is in a file that cannot be read is not called missing",
        arguments: ["privacy/2027-02-01", "privacy/2027-02-01x", "crane", "crane/2026-11-20", "subprocessors/crane"])
    func unreadable(name: String) throws {
        let broken =
            world
            + "\n-- Content/privacy/2027-02-01.md --\n---\ntitle: Privacy\nannounced: soon\nsummary: S.\n---\nNew."
            + "\n-- Content/subprocessors/providers/crane.yaml --\nname: Crane\nentity: Crane Ltd\npurpose: Sends mail\ndata: [mail]"
        let bench = try bench(broken, asOf: "2026-11-23")
        let file = name.contains("crane") ? "subprocessors/providers/crane.yaml" : "privacy/2027-02-01.md"
        let words = "Content/\(file) cannot be read as it is; trustpress check says what is wrong with it"
        let isKnown = !name.hasSuffix("x")
        #expect((refusal { try bench.draft(NewRecall(.withdrawal, of: name, reason: "No.")) } == words) == isKnown)
        if file.contains("crane"), !name.contains("2026") {
            #expect(refusal { try bench.draft(NewChange(provider: name, isRemoval: true)) } == words)
        }
    }

    @Test("A second postponement is one more item, a withdrawal of a change in braces stands in them")
    func places() throws {
        let first = try bench(world, asOf: "2026-11-23")
            .draft(NewRecall(.postponement, of: "heron/2026-11-20", effective: "2027-03-01", reason: "Later."))
        var again = World(world)
        again.files["Content/subprocessors/providers/heron.yaml"] = String(
            decoding: first.files[0].bytes, as: UTF8.self)
        let text = again.files.sorted { $0.key < $1.key }.map { "-- \($0.key) --\n\($0.value)" }.joined(separator: "\n")
        let bench = try bench(text, asOf: "2026-11-24")
        let second = try bench.draft(
            NewRecall(.postponement, of: "heron/2026-11-20", effective: "2027-04-01", reason: "Later still."))
        #expect(
            String(decoding: second.files[0].bytes, as: UTF8.self).contains(
                """
                changes:
                  # The first.
                  - announced: 2026-11-20
                    effective: 2027-01-10
                    locations: [DE, IE]
                    note: A second data centre.   # in Cork
                    postponed:
                      - announced: 2026-11-23
                        effective: 2027-03-01
                        reason: Later.
                      - announced: 2026-11-24
                        effective: 2027-04-01
                        reason: Later still.

                  - {announced: 2026-11-21, effective: 2027-01-20, data: [account data, logs], note: Logs as well.}
                """))
        let withdrawn = try bench.draft(NewRecall(.withdrawal, of: "heron/2026-11-21", reason: "No logs."))
        #expect(
            String(decoding: withdrawn.files[0].bytes, as: UTF8.self).contains(
                "note: Logs as well., withdrawn: {announced: 2026-11-24, reason: No logs.}}\n"))
    }

    @Test func whatCannotBeIsRefused() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewRecall(.withdrawal, of: "privacy/2026-01-01")) }
                == "privacy/2026-01-01 took effect on 2026-01-01; what is in effect is changed by a new edition or change"
        )
        #expect(
            refusal { try bench.draft(NewRecall(.withdrawal, of: "heron")) }
                == "heron may be several; write one of heron/2026-11-20, heron/2026-11-21")
        #expect(
            refusal { try bench.draft(NewRecall(.postponement, of: "privacy", effective: "2027-01-15")) }
                == "privacy/2027-01-15 takes effect on 2027-01-15; write a later day than that, as 2027-02-14")
        #expect(
            refusal { try bench.draft(NewRecall(.postponement, of: "privacy")) }
                == "privacy/2027-01-15 takes effect on 2027-01-15; write a later day with --effective, as --effective "
                + "2027-02-14")
        #expect(
            refusal { try bench.draft(NewRecall(.postponement, of: "privacy", effective: "2027-02-30")) }
                == "\"2027-02-30\" is no day; write the day that is meant; the last one of its month is 2027-02-28")
        #expect(
            refusal { try bench.draft(NewRecall(.withdrawal, of: "privcy/2027-01-15")) }
                == "there is no edition or change \"privcy/2027-01-15\"; did you mean privacy/2027-01-15?")
    }

    @Test("What is withdrawn is said to be, by its whole name and by a short one")
    func aSecondWithdrawal() throws {
        let first = try bench(world, asOf: "2026-11-23")
            .draft(NewRecall(.withdrawal, of: "privacy", reason: "Not needed."))
        let text = String(decoding: first.files[0].bytes, as: UTF8.self)
        let again = try bench(
            world.replacing(
                "---\ntitle: Privacy\nannounced: 2026-11-20\nsummary: What changes.\n---\nWe keep little.", with: text),
            asOf: "2026-11-24")
        #expect(again.upcoming == ["heron/2026-11-20", "heron/2026-11-21"])
        for name in ["privacy", "privacy/2027-01-15"] {
            #expect(
                refusal { try again.draft(NewRecall(.withdrawal, of: name)) }
                    == "privacy/2027-01-15 is withdrawn already")
        }
    }

    @Test("Of an edition the text goes, and the digest of what was published stays")
    func erasureOfAnEdition() throws {
        let draft = try bench(world, asOf: "2026-11-23")
            .draft(NewErasure(of: "privacy/2026-01-01", reason: "It named a person."))
        #expect(
            draft.done == "Erased the text of privacy/2026-01-01 in Content/privacy/2026-01-01.md, as of 2026-11-23.")
        let digest = sha256("---\ntitle: Privacy\n---\nJane Roe keeps it.\n".utf8)
        #expect(
            String(decoding: draft.files[0].bytes, as: UTF8.self) == """
                ---
                title: Privacy
                erased:
                  announced: 2026-11-23
                  reason: It named a person.
                  sha256: \(digest.yaml(inFlow: false))
                ---

                """)
    }

    @Test("What holds several texts is not replaced by one")
    func erasureOfSeveralTexts() throws {
        let purpose = "purpose: Runs the servers\n"
        let bench = try bench(
            world.replacing(purpose, with: purpose + "ai: {training: never, retention: 30 days}\n"), asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewErasure(of: "heron/2026-01-01", keys: ["ai"])) }
                == "ai holds more than one text: write (erased) in Content/subprocessors/providers/heron.yaml in the place of "
                + "each that must go, and erased: with announced, reason and the sha256 of subprocessors/heron/2026-01-01 in "
                + "the record")
    }

    @Test("Of a change the named texts go; without a name it says which there are")
    func erasureOfAChange() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewErasure(of: "heron/2026-01-01")) }
                == "say which texts of subprocessors/heron/2026-01-01 go with --text: name, entity, purpose")
        for key in ["data", "locations"] {
            #expect(
                refusal { try bench.draft(NewErasure(of: "heron/2026-01-01", keys: [key])) }
                    == "\(key) is not erased: kinds of data, places, days and the like stay, as the list on each day is made of "
                    + "them; the texts that can go are name, entity, purpose")
        }
        #expect(
            refusal { try bench.draft(NewErasure(of: "heron/2026-01-01", keys: ["note"])) }
                == "subprocessors/heron/2026-01-01 says no note; the texts that can go are name, entity, purpose")
        let draft = try bench.draft(
            NewErasure(of: "heron/2026-11-20", keys: ["note"], reason: "It named a person."))
        let published =
            #"{"announced":"2026-11-20","effective":"2027-01-10","locations":["DE","IE"],"note":"A second data centre."}"#
        #expect(
            String(decoding: draft.files[0].bytes, as: UTF8.self).contains(
                """
                    note: (erased)   # in Cork
                    erased:
                      announced: 2026-11-23
                      reason: It named a person.
                      sha256: \(sha256(published.utf8).yaml(inFlow: false))

                  - {announced: 2026-11-21
                """))
    }
}
