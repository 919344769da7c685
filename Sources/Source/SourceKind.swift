/// What a file is, by its path from the site's folder.
enum SourceKind: Equatable {
    case site
    /// Under `Templates/`; read by who renders.
    case template
    case page(stem: String)
    case edition(document: String, stem: String)
    case provider(register: String, stem: String)
    case certification(stem: String)
    /// Nothing that is read, with what to do about it where that can be told.
    case other(suggestion: String?)

    init(_ path: String) {
        // By bytes, as it is asked many times of each file.
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
        guard parts.first == "Content", let name = parts.last else {
            self = .template
            return
        }
        let (stem, ending) = Self.split(name)
        switch (parts.count, ending) {
        case (2, "yaml") where stem == "site": self = .site
        case (2, "md"): self = .page(stem: stem)
        case (3, "yaml") where parts[1] == "certifications": self = .certification(stem: stem)
        case (3, "md") where parts[1] != "certifications": self = .edition(document: parts[1], stem: stem)
        case (4, "yaml") where parts[2] == "providers": self = .provider(register: parts[1], stem: stem)
        default: self = .other(suggestion: Self.suggestion(parts, stem: stem, ending: ending))
        }
    }

    private static func split(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return (name, "") }
        return (String(name[..<dot]), String(name[name.index(after: dot)...]))
    }

    private static func suggestion(_ parts: [String], stem: String, ending: String) -> String? {
        let folder = parts.dropLast().joined(separator: "/")
        switch ending.lowercased() {
        case "yml", "yaml": return suggestion(forYAML: parts, stem: stem, ending: ending)
        case "md" where ending != "md", "markdown", "mdown", "mkd", "mdx": return "rename it to \(stem).md"
        case "md" where parts.count == 4: return "move it up to \(parts[0])/\(parts[1])/ if it is an edition"
        case "txt", "text":
            let name = stem.hasSuffix(".md") || stem.hasSuffix(".yaml") ? stem : "\(stem).md"
            return parts.count < 4
                ? "rename it to \(name) if it is a text of this site; what a text links to lies in Content/files/"
                : "rename it to \(stem.hasSuffix(".yaml") ? stem : stem + ".yaml") if it is a provider"
        case "docx", "doc", "odt", "rtf", "pages", "html", "htm":
            return "save its text as Markdown, in \(folder)/\(stem).md; what a text links to lies in Content/files/"
        case "pdf", "png", "jpg", "jpeg", "webp", "csv", "json", "zip", "xlsx":
            return "move it to Content/files/ if a text links to it"
        default: return nil
        }
    }

    private static func suggestion(forYAML parts: [String], stem: String, ending: String) -> String? {
        switch parts.count {
        case 3 where parts[1] != "certifications" || ending == "yaml":
            return "move it to \(parts[0])/\(parts[1])/providers/\(stem).yaml if it is a provider"
        case 4 where parts[2] != "providers":
            return "move it to \(parts[0])/\(parts[1])/providers/\(stem).yaml if it is a provider"
        case 5 where parts[2] == "providers":
            return "move it to \(parts[0])/\(parts[1])/providers/\(stem).yaml if it is a provider"
        case _ where ending != "yaml": return "rename it to \(stem).yaml"
        default: return nil
        }
    }
}

extension SourceTree {
    /// Whether a folder may hold texts, rows or certifications, by its path from the site's folder.
    package static func mayHoldSources(_ folder: String) -> Bool {
        let parts = folder.split(separator: "/")
        guard !parts.contains(where: isPassedOver) else { return false }
        return switch parts.count {
        case 2: parts[1] == "certifications" || problem(ofDocumentID: String(parts[1])) == nil
        case 3: parts[2] == "providers"
        default: parts.count < 2
        }
    }
}
