import Checks
import Diagnostics
import Markdown
import Model
import Source
import TestSupport
import Testing

/// What some checks find on a small site, as tests write it down.
func checked(_ checks: [Check], _ world: String, asOf: String = "2026-01-01") throws -> String {
    let reading = readLibrary(World(world).tree)
    try #require(reading.diagnostics.listing == "")
    let library = try #require(reading.library)
    let bodies = library.documents.flatMap { $0.editions.map(\.body) } + library.pages.map(\.body)
    let texts = bodies.map { ($0.file.path, MarkdownText.parse($0).0) }
    let context = CheckContext(
        history: History(resolving: library), texts: Dictionary(texts, uniquingKeysWith: { one, _ in one }),
        unreadable: reading.unreadable, asOf: AsOf(try #require(Moment(asOf))))
    return check(context, with: checks).listing
}

/// The same on a site of one document, by the text of its edition.
func checked(_ checks: [Check], terms text: String, asOf: String = "2026-01-01") throws -> String {
    try checked(checks, "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n\(text)", asOf: asOf)
}

/// What some checks find where there is no baseline.
func check(_ context: CheckContext, with checks: [Check]) -> [Diagnostic] {
    adjusted(
        findings(context, with: checks), settings: context.settings,
        frozen: FrozenTexts(WrittenLines(context.history), asOf: context.asOf, after: nil))
}
