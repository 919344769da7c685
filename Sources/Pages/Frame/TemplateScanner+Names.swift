import Diagnostics
import Formats

/// What one file of words says: `strings/en.yaml`.
typealias StringEntries = [(key: Sourced<String>, text: Sourced<String>)]

extension TemplateScanner {
    /// What is wrong with the words of a file: none at all, more than a line, signs that no page may have, and keys that no
    /// template uses and that are nearly another's.
    func findings(onWords entries: StringEntries) -> [Diagnostic] {
        let written = Set(entries.map(\.key.value))
        return entries.compactMap { key, text in
            let words = text.value[...].trimmingSuffix { $0.isWhitespace }
            if words.isEmpty {
                return Diagnostic(
                    .template, at: text.span.range.isEmpty ? key.span : text.span, "\(key.value) has no words",
                    help: "write some, or take the line out: the program has words of its own")
            }
            if words.contains(where: \.isNewline) {
                return Diagnostic(
                    .template, at: text.span, "\(key.value) has more than one line", help: "write its words in one line"
                )
            }
            if let sign = words.unicodeScalars.first(where: { $0.properties.generalCategory == .control }) {
                return Diagnostic(
                    .template, at: text.span, "\(key.value) has a sign that no page may have: \(sign.codePoint)",
                    help: "take it out")
            }
            guard !usedWords.contains(key.value),
                let meant = nearMiss(key.value, among: usedWords.subtracting(written).sorted())
            else { return nil }
            return Diagnostic(
                .template, at: key.span, "no page has words for \"\(key.value)\"", help: "did you mean \(meant)?")
        }
    }

    /// Templates of a theme's own that no page uses and no other includes, with names that are nearly a page's.
    ///
    /// - Parameter builtIn: the paths of the files that the program brings.
    func findingsOnNames(builtIn: Set<String>) -> [Diagnostic] {
        let names = builtIn.filter { $0.hasSuffix(".mustache") }
            .map { String($0.dropFirst("Templates/".count).dropLast(".mustache".count)) }
        let used = Set(names).union(included.values.joined())
        return sources.filter { !used.contains($0.key) }.sorted { $0.key < $1.key }.compactMap { name, file in
            nearMiss(name, among: names.sorted()).map {
                Diagnostic(
                    .template, file: file.path, "no page is made of this template, and none includes it",
                    help: "did you mean \($0).mustache?")
            }
        }
    }
}
