import Diagnostics
import Formats
import Markdown
import Source

/// Where the links of other texts lead on the new site.
package struct LinkPlan: Sendable {
    /// The documents of the site.
    var documents: Set<String>
    /// Its pages without history.
    var pages: Set<String>
    /// Pairs of what links begin with, and the document or address that they lead to now.
    var given: [(old: String, new: String)]

    package init(documents: Set<String>, pages: Set<String> = [], given: [(old: String, new: String)] = []) {
        (self.documents, self.pages) = (documents, pages)
        // The longest first, as it is the most telling.
        self.given = given.sorted { ($1.old.utf8.count, $0.old) < ($0.old.utf8.count, $1.old) }
    }

    /// Where a link leads, by its destination; nil where it stays as it is.
    ///
    /// - Parameter anchors: those of the text's headings, by the ones that they had (`anchorsBySlug`).
    func destination(of link: LinkReference, _ anchors: [String: String], of document: String) -> String? {
        let destination = link.destination
        let (path, fragment) = destination.parted
        let isPage = !link.isImage && path.isPage
        if let pair = given.first(where: { path.isBelow($0.old) }) {
            let rest = path.dropFirst(pair.old.count)
            let end = fragment.map { "#\($0)" } ?? ""
            guard documents.contains(pair.new) else { return pair.new + rest + end }
            return isPage || rest.isEmpty && !link.isImage ? "/\(pair.new)/\(end)" : nil
        }
        if path.isEmpty, let fragment { return anchors[fragment].map { "#\($0)" } }
        guard isPage, !path.contains(":"), !path.hasPrefix("//"), let target = self.document(at: path) else {
            return nil
        }
        if target == document, let fragment { return "#\(anchors[fragment] ?? fragment)" }
        let address = "/\(target)/" + (fragment.map { "#\($0)" } ?? "")
        return address == destination ? nil : address
    }

    /// What is said of pairs that lead to no document, each in a sentence without its full stop.
    package var misnamed: [String] {
        let names = documents.union(pages)
        return given.map(\.new).filter { new in !new.contains { "/:#.".contains($0) } && !names.contains(new) }.map {
            new in
            let near = nearMiss(new, among: names.sorted())
            return "there is no document \"\(new)\" for --link; "
                + (near.map { "did you mean \($0)?" } ?? "import it first, or list it in documents")
        }
    }

    /// What is said of pairs that no link begins with, each in a sentence without its full stop.
    ///
    /// - Parameter destinations: those of all links.
    func unused(among destinations: Set<String>) -> [String] {
        let paths = Set(destinations.map(\.parted.path).filter { !$0.isEmpty }).sorted()
        return given.map(\.old).filter { old in !paths.contains { $0.isBelow(old) } }.map { old in
            "no link begins with \"\(old)\"" + (nearMiss(old, among: paths).map { "; did you mean \($0)?" } ?? "")
        }
    }

    /// The document that a file of another site was, by its name: `../legal/privacy.md` and `/legal/privacy/` are `privacy`.
    private func document(at path: String) -> String? {
        var parts = path.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
        guard let last = parts.popLast() else { return nil }
        let stem = last.split(separator: ".").first.map(String.init) ?? last
        let isIndex = ["index", "readme", "_index"].contains(stem.lowercased()) || stem.first?.isNumber == true
        let name = isIndex ? parts.last ?? "" : stem
        let id = freeID(for: name, .document, taken: [])
        return !name.isEmpty && documents.contains(id) ? id : nil
    }
}

extension MarkdownText {
    /// The anchors that headings have here, by the ones that GitHub and most generators give them, where those are none here.
    fileprivate var anchorsBySlug: [String: String] {
        let known = anchors
        let moved = headings.flatMap { heading -> [(String, String)] in
            // `## Who we are {#who}`, as several generators have it.
            let given = heading.text.firstMatch(of: /\{#([^\s}]+)[^}]*\}$/).map { String($0.1) }
            return [heading.slug, given].compactMap(\.self).filter { !known.contains($0) }.map { ($0, heading.anchor) }
        }
        return Dictionary(moved, uniquingKeysWith: { first, _ in first })
    }
}

extension String {
    /// Whether a path is that of a page, and not of a picture or another file: it has no ending, or one that pages have.
    fileprivate var isPage: Bool {
        let parts = (split(separator: "/").last ?? "").prefix { $0 != "?" }.split(separator: ".")
        return parts.count < 2
            || ["md", "mdx", "markdown", "html", "htm"].contains(parts[parts.count - 1].lowercased())
    }

    /// Whether a path is what another one says, or stands below it.
    fileprivate func isBelow(_ old: String) -> Bool { self == old || hasPrefix(old + "/") || self + "/" == old }

    /// A destination's path, and what stands behind its `#`.
    fileprivate var parted: (path: String, fragment: String?) {
        guard let sign = firstIndex(of: "#") else { return (self, nil) }
        return (String(self[..<sign]), String(self[index(after: sign)...]))
    }
}

extension ForeignEdition {
    /// The links that lead elsewhere now, as edits; and what is said of them.
    ///
    /// - Parameter document: the one that it is an edition of.
    func relinked(
        _ plan: LinkPlan, of document: String
    ) -> (edits: [(range: Range<Int>, text: String)], moved: [Diagnostic], left: [Diagnostic]) {
        var edits: [Int: (range: Range<Int>, text: String)] = [:]
        var (moved, left): ([Diagnostic], [Diagnostic]) = ([], [])
        let (definitions, anchors) = (definitions, text.anchorsBySlug)
        for link in text.links {
            guard let new = plan.destination(of: link, anchors, of: document) else {
                if link.isOfOldSite(plan) { left.tell(link) }
                continue
            }
            let places = places(of: link, definitions)
            if places.isEmpty { left.tell(link) }
            for place in places where edits[place.lowerBound] == nil {
                edits[place.lowerBound] = (place, new)
                moved.warn(
                    .brokenLink, at: SourceSpan(file, place), "the link to \(link.destination) leads to \(new) now")
            }
        }
        return (edits.values.sorted { $0.range.lowerBound < $1.range.lowerBound }, moved, left)
    }

    /// Where a link's destination is written: in it, or in the definition that it refers to.
    private func places(of link: LinkReference, _ definitions: [String: [Range<Int>]]) -> [Range<Int>] {
        let written = link.span.text
        guard written.first == "[" else {
            guard written.first == "<" else { return [link.span.range] }
            return [link.span.range.lowerBound + 1..<link.span.range.upperBound - 1]
        }
        return definitions[link.destination] ?? []
    }

    /// Of each destination that a definition (`[label]: address`) has, its places.
    private var definitions: [String: [Range<Int>]] {
        var places: [String: [Range<Int>]] = [:]
        var offset = body.lowerBound
        let definition = /[ ]{0,3}\[[^\]]+\]:[ \t]*<?([^\s>]+)/
        for line in file.substring(body).split(separator: "\n", omittingEmptySubsequences: false) {
            defer { offset += line.utf8.count + 1 }
            guard line.utf8.contains(UInt8(ascii: "]")),
                let match = line.prefixMatch(of: definition)
            else { continue }
            let start = offset + line.utf8.distance(from: line.startIndex, to: match.1.startIndex)
            places[String(match.1), default: []].append(start..<start + match.1.utf8.count)
        }
        return places
    }
}

extension LinkReference {
    /// Whether it leads to a path of the site that it was written for, and to none of this one.
    fileprivate func isOfOldSite(_ plan: LinkPlan) -> Bool {
        switch target {
        case .external, .anchor: false
        case .document(let id, _): !plan.documents.contains(id)
        case .edition(let id, _, _): !plan.documents.contains(id)
        case .provider, .file, .sitePath, .beside, .unsafe: true
        }
    }
}

extension [Diagnostic] {
    /// Adds a link that stays as it is.
    fileprivate mutating func tell(_ link: LinkReference) {
        warn(
            .brokenLink, at: link.span,
            "\(link.isImage ? "the picture" : "the link to") \(link.destination) leads to nothing here, and stays as it is",
            help: link.isImage
                ? "put the picture into Content/files/"
                : "say to which document, as --link \(link.destination.prefix { $0 != "#" })=DOCUMENT")
    }
}
