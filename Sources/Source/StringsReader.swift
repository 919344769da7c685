import Diagnostics

/// Reads `Templates/strings/<language>.yaml`: a map of keys to texts, the words of a theme.
///
/// - Returns: the entries in the order written, and what is wrong with the file.
package func readStrings(
    _ path: String, _ bytes: [UInt8]
) -> (entries: [(key: Sourced<String>, text: Sourced<String>)], diagnostics: [Diagnostic]) {
    let findings = Findings()
    let file = decodeText(path, bytes, findings: findings)
    let root = readYAML(file, 0..<file.utf8Count, findings: findings).root
    var entries: [(key: Sourced<String>, text: Sourced<String>)] = []
    switch root?.content {
    case .map(let written)?:
        for entry in written {
            if let text = entry.value.scalar {
                entries.append((Sourced(entry.key, at: entry.keySpan), Sourced(text, at: entry.value.span)))
            } else if !entry.value.isBroken {
                findings.add(
                    .wrongType, at: entry.value.span, "\(entry.key) must be a text",
                    help: "write the words of the page in one line")
            }
        }
    case .scalar?, .list?:
        if let root {
            findings.add(
                .wrongType, at: root.span, "this file must be a list of keys and texts",
                help: "write one key: text on each line")
        }
    case .broken?, .probe?, nil: break
    }
    return (entries, findings.diagnostics)
}
