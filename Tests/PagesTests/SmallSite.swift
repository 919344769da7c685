import Diagnostics
import Markdown
import Model
import Redline
import Site
import Source
import Testing
import TestSupport
@testable import Pages

/// The pages of a small world as of a day, by their paths, in the built-in theme or one with other files.
func render(_ world: World, asOf: String, theme files: [String: String] = [:]) throws -> [String: String] {
    let (pages, findings) = try renderedPages(world, asOf: asOf, theme: files)
    #expect(findings.listing == "")
    return Dictionary(
        pages.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
}

/// The same with what is wrong with the theme.
func renderedPages(
    _ world: World, asOf: String, theme files: [String: String] = [:]
) throws -> (pages: [RenderedPage], findings: [Diagnostic]) {
    let (theme, findings) = Theme.load(files.mapValues { Array($0.utf8) }, language: "en")
    guard findings.isEmpty else { return ([], findings) }
    let rendered = try pageJobs(world, asOf: asOf, theme: theme).map { $0.render() }
    let site = try #require(readLibrary(world.tree).library).settings.url.value
    return (rendered, theme.findings(rendered.map(\.problems), at: site))
}

/// The pages of a small world still to be rendered.
func pageJobs(_ world: World, asOf: String, theme: Theme) throws -> [PageJob] {
    let library = try #require(readLibrary(world.tree).library)
    let known = PublicHistory(of: library, asOf: AsOf(try #require(Moment(asOf))))
    var texts: [String: MarkdownText] = [:]
    for body in library.documents.flatMap({ $0.editions.map(\.body) }) + library.pages.map(\.body) {
        texts[body.file.path] = MarkdownText.parse(body).0
    }
    texts = known.shownTexts(texts)
    let redlines = EditionRedlines(known, texts: texts)
    return pages(of: PublicSite(known, texts: texts, redlines: redlines, theme: theme))
}

/// Two editions of a policy, and a register with one company that stays and one that is announced.
let smallWorld = World(
    """
    -- Content/privacy/2026-01-01.md --
    ---
    title: Privacy Policy
    ---

    ## 1 Data

    We keep names.

    ## 2 Rights

    You may ask.
    -- Content/privacy/2026-04-01.md --
    ---
    title: Privacy Policy
    announced: 2026-02-01
    summary: Rights are named.
    version: "2"
    ---

    ## 1 Data

    We keep names.

    ## 2 Rights

    You may ask and object. See [our list](/subprocessors/) and [rights](privacy#2).
    -- Content/subprocessors/providers/acme-cloud.yaml --
    name: Acme Cloud
    entity: Acme Cloud Ltd
    purpose: Hosts the service
    data: [names]
    locations: [DE]
    announced: 2026-01-01
    -- Content/subprocessors/providers/bolt-mail.yaml --
    name: Bolt <Mail>
    entity: Bolt Mail Inc
    purpose: Sends mail
    data: [addresses]
    locations: [IE]
    announced: 2026-02-01
    effective: 2026-03-15
    note: We need *mail*.
    """)
