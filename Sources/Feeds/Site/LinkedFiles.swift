import Diagnostics
import Markdown
import Model

/// The files that a site publishes because a text that may be seen links to them.
///
/// - Parameters:
///   - history: of what is public.
///   - texts: the parsed texts of editions and pages by the path of their source.
/// - Returns: paths such as `/files/dpa.pdf`, sorted, each once. Whether such a file exists is for a check to say.
package func linkedFiles(_ history: History, texts: [String: MarkdownText]) -> [String] {
    var paths: Set<String> = []
    func note(_ destination: String) {
        if let path = linkedFile(destination) { paths.insert(path) }
    }
    func read(_ text: Sourced<String>?) { paths.formUnion(linkedFiles(in: text)) }
    func read(_ announcement: Announcement) {
        read(announcement.urgent)
        for postponement in announcement.postponed { read(postponement.reason) }
        read(announcement.withdrawn?.reason)
    }
    for document in history.documents {
        for edition in document.editions {
            paths.formUnion(linkedFiles(of: edition, texts: texts))
            read(edition.announcement)
        }
        for provider in document.register?.providers ?? [] {
            for change in provider.changes {
                read(change.written.note)
                read(change.announcement)
                change.stateAfter.fieldsToday.values.forEach { $0.addresses.forEach(note) }
            }
        }
    }
    for page in history.library.pages {
        for link in texts[page.source.path]?.links ?? [] { note(link.destination) }
    }
    for certification in history.library.certifications {
        read(certification.scope)
        if let link = certification.link { note(link.value) }
    }
    if let policy = history.settings.securityTxt?.policy { note(policy.value) }
    return paths.sorted()
}

/// The files that an edition's published text links to: in its body, its summary and its reason to be urgent. Sorted,
/// each once; none where the text is erased.
package func linkedFiles(of edition: Edition, texts: [String: MarkdownText]) -> [String] {
    guard edition.announcement.erased == nil else { return [] }
    let body = (texts[edition.source.path]?.links ?? []).compactMap { linkedFile($0.destination) }
    return Set(body + linkedFiles(in: edition.summary) + linkedFiles(in: edition.announcement.urgent)).sorted()
}

private func linkedFiles(in text: Sourced<String>?) -> [String] {
    // Parsing is spared where no link can be.
    guard let text, text.value.contains("files") || text.value.contains("%") || text.value.contains("&") else {
        return []
    }
    return MarkdownText.parse(text).0.links.compactMap { linkedFile($0.destination) }
}

private func linkedFile(_ destination: String) -> String? {
    if case .file(let path) = LinkTarget(destination) { path } else { nil }
}

extension FieldValue {
    /// The texts in it that may be addresses.
    fileprivate var addresses: [String] {
        switch self {
        case .text(let text): [text]
        case .map(let entries):
            entries.compactMap { if case .text(let text) = $0.value { text } else { nil } }
        default: []
        }
    }
}
