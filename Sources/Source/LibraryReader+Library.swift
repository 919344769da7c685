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
        let unlisted = hasEdition.keys.filter { !listed.contains($0) }.sorted()
        // An id and a folder that are nearly the same are one mistake.
        var renamed: [String: String] = [:]
        for id in listed where hasEdition[id] == nil && !misplaced.contains(id) {
            renamed[id] =
                unlisted.first { slug($0) == id } ?? nearMiss(id, among: unlisted.filter { $0.first == id.first })
        }
        for document in settings.documents { checkFolder(of: document, renamed: renamed[document.value]) }
        if !settings.unreadable.contains("documents") {
            for document in unlisted
            where problem(ofID: document, .document) != nil || !renamed.values.contains(document) {
                reportUnlisted(document, listed: listed)
            }
        }
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
    ///
    /// - Parameter folder: the one that is probably meant.
    private mutating func checkFolder(of document: Sourced<String>, renamed folder: String?) {
        let id = document.value
        guard problem(ofID: id, .document) == nil else { return }
        let day = context.settings?.since.value == .distantFuture ? nil : context.settings?.since.value
        let file = "Content/\(id)/\(day.map { "\($0)" } ?? "2026-11-23").md"
        func report(_ message: String, _ help: String) {
            diagnostics.append(Diagnostic(.missingKey, at: document.span, message, help: help))
        }
        switch hasEdition[id] {
        case nil where misplaced.contains(id): return
        case nil:
            if let folder {
                // A folder whose name is no id is reported by itself.
                guard problem(ofID: folder, .document) == nil else { return }
                return report(
                    "the document \"\(id)\" has no edition, and the folder Content/\(folder) is not listed",
                    "did you mean \(folder)?")
            }
            report(
                "the document \"\(id)\" has no edition",
                "write its text to Content/\(id)/, in a file named after the day from which it applies, as \(file.suffix(13)); or "
                    + "take \(id) out of the list")
        case false?:
            report(
                "the register \"\(id)\" has providers but no text",
                "write \(file), which says what the list is")
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
