import Diagnostics

extension SourceFile {
    /// Whether what a merge writes into a file was left in it, which is reported: nothing else is then said of the file.
    ///
    /// - Parameter inFrontMatterOnly: whether to look at a Markdown file's front matter alone, as its text is published and
    ///   judged with the others.
    func holdsMergeConflict(inFrontMatterOnly: Bool = false, findings: Findings) -> Bool {
        var range = 0..<utf8Count
        if inFrontMatterOnly {
            switch FrontMatter.cut(self) {
            case .found(let frontMatter): range = frontMatter.yaml
            case .none, .unclosed: break
            }
        }
        let conflicts = SourceSpan(self, range).mergeConflicts
        for conflict in conflicts { findings.add(.mergeConflict(at: conflict)) }
        return !conflicts.isEmpty
    }
}
