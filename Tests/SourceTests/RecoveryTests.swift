import Diagnostics
import Model
import Source
import TestSupport
import Testing

/// A defect is reported once, and nothing that is there is taken for missing.
@Suite("Recovery")
struct RecoveryTests {
    @Test("A file with defects stays in the library when its id and day are known")
    func standIns() throws {
        let reading = readLibrary(
            World(
                """
                -- Content/privacy/2026-06-01.md --
                ---
                announced: 2026-02-01
                withdrawn: soon
                ---
                -- Content/subprocessors/providers/acme.yaml --
                name: [Acme]
                entity: Acme Ltd
                purpose: Hosting
                data: text
                locations: [Irland]
                transfer: [SSC]
                announced: 2026-02-01
                effective: 2026-02-30
                """
            ).tree)
        let library = try #require(reading.library)
        #expect(reading.diagnostics.count == 7)
        #expect(reading.unreadable.isEmpty)
        let edition = try #require(library.documents.first?.editions.first)
        #expect(edition.title.value == "privacy")
        #expect(edition.announcement.isWithdrawn)
        let state = try #require(library.documents.last?.providers?.first?.changes.first)
        #expect(state.announcement.effective.value == CalendarDate("2026-03-04"))
        #expect(state.fields[.locations]?.value == .places([.code("IE")]))
        #expect(state.fields[.transfer]?.value == .transfer(.mechanisms(["SCC"])))
    }

    @Test(
        "Without its day a file is unreadable, and said to be there",
        arguments: [
            "-- Content/privacy/2026-06-01.md --\n---\ntitle: T\nannounced: soon\n---",
            "-- Content/privacy/2026-06-01.md --\nText",
            "-- Content/privacy/2026-13-01.md --\n---\ntitle: T\n---",
            "-- Content/sub/providers/a.yaml --\nname: A\nentity: A\npurpose: P\ndata: [d]",
            "-- Content/sub/providers/a.yaml --\nname: A\nentity: A\npurpose: P\ndata: [d]\nannounced: 2026-01-01\nchanges: [x]",
            "-- Content/certifications/iso.yaml --\nname: A\nfrom: 1",
        ])
    func unreadable(world: String) {
        let tree = World(world).tree
        let reading = readLibrary(tree)
        #expect(reading.diagnostics.count == 1)
        #expect(reading.unreadable == Set(tree.files.keys.filter { world.contains($0) }))
    }

    @Test("Without site.yaml the other files are read for their own errors")
    func noSite() {
        var world = World("-- Content/privacy/2026-06-01.md --\n---\ntitle: T\nx: 1\n---")
        world.files["Content/site.yaml"] = nil
        let reading = readLibrary(world.tree)
        #expect(reading.library == nil)
        #expect(
            reading.diagnostics.listing == """
                Content/privacy/2026-06-01.md:3:1 unknown-key: "x" is not a key of an edition
                    the keys here are title, announced, summary, version, interim, retired, recorded, material, urgent, \
                applies, postponed, withdrawn, erased, salt
                Content/site.yaml:1:1 missing-key: this file is missing, which says whose site this is
                    put it back if it was moved or renamed; trustpress new site DIR starts a new site in another \
                folder
                """)
    }

    @Test(
        "Where it cannot be read which keys are private, a key like none is not told",
        arguments: [nil, "registr: {private: [cost_center]}", "register: {privat: [cost_center]}", "register: private"])
    func privateKeysUnsaid(block: String?) {
        var world = World(
            """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [names]
            locatons: [DE]
            cost_center: Keel
            announced: 2026-01-01
            """)
        world.files["Content/site.yaml"] = block.map { World.site(documents: ["subprocessors"], $0) }
        let listing = readLibrary(world.tree).diagnostics.listing
        #expect(!listing.contains("cost_center\" is not a key"), "\(listing)")
        #expect(listing.contains("acme.yaml:5:1 unknown-key: \"locatons\" is not a key of a provider"))
        #expect(listing.contains("Content/site.yaml:"))
    }

    @Test("What an erasure takes leaves its key, and (erased) stands where a form is asked for")
    func erased() throws {
        let hash = String(repeating: "0", count: 64)
        func read(_ fields: String) -> Reading {
            var world = World(
                """
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                purpose: Hosting
                announced: 2026-01-01
                erased: {announced: 2026-02-01, reason: R, sha256: \(hash)}
                \(fields)
                """)
            world.files["Content/site.yaml"] = World.site(
                documents: ["subprocessors"], "register: {required: [name, address, ai]}")
            return readLibrary(world.tree)
        }
        let reading = read(
            """
            locations: [{rule: (erased), of: [DE]}, {rule: (erased), of: [DE]}]
            address: (erased)
            website: (erased)
            ai: {training: (erased), models: [(erased), (erased), Small]}
            """)
        #expect(reading.diagnostics.listing == "")
        let state = try #require(reading.library?.documents.first?.providers?.first?.changes.first)
        #expect(state.announcement.erased?.sha256.value == hash)
        let rule = Place.rule("(erased)", of: ["DE"])
        #expect(state.fields[.locations]?.value == .places([rule, rule]))
        #expect(
            state.fields[.ai]?.value
                == .map([
                    .init("training", .text("(erased)")), .init("models", .texts(["(erased)", "(erased)", "Small"])),
                ]))
        #expect(
            read("locations: [{of: [DE]}]\nai: {models: [Small, Small]}").diagnostics.listing == """
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "address" is missing
                    add address: (erased)
                Content/subprocessors/providers/acme.yaml:5:14 missing-key: "rule" is missing
                    add rule: (erased)
                Content/subprocessors/providers/acme.yaml:6:22 duplicate-key: "Small" stands twice in this list
                    keep one of the two
                """)
    }

    @Test("Too many findings in one file end with one that says so")
    func bounded() {
        let keys = (0..<500).map { "k\($0): 1" }.joined(separator: "\n")
        let reading = readLibrary(World("-- Content/privacy/2026-01-01.md --\n---\ntitle: T\n\(keys)\n---").tree)
        #expect(reading.diagnostics.count == 200)
        #expect(reading.diagnostics.filter { $0.id == .tooComplex }.count == 1)
    }
}
