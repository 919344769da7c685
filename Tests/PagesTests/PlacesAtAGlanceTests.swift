import Foundation
import Notices
import Site
import Testing
import TestSupport
@testable import Pages

/// Where data is, above a list: only where that says more than the list.
@Suite struct PlacesAtAGlanceTests {
    private func strip(_ locations: [String]) throws -> String? {
        let files = locations.enumerated().map { number, places in
            """
            -- Content/subprocessors/providers/row\(number).yaml --
            name: Row \(number)
            purpose: Sends mail
            announced: 2026-01-01
            locations: [\(places)]
            """
        }
        let site = """
            -- Content/site.yaml --
            \(World.site(documents: ["subprocessors"], "register: {required: [name, purpose]}\n"))
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---
            """
        let pages = try render(World(([site] + files).joined(separator: "\n")), asOf: "2026-05-01")
        let page = try #require(pages["subprocessors/index.html"])
        return page.firstMatch(of: #/<ul class="at-a-glance".*?<\/ul>/#.dotMatchesNewlines()).map { String($0.output) }
    }

    @Test func aRowCountsOnceForEachPlaceThatItNames() throws {
        func squares(_ count: Int, _ kind: String = "units out") -> String {
            "<span class=\"\(kind)\" aria-hidden=\"true\">\(String(repeating: "<i></i>", count: count))</span>"
        }
        let rows = ["DE, IE", "IE, US", "CH", "US", "GLOBAL", "{rule: Nearest, of: [FR, IN]}"]
        #expect(
            try strip(rows) == """
                <ul class="at-a-glance" aria-label="Where data is processed">
                <li>\(squares(3, "units"))<span>In the EEA: 3</span></li>
                <li>\(squares(1, "units"))<span>In countries with an adequacy decision: 1</span></li>
                <li>\(squares(2))<span>United States: 2</span></li>
                <li>\(squares(1))<span>India: 1</span></li>
                <li>\(squares(1))<span>Worldwide: 1</span></li>
                </ul>
                """)
    }

    @Test func fewRowsAndOnePlaceSayItThemselves() throws {
        #expect(try strip(["DE", "US", "CH", "GLOBAL"]) == nil)
        #expect(try strip(["DE", "IE", "FR", "EU", "EEA", "NO"]) == nil)
    }

    /// The countries with the most companies are named, the others together; of many no squares are drawn.
    @Test func manyAreToldByTheirNumbers() throws {
        let rows = ["US", "IN", "NG", "SG", "AU", "PH"].flatMap { Array(repeating: $0, count: $0 == "US" ? 25 : 2) }
        #expect(
            try strip(rows)?.replacing(#/<li><span>|</span></li>/#, with: "") == """
                <ul class="at-a-glance" aria-label="Where data is processed">
                United States: 25
                Australia: 2
                India: 2
                Nigeria: 2
                In other countries: 4
                </ul>
                """)
    }
}
