import Diagnostics
import Feeds
import Formats
import Model
import Notices
import Site
import Testing

@Suite("What an entry tells")
struct EntryBodyTests {
    private func html(_ history: History, _ id: String) throws -> String {
        let entries = PublicHistory(of: history.library, asOf: AsOf(.last)).feedEntries(redlines: noTexts(history))
        return try #require(entries.first { $0.entry.id.hasSuffix(":notice/\(id)") }).entry.html
    }

    @Test("A change that needs notice: before and after, and what stays of what customers ask about")
    func change() throws {
        let first: Fields = [
            .name: .text("Mistral AI"), .data: .texts(["prompts"]), .locations: .places([.code("FR")]),
            .products: .texts(["studio"]), .retention: .text("30 days"),
            .ai: .map([.init("training", .text("never")), .init("human_review", .bool(false))]),
        ]
        let change = item(
            [.locations: .places([.code("FR"), .code("IE")])], try announcement("2026-11-23", "2026-12-24"),
            note: "Inference in **Ireland**.")
        let company = provider("mistral-ai", first, try announcement("2026-01-01"), changes: [change])
        #expect(
            try html(history([register([company])]), "subprocessors-2026-11-23") == """
                <p>From 24 December 2026, Mistral AI will also process data in Ireland.</p>
                <p>Customers may object until 23 December. Write to <a href="mailto:privacy@acme.example?subject=Objection%20to%20subprocessors-2026-11-23">privacy@acme.example</a>, with “Objection to subprocessors-2026-11-23” as the subject.</p>
                <h2>Mistral AI</h2>
                <p>Inference in <strong>Ireland</strong>.</p>
                <dl>
                <dt>Locations</dt>
                <dd>Before: France</dd>
                <dd>After: France, Ireland</dd>
                </dl>
                <p>What stays as it is:</p>
                <dl>
                <dt>Data</dt>
                <dd>prompts</dd>
                <dt>Products</dt>
                <dd>Studio</dd>
                <dt>AI terms</dt>
                <dd>training: never; human review: no</dd>
                <dt>Retention</dt>
                <dd>30 days</dd>
                </dl>
                <p><a href="https://trust.acme.example/notices/subprocessors-2026-11-23/">The notice with all its details</a></p>

                """)
    }

    @Test("Items with a comma, parts with a stop and what is enabled by default read as what they are")
    func separators() throws {
        let first: Fields = [
            .name: .text("Mistral AI"), .data: .texts(["prompts", "logs"]),
            .ai: .map([.init("exceptions", .text("Abuse is kept for two years.")), .init("training", .text("never"))]),
        ]
        let change = item(
            [.data: .texts(["prompts", "logs", "names, addresses"]), .enabled: .text("opt-in")],
            try announcement("2026-11-23", "2026-12-24"), note: "More.")
        let company = provider("mistral-ai", first, try announcement("2026-01-01"), changes: [change])
        let html = try html(history([register([company])]), "subprocessors-2026-11-23")
        for words in [
            "will also receive “names, addresses”", "<dd>Before: prompts, logs</dd>",
            "<dd>After: prompts; logs; names, addresses</dd>", "<dd>Before: default</dd>",
            "<dd>exceptions: Abuse is kept for two years; training: never</dd>",
        ] {
            #expect(html.contains(words), "\(words)\n\(html)")
        }
    }

    @Test("What means a subprocessor, and groups with semicolons")
    func meant() throws {
        let first: Fields = [.name: .text("Mistral AI"), .data: .texts(["prompts"])]
        let groups = [TextGroup.group("Contact", of: ["name", "mail, phone"]), .text("logs")]
        let change = item(
            [.data: .groups(groups), .role: .text("recipient")], try announcement("2026-11-23", "2026-12-24"),
            note: "More.")
        let history = try history([
            register([provider("mistral-ai", first, try announcement("2026-01-01"), changes: [change])])
        ])
        let html = try html(history, "subprocessors-2026-11-23")
        for words in [
            "<dd>After: “Contact: name; mail, phone”; “logs”</dd>",
            "<dd>Before: subprocessor</dd>\n<dd>After: recipient</dd>",
        ] {
            #expect(html.contains(words), "\(words)\n\(html)")
        }
    }

    @Test("A company that returns is told of in full, as one that comes")
    func returned() throws {
        let first: Fields = [.name: .text("Mistral AI"), .data: .texts(["prompts"]), .products: .texts(["studio"])]
        let company = provider(
            "mistral-ai", first, try announcement("2026-01-01"),
            changes: [
                item([:], try announcement("2026-02-01"), removed: true),
                item([.products: nil], try announcement("2026-03-01", "2026-04-01"), removed: false),
            ])
        let html = try html(history([register([company])]), "subprocessors-2026-03-01")
        #expect(
            html.contains(
                """
                <dl>
                <dt>Name</dt>
                <dd>Mistral AI</dd>
                <dt>Data</dt>
                <dd>prompts</dd>
                <dt>Products</dt>
                <dd>all products</dd>
                </dl>
                """), "\(html)")
    }

    @Test("Footnotes of several notes have no links, which would lead from one note into another")
    func footnotes() throws {
        let companies = try ["A", "B"].map { name in
            let note = "Kept for 30[^1] days.\n\n[^1]: \(name) keeps them longer on request."
            let change = item(
                [.data: .texts(["logs"])], try announcement("2026-03-01", "2026-04-15"), note: note)
            return provider(
                name.lowercased(), [.name: .text(name)], try announcement("2026-01-01"), changes: [change])
        }
        let html = try html(history([register(companies)]), "subprocessors-2026-03-01")
        #expect(!html.contains("href=\"#") && !html.contains("id=\""), "\(html)")
        for name in ["A", "B"] {
            #expect(
                html.contains(
                    """
                    <h2>\(name)</h2>
                    <p>Kept for 30<sup>[1]</sup> days.</p>
                    <section class="footnotes" aria-label="Footnotes">
                    <ol>
                    <li>
                    <p>\(name) keeps them longer on request.</p>
                    </li>
                    </ol>
                    </section>
                    """), "\(html)")
        }
    }

    @Test("Of an edition in whose place another holds, the entry of its day tells no changes")
    func hidden() throws {
        let editions = [
            try edition("terms", "2026-01-01", title: "Terms", announcement("2026-01-01")),
            try edition("terms", "2026-04-01", title: "Terms", announcement("2026-02-01", "2026-04-01")),
            try edition("terms", "2026-04-01-2", title: "Terms", announcement("2026-02-10", "2026-04-01")),
        ]
        let history = try history([Document(id: "terms", editions: editions, providers: nil)])
        func tellsChanges(_ id: String) throws -> Bool {
            try html(history, id).contains("Every change, marked up")
        }
        #expect(try tellsChanges("terms-2026-02-01"))
        #expect(try !tellsChanges("terms-2026-02-01/effective/2026-04-01"))
        #expect(try tellsChanges("terms-2026-02-10/effective/2026-04-01"))
    }

    @Test("Why a notice is short, for whom other days hold, and why something is postponed or withdrawn")
    func reasons() throws {
        var urgent = try announcement("2026-11-23", "2026-11-25")
        urgent.urgent = at("The old one is [broken](/files/report.pdf).")
        urgent.applies = [Applies(to: at("New customers"), from: at(try day("2026-11-24")))]
        var late = try announcement(
            "2026-11-23", "2026-12-24", postponed: [("2026-12-01", to: "2027-01-10")], withdrawn: "2026-12-02")
        late.postponed[0].reason = at("Not ready.")
        let history = try history([
            register([
                provider("a", [.name: .text("A")], urgent), provider("b", [.name: .text("B")], late),
            ])
        ])
        let announced = try html(history, "subprocessors-2026-11-23")
        #expect(
            announced.contains(
                """
                <p>Why the notice is short:</p>
                <p>The old one is <a href="https://trust.acme.example/files/report.pdf">broken</a>.</p>
                <p>New customers: from 24 November 2026.</p>
                """), "\(announced)")
        #expect(!announced.contains("Not ready.") && !announced.contains("Not at all."))
        let postponed = try html(history, "subprocessors-2026-11-23/postponed/2026-12-01")
        #expect(postponed.contains("<h2>B</h2>\n<p>Not ready.</p>\n"), "\(postponed)")
        #expect(!postponed.contains("<h2>A</h2>") && !postponed.contains("Not at all."))
        let withdrawn = try html(history, "subprocessors-2026-11-23/withdrawn/2026-12-02")
        #expect(withdrawn.contains("<h2>B</h2>\n<p>Not at all.</p>\n"), "\(withdrawn)")
    }
}
