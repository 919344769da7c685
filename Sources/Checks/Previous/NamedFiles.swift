import Diagnostics
import Formats
import Model
import Record

extension Judgement {
    /// The files that a line's text names, and that are others now, gone, or there although they were not.
    ///
    /// - Parameter isSameText: whether the text is the one that was published: another names other files.
    func changedFiles(_ old: ParsedEntry, _ new: RecordEntry, isSameText: Bool) -> [Diagnostic] {
        let now = JSONValue(reading: new.line)?["files"]?.members() ?? [:]
        let erasures = new.item?.announcement.erasures ?? []
        let words = old.key.words
        let isOfEdition = old.key.kind == .edition
        return Set(old.files.keys).union(now.keys).sorted().compactMap { path -> Diagnostic? in
            let file = "Content\(path)"
            let erased = erasures.flatMap(\.files).first { $0.path.value == path }
            switch (old.files[path], now[path]?.text) {
            case (let old?, let new?) where old != new && erased != nil:
                return Diagnostic(
                    .publishedTextChanged, at: erased?.sha256.span, file: file,
                    "\(words) was published with \(path), of which erased says something else",
                    help: "write files: {\(path): \(old)}")
            case (let old?, nil) where !erasures.isEmpty:
                return Diagnostic(
                    .publishedTextChanged, at: erasures[0].sha256.span, file: file,
                    "\(words) was published with \(path), of which erased says nothing",
                    help: "write files: {\(path): \(old)}")
            case (nil, _?) where erased != nil:
                return Diagnostic(
                    .publishedTextChanged, at: erased?.path.span, file: file,
                    "\(words) was not published with \(path)", help: "take it out of files")
            case (let old?, let new?) where old != new:
                return isAnother(path, words, digest: old, links: isOfEdition ? "new edition" : "new announcement")
            case (let old?, nil) where isSameText:
                return Diagnostic(
                    .publishedTextMissing, file: file, "this file was published with \(words) and is gone",
                    help: "put it back (SHA-256 \(old))")
            case (nil, _?) where isSameText:
                return Diagnostic(
                    .publishedTextChanged, file: file,
                    "\(words) names this file, which was not there when it was published",
                    help: "take it away, and link to it from a new edition under another name")
            default: return nil
            }
        }
    }

    /// What is said of a file that was published as another. Where git writes line ends at a checkout, it would do so again.
    private func isAnother(_ path: String, _ words: String, digest: String, links: String) -> Diagnostic {
        let nature = nature(of: path)
        let ending = path.split(separator: ".").last ?? ""
        return Diagnostic(
            .publishedTextChanged, file: "Content\(path)",
            "this file was published with \(words) and is now another" + nature,
            help: "put it back (SHA-256 \(digest)); "
                + (nature == TextDifference.lineEnds
                    ? "if git changed them, first write *.\(ending) -text into .gitattributes"
                    : "publish the new one under another name, and link to it from a \(links)"))
    }

    /// Whether a named file that is a text differs in its line ends or its white space alone.
    private func nature(of path: String) -> String {
        guard let before = previous.text(at: String(path.dropFirst())),
            let now = files[path].flatMap({ String(validating: $0, as: UTF8.self) })
        else { return "" }
        return TextDifference(from: before, to: now).nature
    }
}
