import Diagnostics
import Model

extension LibraryReader {
    mutating func reading() -> Reading {
        var library: Library?
        if let settings = context.settings { library = makeLibrary(settings) }
        return Reading(
            library: library, diagnostics: diagnostics.sorted(), unreadable: unreadable, privateValues: privateValues)
    }

    private mutating func makeLibrary(_ settings: SiteSettings) -> Library {
        let listed = settings.documents.map(\.value)
        for document in settings.documents { checkFolder(of: document) }
        let unlisted = hasEdition.keys.filter { !listed.contains($0) }.sorted()
        for document in unlisted { reportUnlisted(document, listed: listed) }
        let attachments = tree.attachments.keys.map { "/" + $0.dropFirst("Content/".count) }
        return Library(
            settings: settings, pages: pages.sorted { $0.id < $1.id },
            documents: (listed + unlisted).filter { hasEdition[$0] != nil }.map { document($0) },
            certifications: certifications.sorted { $0.id < $1.id }, files: attachments.sorted())
    }

    private func document(_ id: String) -> Document {
        Document(
            id: id, editions: (editions[id] ?? []).sorted { $0.id < $1.id },
            providers: providers[id]?.sorted { $0.id < $1.id })
    }

    /// A document that is listed has a folder with an edition.
    private mutating func checkFolder(of document: Sourced<String>) {
        let id = document.value
        guard problem(ofID: id, .document) == nil else { return }
        let day = context.settings?.since.value == .distantFuture ? nil : context.settings?.since.value
        let file = "Content/\(id)/\(day.map { "\($0)" } ?? "2026-11-23").md"
        switch hasEdition[id] {
        case nil:
            diagnostics.append(
                Diagnostic(
                    .missingKey, at: document.span, "the document \"\(id)\" has no folder",
                    help: "add \(file), or take \(id) out of the list"))
        case false?:
            diagnostics.append(
                Diagnostic(
                    .missingKey, at: document.span, "the register \"\(id)\" has providers but no text",
                    help: "add \(file), which says what the list is"))
        default: break
        }
    }

    private mutating func reportUnlisted(_ id: String, listed: [String]) {
        let folder = "Content/\(id)"
        if let problem = problem(ofID: id, .document) {
            return report(
                .invalidID, folder, problem.message,
                problem.suggestion.map { "rename the folder to \($0)" } ?? "choose another name for the folder")
        }
        report(
            .missingKey, folder, "the document \"\(id)\" is not in the list of documents in site.yaml",
            "write documents: [\((listed + [id]).joined(separator: ", "))] there")
        if hasEdition[id] == false {
            report(
                .missingKey, folder, "the register \"\(id)\" has providers but no text",
                "add an edition, which says what the list is")
        }
    }
}
