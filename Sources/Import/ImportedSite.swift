import Diagnostics
import Formats
import Model
import Source

/// A site to which the history of a document is added: what is written, and what its author has to write into files that
/// are there, as none of them is touched.
package struct ImportedSite: Sendable {
    /// By their paths from the site's folder.
    package private(set) var files: [OutputFile]
    /// Whether there was no site before.
    package let isNew: Bool
    /// site.yaml with the document in its list, where that lacks it and can be added to.
    package private(set) var listing: OutputFile?
    /// What is left to do, each in a sentence without its full stop.
    package private(set) var next: [String] = []

    /// What a site says that what is imported depends on.
    package struct Known: Sendable {
        /// Nil where there is no site yet.
        package var settings: SiteSettings?
        /// site.yaml as it is.
        var settingsFile: [UInt8] = []
        var documents: Set<String> = []
        /// Without history.
        var pages: Set<String> = []
        var editions: Set<EditionID> = []

        /// - Parameters:
        ///   - tree: the site's sources, of which there may be none.
        ///   - document: the one that is imported.
        /// - Returns: nil where its settings cannot be read.
        package init?(_ tree: SourceTree, document: String) {
            guard let file = tree.files["Content/site.yaml"] else { return }
            settingsFile = file.bytes
            guard let library = readLibrary(tree).library else { return nil }
            settings = library.settings
            documents = Set(library.settings.documents.map(\.value))
            for path in tree.files.keys {
                let parts = path.split(separator: "/").map(String.init)
                if parts.count == 2, path.hasSuffix(".md") { pages.insert(String(parts[1].dropLast(3))) }
                guard parts.count == 3, path.hasSuffix(".md"), let id = EditionID(parts[2].dropLast(3)) else {
                    continue
                }
                documents.insert(parts[1])
                if parts[1] == document { editions.insert(id) }
            }
        }
    }

    /// - Parameter today: the last day of a new site's starting state.
    package init(
        adding imported: [OutputFile], of document: String, register: RegisterImport? = nil, last: CalendarDate?,
        to known: Known, today: CalendarDate
    ) {
        files = imported
        isNew = known.settings == nil
        if let register, let first = register.days.first, known.editions.isEmpty {
            let title = document.asTitle
            let text = "---\ntitle: \(title.yaml(inFlow: false))\n---\nThese companies process personal data for us.\n"
            files.append(OutputFile(path: "Content/\(document)/\(first).md", text: text))
        }
        if let settings = known.settings {
            next = Self.next(settings, document, register, last: last)
            listing = known.listing(document)
        } else {
            files.append(OutputFile(path: "Content/site.yaml", text: Self.settings(document, register, today)))
            next = ["fill in the blanks of Content/site.yaml"]
        }
        if let last, last > today {
            next.append(
                "look at what is dated after today (\(last)): it is a coming change, and needs its notice period")
        }
        files.sort { $0.path < $1.path }
    }

    /// What there is to do where the site was there before, and counts as published: what is older than that was public, and
    /// is recorded late, or was not, and then nothing is published yet.
    ///
    /// - Parameters:
    ///   - found: what is found of the site with what is imported.
    ///   - newest: of what counts as published, the last that was announced; nil where nothing is.
    /// - Returns: nil where nothing is too old.
    package func olderHistory(_ found: [Diagnostic], after newest: Moment?, asOf: AsOf) -> String? {
        let paths = Set(files.map(\.path))
        guard let newest, found.contains(where: { $0.id == .backdated && paths.contains($0.file) }) else { return nil }
        return
            "the last commit counts as published, and what was taken over is older. If the site is public, write recorded: "
            + "\(asOf.nextMoment(after: newest)) below each announced: (or title:), which tells that it was added later. If it is "
            + "not, take the history over before the first commit, or check and build with --previous none until then"
    }

    /// What a site's settings lack for what was imported.
    private static func next(
        _ settings: SiteSettings, _ document: String, _ register: RegisterImport?, last: CalendarDate?
    ) -> [String] {
        var next: [String] = []
        let documents = settings.documents.map(\.value)
        if !documents.contains(document) {
            next.append(
                "write into Content/site.yaml documents: [\((documents + [document]).joined(separator: ", "))]")
        }
        if let last, settings.since.value < last {
            next.append(
                "write since: \(last) into Content/site.yaml, unless the site is published already: what is dated after "
                    + "\(settings.since.value) would need a notice")
        }
        guard let register else { return next }
        let required = settings.register[0].terms.required
        let missing = ProviderField.allCases.filter { required.contains($0) && !register.required.contains($0) }
        if !missing.isEmpty {
            let terms = settings.register[0].terms
            let kept = ProviderField.allCases.filter { !terms.isRecorded($0) || terms.isPrivate($0) }
            let words = register.required(besides: Set(kept)).map(\.rawValue).joined(separator: ", ")
            next.append(
                "fill in \(missing.map(\.rawValue).joined(separator: ", ")) in the providers' files, or write "
                    + "register: {required: [\(words)]} into Content/site.yaml")
        }
        if !register.products.isEmpty {
            let products = register.products.sorted { $0.key < $1.key }.map {
                JSONValue.Member($0.key, .string($0.value))
            }
            next.append("add to products in Content/site.yaml \(JSONValue.object(products).flowYAML)")
        }
        return next
    }

    /// The least that makes a site, with blanks that the check `placeholder` names. No domain below `invalid` is ever given
    /// to anybody (RFC 6761, section 6.4).
    private static func settings(_ document: String, _ register: RegisterImport?, _ today: CalendarDate) -> String {
        var members: [JSONValue.Member] = [
            .init("organization", ["name": "[COMPANY]"]),
            .init(
                "contacts",
                .object(
                    ["security", "privacy", "legal"].map { .init($0, .string("\($0)@company.invalid")) })),
            .init("url", "https://trust.company.invalid"), .init("authority", .string("company.invalid,\(today)")),
            .init("documents", [.string(document)]), .init("since", .string("\(today)")),
            .init("notice", ["days": .integer(30), "objection_days": .integer(30), "period_ends": "working_day"]),
        ]
        if let register {
            let required = register.required(besides: RegisterTerms.unrecordedByDefault)
            var terms = [JSONValue.Member("required", .array(required.map { .string($0.rawValue) }))]
            if !register.privateKeys.isEmpty {
                terms.append(.init("private", .array(register.privateKeys.map(JSONValue.string))))
            }
            members.append(.init("register", .object(terms)))
            let products = register.products.sorted { $0.key < $1.key }
            if !products.isEmpty {
                members.append(.init("products", .object(products.map { .init($0.key, .string($0.value)) })))
            }
        }
        members.append(.init("checks", ["placeholder": "warning"]))
        return """
            # Fill in the company's name and addresses; then take out the line checks. The authority is a domain of yours and
            # a day on which it was yours: it stays for ever once the site is published.
            \(JSONValue.object(members).yaml)
            """
    }
}

extension ImportedSite.Known {
    /// site.yaml with one document more behind the last of its list; nil where that has it, or has another form.
    fileprivate func listing(_ document: String) -> OutputFile? {
        guard let settings, !settings.documents.contains(where: { $0.value == document }) else { return nil }
        let path = settings.source.path
        do {
            var file = try EditedFile(path, in: SourceTree(files: [path: settingsFile]))
            try file.add("documents", .string(document), isList: true)
            return OutputFile(path: path, bytes: file.bytes)
        } catch {
            // What is to be written by hand is said as what is left to do.
            return nil
        }
    }
}

extension RegisterImport {
    /// The fields that every row of every day has, but for some that no register may ask for.
    fileprivate func required(besides others: Set<ProviderField>) -> [ProviderField] {
        required.filter { !others.contains($0) }
    }
}

extension RegisterImport.Options {
    /// What the site knows already.
    package init(_ known: ImportedSite.Known, document: String) {
        self.document = document
        guard let settings = known.settings else { return }
        let names = settings.names.last?.terms.products ?? []
        products = Dictionary(names.map { ($0.id.value, $0.name.value) }, uniquingKeysWith: { one, _ in one })
        privateKeys = settings.register[0].terms.privateKeys
    }
}

extension EditionImport.Options {
    /// What the site knows already.
    ///
    /// - Parameter links: pairs of what links begin with, and where they lead now.
    package init(_ known: ImportedSite.Known, document: String, links: [(old: String, new: String)]) {
        self.init(
            document: document,
            links: LinkPlan(documents: known.documents.union([document]), pages: known.pages, given: links))
        hasEditions = !known.editions.isEmpty
    }
}
