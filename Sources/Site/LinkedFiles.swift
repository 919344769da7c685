import Diagnostics
import Markdown
import Model

/// The files under `Content/files/` that a site publishes, because a text that may be seen names them.
package struct SiteFileNames: Sendable {
    /// Named by what never changes again, which the record holds: editions, changes, and why one was postponed, withdrawn
    /// or erased. Paths such as `/files/dpa.pdf`, sorted; whether there is such a file is for a check to say.
    package var recorded: [String]
    /// Named by pages, links of providers, certifications and the security policy alone: free to change, and in no digest.
    package var free: [String]

    /// - Parameters:
    ///   - history: of what is public.
    ///   - texts: the parsed texts of editions and pages by the path of their source.
    package init(_ history: History, texts: [String: MarkdownText]) {
        let recorded = Set(history.documents.flatMap(\.items).flatMap(\.namedFiles))
        self.recorded = recorded.sorted()
        free = freeFiles(history, texts: texts).subtracting(recorded).sorted()
    }
}

extension NoticeItem {
    /// The files that its published text names, and what was said of it later.
    package var namedFiles: [String] {
        (published?.namedFiles ?? []) + announcement.reasons.flatMap { Model.namedFiles(in: $0.value) }
    }
}

private func freeFiles(_ history: History, texts: [String: MarkdownText]) -> Set<String> {
    var paths: Set<String> = []
    func note(_ target: LinkTarget) {
        if case .file(let path) = target.within(history.settings.url.value) { paths.insert(path) }
    }
    for provider in history.documents.flatMap({ $0.register?.providers ?? [] }) {
        for change in provider.changes {
            change.stateAfter.fieldsToday.values.forEach { $0.addresses.forEach { note(LinkTarget($0)) } }
        }
    }
    for page in history.library.pages {
        texts[page.source.path]?.links.forEach { note($0.target) }
    }
    for certification in history.library.certifications {
        if let scope = certification.scope { MarkdownText.parse(scope).0.links.forEach { note($0.target) } }
        for link in [certification.link, certification.nda].compactMap(\.self) { note(LinkTarget(link.value)) }
    }
    if let policy = history.settings.securityTxt?.policy { note(LinkTarget(policy.value)) }
    return paths
}

extension FieldValue {
    /// The texts in it that may be addresses.
    package var addresses: [String] {
        switch self {
        case .text(let text): [text]
        case .map(let entries):
            entries.flatMap { entry -> [String] in
                switch entry.value {
                case .text(let text): [text]
                case .links(let links): links.map(\.url)
                case .texts, .bool, .removed: []
                }
            }
        default: []
        }
    }
}
