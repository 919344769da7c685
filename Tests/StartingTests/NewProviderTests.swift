import Formats
import Model
import Starting
import TestSupport
import Testing

@Suite struct NewProviderTests {
    private let world = """
        -- Content/subprocessors/providers/heron.yaml --
        name: Heron
        entity: Heron Ltd   # the parent
        purpose: Runs the servers
        data: [account data]
        locations: [DE]
        announced: 2026-01-01
        # Nothing changed so far.
        """

    @Test("A new provider is announced today, with a blank for each key that must be there")
    func blanks() throws {
        let draft = try bench(world, asOf: "2026-11-23").draft(NewProvider(name: "Søren & Co. Mail"))
        #expect(
            draft.listing == """
                -- Content/subprocessors/providers/soeren-co-mail.yaml --
                name: Søren & Co. Mail
                entity: "[LEGAL NAME]"
                purpose: "[Insert what it does for you]"
                data: ["[Insert the kinds of data]"]
                announced: 2026-11-23
                effective: 2026-12-24
                note: "[Insert why you use it]"
                Wrote Content/subprocessors/providers/soeren-co-mail.yaml: announced on 2026-11-23, in effect from 2026-12-24.
                Next: write what stands in brackets in it, add where data is processed (locations: [DE]), and run trustpress \
                check.
                """)
    }

    @Test("Values are written as the file has them")
    func values() throws {
        var new = NewProvider(name: "Crane", values: ["kind=affiliate"], note: "Backups.")
        new.answer("entity", "Crane: Backup, Inc.")
        new.answer("purpose", "Keeps backups")
        new.answer("data", "account data, messages")
        new.answer("locations", "DE, NO")
        let draft = try bench(world, asOf: "2026-11-23").draft(new)
        #expect(
            String(decoding: draft.files[0].bytes, as: UTF8.self) == """
                name: Crane
                entity: "Crane: Backup, Inc."
                kind: affiliate
                purpose: Keeps backups
                data: [account data, messages]
                locations: [DE, "NO"]
                announced: 2026-11-23
                effective: 2026-12-24
                note: Backups.

                """)
    }

    @Test("In the starting state it needs no notice")
    func startingState() throws {
        let draft = try bench(world, asOf: "2026-01-01").draft(NewProvider(name: "Crane"))
        #expect(draft.done == "Wrote Content/subprocessors/providers/crane.yaml: part of the starting state.")
        #expect(!String(decoding: draft.files[0].bytes, as: UTF8.self).contains("effective"))
    }

    @Test func `items that are typed are parted outside of brackets and numbers`() {
        var new = NewProvider(name: "Crane")
        new.answer("data", "names (first, last); 1,000 rows, logs")
        new.answer("locations", "DE; IE")
        #expect(
            new.values == [
                "data=[\"names (first, last)\", \"1,000 rows\", logs]", "locations=[DE, IE]",
            ])
    }

    @Test("What cannot be is refused with what to do")
    func refusals() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewProvider(name: "Heron")) }
                == "Content/subprocessors/providers/heron.yaml is there already; a change of it is made by trustpress new "
                + "change heron, and a second role of the company is a row with an id of its own: add --id")
        #expect(
            refusal { try bench.draft(NewProvider(name: "鷺")) }
                == "\"鷺\" has no letters that an id could be made of; add --id, as --id heron-hosting")
        for (name, id, fit) in [
            ("Crane", "crane hosting", "crane-hosting"), ("Crane", "Crane", "crane"),
            ("Changes", nil, "provider-changes"), ("Crane", "on", "provider-on"),
            ("2026-11-23", nil, "provider-2026-11-23"), ("Crane", "../crane", "crane"),
        ] {
            #expect(
                refusal { try bench.draft(NewProvider(name: name, id: id)) }
                    == "\"\(id ?? name.lowercased())\" cannot be an id, which is words of a-z and 0-9 with hyphens between "
                    + "them, no day and no name of a page that TrustPress makes; add --id, as --id \(fit)")
        }
        #expect(
            refusal { try bench.draft(NewProvider(name: "Crane", values: ["locations"])) }
                == "--set takes a key and its value as the file has it, as --set 'locations=[DE, IE]'; \"locations\" is none"
        )
        #expect(
            refusal { try bench.draft(NewProvider(name: "Crane", values: ["purpose=It's mail: sent"])) }
                == "It's mail: sent is no value as a file has it; where it is a text, put it in quotes: --set "
                + #"'purpose="It'\''s mail: sent"'"#)
        #expect(
            refusal { try bench.draft(NewProvider(name: "Crane", values: ["purpose="])) }
                == "purpose is given no value; write --set 'purpose=…', or --set 'purpose=~' to take it away in a change"
        )
        #expect(
            refusal { try bench.draft(NewProvider(name: "Crane", values: ["localtions=[DE]"])) }?
                .contains("unknown-key") == true)
    }

    @Test("A blank in brackets may be written, another error may not")
    func errors() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        let blank = try bench.draft(NewProvider(name: "Crane", values: ["locations=['[COUNTRY]']"]))
        #expect(String(decoding: blank.files[0].bytes, as: UTF8.self).contains("\nlocations: [\"[COUNTRY]\"]\n"))
        // A list between quotes is none, and no blank either.
        for value in ["'[DE, IE]'", "'[Ireland'", "['[de]']"] {
            #expect(throws: RefusedDraft.self, "\(value)") {
                try bench.draft(NewProvider(name: "Crane", values: ["locations=\(value)"]))
            }
        }
        #expect(
            refusal { try bench.draft(NewProvider(name: "Crane", values: ["locations=[Atlantis]"])) } == """
                Content/subprocessors/providers/crane.yaml:5:13 unknown-country: "Atlantis" is not a country code
                    write two letters as in ISO 3166-1 (DE, US), or EU, EEA or GLOBAL
                """)
        #expect(
            refusal { try bench.draft(NewProvider(name: "Crane", values: ["locations=[US]"])) } == """
                Content/subprocessors/providers/crane.yaml:5:13 transfer-missing: no transfer mechanism covers US (United \
                States) in locations, which has no adequacy decision of the EU on 2026-12-24
                    add transfer: [SCC-3] if they are signed, or [DPF] if Crane is on its list
                """)
        #expect(
            refusal { try bench.draft(NewChange(provider: "heron", values: ["locations=[DE]"], note: "N.")) } == """
                Content/subprocessors/providers/heron.yaml:8:5 empty-change: this change says of locations what the list says \
                already on 2026-11-23
                    write what is new, or take the change out
                """)
        #expect(
            try bench.draft(NewChange(provider: "heron")).next
                == "Next: write below its days what changes, as locations: [DE, IE], and its note, and run trustpress check."
        )
    }

    @Test("What is urgent takes effect at once where no day is named")
    func urgent() throws {
        let draft = try bench(world, asOf: "2026-11-23").draft(NewProvider(name: "Crane", urgent: "Heron fails."))
        #expect(
            draft.done == "Wrote Content/subprocessors/providers/crane.yaml: announced on 2026-11-23, in effect from "
                + "2026-11-23.")
    }

    @Test("A change that was withdrawn holds up none after it")
    func withdrawnChange() throws {
        let world = world.replacing(
            "# Nothing changed so far.",
            with: """
                changes:
                  - announced: 2026-11-01
                    effective: 2030-01-01
                    locations: [DE, FR]
                    note: A second data centre.
                    withdrawn: {announced: 2026-11-10, reason: It is not built.}
                """)
        let draft = try bench(world, asOf: "2026-11-23")
            .draft(NewChange(provider: "heron", values: ["locations=[DE, IE]"], note: "Another one."))
        #expect(
            draft.done
                == "Added a change to Content/subprocessors/providers/heron.yaml: announced on 2026-11-23, in effect "
                + "from 2026-12-24.")
    }

    @Test("A change is appended, and nothing else of the file is another")
    func change() throws {
        let draft = try bench(world, asOf: "2026-11-23")
            .draft(NewChange(provider: "heron", values: ["locations=[DE, IE]"], note: "A second data centre."))
        #expect(
            draft.listing == """
                -- Content/subprocessors/providers/heron.yaml --
                name: Heron
                entity: Heron Ltd   # the parent
                purpose: Runs the servers
                data: [account data]
                locations: [DE]
                announced: 2026-01-01
                changes:
                  - announced: 2026-11-23
                    effective: 2026-12-24
                    locations: [DE, IE]
                    note: A second data centre.
                # Nothing changed so far.
                Added a change to Content/subprocessors/providers/heron.yaml: announced on 2026-11-23, in effect from \
                2026-12-24.
                Next: run trustpress check.
                """)
    }

    @Test(
        "What needs no notice by the checks takes effect at once, and on any day",
        arguments: ["website=https://heron.example", "address=2 Quay Street", "kind=affiliate", "data=[account data]"])
    func free(value: String) throws {
        let world = world.replacing("data: [account data]", with: "data: [account data, logs]")
        for effective in [nil, "2026-11-23"] {
            let draft = try bench(world, asOf: "2026-11-23")
                .draft(NewChange(provider: "heron", effective: effective, values: [value], note: "As it is now."))
            #expect(draft.done.hasSuffix("announced on 2026-11-23, in effect from 2026-11-23."))
        }
        let more = NewChange(
            provider: "heron", effective: "2026-11-23", values: [value, "locations=[DE, IE]"], note: "A second place.")
        #expect(
            refusal { try bench(world, asOf: "2026-11-23").draft(more) }?.hasPrefix("2026-11-23 is too early: ") == true
        )
    }

    @Test("Taking one off the list needs no notice")
    func removal() throws {
        let draft = try bench(world, asOf: "2026-11-23").draft(NewChange(provider: "heron", isRemoval: true))
        #expect(
            String(decoding: draft.files[0].bytes, as: UTF8.self).contains(
                """
                changes:
                  - announced: 2026-11-23
                    removed: true
                    note: "[Insert what changes, and why]"
                # Nothing

                """.dropLast()))
    }

    @Test("One with a change to come goes with it at the earliest")
    func removalAfterChange() throws {
        let change = "{announced: 2026-11-23, effective: 2026-12-30, data: [logs], note: More.}"
        let pending = world.replacing("# Nothing", with: "changes:\n  - \(change)\n# Nothing")
        let draft = try bench(pending, asOf: "2026-11-23").draft(
            NewChange(provider: "heron", isRemoval: true, note: "It goes."))
        #expect(draft.done.hasSuffix("announced on 2026-11-23, in effect from 2026-12-30."), "\(draft.done)")
    }

    @Test("Several lists, and ids that are nearly right")
    func names() throws {
        let bench = try bench(
            world
                + "\n-- Content/ai/providers/heron.yaml --\nname: H\nentity: H\npurpose: P\ndata: [d]\nannounced: 2026-01-01\n",
            asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewChange(provider: "heron")) }
                == "heron is in several lists; write subprocessors/heron or ai/heron")
        #expect(
            refusal { try bench.draft(NewChange(provider: "hern")) }
                == "there is no provider \"hern\"; did you mean heron?")
        #expect(
            refusal { try bench.draft(NewProvider(name: "Crane")) }
                == "say which list it is with --document: subprocessors, ai")
        #expect(
            try bench.draft(NewChange(provider: "ai/heron")).files.map(\.path) == ["Content/ai/providers/heron.yaml"])
    }

    @Test("A key that has an option of its own is that option")
    func keysWithOptions() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        #expect(
            try bench.draft(
                NewProvider(name: "Crane", values: ["note=New to us.", "effective=2027-02-01", "locations=[DE]"])
            ).listing
                == bench.draft(
                    NewProvider(name: "Crane", effective: "2027-02-01", values: ["locations=[DE]"], note: "New to us.")
                ).listing)
        #expect(
            try bench.draft(NewChange(provider: "heron", values: ["locations=[DE, IE]", "note=A second place."]))
                .listing
                == bench.draft(
                    NewChange(provider: "heron", values: ["locations=[DE, IE]"], note: "A second place.")
                ).listing)
        #expect(
            refusal { try bench.draft(NewChange(provider: "heron", values: ["note=One."], note: "Another.")) }
                == "note is given twice: leave one out")
        // Nothing of it may be lost as a comment.
        for values in [["note=See invoice #12"], ["purpose=Runs #2 servers"], ["data=[mails #1, logs]"]] {
            #expect(
                refusal { try bench.draft(NewChange(provider: "heron", values: values)) }?
                    .contains("is no value") == true)
        }
        #expect(
            try bench.draft(NewChange(provider: "heron", values: ["note='See invoice #12'"])).listing
                .contains("See invoice #12"))
        #expect(
            refusal { try bench.draft(NewChange(provider: "heron", values: ["note=It is: new"])) }
                == "It is: new is no value of note as a file has it; --note takes it as it is")
    }
}
