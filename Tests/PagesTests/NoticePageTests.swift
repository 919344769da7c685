import Foundation
import TestSupport
import Testing

@testable import Pages

/// What a buyer finds on the page of a notice.
@Suite("Pages of notices")
struct NoticePageTests {
    private static let world = World(
        """
        -- Content/subprocessors/providers/acme.yaml --
        name: Acme AI
        entity: Acme Inc
        purpose: Generates responses
        data: [prompts]
        locations: [IE]
        retention: 30 days
        headquarters: [IE]
        ai: {training: never, retention: none}
        announced: 2026-01-01
        changes:
          - announced: 2026-02-01
            effective: 2026-03-15
            data: [prompts, code]
            note: For reviews.
          - announced: 2026-02-01
            effective: 2026-03-20
            locations: [IE, DE]
            note: Nearer.
            postponed: [{announced: 2026-02-10, effective: 2026-04-01, reason: Not ready.}]
        -- Content/subprocessors/providers/bolt.yaml --
        name: Bolt
        entity: Bolt Inc
        purpose: Sends mails
        data: [addresses]
        locations: [IE]
        announced: 2026-04-10
        effective: 2026-05-20
        note: For mails.
        withdrawn: {announced: 2026-04-12, reason: No contract.}
        """)

    private func page(_ notice: String, _ asOf: String) throws -> String {
        try #require(try render(Self.world, asOf: asOf)["notices/subprocessors-\(notice)/index.html"])
    }

    @Test("Once a company: what buyers ask, and what no change names stays as it is")
    func unchanged() throws {
        let page = try page("2026-02-01", "2026-02-05")
        let parts = page.components(separatedBy: "What stays as it is")
        #expect(parts.count == 2)
        let table = try #require(parts.last?.components(separatedBy: "</dl>").first)
        for words in ["Generates responses", "30 days", "Training: never"] {
            #expect(table.contains(words), "\(words)")
        }
        // Named by a change, and nothing that buyers ask.
        for words in ["prompts", "Location of processing", "Headquarters"] {
            #expect(!table.contains(words), "\(words)")
        }
        // Before and after side by side.
        #expect(page.contains("<td data-label=\"Before\"><div>prompts</div></td>"))
        #expect(
            page.contains(
                "<li>prompts</li><li><ins><span class=\"visually-hidden\">[added: </span>code"
                    + "<span class=\"visually-hidden\">]</span></ins></li>"))
    }

    @Test("Each change says what became of it")
    func states() throws {
        let before = try page("2026-02-01", "2026-02-09")
        #expect(before.contains("data-mark=\"upcoming\">Upcoming</span>"))
        #expect(before.contains("Takes effect on <time datetime=\"2026-03-20\">20 March 2026</time>."))
        let postponed = try page("2026-02-01", "2026-03-16")
        #expect(postponed.contains("data-mark=\"postponed\">Postponed</span>"))
        #expect(postponed.contains("Took effect on <time datetime=\"2026-03-15\">15 March 2026</time>."))
        #expect(postponed.contains("Takes effect on <time datetime=\"2026-04-01\">1 April 2026</time>."))
        #expect(postponed.contains("Not ready."))
        #expect(
            try page("2026-02-01", "2026-04-01").contains(
                "<span class=\"state\" data-state=\"in-force\" data-mark=\"in_effect\">In effect</span>"))
    }

    @Test("A notice is postponed where all that is to come was, not where a part of it was")
    func partlyPostponed() throws {
        #expect(try page("2026-02-01", "2026-02-10").contains("data-mark=\"upcoming\">Upcoming</span>"))
        #expect(try page("2026-02-01", "2026-03-15").contains("data-mark=\"postponed\">Postponed</span>"))
    }

    @Test("The days of a notice stand in their order, also where customers may object after it took effect")
    func order() throws {
        func days(_ keys: String) throws -> [String] {
            var world = Self.world
            world.files["Content/site.yaml"] = world.files["Content/site.yaml"]?
                .replacing("notice: {days: 30, objection_days: 30}", with: keys)
            let page = try #require(
                try render(world, asOf: "2026-04-10")["notices/subprocessors-2026-04-10/index.html"])
            return page.matches(of: /<span class="key">([^<]*)<\/span>/).map { String($0.output.1) }
        }
        #expect(
            try days("notice: {days: 30, objection_days: 30}") == [
                "Announced", "Object until the end of", "Takes effect on",
            ])
        #expect(
            try days("notice: {days: 30, objection_days: 60, objection_after_effect: You may leave.}") == [
                "Announced", "Takes effect on", "Object until the end of",
            ])
    }

    @Test("Several days of effect are the first and the last, not a time in which it holds")
    func span() throws {
        var world = Self.world
        #expect(
            try page("2026-02-01", "2026-02-05").contains(
                "<time datetime=\"2026-03-15\">15 March 2026</time>, the rest by "
                    + "<time datetime=\"2026-03-20\">20 March 2026</time></span>"))
        world.files["Content/site.yaml"] = world.files["Content/site.yaml"]?
            .replacing("language: en", with: "language: de")
        let german = try #require(
            try render(world, asOf: "2026-02-05")["notices/subprocessors-2026-02-01/index.html"])
        #expect(
            german.contains(
                "<span class=\"key\">Wird wirksam am</span> <span class=\"day\">"
                    + "<time datetime=\"2026-03-15\">15. März 2026</time>, das Übrige bis zum "
                    + "<time datetime=\"2026-03-20\">20. März 2026</time></span>"))
    }

    @Test("The subject of an objection is the one that feeds and mails ask for, marked where the page speaks otherwise")
    func subject() throws {
        func page(_ edit: (String) -> String) throws -> String {
            var world = Self.world
            world.files["Content/site.yaml"] = world.files["Content/site.yaml"].map(edit)
            return try #require(
                try render(world, asOf: "2026-04-11")["notices/subprocessors-2026-04-10/index.html"])
        }
        let arabic = try page { $0.replacing("language: en", with: "language: ar") }
        #expect(
            arabic.contains(
                "mailto:privacy@acme.example?subject=%D8%A7%D8%B9%D8%AA%D8%B1%D8%A7%D8%B6%20%D8%B9%D9%84%D9%89%20subprocessors-2026-04-10"
            ))
        #expect(arabic.contains("«اعتراض على subprocessors-2026-04-10»"))
        // What was told in English stays so.
        let since = try page { $0 + "\nrenamed: [{from: 2026-04-11, language: ar}]\n" }
        #expect(since.contains("mailto:privacy@acme.example?subject=Objection%20to%20subprocessors-2026-04-10"))
        #expect(since.contains("«<span lang=\"en\" dir=\"ltr\">Objection to subprocessors-2026-04-10</span>»"))
    }

    @Test("An objection names the notice; there is none to what is withdrawn")
    func objection() throws {
        let open = try page("2026-04-10", "2026-04-11")
        #expect(open.contains("mailto:privacy@acme.example?subject=Objection%20to%20subprocessors-2026-04-10"))
        #expect(open.contains("with “Objection to subprocessors-2026-04-10” as the subject."))
        let withdrawn = try page("2026-04-10", "2026-04-12")
        #expect(withdrawn.contains("data-mark=\"withdrawn\">Withdrawn</span>"))
        #expect(withdrawn.contains("Was to take effect on <time datetime=\"2026-05-20\">20 May 2026</time>."))
        #expect(withdrawn.contains("No contract."))
        #expect(!withdrawn.contains("may object") && !withdrawn.contains("mailto:privacy@acme.example?subject"))
        #expect(!withdrawn.contains("What stays as it is"))
    }

    @Test("An edition in whose place another of its day holds is superseded, and did not take effect")
    func hidden() throws {
        var world = smallWorld
        world.files["Content/privacy/2026-04-01-2.md"] = world.files["Content/privacy/2026-04-01.md"]?
            .replacing("announced: 2026-02-01", with: "announced: 2026-02-10")
        func page(_ notice: String, _ asOf: String) throws -> String {
            try #require(try render(world, asOf: asOf)["notices/privacy-\(notice)/index.html"])
        }
        #expect(try page("2026-02-01", "2026-02-05").contains("data-mark=\"upcoming\""))
        #expect(try page("2026-02-01", "2026-02-05").contains("Takes effect on"))
        let hidden = try page("2026-02-01", "2026-04-01")
        #expect(hidden.contains("data-mark=\"superseded\">Superseded</span>"), "\(hidden)")
        #expect(!hidden.contains("Took effect on") && !hidden.contains("in_effect"), "\(hidden)")
        let holds = try page("2026-02-10", "2026-04-01")
        #expect(holds.contains("data-mark=\"in_effect\"") && holds.contains("Took effect on"), "\(holds)")
    }

    @Test("A company that comes back is told with all of its row: what became of that meanwhile was told to nobody")
    func returned() throws {
        var world = Self.world
        world.files["Content/subprocessors/providers/heron.yaml"] = """
            name: Heron
            entity: Heron Inc
            purpose: Hosts data
            data: [messages]
            locations: [DE]
            announced: 2026-01-01
            changes:
              - {announced: 2026-03-01, removed: true, data: [messages, health records], note: We stop.}
              - {announced: 2026-04-20, effective: 2026-06-01, removed: false, note: We go on.}
            """
        let page = try #require(
            try render(world, asOf: "2026-04-20")["notices/subprocessors-2026-04-20/index.html"])
        #expect(page.contains("health records") && page.contains("Hosts data"))
        #expect(!page.contains("What stays as it is"))
    }
}
