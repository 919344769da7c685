import Diagnostics
import Markdown
import Model
import Source

extension Check {
    /// `unsafe-path` of a link or a picture in a text that never changes, of a file of the theme.
    ///
    /// The record holds the files below `/files/` that a text names. A file below `/assets/` is in none of its lines: it could
    /// be replaced, and with it what the text says.
    package static let linkedAsset = Check { context in
        zip(context.published, context.links).flatMap { text, judged -> [Finding] in
            guard text.key != nil else { return [] }
            // One that is not there is `broken-link`.
            let links = judged.links.filter { $0.problem == nil }
                .compactMap { link in link.target.asset.map { (link.link, path: $0) } }
            return text.findings(links) { link, path in
                Diagnostic(
                    .unsafePath, at: text.place(of: link),
                    "\(path) is a file of the theme, which may become another, and this text never does",
                    help: move(path))
            }
        }
    }
}

private func move(_ path: String) -> String {
    let name = path.split(separator: "/").last?.prefix { $0 != "?" } ?? ""
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    guard SourceTree.publishableTypes.contains(ending) else {
        let types = SourceTree.publishableTypes.joined(separator: ", ")
        return "put the file in Content/files/ as one of \(types), and write its path there; or take the link out"
    }
    let file = "/files/\(name)"
    return namedFiles(in: file) == [file]
        ? "put the file in Content/files/, and write \(file)"
        : "put the file in Content/files/ under a name of letters, digits and . _ ~ -, and write its path, such as /files/dpa.pdf"
}

extension LinkTarget {
    /// Of what lies in the theme's `assets/` its path in the site.
    var asset: String? {
        guard case .sitePath(let path, _) = self, path.hasPrefix("/assets/") else { return nil }
        return path
    }
}
