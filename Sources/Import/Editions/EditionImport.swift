import Checks
import Diagnostics
import Formats
import Markdown
import Model
import Source

/// Texts of a policy from elsewhere as the editions of a document.
package struct EditionImport: Sendable {
    /// By their paths from the site's folder.
    package private(set) var files: [OutputFile] = []
    /// What is wrong, and what was not taken over.
    package private(set) var diagnostics: [Diagnostic] = []
    /// The links that lead to pages of this site now.
    package private(set) var movedLinks: [Diagnostic] = []
    /// The days of the editions, in their order.
    package private(set) var days: [CalendarDate] = []

    /// What is said of links that were to lead elsewhere and are in no text, each in a sentence without its full stop.
    package private(set) var unusedLinks: [String] = []

    /// A text as it was found.
    package struct Text: Sendable {
        /// Where it was, for messages.
        package var path: String
        /// The day of its commit; nil for a file, whose name says it.
        package var day: CalendarDate?
        package var bytes: [UInt8]
        /// What its commit said.
        package var message: String?

        package init(path: String, day: CalendarDate? = nil, bytes: [UInt8], message: String? = nil) {
            (self.path, self.day, self.bytes, self.message) = (path, day, bytes, message)
        }
    }

    /// Where an edition's day comes from.
    package enum DateSource: String, Sendable, CaseIterable {
        /// The commit, or the file's name.
        case commit
        /// What the text says of itself, as "Effective: 12 April 2024"; where it says nothing, the commit or the name.
        case text
    }

    package struct Options: Sendable {
        package var document: String
        package var title: String?
        package var dates = DateSource.commit
        /// What is said of editions that say nothing of what they change.
        package var summary = "Taken over from our earlier site, which kept no summary of what changed."
        package var links: LinkPlan
        /// Whether the document has editions already.
        package var hasEditions = false

        package init(document: String, links: LinkPlan) { (self.document, self.links) = (document, links) }
    }

    /// - Parameter texts: in any order; those of a history oldest first.
    package init(_ texts: [Text], _ options: Options) {
        var days = EditionDays(source: options.dates)
        var last: [UInt8]?
        var destinations: Set<String> = []
        var empty: [String] = []
        for text in Self.inOrder(texts, options.dates) {
            let (foreign, problems) = ForeignEdition.read(text.path, text.bytes)
            guard let foreign else {
                diagnostics += problems
                continue
            }
            diagnostics += foreign.diagnostics
            destinations.formUnion(foreign.text.links.map(\.destination))
            let links = foreign.relinked(options.links, of: options.document)
            let body = foreign.bytes(edited: links.edits)
            if body.allSatisfy({ $0 <= 0x20 }) {
                empty.append(text.path)
                continue
            }
            guard foreign.text.rawHTML.isEmpty || foreign.text.plainText.contains(where: \.isLetter) else {
                diagnostics.append(
                    Diagnostic(
                        .rawHTML, at: foreign.text.rawHTML[0],
                        "all of this text is HTML, of which nothing would be published",
                        help: "open it in a browser, and copy its text, with # and a blank before each heading"))
                continue
            }
            if body == last {
                diagnostics.warn(
                    .emptyChange, file: text.path,
                    "the text is that of the one before it, so that no edition is made of it")
                continue
            }
            let (found, remarks) = days.next(for: text, foreign)
            diagnostics += remarks
            guard let found else { continue }
            last = body
            diagnostics += links.left
            movedLinks += links.moved
            let head = frontMatter(of: foreign, text, options, found, isFirst: files.isEmpty && !options.hasEditions)
            let lines = foreign.hasCRLF ? head.replacing("\n", with: "\r\n") : head
            files.append(
                OutputFile(path: "Content/\(options.document)/\(found.id).md", bytes: Array(lines.utf8) + body))
            self.days.append(found.id.day)
        }
        diagnostics += empty.map { path in
            let said = Diagnostic(
                .missingKey, file: path, "there is no text in this file, so that no edition is made of it",
                help: "check that it was empty then")
            // Without any edition there is nothing to add.
            return files.isEmpty ? said : said.asWarning()
        }
        diagnostics = diagnostics.saidOnce
        movedLinks = movedLinks.saidOnce
        unusedLinks = options.links.unused(among: destinations)
    }

    /// Texts as one followed the other: commits as they are, files by their days, and those of one day by their names.
    private static func inOrder(_ texts: [Text], _ source: DateSource) -> [Text] {
        guard texts.allSatisfy({ $0.day == nil }) else { return texts }
        let days = texts.map { text in
            let foreign = source == .text ? ForeignEdition.read(text.path, text.bytes).0 : nil
            return foreign?.statedDay ?? dayOfFile(text.path).day
        }
        let names = texts.map(\.path.orderedName)
        return texts.indices.sorted { one, other in
            guard days[one] == days[other] else { return days[one] ?? .distantFuture < days[other] ?? .distantFuture }
            return (names[one], one) < (names[other], other)
        }
        .map { texts[$0] }
    }

    private mutating func frontMatter(
        of foreign: ForeignEdition, _ text: Text, _ options: Options, _ found: EditionDays.Found, isFirst: Bool
    ) -> String {
        var members: [JSONValue.Member] = []
        let given = options.title ?? foreign.value("title").flatMap { CellMarkup($0).words.words }
        let title = given ?? foreign.title ?? options.document.asTitle
        if given == nil, !foreign.beginsWithHeading {
            diagnostics.warn(
                .missingKey, at: SourceSpan(foreign.file, foreign.body.lowerBound..<foreign.body.lowerBound),
                "this text does not begin with a title; \"\(title)\" is taken",
                help: "where it is called otherwise, say so: --title \"…\"")
        }
        members.append(.init("title", .string(title)))
        if let announced = found.announced { members.append(.init("announced", .string("\(announced)"))) }
        if let version = foreign.value("version")?.words { members.append(.init("version", .string(version))) }
        let summary = foreign.value("summary")?.trimmed ?? text.message?.subject?.asMarkdownText
        if !isFirst || summary != nil {
            members.append(.init("summary", .string(summary.flatMap { $0.saysWords ? $0 : nil } ?? options.summary)))
        }
        let kept: Set = ["title", "announced", "version", "summary"]
        for (key, _) in foreign.keys where !kept.contains(key.value.lowercased()) {
            diagnostics.warn(
                .unknownKey, at: key.span, "the key \"\(key.value)\" of the front matter is not taken over",
                help: "check that it says nothing of the text")
        }
        return "---\n\(JSONValue.object(members).yaml)---\n"
    }
}
