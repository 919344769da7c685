import Diagnostics
import Model

/// Reads a page. It needs no front matter, so each key of one is an error; what starts with `---` and no key after it
/// is Markdown.
func readPage(_ file: SourceFile, id: String, findings: Findings) -> Page {
    let whole = Page(id: id, source: file, body: SourceSpan(file, 0..<file.utf8Count))
    guard case .found(let frontMatter) = FrontMatter.cut(file), frontMatter.yaml.count <= FrontMatter.limit else {
        return whole
    }
    // Two rules with a text between them are Markdown: that text is no map of keys.
    guard case .root(let root) = YAMLAttempt(file, frontMatter.yaml, findings: Findings()).outcome,
        case .map(let entries) = root?.content
    else { return whole }
    for entry in entries {
        findings.add(
            .unknownKey, at: entry.keySpan, "\"\(shown(entry.key))\" stands in a page, which has no front matter",
            help: entry.key == "title"
                ? "write the title as the page's first heading" : "take out the lines from --- to ---")
    }
    return Page(id: id, source: file, body: SourceSpan(file, frontMatter.body))
}
