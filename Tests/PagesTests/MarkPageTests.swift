import TestSupport
import Testing

@testable import Pages

/// What pages say of what was told late, or only recorded later.
@Suite("Marks of what was recorded later")
struct MarkPageTests {
    private static let world = World(
        """
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---

        Use it well.
        -- Content/terms/2026-02-20.md --
        ---
        title: Terms
        announced: 2026-02-01
        recorded: 2026-03-01
        urgent: We forgot.
        summary: More.
        applies: [{to: New customers, from: 2026-03-02, new: true}]
        ---

        Use it very well.
        -- Content/subprocessors/providers/anchor.yaml --
        name: Anchor
        entity: Anchor GmbH
        purpose: Runs the servers
        data: [account data]
        locations: [DE]
        announced: 2026-01-01
        changes:
          - announced: 2026-02-10
            effective: 2026-02-10
            recorded: 2026-03-01
            locations: [DE, FR]
            urgent: An oversight of ours.
            note: Also in France.
        -- Content/subprocessors/providers/old.yaml --
        name: Old Buoy
        entity: Old Buoy Ltd
        purpose: Kept the logs
        data: [logs]
        locations: [DE]
        announced: 2025-03-01
        recorded: 2026-03-05
        note: Before our record.
        changes:
          - announced: 2025-10-01
            effective: 2025-10-10
            recorded: 2026-03-05
            removed: true
            note: Gone.
        """)

    /// The marks of a page, one a line, as they are written.
    private static func marks(_ path: String, asOf: String = "2026-03-10") throws -> String {
        let page = try #require(try render(world, asOf: asOf)[path])
        let marked = page.replacing("</div>\n", with: "</div>").replacing(">\n<", with: "><")
        return marked.split(separator: "\n").flatMap { line in
            line.matches(of: /<div [^>]*data-mark="[^"]*">.*?<\/div>|<span [^>]*data-mark="[^"]*">.*?<\/span>/).map {
                String($0.output)
            }
        }.joined(separator: "\n")
    }

    @Test("A list of a day that was altered afterwards says so at the row and above")
    func datedLists() throws {
        #expect(
            try Self.marks("subprocessors/on/2026-02-10/index.html") == """
                <div class="banner" data-state="late" role="note" data-mark="late"><span class="state" data-state="late">Told late</span><p>Told late, on 1 March 2026: on 10 February 2026, \
                Anchor began to process data in France. <a href="/subprocessors/anchor/#change.2026-02-10">The change</a>\
                </p></div>
                <span class="tag" data-mark="recorded">Recorded on <time datetime="2026-03-01">1 March 2026</time>, \
                after this day</span>
                """)
        #expect(
            try Self.marks("subprocessors/on/2025-03-01/index.html") == """
                <div class="banner" data-state="recorded" role="note" data-mark="recorded"><span class="tag">Older history</span><p>Older history, recorded on \
                <time datetime="2026-03-05">5 March 2026</time>, after this day: Old Buoy was added on 1 March 2025 (purpose: \
                “Kept the logs”). <a href="/subprocessors/old/#change.2025-03-01">The change</a></p></div>
                <span class="tag" data-mark="recorded">Recorded on <time datetime="2026-03-05">5 March 2026</time>, \
                after this day</span>
                """)
        // On the day on which it left, the list says nothing of it any more, but that it left was recorded later too.
        #expect(
            try Self.marks("subprocessors/on/2025-10-10/index.html") == """
                <div class="banner" data-state="recorded" role="note" data-mark="recorded"><span class="tag">Older history</span><p>Older history, recorded on \
                <time datetime="2026-03-05">5 March 2026</time>, after this day: Old Buoy was removed from the list on 10 October \
                2025. <a href="/subprocessors/old/#change.2025-10-01">The change</a></p></div>
                """)
        // The day on which it stood in time is as it was.
        #expect(try Self.marks("subprocessors/on/2026-01-01/index.html") == "")
    }

    @Test("A late edition says since when it holds, when it was told and why, and for whom other days hold")
    func editions() throws {
        let late = """
            <div class="banner" data-state="late" role="note" data-mark="late"><span class="state" data-state="late">Told late</span><p>Told late: this holds since \
            <time datetime="2026-02-20">20 February 2026</time>, and was told on <time datetime="2026-03-01">1 March 2026\
            </time>.</p></div><div class="banner" data-state="urgent" role="note" data-mark="urgent"><span class="state" data-state="urgent">Short notice</span><p>Why customers are told late</p>\
            <p>We forgot.</p></div><div class="banner" data-state="applies" role="note" data-mark="applies"><span class="tag">Other days</span><p>New customers: from 2 \
            March 2026, and only for those who become customers from that day.</p></div>
            """.replacing("</div><div", with: "</div>\n<div")
        #expect(try Self.marks("terms/2026-02-20/index.html") == late)
        // So does its redline.
        #expect(try Self.marks("terms/2026-02-20/changes/index.html") == late)
        #expect(
            try Self.marks("terms/history/index.html").contains(
                "<span class=\"state\" data-state=\"late\" data-mark=\"late\">Told late, on <time datetime=\"2026-03-01\">1 March 2026</time></span>"
            ))
    }

    @Test("The notice and the page of the company say it of the change")
    func changes() throws {
        let late = """
            <div class="banner" data-state="late" role="note" data-mark="late"><span class="state" data-state="late">Told late</span><p>Told late: this holds since \
            <time datetime="2026-02-10">10 February 2026</time>, and was told on <time datetime="2026-03-01">1 March 2026\
            </time>.</p></div>
            """
        for path in ["notices/subprocessors-2026-03-01/index.html", "subprocessors/anchor/index.html"] {
            let marks = try Self.marks(path)
            #expect(marks.contains(late), "\(path): \(marks)")
            #expect(
                marks.contains("<p>Why customers are told late</p><p>An oversight of ours.</p>"), "\(path): \(marks)")
        }
        #expect(
            try Self.marks("subprocessors/old/index.html").contains(
                "<p>Older history, which entered this record on <time datetime=\"2026-03-05\">5 March 2026</time>.</p>")
        )
    }

    @Test("Each time that words went is told, and an erased text leads to what is left of it")
    func erasures() throws {
        let digest = String(repeating: "0", count: 64)
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            erased:
              - {announced: 2026-02-01, reason: A court., sha256: \(digest)}
              - {announced: 2026-03-01, reason: A person., sha256: \(digest)}
            ---
            """)
        let pages = try render(world, asOf: "2026-04-01")
        let page = try #require(pages["terms/2026-01-01/index.html"])
        #expect(
            page.contains(
                """
                <div class="marks" data-marks>
                <div class="banner" data-state="erased" role="note" data-mark="erased">
                <span class="state" data-state="erased">Erased</span>
                <p>The text was erased on <time datetime="2026-02-01">1 February 2026</time>.</p>
                <p>A court.</p>
                </div>
                <div class="banner" data-state="erased" role="note" data-mark="erased">
                <span class="state" data-state="erased">Erased</span>
                <p>More words were erased on <time datetime="2026-03-01">1 March 2026</time>.</p>
                <p>A person.</p>
                </div>
                </div>
                """), "\(page)")
        #expect(
            page.contains(
                "<link rel=\"alternate\" type=\"application/json\" title=\"What is left of it, as JSON\" "
                    + "href=\"/terms/2026-01-01.json\">"))
        #expect(!page.contains("/terms/2026-01-01.md"))
    }

    @Test("A redline with an erased text says whose text it was, and nothing leads there to what is marked up")
    func erasedBefore() throws {
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            erased: {announced: 2026-02-10, reason: A court., sha256: \(String(repeating: "0", count: 64))}
            ---
            -- Content/terms/2026-02-01.md --
            ---
            title: Terms
            summary: Better.
            ---

            Use it very well.
            -- Content/terms/2026-03-01.md --
            ---
            title: Terms
            summary: Best.
            ---

            Use it best.
            """)
        let pages = try render(world, asOf: "2026-04-01")
        let redline = try #require(pages["terms/2026-02-01/changes/index.html"])
        #expect(
            redline.contains(
                """
                <p>The text of <a href="/terms/2026-01-01/">Terms, <time datetime="2026-01-01">1 January 2026</time></a> was \
                erased on <time datetime="2026-02-10">10 February 2026</time>: there is nothing to compare.</p>
                <p>A court.</p>
                """), "\(redline)")
        #expect(redline.contains("data-mark=\"superseded\""))
        for (path, leads) in [("terms/2026-02-01", false), ("terms/2026-03-01", true)] {
            let page = try #require(pages[path + "/index.html"])
            #expect(page.contains("href=\"/\(path)/changes/\"") == leads, "\(path)")
            #expect(pages["terms/history/index.html"]?.contains("href=\"/\(path)/changes/\"") == leads, "\(path)")
        }
    }

    @Test("An address that is erased leads nowhere, and is no broken link")
    func erasedAddresses() throws {
        let world = World(
            """
            -- Content/subprocessors/providers/kestrel.yaml --
            name: Kestrel
            entity: (erased)
            purpose: Sends mail
            data: [mail]
            locations: [NL]
            website: (erased)
            terms: https://kestrel.example/terms
            links: {dpa: (erased), status: https://kestrel.example/status}
            announced: 2026-01-01
            erased: {announced: 2026-02-01, reason: A person., sha256: \(String(repeating: "0", count: 64))}
            """)
        let page = try #require(try render(world, asOf: "2026-04-01")["subprocessors/kestrel/index.html"])
        #expect(!page.contains("href=\"(erased)"))
        for value in [
            "(erased)",
            "<ul><li>Data processing agreement (erased)</li><li><a href=\"https://kestrel.example/status\">Status</a></li></ul>",
        ] {
            #expect(page.contains(value), "\(value): \(page)")
        }
    }
}
