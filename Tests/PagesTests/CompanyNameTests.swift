import TestSupport
import Testing

@testable import Pages

/// By which name pages call a company that is renamed: by that of the day that is shown.
@Suite("Names of companies on pages")
struct CompanyNameTests {
    /// Companies by their ids, and for each another one that it engages.
    private static func world(_ rows: [(id: String, keys: String)]) -> World {
        let files = rows.map { id, keys in
            """
            -- Content/vendors/providers/\(id).yaml --
            purpose: Resells servers
            announced: 2026-01-01
            \(keys)
            -- Content/vendors/providers/\(id)s.yaml --
            name: Of \(id)
            purpose: Keeps the backups of \(id)
            via: \(id)
            announced: 2026-01-01
            """
        }
        let site = """
            -- Content/site.yaml --
            \(World.site(documents: ["vendors"], "register: {required: [purpose]}"))
            -- Content/vendors/2026-01-01.md --
            ---
            title: Vendors
            ---
            """
        return World(([site] + files).joined(separator: "\n"))
    }

    private static func renamed(_ first: String, _ then: String, _ later: String = "") -> String {
        """
        \(first)
        changes:
          - {announced: 2026-02-01, effective: 2026-06-20, \(then), note: Another name.\(later)}
          - {announced: 2026-02-10, effective: 2026-08-20, data: [messages], note: More.}
        """
    }

    private static let postponed = ", postponed: [{announced: 2026-05-01, effective: 2026-07-20, reason: Later.}]"
    private static let withdrawn = ", withdrawn: {announced: 2026-05-01, reason: Not sold.}"

    private static let world = world([
        ("elm", renamed("name: Elm", "name: Elm Two")),
        ("oak", renamed("entity: Oak Ltd", "entity: Oak Two Ltd")),
        ("ash", renamed("name: Ash", "name: Ash Two", postponed)),
        ("yew", renamed("name: Yew", "name: Yew Two", withdrawn)),
        (
            "bay",
            """
            name: Bay
            changes:
              - {announced: 2026-02-10, effective: 2026-08-20, data: [messages], note: More.}
              - {announced: 2026-02-12, effective: 2026-02-12, name: Bay Two, note: Another name.}
            """
        ),
    ])

    private func page(_ path: String, _ asOf: String) throws -> String {
        try #require(try render(Self.world, asOf: asOf)[path + "/index.html"])
    }

    /// What companies are called that engage others.
    private func engaging(_ path: String, _ asOf: String) throws -> [String] {
        try page(path, asOf).matches(of: /(?:via |<dd>)<a href="\/vendors\/[a-z]+\/">([^<]*)<\/a>/).map {
            String($0.output.1)
        }
    }

    private static let first = ["Ash", "Bay", "Elm", "Oak Ltd", "Yew"]
    private static let may = ["Ash", "Bay Two", "Elm", "Oak Ltd", "Yew"]
    private static let june = ["Ash", "Bay Two", "Elm Two", "Oak Two Ltd", "Yew"]
    private static let august = ["Ash Two", "Bay Two", "Elm Two", "Oak Two Ltd", "Yew"]

    @Test(
        "Who engages another is called by the name that holds on the list's day",
        arguments: [
            ("vendors", "2026-02-10", first), ("vendors", "2026-05-02", may), ("vendors", "2026-06-19", may),
            ("vendors", "2026-06-20", june), ("vendors", "2026-07-20", august),
            ("vendors/annex-iii", "2026-02-10", first), ("vendors/annex-iii", "2026-06-20", june),
            ("vendors/on/2026-01-01", "2026-12-01", first), ("vendors/on/2026-02-12", "2026-12-01", may),
            ("vendors/on/2026-06-20", "2026-12-01", june), ("vendors/on/2026-08-20", "2026-12-01", august),
        ])
    func engaging(path: String, asOf: String, names: [String]) throws {
        #expect(Set(try engaging(path, asOf)) == Set(names))
    }

    @Test("A notice calls a company by the name that it has when the change takes effect")
    func headings() throws {
        let two = ["Ash Two", "Elm Two", "Oak Two Ltd"]
        for (asOf, others) in [
            ("2026-02-10", ["Bay", "Yew Two"]), ("2026-02-12", ["Bay Two", "Yew Two"]),
            ("2026-05-01", ["Bay Two", "Yew"]),
            ("2026-12-01", ["Bay Two", "Yew"]),
        ] {
            let notice = try page("notices/vendors-2026-02-10", asOf)
            let headings = notice.matches(of: /<h2><a href="\/vendors\/[a-z]+\/">([^<]*)<\/a><\/h2>/).map {
                String($0.output.1)
            }
            #expect(headings.sorted() == (two + others).sorted(), "\(asOf)")
            let sentence = try #require(notice.firstMatch(of: /<p class="lead">.*<\/p>/)).output
            for name in headings { #expect(sentence.contains(name), "\(asOf): \(sentence)") }
        }
    }

    @Test("A name that is not public yet is shown nowhere")
    func embargoed() throws {
        for (path, page) in try render(Self.world, asOf: "2026-02-11") { #expect(!page.contains("Bay Two"), "\(path)") }
    }
}
