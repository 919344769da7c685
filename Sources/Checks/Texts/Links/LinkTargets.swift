import Diagnostics
import Markdown
import Model

/// Everything in a site that a link can lead to, indexed once.
struct LinkTargets: Sendable {
    let history: History
    /// By path.
    let texts: [String: PlacesOfText]
    let documents: [String: DocumentHistory]
    let pages: [String: Page]
    let files: Set<String>
    /// The theme's assets and the schemas, by their addresses; nil where nobody asked for them.
    let fixedFiles: Set<String>?
    /// When the page of certifications came to be; nil without one. They come and go: while there is one, every text may
    /// link to it.
    let certifications: Moment?
    let notices: [String: Moment]
    /// When each product became public, by its id; those of the starting state were there before all texts.
    let products: [String: Moment]
    /// By `document/edition`.
    let editions: [String: Edition]
    /// The folders and the files that are there but could not be read.
    let unreadable: Set<String>
    /// Ids of documents and pages that are there but could not be read as a whole.
    let partlyUnreadable: Set<String>
    /// What was found out about paths.
    let paths = PathMemory()

    /// - Parameters:
    ///   - bodies: the texts of editions and pages.
    ///   - memory: of the last run.
    init(
        history: History, bodies: [PublishedText], unreadable: Set<String>, fixedFiles: Set<String>?, asOf: AsOf,
        memory: CheckMemory
    ) {
        let certified = history.library.certifications.map(\.announced.value)
        certifications = certified.contains(where: asOf.covers) ? .first : certified.min()
        self.history = history
        self.unreadable = unreadable
        self.fixedFiles = fixedFiles
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
        let places = memory.answers(to: .places, of: bodies) { $0.markdown.map(PlacesOfText.init) }
        texts = index(zip(bodies, places).compactMap { body, places in places.map { (body.span.file.path, $0) } })
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
    ///
    /// - Parameter memory: of the last run: what was judged of a text holds where all is the same that it depends on.
    /// - Returns: of each text those with a problem, and those to clauses of documents, to files and to the theme's assets.
    func judge(_ published: [PublishedText], asOf: AsOf, memory: CheckMemory) -> [JudgedLinks] {
        let read = ReadLink.all(in: published, of: history.settings.url.value, memory: memory)
        let links = Dictionary(
            zip(published.map(ObjectIdentifier.init), read), uniquingKeysWith: { first, _ in first })
        let surroundings = LinkSurroundings(
            history.library, unreadable: unreadable, fixedFiles: fixedFiles, asOf: asOf)
        return memory.answers(
            to: .judgedLinks, given: surroundings, of: published, stillHolds: { $0.holds(among: texts) }
        ) { text in
            judge(text, links[ObjectIdentifier(text)] ?? [])
        }
    }

    private func judge(_ text: PublishedText, _ links: [ReadLink]) -> JudgedLinks {
        var standing: [String: Edition?] = [:]
        guard let markdown = text.markdown else { return JudgedLinks([], asked: []) }
        var asked: Set<String> = []
        let judged = links.compactMap { read -> JudgedLink? in
            let link = markdown.links[read.index]
            let read = read.rooted(link, in: text.document)
            var judged = JudgedLink(link: link, target: read.target)
            switch read.target {
            case .unsafe, .beside: break
            case .external(let address):
                // One that leads to no page of the site may still name what is not public yet.
                judged.problem =
                    history.settings.url.value.own(address).flatMap { problem(withNamesIn: $0, text.occasion) }
            case .anchor where link.destination.isEmpty: judged.problem = .missing(.address(""))
            case .anchor(let name):
                // What says what an edition changes speaks of its text.
                let isPlace = texts[text.span.file.path]?.isPlace(name) ?? markdown.anchors.contains(name)
                judged.problem = problem(withAnchor: name, isPlace: isPlace, in: text, read, link)
            case .document(let id, let clause):
                judged.problem = problem(withDocument: id, clause, read, link, text.occasion, &standing)
            case .edition(let document, let edition, let fragment):
                judged.problem =
                    problem(withEdition: edition, of: document, fragment, read, link, text.occasion)
                    .map { named($0, in: "/\(document)/\(edition)/", text.occasion) }
            case .provider(let register, let id):
                judged.problem = problem(withProvider: id, of: register, text)
            case .file(let path):
                let isThere = files.contains(path) || unreadable.contains("Content" + path)
                judged.problem = isThere ? nil : .missing(.file(path))
            case .sitePath(let path, let fragment):
                judged.problem =
                    problem(withPath: path, fragment, read, link, text.occasion)
                    .map { named($0, in: path, text.occasion) }
            }
            if let path = self.path(askedBy: read.target, in: text, standing) { asked.insert(path) }
            return judged.problem == nil && !read.target.isCitation ? nil : judged
        }
        return JudgedLinks(judged, asked: asked.map { ($0, texts[$0]) })
    }

    /// The source of the text whose places decide what is wrong with a link.
    ///
    /// - Parameter standing: the editions that were found for the ids of documents.
    private func path(
        askedBy target: LinkTarget, in text: PublishedText, _ standing: [String: Edition?]
    ) -> String? {
        switch target {
        case .anchor: text.span.file.path
        case .document(let id, _): documents[id] == nil ? pages[id]?.source.path : standing[id]??.source.path
        case .edition(let document, let edition, _): editions["\(document)/\(edition)"]?.source.path
        case .sitePath: pages["index"]?.source.path
        case .unsafe, .external, .provider, .file, .beside: nil
        }
    }

    private func problem(
        withAnchor name: String, isPlace: Bool, in text: PublishedText, _ read: ReadLink, _ link: LinkReference
    ) -> JudgedLink.Problem? {
        let target = JudgedLink.Target(path: text.span.file.path, name: "this text", address: "")
        guard name.isEmpty || isPlace && !isOther(name, link, in: target.path) else {
            return .noClause(name, target)
        }
        return problem(withLabels: read.labels, fragment: name, target)
    }

    private func problem(
        withDocument id: String, _ clause: String?, _ read: ReadLink, _ link: LinkReference,
        _ occasion: PublishedText.Occasion, _ standing: inout [String: Edition?]
    ) -> JudgedLink.Problem? {
        guard let document = documents[id] else {
            guard let page = pages[id] else {
                return partlyUnreadable.contains(id) ? nil : .missing(.address("/\(id)/"))
            }
            let target = JudgedLink.Target(path: page.source.path, name: id, address: id)
            return problem(withFragment: clause, read, link, target)
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
        return problem(withFragment: clause, read, link, target)
    }

    private func problem(
        withEdition id: String, of document: String, _ fragment: String?, _ read: ReadLink, _ link: LinkReference,
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
        return problem(withFragment: fragment, read, link, target)
    }

    /// The problem with a place in a text that is there.
    func problem(
        withFragment fragment: String?, _ read: ReadLink, _ link: LinkReference, _ target: JudgedLink.Target
    ) -> JudgedLink.Problem? {
        guard let text = texts[target.path], !text.markdown.isEmpty else { return nil }
        if let fragment, !text.isPlace(fragment) || isOther(fragment, link, in: target.path) {
            return .noClause(fragment, target)
        }
        return problem(withLabels: read.labels, fragment: fragment, target)
    }

    /// Whether a link names a clause by its address (`#1(1)`, `#annex-a/2`), and the place of that name is another's: the
    /// second heading with the number 1 has the place `1-1`.
    private func isOther(_ fragment: String, _ link: LinkReference, in path: String) -> Bool {
        guard let hash = link.destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return false }
        let written = link.destination[hash...]
        guard written.utf8.contains(where: \.mayBeOfNumber) else { return false }
        guard ["(", "/", "%28", "%2F", "%2f"].contains(where: written.contains) else { return false }
        return texts[path]?.clause(at: fragment).map(clauseAnchor) != fragment
    }
}

extension UInt8 {
    /// Whether it may begin what only an address of a clause holds: a bracket or a slash, or their escape.
    fileprivate var mayBeOfNumber: Bool {
        self == UInt8(ascii: "(") || self == UInt8(ascii: "/") || self == UInt8(ascii: "%")
    }
}

extension LinkTarget {
    /// Whether other checks than those of what it leads to ask about it.
    fileprivate var isCitation: Bool {
        switch self {
        case .document(_, clause: .some), .file: true
        default: asset != nil
        }
    }
}
