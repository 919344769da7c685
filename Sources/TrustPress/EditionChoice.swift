import Diagnostics
import Model
import Source

/// Finds the editions that a command line names.
struct EditionChoice {
    let history: History
    let reading: Reading
    /// Whether what is embargoed is left out.
    let isLimited: Bool

    func editions(of id: String, from first: String?, to second: String?) throws -> (old: Edition, new: Edition) {
        guard let document = history.document(id) else { throw unknown(id) }
        let new = try second.map { try edition($0, of: document) } ?? newest(of: document)
        let old = try first.map { try edition($0, of: document) } ?? predecessor(of: new, in: document)
        for edition in [old, new] {
            guard let erased = edition.announcement.erased else { continue }
            throw UsageError(
                "the text of \(document.id) \(edition.id) was erased on \(erased.announced.value.day), so there is "
                    + "nothing to compare; \(list(document))")
        }
        return (old, new)
    }

    // MARK: Choosing

    /// By its id; a day that is no edition's id is one on which an edition was in force.
    private func edition(_ name: String, of document: DocumentHistory) throws -> Edition {
        guard let id = EditionID(name) else {
            let near = nearMiss(name, among: document.editions.map { "\($0.id)" })
            throw UsageError(
                "\"\(name.shown)\" is no edition and no day"
                    + (near.map { "; did you mean \($0)?" } ?? "; \(list(document))"))
        }
        if let edition = document.editions.first(where: { $0.id == id }) { return edition }
        try refuseUnreadable(of: document) { $0 == id }
        guard id.number == 1 else { throw UsageError("there is no edition \(id) of \(document.id); \(list(document))") }
        guard let edition = document.inForce(on: id.day) else {
            throw UsageError("no edition of \(document.id) is in force on \(id.day); \(list(document))")
        }
        try refuseUnreadable(of: document) { $0 > edition.id && $0.day <= id.day }
        return edition
    }

    /// The one with the highest id whose text is there and was not taken back.
    private func newest(of document: DocumentHistory) throws -> Edition {
        let edition = document.editions.last { $0.announcement.erased == nil && !$0.announcement.isWithdrawn }
        if !isLimited { try refuseUnreadable(of: document) { $0 > edition?.id ?? $0 } }
        guard let edition else {
            throw UsageError("no edition of \(document.id) has a text to compare; name two of them")
        }
        return edition
    }

    private func predecessor(of edition: Edition, in document: DocumentHistory) throws -> Edition {
        let old = document.predecessor(of: edition)
        let day = edition.announcement.effective.value
        try refuseUnreadable(of: document) { id in
            id.day < day && old.map { $0.id < id } ?? true
        }
        guard let old else {
            throw UsageError(
                "\(edition.id) is the first edition of \(document.id), so there is none before it to compare it with")
        }
        return old
    }

    // MARK: What is wrong

    private func unknown(_ name: String) -> UsageError {
        let ids = history.documents.map(\.id)
        let near = nearMiss(name, among: ids).map { "did you mean \($0)?" }
        let all = ids.isEmpty ? "the site has none" : "the documents are \(ids.joined(separator: ", "))"
        return UsageError("there is no document \"\(name.shown)\"; \(near ?? all)")
    }

    /// An edition that is there but could not be read must not pass for one that is not: the command would compare
    /// others than its author means.
    private func refuseUnreadable(
        of document: DocumentHistory, where isMeant: (EditionID) -> Bool
    ) throws {
        let paths = reading.unreadable.filter { path in
            let parts = path.split(separator: "/")
            guard parts.count == 3, parts[1] == document.id, parts[2].hasSuffix(".md"),
                let id = EditionID(parts[2].dropLast(3))
            else { return false }
            return isMeant(id)
        }
        if paths.isEmpty { return }
        throw UnreadableContent(
            diagnostics: reading.diagnostics.filter { paths.contains($0.file) && $0.severity == .error })
    }

    private func list(_ document: DocumentHistory) -> String {
        let known = document.editions.filter { $0.announcement.erased == nil }.map { "\($0.id)" }
        if known.isEmpty { return "it has no other editions" }
        return "its editions are \(known.joined(separator: ", "))"
    }
}

extension String {
    /// As it may be printed in a message.
    var shown: String {
        String(map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? "\u{FFFD}" : $0 })
    }
}
