import Diagnostics
import Formats
import Model
import Source
import Starting
import Testing
import TrustPress

@Suite struct StarterSiteTests {
    private let day = CalendarDate(ordinal: 739_947)  // 27 November 2026

    /// What the checks find of a starter's files on its day.
    private func findings(_ starter: StarterSite) throws -> [Diagnostic] {
        let files = try starter.files().filter { $0.path.hasPrefix("Content/") }
        let tree = SourceTree(files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
        let site = try checkSite(tree) { (offset) throws(UsageError) in
            try AsOfChoice(option: "\(starter.day)", epoch: nil, now: 0, offset: offset)
        }
        #expect(try render(site).files != nil, "it does not build")
        return site.diagnostics
    }

    @Test func itHasEveryDocumentAndTheRecipesOfOneCI() throws {
        let paths = try StarterSite(day: day).files().map(\.path)
        #expect(
            paths == [
                ".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitignore",
                "Content/dpa/2026-11-27.md",
                "Content/index.md", "Content/privacy/2026-11-27.md", "Content/security/2026-11-27.md",
                "Content/site.yaml",
                "Content/subprocessors/2026-11-27.md", "Content/subprocessors/providers/hosting.yaml",
                "Content/terms/2026-11-27.md", "README.md", "ci/README.md", "ci/check.sh", "ci/fetch.sh",
                "ci/publish.sh",
            ])
        let others = try [StarterSite.Recipes.gitlab, .none].map {
            try StarterSite(recipes: $0, day: day).files().map(\.path).filter { $0.hasSuffix(".yml") }
        }
        #expect(others == [[".gitlab-ci.yml"], []])
    }

    @Test("Without recipes there is no folder ci/, and README.md speaks of none")
    func noRecipes() throws {
        let files = try StarterSite(recipes: .none, day: day).files()
        #expect(files.map(\.path).filter { !$0.hasPrefix("Content/") } == [".gitignore", "README.md"])
        let readme = files.last.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(readme?.contains("ci/") == false)
        #expect(readme?.contains("@") == false)
    }

    @Test func everyBlankIsNamedAndNothingElse() throws {
        let starter = StarterSite(day: day)
        let found = try findings(starter)
        #expect(
            found.allSatisfy {
                $0.severity == .warning && [.placeholder, .placeMissing, .annexIncomplete].contains($0.id)
            })
        // Counted by their brackets, which here stand for nothing else but links.
        let blanks = try starter.files().filter { $0.path.hasPrefix("Content/") }.reduce(0) { count, file in
            let text = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").filter {
                !$0.hasPrefix("#") || $0.hasPrefix("# [")
            }
            .joined(separator: "\n")
            return count + text.matches(of: /\[[A-Z][A-Z ]+\]|\[Insert [^\]]+\]/).count
                + text.matches(of: /\.invalid/).count
        }
        #expect(found.count { $0.id == .placeholder } == blanks)
        #expect(found.count { $0.id == .placeMissing } == 1)
        #expect(found.count { $0.id == .annexIncomplete } == 1)
    }

    @Test func whatIsKnownIsNoBlank() throws {
        let starter = StarterSite(organization: "Heron: Hosting & Söhne", domain: "heron.example", day: day)
        let site = try #require(starter.files().first { $0.path == "Content/site.yaml" })
        let text = String(decoding: site.bytes, as: UTF8.self)
        #expect(text.contains("  name: \"Heron: Hosting & Söhne\"\n"))
        #expect(text.contains("url: https://trust.heron.example\n"))
        #expect(text.contains("authority: heron.example,2026-11-27\n"))
        #expect(text.contains("period_ends: working_day\n"))
        let messages = try findings(starter).map(\.message)
        #expect(!messages.contains { $0.contains("COMPANY") || $0.contains("EMAIL") || $0.contains("invalid") })
    }

    @Test func whatCanBeNoDomainIsRefused() {
        func said(_ domain: String) -> String? {
            do { _ = try StarterSite(domain: domain, day: day).files() } catch {
                return (error as? UsageError)?.message
            }
            return nil
        }
        for domain in ["heron hosting", "münchen.example", "a b.example"] {
            #expect(
                said(domain)
                    == "\"\(domain)\" is no domain: write it in a-z, 0-9, hyphens and dots alone, as heron.example (a name with other letters in its form with xn--)"
            )
        }
        #expect(
            said("trust.heron.example.")
                == "\"trust.heron.example.\" is no domain: write it as trust.heron.example, without anything around it")
        #expect(
            said("https://www.heron.example/trust")
                == "\"https://www.heron.example/trust\" is no domain: write it as heron.example, without anything around it"
        )
        #expect(
            said("legal@heron.example")
                == "\"legal@heron.example\" is no domain: write it as heron.example, without anything around it")
        #expect(said("heron")?.contains("it has no dot in it") == true)
    }
}
