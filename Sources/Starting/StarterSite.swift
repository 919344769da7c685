import Diagnostics
import Disk
import Formats
import Foundation
import Model
import Source
import TrustPress

/// A small trust center to begin with: every document that customers look for, one provider, and the recipes for CI.
///
/// What only its author knows is a blank that the check `placeholder` names. The texts are `Starter/` of the repository,
/// the recipes `docs/ci/`.
package struct StarterSite: Sendable {
    /// As customers know the company; nil leaves a blank.
    package var organization: String?
    /// A domain of the company, by which addresses are named; nil leaves blanks.
    package var domain: String?
    package var recipes: Recipes
    /// The first day of its texts, and the last of its starting state.
    package var day: CalendarDate

    /// Whose CI the recipes are for.
    package enum Recipes: String, Sendable, CaseIterable { case github, gitlab, none }

    package init(organization: String? = nil, domain: String? = nil, recipes: Recipes = .github, day: CalendarDate) {
        self.organization = organization
        self.domain = domain
        self.recipes = recipes
        self.day = day
    }

    /// The files by their paths from the site's folder, sorted; the site that they make builds.
    ///
    /// - Throws: `UsageError` for a name or a domain that cannot be one.
    package func files() throws -> [OutputFile] {
        if let domain { try check(domain) }
        let files = written
        let tree = SourceTree(
            files: Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }.filter {
                $0.key.hasPrefix("Content/")
            })
        let site = try checkSite(tree) { (offset) throws(UsageError) in
            try AsOfChoice(option: "\(day)", epoch: nil, now: 0, offset: offset)
        }
        if let error = site.diagnostics.first(where: { $0.severity == .error }) {
            throw UsageError("no site can be made of this: \(error.message)")
        }
        return files
    }

    /// - Throws: `UsageError` for what is easily mended, before it is found in an address that is made of it.
    private func check(_ domain: String) throws(UsageError) {
        let small = domain.lowercased()
        guard small == domain || !isHostName(small) else {
            throw UsageError("\"\(domain)\" is a domain with capital letters: write it in small letters, as \(small)")
        }
        guard isHostName(domain) else {
            let form =
                Self.host(in: small).map { "as \($0), without anything around it" }
                ?? "in a-z, 0-9, hyphens and dots alone, as heron.example (a name with other letters in its form with xn--)"
            throw UsageError("\"\(domain)\" is no domain: write it \(form)")
        }
        guard domain.contains(".") else {
            throw UsageError("\"\(domain)\" is no domain: it has no dot in it, as \(domain).example has one")
        }
    }

    /// The domain in a web address or a mail address; nil where there is none.
    private static func host(in address: String) -> String? {
        let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
        let place = address[start...].prefix { !"/?#:".contains($0) }
        var host = place.split(separator: "@").last ?? place
        if host.hasPrefix("www.") { host = host.dropFirst("www.".count) }
        while host.hasSuffix(".") { host = host.dropLast() }
        return host.contains(".") && isHostName(host) ? String(host) : nil
    }

    private var written: [OutputFile] {
        let words = words
        return EmbeddedFiles.base64.compactMap { path, base64 -> OutputFile? in
            guard let place = place(of: path), let bytes = Data(base64Encoded: base64) else { return nil }
            var text = String(decoding: bytes, as: UTF8.self)
            for (word, meaning) in words { text = text.replacing(word, with: meaning) }
            return OutputFile(path: place.replacing("DAY", with: "\(day)"), bytes: Array(text.utf8))
        }
        .sorted { $0.path < $1.path }
    }

    /// Where a file of the repository stands in a site; nil where it is for another CI.
    private func place(of path: String) -> String? {
        if path.hasPrefix("Starter/") { return String(path.dropFirst("Starter/".count)) }
        switch (path, recipes) {
        case ("docs/ci/github-check.yml", .github): return ".github/workflows/check.yml"
        case ("docs/ci/github-publish.yml", .github): return ".github/workflows/publish.yml"
        case ("docs/ci/gitlab-ci.yml", .gitlab): return ".gitlab-ci.yml"
        default: return recipes == .none || path.hasSuffix(".yml") ? nil : String(path.dropFirst("docs/".count))
        }
    }

    /// What its README says of how it is published.
    private var publishing: String {
        recipes == .none
            ? """
            `trustpress build --previous PUBLISHED` writes into `Public/` what your server is to show; PUBLISHED is a copy of
            what it shows so far. Run it after each change and every night: what is announced for a day is public then.
            """
            : """
            `ci/` holds the scripts that check each pull request and publish every night, and `ci/README.md` says what they need:
            above all an image of a container with TrustPress in it, and the address of your server.
            """
    }

    /// What stands in the place of the texts' own words for what they do not know. No top-level domain `invalid` is ever
    /// given to anybody (RFC 6761, section 6.4), so an address below it is a blank.
    private var words: [(word: String, meaning: String)] {
        let host = domain ?? "company.invalid"
        let mail = Dictionary(
            uniqueKeysWithValues: ["security", "privacy", "legal"].map { name in
                (name, domain == nil ? "[\(name.uppercased()) EMAIL]" : "<\(name)@\(host)>")
            })
        return [
            ("@COMPANY@", organization ?? "[COMPANY]"),
            ("@NAME@", (organization ?? "[COMPANY]").yaml(inFlow: false)),
            ("@SECURITY@", "security@\(host)"), ("@PRIVACY@", "privacy@\(host)"), ("@LEGAL@", "legal@\(host)"),
            ("@SECURITY-MAIL@", mail["security", default: ""]), ("@PRIVACY-MAIL@", mail["privacy", default: ""]),
            ("@PUBLISHING@", publishing), ("@URL@", "https://trust.\(host)"),
            ("https://trust.example.com", "https://trust.\(host)"),
            ("@AUTHORITY@", "\(host),\(day)"), ("@DAY@", "\(day)"), ("@EXPIRES@", "\(day.adding(days: 364))"),
        ]
    }
}
