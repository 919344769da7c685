import Diagnostics
import Model

extension LibraryReader {
    mutating func reading() -> Reading {
        var library: Library?
        if let settings = context.settings { library = makeLibrary(settings) }
        return Reading(
            library: library, diagnostics: diagnostics.sorted(), unreadable: unreadable, undated: undated,
            privateValues: privateValues)
    }

    private mutating func makeLibrary(_ settings: SiteSettings) -> Library {
        let listed = settings.documents.map(\.value)
        for folder in refusedFolders.keys.sorted() { standIn(for: folder, listed: listed) }
        let unlisted = hasEdition.keys.filter { !listed.contains($0) }.sorted()
        // An id and a folder that are nearly the same are one mistake.
        var renamed: [String: String] = [:]
        for id in listed where hasEdition[id] == nil && !misplaced.contains(id) {
            renamed[id] =
                unlisted.first { slug($0) == id } ?? nearMiss(id, among: unlisted.filter { $0.first == id.first })
                ?? unlisted.first { problem(ofID: $0, .document) != nil && meant(by: slug($0), among: [id]) != nil }
        }
        for document in settings.documents { checkFolder(of: document, renamed: renamed[document.value]) }
        if !settings.unreadable.contains("documents") {
            // `[terms; privacy]` is told as it stands.
            let named = Set(listed.flatMap(\.partsOfItem))
            for document in unlisted
            where !named.contains(document)
                && (problem(ofID: document, .document) != nil || !renamed.values.contains(document))
            {
                let id = renamed.keys.sorted().first { renamed[$0] == document }
                reportUnlisted(document, as: id, listed: listed)
            }
        }
        let attachments = tree.attachments.keys.map { "/" + $0.dropFirst("Content/".count) }
        return Library(
            settings: settings, pages: pages.sorted { $0.id < $1.id },
            documents: (listed + unlisted).filter { hasEdition[$0] != nil }.map { document($0) },
            certifications: certifications.sorted { $0.id < $1.id }, files: attachments.sorted())
    }

    /// The folder whose name cannot stand in an address is that of a document: nothing calls this missing, and what is said of
    /// the folder says how the list of documents calls it.
    private mutating func standIn(for folder: String, listed: [String]) {
        let suggestion = slug(folder)
        let missing = listed.filter { hasEdition[$0] != true && !misplaced.contains($0) }
        let id = meant(by: suggestion, among: missing)
        let names = [suggestion, suggestion.replacing("-", with: ""), id].compactMap(\.self)
        for path in refusedFolders[folder] ?? [] {
            let rest = path.dropFirst("Content/\(folder)".count)
            for name in names { unreadable.insert("Content/\(name)\(rest)") }
        }
        guard
            let place = diagnostics.firstIndex(where: { $0.id == .unsafePath && $0.place.file == "Content/\(folder)" })
        else { return }
        if let id {
            hasEdition[id] = true
            diagnostics[place].help = "rename it to \(id)"
        }
        // Its name in the list of documents, which is the same mistake.
        let listings = diagnostics.indices.filter { index in
            let finding = diagnostics[index]
            return finding.id == .invalidID && finding.place.file == Self.sitePath
                && finding.message == problem(ofID: folder, .document)?.message
        }
        guard let listing = listings.first else { return }
        diagnostics[place].help = "rename it to \(suggestion), and write that in the list of documents in site.yaml"
        diagnostics.remove(at: listing)
    }

    /// The id of a document that a folder's name, as an id, is nearest to: `terms` of `terms-of-use`.
    private func meant(by folder: String, among ids: [String]) -> String? {
        let words = Set(folder.split(separator: "-"))
        return ids.first { $0.replacing("-", with: "") == folder.replacing("-", with: "") }
            ?? nearMiss(folder, among: ids)
            ?? ids.first { !words.isDisjoint(with: $0.split(separator: "-")) }
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
        let file = "Content/\(id)/\(day.map { "\($0)" } ?? "YYYY-MM-DD").md"
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

    /// - Parameter listing: what the list of documents calls it, where that is a name which no folder has.
    private mutating func reportUnlisted(_ id: String, as listing: String?, listed: [String]) {
        let folder = "Content/\(id)"
        if let problem = problem(ofID: id, .document) {
            return report(
                .invalidID, folder, problem.message,
                (listing ?? problem.suggestion).map { "rename the folder to \($0)" }
                    ?? "choose another name for the folder")
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
