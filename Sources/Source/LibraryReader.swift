import Diagnostics
import Model

/// Reads the files of a tree one by one, each by what its path says it is.
struct LibraryReader {
    static let sitePath = "Content/site.yaml"

    let tree: SourceTree
    private(set) var memory: SourceMemory
    var context = ReadingContext()
    var diagnostics: [Diagnostic]
    var unreadable: Set<String>
    var privateValues: [Sourced<String>] = []
    var pages: [Page] = []
    var certifications: [Certification] = []
    /// By the document's id.
    var editions: [String: [Edition]] = [:]
    /// By the register's id; an empty list for one whose providers all are unreadable.
    var providers: [String: [Provider]] = [:]
    /// Each edition and provider of which a day of announcement could not be read, in the order of files.
    var undated: [Document] = []
    /// The documents that have a file, readable or not, and whether one of them is an edition.
    var hasEdition: [String: Bool] = [:]
    /// By the folder of a document whose name cannot stand in an address, which is reported, the paths of what lies there.
    private(set) var refusedFolders: [String: [String]] = [:]
    /// The folders of documents.
    private var folders: Set<String> = []
    /// The folders in which something lies that is none of what is read there.
    var misplaced: Set<String> = []

    init(_ tree: SourceTree, _ memory: SourceMemory) {
        self.tree = tree
        self.memory = memory
        diagnostics = tree.diagnostics
        unreadable = tree.refused
    }

    mutating func readFiles() {
        let files = tree.files.sorted { $0.key < $1.key }.map { path, content in
            (path: path, kind: SourceKind(path), content: content)
        }
        let documentFolders = Self.documentFolders(of: files.map(\.kind))
        folders = Set(documentFolders)
        let source = SourceMemory.SettingsSource(content: tree.files[Self.sitePath], folders: documentFolders)
        if let content = source.content {
            let read = memory.settings(source) { findings in
                let file = content.decoded(Self.sitePath, findings: findings)
                guard !file.holdsMergeConflict(findings: findings) else { return nil }
                return readSite(file, folders: documentFolders, findings: findings)
            }
            context.settings = read.settings
            diagnostics += read.findings
        } else if tree.refused.isDisjoint(with: [Self.sitePath, "Content"]), tree.files["Content/site.yml"] == nil {
            report(
                .missingKey, Self.sitePath, "this file is missing, which says whose site this is",
                "put it back if it was moved or renamed; trustpress new site DIR starts a new site in another folder")
        }
        memory.read(files, context: context, source)
        for path in tree.refused.sorted() { noteRefused(path) }
        for file in files { read(file.path, file.kind, file.content) }
        readAttachments()
    }

    /// Looks for what a merge leaves behind in what texts link to, where it is text.
    private mutating func readAttachments() {
        for (path, attachment) in tree.attachments.sorted(by: { $0.key < $1.key }) {
            guard ["csv", "json", "txt"].contains(where: { path.lowercased().hasSuffix("." + $0) }),
                let bytes = try? attachment.bytes(), let text = String(validating: bytes, as: UTF8.self)
            else { continue }
            let findings = Findings()
            _ = SourceFile(path: path, text: text).holdsMergeConflict(findings: findings)
            diagnostics += findings.diagnostics
        }
    }

    /// The folders in which an edition or a provider lies, in order.
    ///
    /// - Parameter kinds: of all files in the order of their paths.
    private static func documentFolders(of kinds: [SourceKind]) -> [String] {
        var folders: [String] = []
        for kind in kinds {
            switch kind {
            case .edition(let id, _), .provider(let id, _): if folders.last != id { folders.append(id) }
            default: break
            }
        }
        return folders
    }

    private mutating func read(_ path: String, _ kind: SourceKind, _ content: FileContent) {
        let findings = Findings()
        defer { diagnostics += findings.diagnostics }
        func found() -> SourceMemory.Found? {
            memory[path]?.findings.forEach(findings.add)
            return memory[path]?.found
        }
        switch kind {
        case .site: break
        case .template:
            // A style sheet or a template; pictures and fonts have no lines.
            if let text = String(validating: content.bytes, as: UTF8.self) {
                _ = SourceFile(path: path, text: text).holdsMergeConflict(findings: findings)
            }
        case .page(let stem):
            checkName(stem, .page, path, findings: findings)
            guard !folders.contains(stem) else {
                return findings.add(
                    .outputCollision, file: path, "this page and the document \"\(stem)\" would both be /\(stem)/",
                    help:
                        "if it is a text of the document, move it to Content/\(stem)/ and name it after its day of effect, as "
                        + "YYYY-MM-DD.md; else rename it")
            }
            if case .page(let page) = found() { pages.append(page) }
        case .certification(let stem):
            checkName(stem, .certification, path, findings: findings)
            let file = content.decoded(path, findings: findings)
            if !file.holdsMergeConflict(findings: findings),
                let certification = readCertification(file, id: stem, findings: findings)
            {
                certifications.append(certification)
            } else {
                unreadable.insert(path)
            }
        case .edition(let document, let stem):
            hasEdition[document] = true
            if let meant = problem(ofID: document, .document)?.suggestion {
                unreadable.insert("Content/\(meant)/\(stem).md")
            }
            guard editionID(of: document, stem, path, findings: findings) != nil else { return }
            guard case .edition(let edition, let isDated) = found() else {
                unreadable.insert(path)
                return
            }
            if isDated {
                editions[document, default: []].append(edition)
            } else {
                unreadable.insert(path)
                undated.append(Document(id: document, editions: [edition], providers: nil))
            }
        case .provider(let register, let stem):
            noteRegister(register)
            checkName(stem, .provider, path, findings: findings)
            guard case .provider(let result) = found() else {
                unreadable.insert(path)
                return
            }
            privateValues += result.privateValues
            if let provider = result.provider, result.isDated {
                providers[register, default: []].append(provider)
            } else {
                unreadable.insert(path)
                if let provider = result.provider {
                    undated.append(Document(id: register, editions: [], providers: [provider]))
                }
            }
        case .other(let suggestion):
            noteMisplaced(path)
            findings.add(
                .invalidID, file: path, "this is no file that TrustPress reads",
                help: suggestion ?? "take it out of Content/")
        }
    }

    /// What is there and was not taken in has been reported; so its document is not said to be missing.
    private mutating func noteRefused(_ path: String) {
        switch SourceKind(path) {
        case .edition(let document, _) where problem(ofID: document, .document) == nil: hasEdition[document] = true
        case .provider(let register, _) where problem(ofID: register, .document) == nil: noteRegister(register)
        case .edition(let folder, _), .provider(let folder, _):
            if tree.refused.contains("Content/\(folder)") { refusedFolders[folder, default: []].append(path) }
        // A link in place of a document's folder.
        case .other where path.hasPrefix("Content/"):
            let folder = String(path.dropFirst("Content/".count))
            if problem(ofID: folder, .document) == nil { hasEdition[folder] = true }
        default: break
        }
    }

    /// What lies in a document's folder under a wrong name or in a wrong place has been reported: its document is there.
    private mutating func noteMisplaced(_ path: String) {
        let parts = path.split(separator: "/")
        guard parts.count > 2, parts[1] != "certifications", let name = parts.last else { return }
        misplaced.insert(String(parts[1]))
        // What it was meant to be is there, so that nothing calls it missing.
        let stem = name.prefix { $0 != "." }
        unreadable.insert(
            parts.count == 3 && !name.hasSuffix(".yaml") && !name.hasSuffix(".yml")
                ? "Content/\(parts[1])/\(stem).md" : "Content/\(parts[1])/providers/\(stem).yaml")
    }

    private mutating func noteRegister(_ register: String) {
        providers[register, default: []] += []
        hasEdition[register] = hasEdition[register] ?? false
    }

    /// The id that an edition's stem is; nil where it is none, which is reported.
    private mutating func editionID(
        of document: String, _ stem: String, _ path: String, findings: Findings
    ) -> EditionID? {
        if let id = EditionID(stem) { return id }
        unreadable.insert(path)
        let day = String(stem.prefix(10))
        // A digit after a day is a part of it: `2026-11-023`.
        let isDay = CalendarDate(day) != nil && stem.dropFirst(10).first?.isNumber != true
        guard !isDay else {
            findings.add(
                .invalidID, file: path, "\"\(shown(stem))\" is not the name of an edition",
                help: tree.files["Content/\(document)/\(day).md"] == nil
                    ? "rename the file to \(day).md, or \(day)-2.md for a second edition of that day"
                    : "take the file away if it is a copy of \(day).md, or rename it to "
                        + "\(freeName(of: document, on: day)) if it is another edition of that day")
            return nil
        }
        let help = dateHelp(stem, allowsTime: false)
        let isDate = help != dateHelp("", allowsTime: false)
        findings.add(
            isDate ? .invalidDate : .invalidID, file: path,
            isDate && hasDateForm(stem)
                ? "\"\(stem)\" is not a day of the calendar"
                : "\"\(shown(stem))\" is not the day on which an edition takes effect",
            help: isDate
                ? help.replacingPrefix("write ", with: "rename the file to ").replacing(" or ", with: ".md or ") + ".md"
                : "rename the file to its first day, as YYYY-MM-DD.md")
        return nil
    }

    /// The name of an edition of a day that has at least one: `2026-11-23-2.md`, or the next that is not taken.
    private func freeName(of document: String, on day: String) -> String {
        var number = 2
        while tree.files["Content/\(document)/\(day)-\(number).md"] != nil { number += 1 }
        return "\(day)-\(number).md"
    }

    private func checkName(_ stem: String, _ kind: IDKind, _ path: String, findings: Findings) {
        guard let problem = problem(ofID: stem, kind) else { return }
        let ending = path.lastIndex(of: ".").map { path[$0...] } ?? ""
        findings.add(
            .invalidID, file: path, problem.message,
            help: problem.suggestion.map { "rename the file to \($0)\(ending)" } ?? "choose another name for the file")
    }

    mutating func report(_ id: CheckID, _ path: String, _ message: String, _ help: String?) {
        diagnostics.append(Diagnostic(id, file: path, message, help: help))
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
