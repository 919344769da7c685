import Diagnostics
import Model
import Source
import TestSupport
import Testing
import TrustPress

@Suite("What is wrong with links, over a memory of earlier looks")
struct LinksOverMemoryTests {
    @Test("After each of many edits the findings are those of a first look", arguments: 0..<6)
    func edits(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let memory = SiteMemory()
        var world = linkedWorld
        var kinds: Set<CheckID> = []
        for step in 0..<60 {
            edit(&world, &random)
            let day = random.pick(["2026-01-15", "2026-03-01"])
            let found = try findings(world, day, memory)
            #expect(found.listing == (try findings(world, day, SiteMemory())).listing, "seed \(seed), edit \(step)")
            kinds.formUnion(found.map(\.id))
        }
        #expect(kinds.isSuperset(of: [.brokenLink, .brokenClause]), "seed \(seed): too little is wrong")
    }

    private func findings(_ world: World, _ day: String, _ memory: SiteMemory) throws -> [Diagnostic] {
        try checkSite(world.tree, memory: memory) { offset throws(UsageError) in
            try AsOfChoice(option: day, epoch: nil, now: 0, offset: offset)
        }.diagnostics
    }

    /// A line of a file is another one or gone, a file is gone, or all is as it was.
    private func edit(_ world: inout World, _ random: inout SeededRandom) {
        guard Int.random(in: 0..<12, using: &random) > 0 else { return world = linkedWorld }
        let path = random.pick(world.files.keys.sorted())
        var lines = (world.files[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = Int.random(in: lines.indices, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return world.files[path] = nil
        case 1: lines.remove(at: place)
        case 5 where path.contains("/2026-0"): lines.insert(random.pick(later), at: min(2, lines.count))
        case 6: return world.files["Content/site.yaml"] = random.pick(settings)
        case 2...4 where lines[place].hasPrefix("## "):
            lines[place] = random.pick(["## 1 One", "## 2 Two", "## 3 More"])
        default: lines.append(random.pick(links))
        }
        world.files[path] = lines.joined(separator: "\n")
    }

    /// What is said later of an edition.
    private let later = [
        "withdrawn: {announced: 2026-02-10, reason: It is not needed}",
        "postponed: [{announced: 2026-02-10, effective: 2026-04-20, reason: It is not ready}]",
        "erased: {announced: 2026-02-10, reason: It names somebody}",
    ]

    /// Where the site stands.
    private let settings = ["https://trust.acme.example", "https://trust.acme.example/trust", "https://acme.example"]
        .map {
            linkedWorld.files["Content/site.yaml"]?.replacing("https://trust.acme.example", with: $0)
        }

    private let links = [
        "[here](#2)", "[here](#9)", "[Section 1](privacy#2)", "[terms](terms#3)", "[terms](/terms/2026-02-01/#2)",
        "[old](/privacy/2026-01-01/#2)", "[gone](/nowhere/)", "[us](/#3)", "[help](help#2)", "[a list](provider:bolt)",
        "[later](provider:acme)", "[a file](/files/dpa.pdf)", "[the notice](/notices/terms-2026-01-20/)",
    ]
}

private let linkedWorld = World(
    """
    -- Content/privacy/2026-01-01.md --
    ---
    title: Privacy Policy
    ---

    ## 1 Data

    See [clause 2](terms#2), [rights](#2), [a part](#2) and [terms](/terms/2026-01-01/#1).

    ## 2 Rights

    [Help](help#1) is there, and [all](/#1).
    -- Content/privacy/2026-03-15.md --
    ---
    title: Privacy Policy
    announced: 2026-02-01
    summary: Rights are [named](#2), as [terms](terms#2) are.
    ---

    ## 1 Data

    See [terms](terms#2) and [the next ones](/terms/2026-02-20/#3).

    ## 2 Rights

    [Bolt](provider:bolt) helps.
    -- Content/terms/2026-01-01.md --
    ---
    title: Terms
    ---

    ## 1 Use

    See [privacy](privacy#2).

    ## 2 End

    See [above](#1).
    -- Content/terms/2026-02-20.md --
    ---
    title: Terms
    announced: 2026-01-20
    summary: Terms end.
    ---

    ## 1 Use

    See [privacy](privacy#1).

    ## 3 End

    See [above](#2).
    -- Content/help.md --
    # Help

    ## 1 Rights

    See [rights](privacy#2).
    -- Content/index.md --
    ## 1 Us

    See [help](help#1).
    -- Content/subprocessors/providers/bolt.yaml --
    name: Bolt Mail
    entity: Bolt Mail Inc
    purpose: Sends mail
    data: [addresses]
    locations: [IE]
    -- Content/subprocessors/providers/acme.yaml --
    name: Acme Storage
    entity: Acme Storage Inc
    purpose: Stores files
    data: [files]
    locations: [IE]
    announced: 2026-02-01
    effective: 2026-03-15
    note: We store [more](privacy#2).
    """)
