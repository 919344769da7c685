import Diagnostics
import Formats

/// What a text says as the value of a key in YAML, such as `[DE, IE]`; nil where it is none, says nothing, or a part of it
/// would be lost as a comment: `See invoice #12`.
package func yamlValue(_ text: String) -> JSONValue? {
    let findings = Findings()
    let file = SourceFile(path: "", text: "key: \(text)\n")
    guard case .map(let entries)? = readYAML(file, 0..<file.utf8Count, findings: findings).root?.content,
        findings.count == 0, entries.count == 1, entries[0].key == "key", !entries[0].value.isEmpty
    else { return nil }
    let value = entries[0].value.written
    // A sign that is not in the value began a comment.
    func signs(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "#") } }
    return signs(value.canonical) < signs(text) ? nil : value
}
