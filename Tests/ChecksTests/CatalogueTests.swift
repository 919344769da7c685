import Diagnostics
import Foundation
import Testing

/// `docs/checks.md` explains every check, in the order of `CheckID`'s groups, with a wrong and a right example.
@Suite struct CatalogueTests {
    private func sections() throws -> [String: String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/checks.md"), encoding: .utf8)
        let parts = text.split(separator: "\n## `")
        return Dictionary(
            parts.dropFirst().map { part in
                let name = part.prefix { $0 != "`" }
                return (String(name), String(part))
            }, uniquingKeysWith: { first, second in first + second })
    }

    @Test(arguments: CheckID.allCases)
    func isExplained(_ id: CheckID) throws {
        let section = try #require(try sections()[id.rawValue], "docs/checks.md has no heading for \(id.rawValue)")
        #expect(section.contains("wrong") && section.contains("right") && section.contains("```"))
    }

    @Test func explainsNothingElse() throws {
        #expect(Set(try sections().keys).subtracting(CheckID.allCases.map(\.rawValue)).isEmpty)
    }
}
