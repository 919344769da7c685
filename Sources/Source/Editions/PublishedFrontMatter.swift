import Diagnostics
import Formats

/// The keys of a published edition's front matter, as they are written: what would be published of it if its text were
/// erased and nothing else. Nil where it is no edition's text.
package func publishedFrontMatter(_ text: String) -> JSONValue? {
    let file = SourceFile(path: "", text: text)
    guard case .found(let frontMatter) = FrontMatter.cut(file) else { return nil }
    let findings = Findings()
    guard case .map(let entries)? = readYAML(file, frontMatter.yaml, findings: findings).root?.content,
        findings.count == 0
    else { return nil }
    return .object(PublishedSource.written(entries))
}
