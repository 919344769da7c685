import Diagnostics

extension SourceFile {
    /// Whether what a merge writes into a file was left in it, which is reported: nothing else is then said of the file.
    ///
    /// - Parameter inFrontMatterOnly: whether one in a Markdown file's front matter alone counts, as its text is published
    ///   and judged with the others.
    func holdsMergeConflict(inFrontMatterOnly: Bool = false, findings: Findings) -> Bool {
        var range = 0..<utf8Count
        if inFrontMatterOnly {
            switch FrontMatter.cut(self) {
            case .found(let frontMatter): range = frontMatter.yaml
            case .none, .unclosed: break
            }
        }
        guard !SourceSpan(self, range).mergeConflicts.isEmpty else { return false }
        for conflict in SourceSpan(self, 0..<utf8Count).mergeConflicts { findings.add(.mergeConflict(at: conflict)) }
        return true
    }
}
