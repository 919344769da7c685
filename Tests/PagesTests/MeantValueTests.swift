import TestSupport
import Testing

@testable import Pages

/// What a value means that is left out, what of a set changes, and by which name one company speaks of another.
@Suite("What values of a row mean")
struct MeantValueTests {
    private static let world = World(
        """
        -- Content/site.yaml --
        \(World.site(documents: ["vendors"], "products: {studio: Studio, desk: Desk}"))
        -- Content/vendors/2026-01-01.md --
        ---
        title: Vendors
        ---
        -- Content/vendors/providers/acorn.yaml --
        name: Acorn
        entity: Acorn Ltd
        purpose: Runs the servers
        data: [messages]
        locations: [US]
        transfer: [DPF]
        products: [studio]
        announced: 2026-01-01
        changes:
          - announced: 2026-02-01
            effective: 2026-03-15
            products: ~
            transfer: [DPF, SCC]
            note: More.
          - announced: 2026-02-10
            effective: 2026-04-01
            role: recipient
            note: A recipient.
          - announced: 2026-05-01
            effective: 2026-05-15
            products: [desk]
            note: Less.
        -- Content/vendors/providers/elm.yaml --
        name: Elm
        entity: Elm Ltd
        purpose: Resells servers
        data: [messages]
        locations: [DE]
        announced: 2026-01-01
        changes:
          - announced: 2026-02-01
            effective: 2026-06-20
            name: Elm Two
            note: Another name.
        -- Content/vendors/providers/fir.yaml --
        name: Fir
        entity: Fir Ltd
        purpose: Keeps the backups
        data: [messages]
        locations: [DE]
        announced: 2026-01-01
        changes:
          - announced: 2026-02-15
            effective: 2026-04-01
            via: elm
            note: Through Elm.
        """)

    private func page(_ path: String, _ asOf: String) throws -> String {
        let page = try #require(try render(Self.world, asOf: asOf)[path + "/index.html"])
        return page.replacing(/<span class="visually-hidden">[^<]*<\/span>/, with: "")
    }

    @Test("A row that names no products is for all, in notices and in lists")
    func products() throws {
        let wider = try page("notices/vendors-2026-02-01", "2026-02-02")
        #expect(
            wider.contains(
                """
                <th scope="row">Products</th><td data-label="Before"><div><del>Studio</del></div></td>\
                <td data-label="After"><div><ins>All products</ins></div></td>
                """), "\(wider)")
        let coming = "<dt>Products</dt><dd><del>Studio</del>, <ins>All products</ins></dd>"
        for (path, asOf) in [("vendors", "2026-02-02"), ("vendors/on/2026-03-15", "2026-03-15")] {
            let page = try page(path, asOf)
            #expect(page.contains(coming), "\(path): \(page)")
        }
        let narrower = try page("vendors/on/2026-05-15", "2026-06-01")
        #expect(narrower.contains("<dt>Products</dt><dd><del>All products</del>, <ins>Desk</ins></dd>"))
    }

    @Test("A row without a role is a subprocessor")
    func role() throws {
        let notice = try page("notices/vendors-2026-02-10", "2026-02-12")
        #expect(
            notice.contains(
                """
                <th scope="row">Role</th><td data-label="Before"><div><del>Subprocessor</del></div></td>\
                <td data-label="After"><div><ins>Recipient</ins></div></td>
                """), "\(notice)")
    }

    @Test("A mechanism that stays is not marked")
    func transfer() throws {
        let notice = try page("notices/vendors-2026-02-01", "2026-02-02")
        #expect(
            notice.contains(
                """
                <td data-label="Before"><div>The Data Privacy Framework</div></td>\
                <td data-label="After"><div><ul><li>The Data Privacy Framework</li>\
                <li><ins>Standard contractual clauses</ins></li></ul></div></td>
                """), "\(notice)")
        let list = try page("vendors", "2026-02-02")
        #expect(
            list.contains("<dd>The Data Privacy Framework, <ins>Standard contractual clauses</ins></dd>"), "\(list)")
    }
}
