import TestSupport
import Testing

/// A slip is told once, and nothing that comes of it. And it hides nothing else.
@Suite("Slips and what comes of them")
struct ReportedOnceTests {
    private let first = "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n\nWe ask little.\n"

    /// What is found of a second edition with some keys, without helps.
    private func found(_ keys: String, day: String = "2026-06-20", text: String = "We ask more.") throws -> [String] {
        try lines(
            findings(
                in: first + "-- Content/terms/\(day).md --\n---\ntitle: Terms\nsummary: More.\n\(keys)\n---\n\n\(text)")
        )
    }

    private func lines(_ listing: String) -> [String] {
        listing.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map {
            String($0.split(separator: "/").last ?? "")
        }
    }

    @Test(
        "A key that could not be read",
        arguments: [
            ("announced: 2026-06-20\nmaterial: no", "wrong-type"), ("announced: 2026-06-20\nurgent: yes", "wrong-type"),
            ("announced: 2026-06-20\nurgent: Sorry.\nrecorded: 2026", "invalid-date"),
            ("announced: 2026-05-01\nerased: no", "wrong-type"),
            ("announced: 2026-05-01\nwithdrawn: 2026-06-25", "wrong-type"),
        ])
    func keys(keys: String, id: String) throws {
        let found = try found(keys)
        #expect(found.count == 1 && found[0].contains(" \(id): "), "\(found)")
    }

    @Test("A part that is missing hides nothing that the others say")
    func parts() throws {
        let withdrawn = try found("announced: 2026-05-01\nwithdrawn: {announced: 2026-06-25}")
        #expect(withdrawn.count == 2, "\(withdrawn)")
        #expect(withdrawn.contains { $0.contains(" missing-key: ") }, "\(withdrawn)")
        #expect(withdrawn.contains { $0.contains(" withdrawn-too-late: ") }, "\(withdrawn)")
        let hash = String(repeating: "a", count: 64)
        let erased = try found("announced: 2026-05-01\nerased: {announced: 2026-06-25, sha256: \(hash)}")
        #expect(erased.contains { $0.contains(" missing-key: ") }, "\(erased)")
        #expect(erased.contains { $0.contains(" empty-change: ") }, "\(erased)")
    }

    @Test("Whether it gives way to another")
    func interim() throws {
        let later =
            "-- Content/terms/2026-09-01.md --\n---\ntitle: Terms\nsummary: More.\nannounced: 2026-03-01\n---\n\nAll.\n"
        let found = try findings(
            in: first + later
                + "-- Content/terms/2026-06-20.md --\n---\ntitle: Terms\nsummary: More.\nannounced: 2026-05-01\ninterim: yes\n---\n\nMore."
        )
        #expect(
            found
                == """
                Content/terms/2026-06-20.md:5:10 wrong-type: "interim" is "yes", which is neither true nor false
                    write true
                """)
    }

    @Test("A postponement to an earlier day moves nothing")
    func postponed() throws {
        let found = try found(
            """
            announced: 2026-05-01
            postponed:
              - {announced: 2026-05-02, effective: 2026-08-01, reason: Not ready.}
              - {announced: 2026-05-03, effective: 2026-07-01, reason: Sooner.}
            withdrawn: {announced: 2026-07-05, reason: Not at all.}
            """)
        #expect(
            found == [
                "2026-06-20.md:7:40 out-of-order: this postponement leads to 2026-07-01, not to a day after 2026-08-01"
            ])
    }

    @Test("A hyphen without its blank in the list of documents")
    func documents() throws {
        let site = World.site(documents: []).replacing("documents: []", with: "documents:\n - terms\n -privacy")
        let found = try findings(
            in: "-- Content/site.yaml --\n\(site)\n" + first + first.replacing("terms", with: "privacy"))
        #expect(lines(found).count == 1 && found.hasPrefix("Content/site.yaml:9:2 syntax: "), "\(found)")
    }

    @Test("Products and an address that could not be read")
    func row() throws {
        let row = """
            name: Acme
            entity: Acme Ltd
            purpose: Runs the servers
            data: [mails]
            locations: [DE]
            announced: 2026-01-01

            """
        let products = try findings(inProvider: row + "products: [studio]", site: "products: [Studio]")
        #expect(lines(products).count == 1 && products.contains(" wrong-type: "), "\(products)")
        let website = try findings(inProvider: row + "website: Acme")
        #expect(lines(website).count == 1 && website.contains(" unsafe-url: "), "\(website)")
    }

    @Test("Advice that was followed is not given again")
    func urgent() throws {
        let found = try findings(
            inProvider: """
                name: Acme
                entity: Acme Ltd
                purpose: Runs the servers
                data: [mails]
                locations: [DE]
                announced: 2026-01-01
                changes:
                  - {announced: 2026-05-01, locations: [DE, IE], material: false, urgent: The first burnt down., note: A second.}
                """)
        #expect(found.hasSuffix("so it is not an editorial one\n    take this line out"), "\(found)")
    }
}

/// Which checks found something, in the order of a listing.
private func ids(of listing: String) -> [Substring] {
    listing.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { $0.split(separator: " ")[1] }
}

/// Where the day of an announcement cannot be read, all else is.
@Suite("Files without a day of announcement")
struct UndatedTests {
    @Test(
        "An edition's words, links and marks of a merge are looked at",
        arguments: ["announced: 23.11.2026", "announced:", "anounced: 2026-03-01"])
    func edition(day: String) throws {
        let found = try findings(
            in: """
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                ---

                We ask little.
                -- Content/terms/2026-06-20.md --
                ---
                title: Terms
                \(day)
                summary: TBD
                ---

                ## 1. Scope

                [Insert text] [x](/nowhere/) <b>y</b> [z](#1) [ours](terms#1)

                <<<<<<< HEAD
                Ten.
                =======
                Twelve.
                >>>>>>> other
                """)
        let ids = ids(of: found)
        #expect(
            ids.dropFirst() == [
                "placeholder:", "placeholder:", "broken-link:", "raw-html:", "raw-html:", "merge-conflict:",
            ], "\(found)")
    }

    @Test("What was in force before may have been published, and its words are left alone")
    func past() throws {
        let found = try findings(
            in: """
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                announced: 1.1.2026
                ---

                TBD [x](/nowhere/) <b>y</b>
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme Ltd
                purpose: TBD
                data: [mails]
                locations: [DE]
                announced: 1.1.2026
                """, asOf: "2026-06-15")
        let ids = ids(of: found)
        #expect(ids == ["invalid-date:", "invalid-date:"], "\(found)")
    }

    @Test("Marks of a merge are told where the front matter cannot be read at all")
    func marks() throws {
        let found = try findings(
            in: """
                -- Content/terms/2026-01-01.md --
                ---
                - title: Terms
                ---

                <<<<<<< HEAD
                Ten.
                >>>>>>> other
                """)
        #expect(found.contains("Content/terms/2026-01-01.md:5:1 merge-conflict: "), "\(found)")
    }

    @Test("A provider's days, fields and texts are looked at, of all its states")
    func provider() throws {
        let found = try findings(
            inProvider: """
                name: Acme
                entity: Acme Ltd
                purpose: Runs **the** servers
                locations: [DE]
                announced: 23.11.2026
                effective: 31.12.2026
                note: TBD
                changes:
                  - {announced: 2026-12-24, effective: 2027-02-01, locations: [DE, IE], note: "See [x](/nowhere/)."}
                """)
        let ids = ids(of: found)
        #expect(
            ids == [
                "missing-key:", "leftover-markup:", "invalid-date:", "invalid-date:", "placeholder:", "broken-link:",
            ], "\(found)")
    }

    @Test("Nothing is said of what comes of it")
    func sound() throws {
        let found = try findings(
            in: """
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                ---

                ## 1. Scope

                We work with [Acme](provider:acme), see [new](/terms/2026-06-20/).
                -- Content/terms/2026-06-20.md --
                ---
                title: Terms
                announced: soon
                ---

                ## 2. Scope

                We work with [Acme](provider:acme), see [above](#2) and [before](/terms/2026-01-01/#1).
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme Ltd
                purpose: Runs the servers
                data: [mails]
                locations: [DE]
                announced: soon
                website: https://acme.example
                """)
        let ids = ids(of: found)
        #expect(ids == ["invalid-date:", "invalid-date:"], "\(found)")
    }
}
