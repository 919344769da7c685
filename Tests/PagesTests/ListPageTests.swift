import Foundation
import TestSupport
import Testing

@testable import Pages

/// The list of a register: what limits a row, the columns that rows fill, the groups.
@Suite struct ListPageTests {
    /// A company a line: its id, and the keys of its file beside the purpose.
    private func world(_ rows: [(String, String)], products: String = "") -> World {
        let files = rows.map { id, keys in
            """
            -- Content/subprocessors/providers/\(id).yaml --
            name: \(id.prefix(1).uppercased() + id.dropFirst())
            purpose: Sends mail
            announced: 2026-01-01
            \(keys)
            """
        }
        let site = """
            -- Content/site.yaml --
            \(World.site(documents: ["subprocessors"], "register: {required: [name, purpose], unrecorded: [contact, links]}\n" + products))
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---
            """
        return World(([site] + files).joined(separator: "\n"))
    }

    /// The list without what a narrow screen folds, of which a test of its own speaks.
    private func table(_ world: World, _ path: String = "subprocessors/index.html", asOf: String = "2026-05-01") throws
        -> String
    {
        try wholeTable(world, path, asOf: asOf)
            .replacing(#/<details class="more">.*?</details>/#.dotMatchesNewlines(), with: "")
            .replacing(#/<td class="[a-z]+" /#, with: "<td ")
    }

    private func wholeTable(
        _ world: World, _ path: String = "subprocessors/index.html", asOf: String = "2026-05-01"
    ) throws -> String {
        let page = try #require(try render(world, asOf: asOf)[path])
        let start = try #require(page.firstRange(of: "<table class=\"list\">\n"))
        let end = try #require(page[start.upperBound...].firstRange(of: "\n</table>"))
        return String(page[start.upperBound..<end.lowerBound])
    }

    /// A row in force says once more, folded, what a narrow screen has no place for; a list of a day does not.
    @Test func aRowFoldsWhatANarrowScreenHasNoPlaceFor() throws {
        let keys = "entity: Birch Ltd\nkind: affiliate\ndata: [names]\nlocations: [DE]\nterms: https://birch.example/"
        let world = world([("birch", keys)], products: "products: {studio: Studio, desk: Desk}")
        let row = try #require(
            try wholeTable(world).firstMatch(of: #/<th scope="row">.*(?=\n</tr>)/#.dotMatchesNewlines()))
        #expect(
            row.output == """
                <th scope="row"><a href="/subprocessors/birch/">Birch</a><span class="entity">Birch Ltd</span>\
                <span class="kind">Affiliate<span class="for-all"> · For all products</span></span>\
                <span class="papers"><a href="https://birch.example/">Terms</a></span>\
                <details class="more"><summary>More<span class="visually-hidden">: Birch</span></summary><dl class="facts">
                <div><dt>Legal entity</dt><dd>Birch Ltd</dd></div>
                <div><dt>Products</dt><dd>All products</dd></div>
                <div><dt>Data</dt><dd>names</dd></div>
                <div><dt>Since</dt><dd><time datetime="2026-01-01">1 January 2026</time></dd></div>
                <div><dt>Documents</dt><dd><a href="https://birch.example/">Terms</a></dd></div>
                </dl></details></th>
                <td class="purpose" data-label="Purpose"><div>Sends mail</div></td>
                <td class="folded" data-label="Data"><div>names</div></td>
                <td class="locations" data-label="Location of processing"><div>Germany</div></td>
                <td class="folded" data-label="Since"><div><time datetime="2026-01-01">1 January 2026</time></div></td>
                """)
        #expect(!(try wholeTable(world, "subprocessors/on/2026-01-01/index.html").contains("<details")))
    }

    /// A window's tab and a chat show such places, where a page only breaks words at them.
    @Test func headsHaveNoPlacesForHyphens() throws {
        var german = world([("acorn", "")])
        german.files["Content/site.yaml"] = german.files["Content/site.yaml"]?
            .replacing("language: en", with: "language: de")
        let page = try #require(try render(german, asOf: "2026-05-01")["subprocessors/annex-iii/index.html"])
        let parts = page.components(separatedBy: "</head>")
        #expect(parts[0].contains("<title>Anhang III, Liste der Unterauftragsverarbeiter – Acme</title>"))
        #expect(parts[0].contains("property=\"og:title\" content=\"Anhang III, Liste der Unterauftragsverarbeiter\""))
        #expect(!parts[0].contains("\u{AD}") && parts[1].contains("Unterauftrags\u{AD}verarbeiter"))
    }

    @Test("Name and address on an Arabic Annex III are isolated each by itself")
    func arabicAnnex() throws {
        var arabic = world([("acorn", "")])
        arabic.files["Content/site.yaml"] = arabic.files["Content/site.yaml"]?
            .replacing("language: en", with: "language: ar")
            .replacing("{name: Acme}", with: "{name: Acme, address: \"Quay 1, Harbour\"}")
        let pages = try render(arabic, asOf: "2026-05-01")
        let annex = try #require(pages["subprocessors/annex-iii/index.html"])
        #expect(annex.contains("<bdi>Acme</bdi>، <bdi>Quay 1, Harbour</bdi>"))
    }

    @Test("Names and titles in Latin letters are isolated in the frame of an Arabic page")
    func arabicFrame() throws {
        var arabic = world([("acorn", "")])
        arabic.files["Content/site.yaml"] = arabic.files["Content/site.yaml"]?
            .replacing("language: en", with: "language: ar").replacing("{name: Acme}", with: "{name: \"Acme, Inc.\"}")
        arabic.files["Content/faq.md"] = "# Questions (all)\n\nNone yet.\n"
        arabic.files["Content/help.md"] = "# مساعدة (Acme)\n\nلا شيء بعد.\n"
        let pages = try render(arabic, asOf: "2026-05-01")
        let frame = try #require(pages["subprocessors/acorn/index.html"]?.components(separatedBy: "</head>").last)
        #expect(frame.contains("<a class=\"brand\" href=\"/\"><span><span dir=\"ltr\">Acme, Inc.</span> "))
        #expect(frame.contains("<a href=\"/faq/\"><span dir=\"ltr\">Questions (all)</span></a>"))
        #expect(frame.contains("<a href=\"/help/\">مساعدة (Acme)</a>"))
        let english = try #require(try render(world([("acorn", "")]), asOf: "2026-05-01")["index.html"])
        #expect(english.contains("<a class=\"brand\" href=\"/\"><span>Acme "))
    }

    @Test func aTableHasTheColumnsThatRowsFill() throws {
        #expect(
            try table(world([("acorn", ""), ("birch", "")])) == """
                <colgroup><col class="name"><col class="purpose"><col class="since"></colgroup>
                <thead><tr><th scope="col">Company</th><th scope="col">Purpose</th><th scope="col">Since</th></tr></thead>
                <tbody class="group">
                <tr data-place data-data data-product data-kind data-use="Enabled by default" data-transfer>
                <th scope="row"><a href="/subprocessors/acorn/">Acorn</a></th>
                <td data-label="Purpose"><div>Sends mail</div></td>
                <td data-label="Since"><div><time datetime="2026-01-01">1 January 2026</time></div></td>
                </tr>
                <tr data-place data-data data-product data-kind data-use="Enabled by default" data-transfer>
                <th scope="row"><a href="/subprocessors/birch/">Birch</a></th>
                <td data-label="Purpose"><div>Sends mail</div></td>
                <td data-label="Since"><div><time datetime="2026-01-01">1 January 2026</time></div></td>
                </tr>
                </tbody>
                """)
    }

    /// One row that fills a column is enough, and the others say that they do not.
    @Test(arguments: [
        (["", ""], ["Company", "Purpose", "Since"]),
        (["locations: [DE]", ""], ["Company", "Purpose", "Location of processing", "Since"]),
        (["", "data: [names]\nretention: A week"], ["Company", "Purpose", "Data", "Since"]),
        (
            ["entity: Oak Ltd\nheadquarters: [IE]", "terms: https://birch.example/"],
            ["Company", "Purpose", "Since"]
        ),
    ])
    func columns(_ keys: [String], _ columns: [String]) throws {
        let table = try table(world([("acorn", keys[0]), ("birch", keys[1])]))
        #expect(table.matches(of: /<th scope="col">(.*?)<\/th>/).map { String($0.output.1) } == columns)
        let places = table.matches(of: /<td data-label="(.*?)"/).map { String($0.output.1) }
        #expect(places == Array([columns.dropFirst(), columns.dropFirst()].joined()))
    }

    @Test func aRowSaysWhatLimitsIt() throws {
        let rows = [
            ("acorn", "enabled: opt-in\ncondition: Only if <AI> is on\nproducts: [studio, desk]\nkind: third-party"),
            ("birch", "kind: affiliate\nentity: Birch Ltd"),
        ]
        #expect(
            try table(world(rows, products: "products: {studio: Studio, desk: Desk}")) == """
                <colgroup><col class="name"><col class="purpose"><col class="since"></colgroup>
                <thead><tr><th scope="col">Company</th><th scope="col">Purpose</th><th scope="col">Since</th></tr></thead>
                <tbody class="group">
                <tr data-place data-data data-product="Studio
                Desk" data-kind="Third party" data-use="Only when the customer turns it on" data-transfer>
                <th scope="row"><a href="/subprocessors/acorn/">Acorn</a><span class="kind">Third party</span><span class="marks"><span class="tag">Studio, Desk</span> <span class="tag choice">Opt-in</span></span></th>
                <td data-label="Purpose"><div>Sends mail<span class="cond">Only if &lt;AI&gt; is on</span></div></td>
                <td data-label="Since"><div><time datetime="2026-01-01">1 January 2026</time></div></td>
                </tr>
                <tr data-place data-data data-product="Desk
                Studio" data-kind="Affiliate" data-use="Enabled by default" data-transfer>
                <th scope="row"><a href="/subprocessors/birch/">Birch</a><span class="entity">Birch Ltd</span><span class="kind">Affiliate<span class="for-all"> · For all products</span></span></th>
                <td data-label="Purpose"><div>Sends mail</div></td>
                <td data-label="Since"><div><time datetime="2026-01-01">1 January 2026</time></div></td>
                </tr>
                </tbody>
                """)
        let dated = try table(
            world(rows, products: "products: {studio: Studio, desk: Desk}"), "subprocessors/on/2026-01-01/index.html")
        #expect(dated.contains("<span class=\"cond\">Only if &lt;AI&gt; is on</span>"))
        #expect(
            dated.contains("<span class=\"kind\">Affiliate<span class=\"for-all\"> · For all products</span></span>"))
        #expect(dated.contains("<tr>\n<th scope=\"row\"><a href=\"/subprocessors/birch/\">"))
    }

    /// By the words that it answers to: a place in the Union to the Union and to each of its own, a rule without places to
    /// all; a group of data with its name.
    @Test func aRowSaysWhatItIsFilteredBy() throws {
        let rows = [
            (
                "acorn",
                "locations: [EU]\nstorage: [IE]\ndata: [logs, {group: Staff, of: [names]}]\n"
                    + "transfer: {EU: [SCC-2], UK: [UK-Addendum]}"
            ),
            ("birch", "locations: [{rule: The closest}, US]\ntransfer: [SCC-2, X]\nrole: recipient\nenabled: opt-out"),
            ("cedar", "access: [{rule: The customer chooses, of: [US, CH]}]\ndata: [\"a  \\\"b\\\"\"]"),
        ]
        let found = try table(world(rows)).matches(of: /<tr (data-[^>]*)>/).map { String($0.output.1) }
        #expect(
            found.first == """
                data-place="Ireland
                The European Union" data-data="logs
                Staff: names" data-product data-kind data-use="Enabled by default" \
                data-transfer="Standard contractual clauses (module 2)
                The UK Addendum"
                """)
        #expect(
            found.last == """
                data-place="Switzerland
                The United States" data-data="a &quot;b&quot;" data-product data-kind \
                data-use="Enabled by default" data-transfer
                """)
    }

    /// Of a row without a mechanism the cells and filters of its transfers on some days, which its places decide.
    @Test(arguments: [
        ("locations: [GB]", "2026-05-01", "Adequacy decision (the United Kingdom)"),
        ("locations: [GB]", "2032-01-05", nil),
        ("locations: [CA, CA]", "2026-05-01", "Adequacy decision (Canada, commercial organisations)"),
        ("locations: [JP, CA, DE]", "2026-05-01", "Adequacy decision (Japan; Canada, commercial organisations)"),
        ("locations: [JP]\nstorage: [CH]", "2026-05-01", "Adequacy decision (Japan and Switzerland)"),
        ("locations: [DE]", "2026-05-01", nil), ("locations: [US]", "2026-05-01", nil),
    ])
    func aDecisionIsSaidOnTheDayThatIsShown(_ keys: String, _ day: String, _ words: String?) throws {
        let table = try table(world([("acorn", keys)]), asOf: day)
        let found = table.matches(of: /data-label="Transfer mechanism"><div>([^<]+)</).map { String($0.output.1) }
        #expect(found == [words].compactMap(\.self))
        let filters = table.matches(of: #/ data-transfer="([^"]*)"/#).map { String($0.output.1) }
        #expect(filters == found)
    }

    @Test func aRowWithoutALimitBesideOneThatHasIt() throws {
        let rows = try table(world([("acorn", "condition: Only on Sundays"), ("birch", "")]))
        #expect(
            rows.contains(
                "<td data-label=\"Purpose\"><div>Sends mail<span class=\"cond\">Only on Sundays</span></div></td>"))
        #expect(rows.contains("<td data-label=\"Purpose\"><div>Sends mail</div></td>"))
    }

    @Test func documentsAreLinks() throws {
        let world = world([
            ("acorn", "terms: https://acorn.example/terms\nlinks: {dpa: https://acorn.example/dpa}"), ("birch", ""),
        ])
        #expect(
            try table(world).contains(
                """
                <span class="papers"><a href="https://acorn.example/terms">Terms</a> \
                <a href="https://acorn.example/dpa">Data processing agreement</a></span>
                """))
        #expect(try table(world).matches(of: /class="papers"/).count == 1)
        // A dated list holds what is recorded, for ever.
        let dated = try table(world, "subprocessors/on/2026-01-01/index.html")
        #expect(dated.contains("<span class=\"papers\"><a href=\"https://acorn.example/terms\">Terms</a></span>"))
        #expect(!dated.contains("dpa"))
    }

    /// A contract is often a file beside the list.
    @Test func documentsOfTheSiteItself() throws {
        let world = world([
            (
                "acorn",
                "terms: /files/acorn-terms.pdf\nlinks: {dpa: /files/acorn.pdf, other: [{name: Annex, url: /files/annex.pdf}]}"
            ), ("birch", ""),
        ])
        #expect(
            try table(world).contains(
                """
                <span class="papers"><a href="/files/acorn-terms.pdf">Terms</a> \
                <a href="/files/acorn.pdf">Data processing agreement</a> <a href="/files/annex.pdf">Annex</a></span>
                """))
    }

    @Test func groupsOfDataAndLinksWithNamesAreShown() throws {
        let world = world([
            (
                "acorn",
                "data: [logs, {group: Contact, of: [name, mail & post]}, {group: Places, of: ['home, if given', work]}]\n"
                    + "links: {other: [{name: Trust <center>, url: https://acorn.example/t}]}\n"
                    + "contact: [dpo@acorn.example, 'Jane Roe, counsel']"
            )
        ])
        let table = try table(world)
        #expect(
            table.contains(
                "<ul><li>logs</li><li>Contact: name, mail &amp; post</li><li>Places: home, if given; work</li></ul>"))
        #expect(
            table.contains(
                "<span class=\"papers\"><a href=\"https://acorn.example/t\">Trust &lt;center&gt;</a></span>"))
        let page = try #require(try render(world, asOf: "2026-05-01")["subprocessors/annex-iii/index.html"])
        #expect(
            page.contains(
                "<ul><li><a href=\"mailto:dpo@acorn.example\">dpo@acorn.example</a></li><li>Jane Roe, counsel</li></ul>"
            ))
    }

    /// The words of the row headings of a list, in their order.
    private func headings(_ rows: [(String, String)]) throws -> [String] {
        try table(world(rows)).matches(of: /<th scope="row(?:group)?"[^>]*>(.*?)<\/th>/).map {
            String($0.output.1.replacing(/<[^>]*>/, with: " ")).split(separator: " ").joined(separator: " ")
        }
    }

    @Test func categoriesAreGroups() throws {
        #expect(
            try headings([
                ("acorn", ""), ("birch", "category: Mail"), ("cedar", "category: AI models"),
                ("dogwood", "category: mail"),
            ]) == ["AI models", "Cedar", "Mail", "Birch", "Dogwood", "Without a category", "Acorn"])
        #expect(try headings([("acorn", ""), ("birch", "")]) == ["Acorn", "Birch"])
    }

    /// Rows of one entity stand together whatever their category, and one that has another than the heading says it.
    @Test func anEntityIsNotTornApart() throws {
        #expect(
            try headings([
                ("acorn", "entity: Oak Ltd\ncategory: Mail"), ("birch", "entity: Birch Ltd\ncategory: Mail"),
                ("cedar", "entity: Oak Ltd\ncategory: Storage"), ("dogwood", "entity: Oak Ltd"),
            ]) == [
                "Mail", "Acorn Oak Ltd", "Cedar Oak Ltd Storage", "Dogwood Oak Ltd Without a category",
                "Birch Birch Ltd",
            ])
    }

    /// A register that is announced and not in force has no list of a day yet, and leads to none.
    @Test func theDaysOfAListAreLinkedFromTheFirstOneOn() throws {
        let files = """
            -- Content/site.yaml --
            \(World.site(documents: ["subprocessors"]))
            -- Content/subprocessors/2026-06-01.md --
            ---
            title: Subprocessors
            announced: 2026-04-01
            ---
            -- Content/subprocessors/providers/birch.yaml --
            name: Birch
            entity: Birch Ltd
            purpose: Sends mail
            data: [names]
            locations: [DE]
            announced: 2026-04-01
            effective: 2026-06-01
            note: The first of them.
            """
        func places(_ day: String) throws -> [Bool] {
            let page = try #require(try render(World(files), asOf: day)["subprocessors/index.html"])
            return ["href=\"#page.days\"", "id=\"page.days\""].map(page.contains)
        }
        #expect(try places("2026-05-01") == [false, false])
        #expect(try places("2026-06-01") == [true, true])
    }

    @Test func theComingChangesSayWhatLimitsANewCompany() throws {
        let world = world([
            ("acorn", ""), ("birch", "condition: Only on Sundays\nkind: affiliate\neffective: 2026-06-15\nnote: New."),
        ])
        let page = try #require(try render(world, asOf: "2026-05-01")["subprocessors/index.html"])
        let start = try #require(page.firstRange(of: "<section class=\"coming-list\""))
        let end = try #require(page[start.upperBound...].firstRange(of: "</section>"))
        let words = page[start.upperBound..<end.lowerBound].replacing(/<[^>]*>/, with: " ").split(
            whereSeparator: \.isWhitespace)
        #expect(
            words.dropFirst(2).joined(separator: " ") == """
                is coming 15 June 2026 Birch will be added on 15 June 2026 to send mail. Kind Affiliate Purpose \
                Sends mail Condition Only on Sundays
                """)
    }

    @Test func anotherOrderIsNoChange() throws {
        let world = world([
            (
                "acorn",
                """
                locations: [DE, FR]
                data: [names, mail]
                changes:
                  - {announced: 2026-02-01, locations: [FR, DE], data: [mail, names, logs], note: Logs too.}
                  - {announced: 2026-03-01, locations: [DE, FR], note: Sorted.}
                """
            ), ("birch", "changes: [{announced: 2026-03-01, purpose: Sends letters, note: Letters.}]"),
        ])
        let pages = try render(world, asOf: "2026-05-01")
        func changes(_ day: String) throws -> String {
            let page = try #require(pages["subprocessors/on/\(day)/index.html"])
            let start = try #require(page.firstRange(of: "<ul class=\"deltas\">"))
            let end = try #require(page[start.upperBound...].firstRange(of: "<h2>The whole list</h2>"))
            return page[start.upperBound..<end.lowerBound].replacing(/<\/d[dt]>/, with: "; ")
                .replacing(/<[^>]*>/, with: "").split(separator: "\n").joined(separator: "; ")
        }
        let (first, second) = (try changes("2026-02-01"), try changes("2026-03-01"))
        #expect(first == "Acorn; Data; mail, names, [added: logs]; ")
        #expect(second == "Birch; Purpose; [deleted: Sends mail], [added: Sends letters]; ")
    }
}

/// Annex III of the standard contractual clauses.
@Suite struct AnnexPageTests {
    private func entries(_ keys: String...) throws -> String {
        let files = keys.enumerated().map { index, keys in
            """
            -- Content/subprocessors/providers/row-\(index + 1).yaml --
            name: Row \(index + 1)
            entity: Row Ltd
            purpose: Sends mail
            data: [names]
            announced: 2026-01-01
            \(keys)
            """
        }
        let page = try #require(
            try render(World(files.joined(separator: "\n")), asOf: "2026-05-01")["subprocessors/annex-iii/index.html"])
        let start = try #require(page.firstRange(of: "</dl>\n"))
        let end = try #require(page[start.upperBound...].firstRange(of: "<div class=\"signature\">"))
        return page[start.upperBound..<end.lowerBound].replacing(/<[^>]*>/, with: " ").split(separator: "\n")
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    @Test func anEntrySaysWhatIsStated() throws {
        #expect(
            try entries(
                "locations: [DE]\naddress: Quay 1, Bremen\ncontact: \"Jane Roe, dpo@row.example\"\nkind: affiliate",
                "condition: Only on Sundays\nenabled: opt-out") == """
                    1. Row 1
                    Legal entity Row Ltd
                    Kind Affiliate
                    Address Quay 1, Bremen
                    Contact Jane Roe, dpo@row.example
                    Purpose Sends mail
                    Data names
                    Location of processing Germany
                    Transfer mechanism Not needed (EEA)
                    2. Row 2
                    Legal entity Row Ltd
                    Purpose Sends mail
                    Data names
                    Use Unless the customer turns it off Only on Sundays
                    """)
    }

    @Test func whatAnnexIIIAsksForAndNobodySaysIsNamed() throws {
        #expect(
            try entries("") == """
                This list gives no address and no contact person, which Annex III asks for.
                1. Row 1
                Legal entity Row Ltd
                Purpose Sends mail
                Data names
                """)
        #expect(
            try entries("address: Quay 1").hasPrefix("This list gives no contact person, which Annex III asks for.\n"))
        // An address alone names nobody.
        #expect(
            try entries("address: Quay 1\ncontact: dpo@row.example").hasPrefix("This list gives no contact person, "))
    }
}

/// What `columns` and `group_by` of a block of `register` make of a list.
@Suite struct ListArrangementTests {
    private func page(_ register: String, _ path: String = "subprocessors/index.html", cedar: String = "") throws
        -> String
    {
        let rows = [
            (
                "acorn",
                "kind: affiliate\nlocations: [DE]\nproducts: [desk]\nretention: 30 days\ncondition: Only for mail"
            ),
            ("birch", "kind: third-party\nlocations: [CH, FR]\ncategory: Mail\nproducts: [desk, studio]"),
            ("cedar", "kind: third-party\nlocations: [US]\ntransfer: [DPF, SCC-3]\ncategory: Mail\(cedar)"),
        ]
        let files = rows.map { id, keys in
            "-- Content/subprocessors/providers/\(id).yaml --\nname: \(id.prefix(1).uppercased() + id.dropFirst())\npurpose: Sends mail\n"
                + "data: [addresses]\nannounced: 2026-01-01\n\(keys)\n"
        }
        let site =
            "-- Content/site.yaml --\n"
            + World.site(
                documents: ["subprocessors"],
                "products: {desk: Desk, studio: Studio}\nregister: {required: [name, purpose]\(register)}\n")
            + "\n-- Content/subprocessors/2026-01-01.md --\n---\ntitle: Subprocessors\n---\n"
        return try #require(try render(World(([site] + files).joined(separator: "\n")), asOf: "2026-05-01")[path])
    }

    private func found(_ pattern: Regex<(Substring, Substring)>, in page: String) -> [String] {
        page.matches(of: pattern).map { String($0.output.1) }
    }

    private func headings(_ page: String) -> [String] { found(/scope="col">([^<]+)</, in: page) }
    private func groups(_ page: String) -> [String] { found(/scope="rowgroup"[^>]*>([^<]+)</, in: page) }
    private func companies(_ page: String) -> [String] { found(/<th scope="row"><a[^>]*>([^<]+)</, in: page) }

    @Test func whatAllRowsSayAlikeIsSaidOnce() throws {
        let page = try page("")
        #expect(headings(page) == ["Company", "Purpose", "Location of processing", "Transfer mechanism", "Since"])
        #expect(page.contains("<dl class=\"alike\">\n<div><dt>Data, for all</dt><dd>addresses</dd></div>\n</dl>"))
        #expect(
            found(/data-label="Transfer mechanism"><div>([^<]+)</, in: page) == [
                "Adequacy decision (Switzerland)",
                "The Data Privacy Framework and standard contractual clauses (module 3)", "Not needed (EEA)",
            ])
        #expect(groups(page) == ["Mail", "Without a category"])
        #expect(page.contains("<section class=\"register\" aria-labelledby=\"page.list\" data-list=\"subprocessors\">"))
    }

    @Test func columnsAreThoseThatAreNamed() throws {
        let page = try page(", columns: [locations, retention, data]")
        #expect(headings(page) == ["Company", "Location of processing", "Retention", "Data", "Since"])
        #expect(!page.contains("class=\"alike\""))
        // What says when a company is used stands in the row in any case.
        #expect(page.contains("<span class=\"cond\">Only for mail</span>"))
        #expect(page.contains("data-list=\"subprocessors\" data-columns=\"locations retention data\">"))
        #expect(
            headings(try self.page(", columns: [retention]", "subprocessors/on/2026-01-01/index.html"))
                == ["Company", "Retention", "Since"])
    }

    @Test func groupsAreKindsOrProducts() throws {
        let kinds = try page(", group_by: kind")
        #expect(groups(kinds) == ["Affiliate", "Third party"])
        #expect(companies(kinds) == ["Acorn", "Birch", "Cedar"])
        #expect(kinds.contains("<span class=\"category\">Mail</span>"))
        let products = try page(", group_by: product")
        #expect(groups(products) == ["Desk", "Desk, Studio", "All products"])
        #expect(products.contains("data-group-by=\"product\">"))
        let none = try page(", group_by: product", cedar: "\nproducts: []")
        #expect(groups(none) == ["Desk", "Desk, Studio", "No product"])
        #expect(none.contains("<span class=\"tag\">For no product</span>"))
    }
}
