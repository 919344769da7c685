extension StringProtocol {
    /// Whether it ends as the name of a file does that sites hold or link to: `iso.pdf`, `old/terms.html`. No host does.
    package var isFileName: Bool {
        guard let dot = lastIndex(of: "."), dot > startIndex else { return false }
        return fileTypes.contains(self[dot...].dropFirst().lowercased())
    }

    /// The path of a page without the ending that its file has on other servers: `terms` of `terms.html`, `old/` of
    /// `old/index.html`; nil where it has none.
    package var withoutPageEnding: String? {
        guard let ending = [".html", ".htm"].first(where: { lowercased().hasSuffix($0) }) else { return nil }
        let path = String(dropLast(ending.count))
        return path == "index" || path.hasSuffix("/index") ? String(path.dropLast("index".count)) : path
    }
}

/// What files in `Content/files/` may end with, what people have that may not, and what pages are called elsewhere.
private let fileTypes: Set<String> = [
    "pdf", "png", "jpg", "jpeg", "webp", "csv", "json", "txt", "zip", "docx", "xlsx", "doc", "xls", "odt", "svg", "gif",
    "md", "html", "htm",
]
