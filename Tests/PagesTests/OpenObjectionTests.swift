import Foundation
import TestSupport
import Testing

@testable import Pages

/// Where a reader learns that what took effect may still be objected to, and of other days for some.
@Suite("Objections after the day of effect")
struct OpenObjectionTests {
    private static let world: World = {
        var world = World(
            """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme AI
            entity: Acme Inc
            purpose: Generates responses
            data: [prompts]
            locations: [IE]
            announced: 2026-01-01
            changes:
              - announced: 2026-02-01
                effective: 2026-03-10
                data: [prompts, code]
                note: For reviews.
                applies: [{to: Customers in France, from: 2026-06-01}]
              - announced: 2026-05-01
                removed: true
                note: No more.
              - announced: 2026-06-01
                effective: 2026-08-01
                removed: false
                role: recipient
                note: Once more.
            """)
        world.files["Content/site.yaml"] = World.site(documents: ["subprocessors"])
            .replacing("objection_days: 30", with: "objection_days: 45, objection_after_effect: They may leave.")
        return world
    }()

    private static let until =
        "<span class=\"until\">Object until <b><time datetime=\"2026-03-18\">18 March 2026</time></b></span>"

    @Test("The overview, the list, the notices and the notice say so until the day is over")
    func open() throws {
        let places = ["index.html", "subprocessors/index.html", "notices/index.html"]
        let (open, over) = (try render(Self.world, asOf: "2026-03-18"), try render(Self.world, asOf: "2026-03-19"))
        for place in places {
            #expect(open[place]?.components(separatedBy: Self.until).count == 2, "\(place)")
            #expect(over[place].map { !$0.contains("2026-03-18") } ?? false, "\(place)")
        }
        let notice = "notices/subprocessors-2026-02-01/index.html"
        #expect(open[notice]?.contains("They may leave.") ?? false)
        let later = try #require(
            try render(Self.world, asOf: "2026-06-01")["notices/subprocessors-2026-06-01/index.html"])
        #expect(later.contains("To object") && !later.contains("They may leave."))
    }

    @Test("The overview leaves out nothing that may still be objected to")
    func many() throws {
        var world = Self.world
        let days = (10...17).map {
            "  - {announced: 2026-02-01, effective: 2026-03-\($0), data: [item \($0)], note: For reviews.}\n"
        }
        world.files["Content/subprocessors/providers/acme.yaml"] = """
            name: Acme AI
            entity: Acme Inc
            purpose: Generates responses
            data: [prompts]
            locations: [IE]
            announced: 2026-01-01
            changes:
            \(days.joined())
            """
        let page = try #require(try render(world, asOf: "2026-03-18")["index.html"])
        #expect(page.components(separatedBy: Self.until).count == 1 + days.count)
    }

    @Test("Other days for some stand beside what is to come and what took effect")
    func otherDays() throws {
        for day in ["2026-02-01", "2026-03-10"] {
            let page = try #require(try render(Self.world, asOf: day)["index.html"])
            #expect(page.contains("<p>Customers in France: from 1 June 2026.</p>"), "\(day)")
        }
    }

    @Test("A company that returns as a recipient is said to")
    func returned() throws {
        let page = try #require(
            try render(Self.world, asOf: "2026-08-01")["subprocessors/on/2026-08-01/index.html"])
        #expect(
            page.contains(
                "<p><a href=\"/subprocessors/acme/\">Acme AI</a> returns to the list</p>\n<dl class=\"delta\">\n<dt>Role</dt><dd>Recipient</dd>"
            ),
            "\(page)")
    }
}
