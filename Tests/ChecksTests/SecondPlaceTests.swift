import Checks
import Diagnostics
import Source
import TestSupport
import Testing

/// A finding that speaks of another place points at it.
@Suite struct SecondPlaceTests {
    /// A site of one register, and more files.
    private func register(_ files: String, asOf day: String = "2026-06-01") throws -> String {
        try diagnostics(
            in: """
                -- Content/site.yaml --
                \(World.site(documents: ["subprocessors"]))
                -- Content/subprocessors/2026-01-01.md --
                ---
                title: Subprocessors
                ---
                \(files)
                """, asOf: day
        ).listingWithPlaces
    }

    /// A site of two policies, and more files.
    private func policies(_ files: String) throws -> String {
        try diagnostics(
            in: """
                -- Content/site.yaml --
                \(World.site(documents: ["privacy", "terms"]))
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                ---
                # 1. Fees

                Ten euros.

                # 2. Taxes
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                [Taxes](terms#2) are paid.
                \(files)
                """
        ).listingWithPlaces
    }

    @Test func keysAndItemsThatStandTwice() {
        let found = readLibrary(
            World(
                """
                -- Content/site.yaml --
                \(World.site(documents: ["subprocessors"]))
                -- Content/subprocessors/2026-01-01.md --
                ---
                title: Subprocessors
                title: Providers
                ---
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme: Ltd
                name: Acme Cloud
                purpose: Hosts files
                data: [names, {group: Contact, of: [mail, mail]}, "Contact: mail", names]
                locations: [DE, FR, DE]
                announced: 2026-01-01
                """
            ).tree
        ).diagnostics.listingWithPlaces
        #expect(
            found == """
                Content/subprocessors/2026-01-01.md:3:1 duplicate-key: "title" stands twice here
                    keep one of the two
                    at Content/subprocessors/2026-01-01.md:2:1: the first one
                Content/subprocessors/providers/acme.yaml:2:13 syntax: a colon and a space stand inside a value that is not in quotes
                    put the whole value in quotes: "Acme: Ltd"
                Content/subprocessors/providers/acme.yaml:3:1 duplicate-key: "name" stands twice here
                    keep one of the two
                    at Content/subprocessors/providers/acme.yaml:1:1: the first one
                Content/subprocessors/providers/acme.yaml:5:43 duplicate-key: "mail" stands twice in this list
                    keep one of the two
                    at Content/subprocessors/providers/acme.yaml:5:37: the first one
                Content/subprocessors/providers/acme.yaml:5:51 duplicate-key: "Contact: mail" stands twice in this list
                    keep one of the two
                    at Content/subprocessors/providers/acme.yaml:5:15: the first one
                Content/subprocessors/providers/acme.yaml:5:68 duplicate-key: "names" stands twice in this list
                    keep one of the two
                    at Content/subprocessors/providers/acme.yaml:5:8: the first one
                Content/subprocessors/providers/acme.yaml:6:21 duplicate-key: "DE" stands twice in this list
                    keep one of the two
                    at Content/subprocessors/providers/acme.yaml:6:13: the first one
                """)
    }

    @Test func rowsThatSayTheSame() throws {
        #expect(
            try register(
                """
                -- Content/subprocessors/providers/acme.yaml --
                \(acme)
                -- Content/subprocessors/providers/acme-cloud.yaml --
                \(acme)
                """) == """
                    Content/subprocessors/providers/acme-cloud.yaml:3:10 warning listed-twice: Acme Cloud is on the list twice for this purpose: here and in acme.yaml
                        keep one row, with what both say: delete the file of the other, or where that is published take it off the list with removed: true and a note that says so; where both are meant, tell them apart by products:, by condition: or by what each does, as its purpose
                        at Content/subprocessors/providers/acme.yaml:3:10: the other row
                    """)
    }

    @Test func changesAboveAndBelow() throws {
        #expect(
            try register(
                """
                -- Content/subprocessors/providers/acme.yaml --
                \(acme)
                changes:
                  - {announced: 2026-03-01, effective: 2026-05-01, data: [content, logs], note: More.}
                  - {announced: 2026-02-01, effective: 2026-04-01, locations: [DE, FR], note: More.}
                """) == """
                    Content/subprocessors/providers/acme.yaml:9:17 out-of-order: this change is announced on 2026-02-01, before one that stands above it (2026-03-01)
                        put the changes in order of announcement, the newest last; for a new one write 2026-03-01 or later
                        at Content/subprocessors/providers/acme.yaml:8:17: the one above it
                    """)
    }

    @Test func anAnnouncementThatComesUntrue() throws {
        #expect(
            try register(
                """
                -- Content/subprocessors/providers/acme.yaml --
                \(acme)
                changes:
                  - {announced: 2026-03-01, effective: 2026-06-01, data: [content, logs], note: More.}
                  - {announced: 2026-04-01, effective: 2026-05-15, data: [content, mail], note: Other.}
                """) == """
                    Content/subprocessors/providers/acme.yaml:9:6 conflicting-change: this makes untrue what change acme/2026-03-01 announced for 2026-06-01
                        withdraw acme/2026-03-01 on 2026-04-01 and announce it anew, as it is to be then
                        at Content/subprocessors/providers/acme.yaml:8:17: change acme/2026-03-01, announced here
                    """)
    }

    @Test func anEngagerThatLeaves() throws {
        #expect(
            try register(
                """
                -- Content/subprocessors/providers/acme.yaml --
                \(acme)
                changes: [{announced: 2026-03-01, effective: 2026-05-01, removed: true, note: Gone.}]
                -- Content/subprocessors/providers/brick.yaml --
                name: Brick
                entity: Brick AG
                purpose: Stores backups
                data: [content]
                locations: [DE]
                via: acme
                announced: 2026-01-01
                """) == """
                    Content/subprocessors/providers/acme.yaml:7:67 provider-still-engaged: acme leaves the list on 2026-05-01, but brick is still engaged by it (via)
                        remove brick by then too, or change its via
                        at Content/subprocessors/providers/brick.yaml:6:6: engaged by it, as is said here
                    """)
    }

    @Test func aClauseThatAnotherTextCites() throws {
        #expect(
            try policies(
                """
                -- Content/terms/2026-06-01.md --
                ---
                title: Terms
                announced: 2026-04-01
                summary: No taxes.
                ---
                # 1. Fees
                """) == """
                    Content/terms/2026-06-01.md:2:8 warning cited-clause-gone: this edition drops clause 2 of terms, which Content/privacy/2026-01-01.md cites
                        keep the number, or announce an edition of the citing document with another link
                        at Content/privacy/2026-01-01.md:4:9: the clause is cited here
                    """)
    }

    @Test func anEditorialEditionThatIsNone() throws {
        #expect(
            try policies(
                """
                -- Content/terms/2026-06-01.md --
                ---
                title: Terms
                announced: 2026-04-01
                summary: Spelling.
                material: false
                ---
                # 1. Fees

                Twelve euros.

                # 2. Taxes
                """) == """
                    Content/terms/2026-06-01.md:5:11 not-editorial: more than spelling changed since edition 2026-01-01: "ten" became "twelve"
                        take this line out, and give notice or add urgent: and why it cannot wait
                        at Content/terms/2026-01-01.md:2:8: the edition that it is compared with
                    """)
    }

    @Test func editionsAfterTheLast() throws {
        #expect(
            try policies(
                """
                -- Content/terms/2026-06-01.md --
                ---
                title: Terms
                announced: 2026-04-01
                summary: The end.
                retired: {replaced_by: [privacy]}
                ---
                # 1. Fees

                # 2. Taxes
                -- Content/terms/2026-07-01.md --
                ---
                title: Terms
                announced: 2026-05-01
                summary: Again.
                ---
                # 1. Fees

                # 2. Taxes and dues
                """) == """
                    Content/terms/2026-07-01.md:3:12 conflicting-change: this edition comes after edition 2026-06-01, with which the document ends on 2026-06-01
                        make it a new document, or withdraw edition 2026-06-01 before it takes effect
                        at Content/terms/2026-06-01.md:5:10: the document ends here
                    """)
    }
}
