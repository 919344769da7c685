import Diagnostics
import Source

/// A small site in one string: files one after the other, each under a line with its path.
///
///     let world = World(
///         """
///         -- Content/privacy/2026-01-01.md --
///         ---
///         title: Privacy
///         ---
///         We keep nothing.
///         """)
///     let reading = readLibrary(world.tree)
///
/// Where the text gives no `Content/site.yaml`, a valid one is added that lists the folders of the text in their
/// order (starting state up to 2026-01-01, 30 days of notice, 30 days to object), and a register without prose gets
/// an edition of 2026-01-01. A file's text ends with a line feed.
package struct World: Sendable {
    /// By path.
    package var files: [String: String]

    package var tree: SourceTree { SourceTree(files: files) }

    package init(_ text: String) {
        var files: [String: String] = [:]
        var documents: [String] = []
        var path: String?
        var lines: [Substring] = []
        func end() {
            guard let path else { return }
            files[path] = lines.map { $0 + "\n" }.joined()
            lines = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("-- "), line.hasSuffix(" --") else {
                lines.append(line)
                continue
            }
            end()
            let next = String(line.dropFirst(3).dropLast(3))
            path = next
            let folders = next.split(separator: "/")
            if folders.count > 2, folders[0] == "Content", !["files", "certifications"].contains(folders[1]),
                !documents.contains(String(folders[1]))
            {
                documents.append(String(folders[1]))
            }
        }
        end()
        self.files = files
        if files["Content/site.yaml"] == nil { addDefaults(documents: documents) }
    }

    private mutating func addDefaults(documents: [String]) {
        files["Content/site.yaml"] = Self.site(documents: documents)
        for document in documents where files.keys.contains(where: { $0.hasPrefix("Content/\(document)/providers/") }) {
            let hasProse = files.keys.contains { $0.hasPrefix("Content/\(document)/") && $0.hasSuffix(".md") }
            guard !hasProse else { continue }
            files["Content/\(document)/2026-01-01.md"] = "---\ntitle: Subprocessors\n---\n\nThe list.\n"
        }
    }

    /// A valid site.yaml, with more lines at its end where a test needs some.
    package static func site(documents: [String], _ more: String = "") -> String {
        """
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        language: en
        utc_offset: "+00:00"
        documents: [\(documents.joined(separator: ", "))]
        since: 2026-01-01
        notice: {days: 30, objection_days: 30}
        \(more)
        """
    }
}

extension [Diagnostic] {
    /// The findings as tests write them down: place, check and message on one line, the help below it.
    ///
    ///     Content/site.yaml:3:1 unknown-key: "langauge" is no key of site.yaml
    ///         did you mean language?
    package var listing: String { map(\.listed).joined(separator: "\n") }

    /// The same with the second places of those that have some, below the help.
    ///
    ///     Content/privacy/2026-06-01.md:3:1 duplicate-key: "title" stands twice here
    ///         keep one of the two
    ///         at Content/privacy/2026-06-01.md:2:1: the first one
    package var listingWithPlaces: String {
        map { finding in
            let places = finding.related.map { other in
                "\n    at \(other.place.file):\(other.place.line):\(other.place.column): \(other.message)"
            }
            return finding.listed + places.joined()
        }
        .joined(separator: "\n")
    }
}

extension Diagnostic {
    fileprivate var listed: String {
        let severity = severity == .warning ? " warning" : ""
        let first = "\(file):\(line):\(column)\(severity) \(id.rawValue): \(message)"
        let help = help?.split(separator: "\n", omittingEmptySubsequences: false)
        return ([Substring(first)] + (help ?? []).map { "    " + $0 }).joined(separator: "\n")
    }
}
