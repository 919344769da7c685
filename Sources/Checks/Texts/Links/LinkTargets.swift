import Diagnostics
import Feeds
import Formats
import Markdown
import Model

/// Everything in a site that a link can lead to, indexed once.
struct LinkTargets: Sendable {
    let history: History
    let texts: [String: MarkdownText]
    let documents: [String: DocumentHistory]
    let pages: [String: Page]
    let files: Set<String>
    let notices: [String: Moment]
    /// When each product became public, by its id; those of the starting state were there before all texts.
    let products: [String: Moment]
    /// By `document/edition`.
    let editions: [String: Edition]
    /// By text and anchor: the number of the clause there, nil where the heading has none.
    let anchors: [String: [String: String?]]
    /// By text: the numbers of its clauses, without those of the parts that they stand in.
    let clauses: [String: Set<String>]
    /// The folders and the files that are there but could not be read.
    let unreadable: Set<String>
    /// Ids of documents and pages that are there but could not be read as a whole.
    let partlyUnreadable: Set<String>
    /// By the words of the links that are judged: what these say which clause is meant.
    private(set) var labels: [String: [SectionLabel]] = [:]

    init(history: History, texts: [String: MarkdownText], unreadable: Set<String>) {
        self.history = history
        self.texts = texts
        self.unreadable = unreadable
        func index<Value>(_ pairs: [(String, Value)]) -> [String: Value] {
            Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        documents = index(history.documents.map { ($0.id, $0) })
        pages = index(history.library.pages.map { ($0.id, $0) })
        files = Set(history.library.files)
        products = history.library.productMoments.mapValues {
            $0.day <= history.settings.since.value ? .first : $0
        }
        notices = index(history.notices.map { ($0.id.description, $0.moment) })
        editions = index(
            history.documents.flatMap { document in document.editions.map { ("\(document.id)/\($0.id)", $0) } })
        anchors = texts.mapValues { text in
            index(
                text.clauses.flatMap { clause in clause.anchors.map { ($0, clause.number) } }
                    + text.headings.lazy.filter { $0.number == nil }.map { ($0.anchor, nil) })
        }
        clauses = texts.mapValues { text in
            Set(text.clauses.compactMap { $0.isSubclause ? nil : $0.ownNumber })
        }
        partlyUnreadable = Set(
            unreadable.compactMap { path in
                let parts = path.split(separator: "/")
                guard parts.first == "Content", parts.count > 1, parts.last?.hasSuffix(".md") == true else {
                    return nil
                }
                return parts.count == 2 ? String(parts[1].dropLast(3)) : parts.count == 3 ? String(parts[1]) : nil
            })
    }

    /// Judges the links of all texts.
    func judge(_ published: [PublishedText], memory: CheckMemory) -> [JudgedLink] {
        let words = Set(published.flatMap { $0.markdown?.links.map(\.text) ?? [] })
        var targets = self
        targets.labels = memory.labels(in: words) { SectionLabel.all(in: $0) }
        return concurrentMap(Array(published.enumerated())) { [targets] in targets.judge($1, at: $0) }.flatMap(\.self)
    }

    private func judge(_ text: PublishedText, at index: Int) -> [JudgedLink] {
        var standing: [String: Edition?] = [:]
        var ownAnchors: Set<String>?
        guard let markdown = text.markdown else { return [] }
        return markdown.links.map { link in
            var judged = JudgedLink(
                text: index, link: link, target: link.target.within(history.settings.url.value))
            switch judged.target {
            case .unsafe: break
            case .external(let address):
                // One that leads to no page of the site may still name what is not public yet.
                judged.problem =
                    history.settings.url.value.own(address).flatMap { problem(withNamesIn: $0, text.occasion) }
            case .anchor where link.destination.isEmpty: judged.problem = .missing(.address(""))
            case .anchor(let name):
                // What says what an edition changes speaks of its text.
                let body = text.isScalar ? texts[text.span.file.path] : nil
                let anchors = ownAnchors ?? (body ?? markdown).anchors
                ownAnchors = anchors
                judged.problem = problem(withAnchor: name, among: anchors, in: text, link)
            case .document(let id, let clause):
                judged.problem = problem(withDocument: id, clause, link, text.occasion, &standing)
            case .edition(let document, let edition, let fragment):
                judged.problem =
                    problem(withEdition: edition, of: document, fragment, link, text.occasion)
                    .map { named($0, in: "/\(document)/\(edition)/", text.occasion) }
            case .provider(let register, let id):
                judged.problem = problem(withProvider: id, of: register, text)
            case .file(let path):
                let isThere = files.contains(path) || unreadable.contains("Content" + path)
                judged.problem = isThere ? nil : .missing(.file(path))
            case .sitePath(let path, let fragment):
                judged.problem =
                    problem(withPath: path, fragment, link, text.occasion)
                    .map { named($0, in: path, text.occasion) }
            }
            return judged
        }
    }

    private func problem(
        withAnchor name: String, among anchors: Set<String>, in text: PublishedText, _ link: LinkReference
    ) -> JudgedLink.Problem? {
        let target = JudgedLink.Target(path: text.span.file.path, name: "this text", address: "")
        guard name.isEmpty || anchors.contains(name) && !isOther(name, link, in: target.path) else {
            return .noClause(name, target)
        }
        return texts[target.path] == nil ? nil : problem(withLabel: link.text, fragment: name, target)
    }

    private func problem(
        withDocument id: String, _ clause: String?, _ link: LinkReference, _ occasion: PublishedText.Occasion,
        _ standing: inout [String: Edition?]
    ) -> JudgedLink.Problem? {
        guard let document = documents[id] else {
            guard let page = pages[id] else {
                return partlyUnreadable.contains(id) ? nil : .missing(.address("/\(id)/"))
            }
            let target = JudgedLink.Target(path: page.source.path, name: id, address: id)
            return problem(withFragment: clause, link, target)
        }
        let edition = standing[id] ?? document.edition(standingOn: occasion)
        standing[id] = .some(edition)
        guard let edition else {
            if partlyUnreadable.contains(id) { return nil }
            guard let first = history.linkIndex.moment(ofDocument: id) else { return .missing(.address("/\(id)/")) }
            return first <= occasion.known ? nil : .later("/\(id)/", first)
        }
        // The edition that would have to be judged may be the one that could not be read.
        guard !partlyUnreadable.contains(id), edition.announcement.erased == nil else { return nil }
        let target = JudgedLink.Target(path: edition.source.path, name: "\(id)/\(edition.id)", address: id)
        return problem(withFragment: clause, link, target)
    }

    private func problem(
        withEdition id: String, of document: String, _ fragment: String?, _ link: LinkReference,
        _ occasion: PublishedText.Occasion
    ) -> JudgedLink.Problem? {
        guard let edition = editions["\(document)/\(id)"] else {
            let isUnreadable = unreadable.contains("Content/\(document)/\(id).md")
            return isUnreadable ? nil : .missing(.edition(document: document, edition: id))
        }
        let address = "/\(document)/\(id)/"
        guard edition.announcement.moment <= occasion.known else {
            return .later(address, edition.announcement.moment)
        }
        guard edition.announcement.erased == nil else { return nil }
        let target = JudgedLink.Target(path: edition.source.path, name: "\(document)/\(id)", address: address)
        return problem(withFragment: fragment, link, target)
    }

    /// The problem with a place in a text that is there.
    func problem(
        withFragment fragment: String?, _ link: LinkReference, _ target: JudgedLink.Target
    ) -> JudgedLink.Problem? {
        guard texts[target.path]?.isEmpty == false, let anchors = anchors[target.path] else { return nil }
        if let fragment, anchors[fragment] == nil || isOther(fragment, link, in: target.path) {
            return .noClause(fragment, target)
        }
        return problem(withLabel: link.text, fragment: fragment, target)
    }

    /// Whether a link names a clause by its address (`#1(1)`, `#annex-a/2`), and the place of that name is another's: the
    /// second heading with the number 1 has the place `1-1`.
    private func isOther(_ fragment: String, _ link: LinkReference, in path: String) -> Bool {
        guard link.destination.utf8.contains(where: "(/%".utf8.contains) else { return false }
        let written = link.destination.split(separator: "#", omittingEmptySubsequences: false).dropFirst().joined()
        guard ["(", "/", "%28", "%2F", "%2f"].contains(where: written.contains) else { return false }
        return anchors[path]?[fragment].flatMap(\.self).map(clauseAnchor) != fragment
    }
}
