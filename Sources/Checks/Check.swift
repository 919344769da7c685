import Diagnostics
import Markdown
import Model

/// What every check looks at: the whole site, embargoed content included.
package struct CheckContext: Sendable {
    /// Of the whole library.
    package let history: History
    /// Of every edition and page, by the path of its source.
    package let texts: [String: MarkdownText]
    /// Paths of sources that are there but could not be read: nothing calls them missing.
    package let unreadable: Set<String>
    /// What the run speaks for. Content is judged at its own days; this day decides what can no longer be touched,
    /// and what has expired.
    package let asOf: AsOf
    /// Every published text, for the checks on wording.
    let published: [PublishedText]
    /// Every link of those texts, with what is wrong with it.
    let links: [JudgedLink]

    package init(
        history: History, texts: [String: MarkdownText], unreadable: Set<String> = [], asOf: AsOf
    ) {
        self.history = history
        self.texts = texts
        self.unreadable = unreadable
        self.asOf = asOf
        published = PublishedText.all(of: history, texts: texts, asOf: asOf)
        let targets = LinkTargets(history: history, texts: texts, unreadable: unreadable)
        links = targets.judge(published)
    }

    package var library: Library { history.library }
    package var settings: SiteSettings { history.settings }
}

/// What a check found.
package struct Finding: Sendable {
    package var diagnostic: Diagnostic
    /// When the text it is in was announced; nil where that does not matter, as for a page.
    package var announced: Moment?
    /// Whether it stays an error whatever site.yaml says and however old its text is: it would give away what is
    /// embargoed.
    package var isHeld: Bool

    package init(_ diagnostic: Diagnostic, announced: Moment? = nil, isHeld: Bool = false) {
        self.diagnostic = diagnostic
        self.announced = announced
        self.isHeld = isHeld
    }
}

/// One rule: a function from the site to what is wrong with it.
package struct Check: Sendable {
    package var run: @Sendable (CheckContext) -> [Finding]

    package init(_ run: @escaping @Sendable (CheckContext) -> [Finding]) { self.run = run }
}

/// Runs every check over a site.
///
/// `checks:` in site.yaml turns findings on wording and links into warnings and switches off warnings by nature. A
/// finding on wording or links in a text announced before the as-of day is a warning in any case: the text can no
/// longer be touched, and one must not have to.
///
/// - Returns: the diagnostics, each once, in the order of files and lines.
package func check(_ context: CheckContext, with checks: [Check] = allChecks) -> [Diagnostic] {
    let found = checks.flatMap { $0.run(context) }.compactMap { finding -> Diagnostic? in
        if finding.isHeld { return finding.diagnostic }
        return adjusted(
            finding.diagnostic, announced: finding.announced, settings: context.settings, asOf: context.asOf)
    }
    return Set(found).sorted()
}

/// A diagnostic at the severity that the site's settings and the as-of give it; nil where it is switched off.
package func adjusted(
    _ diagnostic: Diagnostic, announced: Moment? = nil, settings: SiteSettings, asOf: AsOf
) -> Diagnostic? {
    var diagnostic = diagnostic
    if let severity = settings.checks[diagnostic.id] {
        guard let severity else { return nil }
        diagnostic.severity = severity
    }
    if diagnostic.id.isOnWordingOrLinks, let announced, announced.day < asOf.day { diagnostic.severity = .warning }
    return diagnostic
}
