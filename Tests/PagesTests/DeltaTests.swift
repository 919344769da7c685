import TestSupport
import Testing

@testable import Pages

/// What changes of a company, cell by cell: on the page of a notice, and beside the list that it is not yet on.
@Suite("Cells that change")
struct DeltaTests {
    private static let world = World(
        """
        -- Content/subprocessors/providers/anchor.yaml --
        name: Anchor
        entity: Anchor Ltd
        purpose: Runs the servers
        data: [messages, logs]
        locations: [DE]
        ai: {training: never, exceptions: Abuse is kept for two years., models: [M1]}
        announced: 2026-01-01
        changes:
          - announced: 2026-02-01
            effective: 2026-03-15
            data: [messages, logs, files]
            note: More.
          - announced: 2026-04-01
            effective: 2026-05-15
            data: [messages, logs, "names, addresses"]
            ai: {training: opt-in, exceptions: Abuse is kept for two years., models: [M1]}
            enabled: opt-in
            note: More still.
        -- Content/subprocessors/providers/buoy.yaml --
        name: Buoy
        entity: Buoy Ltd
        purpose: Sends mails
        data: [addresses]
        locations: [DE]
        announced: 2026-01-01
        changes:
          - announced: 2026-04-01
            effective: 2026-05-15
            locations: [IE]
            note: Nearer.
        """)

    private func page(_ path: String, _ asOf: String, more: String = "") throws -> String {
        var world = Self.world
        world.files["Content/site.yaml"] = World.site(documents: ["subprocessors"], more)
        return try #require(try render(world, asOf: asOf)[path + "/index.html"])
    }

    private func part(_ page: String, from start: String, to end: String) throws -> String {
        let rest = try #require(page.firstRange(of: start))
        let last = try #require(page[rest.lowerBound...].firstRange(of: end))
        return String(page[rest.lowerBound..<last.upperBound])
    }

    @Test("Words that were said before a site's language changed are the same words")
    func anotherLanguage() throws {
        let more = "renamed: [{from: 2026-01-15, language: de}]"
        let added =
            "<ins><span class=\"visually-hidden\">[eingefügt: </span>files<span class=\"visually-hidden\">]</span></ins>"
        let list = try page("subprocessors", "2026-02-02", more: more)
        #expect(try part(list, from: "<dl class=\"delta\">", to: "</dl>").contains("<dd>messages, logs, \(added)</dd>"))
        #expect(!list.contains("<del>"))
        for path in ["notices/subprocessors-2026-02-01", "subprocessors/anchor"] {
            let page = try page(path, "2026-02-02", more: more)
            #expect(page.contains("<li>messages</li><li>logs</li><li>\(added)</li>"), "\(path)")
            #expect(!page.contains("<del>"), "\(path)")
        }
    }

    @Test("Where several companies change, each is named above its cells; of one the sentence says it")
    func names() throws {
        let both = try page("subprocessors", "2026-04-02")
        for (row, name) in [("anchor", "Anchor"), ("buoy", "Buoy")] {
            #expect(
                both.contains(
                    "<p class=\"whom\"><a href=\"/subprocessors/\(row)/\">\(name)</a></p>\n<dl class=\"delta\">"),
                "\(name)")
        }
        let one = try page("subprocessors", "2026-02-02")
        #expect(one.contains("<dl class=\"delta\">"))
        #expect(!one.contains("class=\"whom\""))
    }

    @Test("Items with a comma stand between semicolons, and what is a sentence of its own loses its stop before them")
    func separators() throws {
        let page = try page("subprocessors", "2026-04-02")
        let cells = try part(page, from: "<dl class=\"delta\">", to: "</dl>")
            .replacing("<span class=\"visually-hidden\">[added: </span>", with: "")
            .replacing("<span class=\"visually-hidden\">[deleted: </span>", with: "")
            .replacing("<span class=\"visually-hidden\">]</span>", with: "")
        #expect(
            cells == """
                <dl class="delta">
                <dt>Data</dt><dd><del>files</del>; messages; logs; <ins>names, addresses</ins></dd>
                <dt>Use</dt><dd><del>Enabled by default</del>, <ins>Only when the customer turns it on</ins></dd>
                <dt>AI terms</dt><dd><del>Training: never</del>, <ins>Training: opt-in</ins>, Exceptions: Abuse is kept for two years, Models: M1</dd>
                </dl>
                """)
    }

    @Test("A company that does not say how it is enabled is so by default")
    func enabled() throws {
        let notice = try page("notices/subprocessors-2026-04-01", "2026-04-02")
        #expect(
            notice.contains(
                "[deleted: </span>Enabled by default<span class=\"visually-hidden\">]</span></del></div></td>"))
    }
}
