import Foundation
import TestSupport

/// A page of `docs/` whose sentences are what is written in one language.
struct SentencePage: Sendable, Hashable {
    /// The language of the sites on it.
    var language: String
    private var file: String
    /// What a policy and the register are called on it.
    var policy: String
    var list: String

    static let english = SentencePage(
        language: "en", file: "sentences.md", policy: "Privacy Policy", list: "Subprocessors")
    static let german = SentencePage(
        language: "de", file: "sentences.de.md", policy: "Datenschutzerklärung",
        list: "Liste der Unterauftragsverarbeiter")
    static let arabic = SentencePage(
        language: "ar", file: "sentences.ar.md", policy: "سياسة الخصوصية", list: "قائمة المعالجين الفرعيين")
    static let all = [english, german, arabic]

    var text: String {
        let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs")
        return (try? String(contentsOf: docs.appending(path: file), encoding: .utf8)) ?? ""
    }

    /// A valid site.yaml of a site in the page's language.
    func site(documents: [String], _ more: String = "") -> String {
        World.site(documents: documents, more).replacing("language: en", with: "language: \(language)")
    }
}
