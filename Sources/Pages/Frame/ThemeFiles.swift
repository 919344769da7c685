import Diagnostics

/// What files a theme is made of, by their names.
enum ThemeFiles {
    /// What an asset may be: a style sheet, a script, a font, a picture, or data for these. A page would stand on the
    /// site's own address beside its facts.
    private static let assetTypes: Set<String> = [
        "avif", "css", "gif", "ico", "jpeg", "jpg", "js", "json", "map", "mjs", "otf", "png", "svg", "ttf", "txt",
        "webmanifest", "webp", "woff", "woff2",
    ]

    static func finding(onAsset path: String) -> Diagnostic? {
        let name = path.split(separator: "/").last ?? ""
        let type = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased() ?? ""
        guard !assetTypes.contains(type) else { return nil }
        return Diagnostic(
            .template, file: path, "this is no style sheet, script, font or picture",
            help: "publish documents from Content/files/, and texts as pages; assets are "
                + assetTypes.sorted().joined(separator: ", "))
    }

    /// What is wrong with the name of a file that is no asset: nothing would read it.
    ///
    /// - Parameter path: below `Templates/`.
    static func finding(on path: String) -> Diagnostic? {
        let parts = path.split(separator: "/").dropFirst().map(String.init)
        let name = parts.last ?? ""
        let stem = name.prefix { $0 != "." }
        if isNote(name) { return nil }
        if parts.count == 2, parts[0] == "strings" {
            let words = name.lastIndex(of: ".").map { name[..<$0] } ?? stem
            guard !name.hasSuffix(".yaml") || !isLanguage(words) else { return nil }
            let language = language(meantBy: words)
            return Diagnostic(
                .template, file: path, "no page has the words of this file",
                help: language.map { "name it by its language: \($0).yaml" }
                    ?? "name it by the language of its words, as in fr.yaml or de-AT.yaml")
        }
        guard !name.hasSuffix(".mustache") else { return nil }
        return Diagnostic(
            .template, file: path, "this file is no part of a theme",
            help:
                "templates are named \(stem.isEmpty ? "page" : stem).mustache, words strings/en.yaml, and what is published "
                + "lies in assets/")
    }

    /// Whether a file is what somebody wrote about the theme, as one does: `README.md`, `LICENCE`.
    private static func isNote(_ name: String) -> Bool {
        let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        return ["readme", "license", "licence", "copying", "notice", "authors", "changelog"].contains(parts[0])
            && (parts.count == 1 || ["md", "txt", "rst", "adoc"].contains(parts[parts.count - 1]))
    }

    /// The language that a name means which is written otherwise: `de_at` means `de-AT`.
    private static func language(meantBy name: Substring) -> String? {
        let parts = name.replacing("_", with: "-").split(separator: "-", omittingEmptySubsequences: false)
        let meant = parts.enumerated().map { $0 > 0 && $1.count == 2 ? $1.uppercased() : $1.lowercased() }
            .joined(separator: "-")
        return isLanguage(meant[...]) ? meant : nil
    }

    /// Whether a name is a language's, as it chooses the words: `en`, `de-AT`.
    private static func isLanguage(_ name: Substring) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts[0].count) && parts[0].allSatisfy { ("a"..."z").contains($0) }
            && parts.dropFirst().allSatisfy {
                !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}
