import Diagnostics
import Formats
import Markdown
import Model
import Record

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
    /// The text of every edition and page, those that are erased with them.
    let bodies: [PublishedText]
    /// Of each of those texts the links that have to be looked at, with what is wrong with them.
    let links: [JudgedLinks]
    /// What links can lead to.
    let targets: LinkTargets
    let memory: CheckMemory
    /// The last day of what is held to be the starting state.
    let startingDay: CalendarDate
    /// What is published already; nil where that is not known. Where it is, nothing new was announced before the as-of day.
    let start: PublishedStart?

    /// - Parameters:
    ///   - undated: editions and providers that are in no history, as their days could not be read; their texts are looked at.
    ///   - fixedFiles: the addresses of what the build makes of no text: the theme's assets and the schemas; nil where nobody
    ///     asked for them, so that every such address counts as one.
    ///   - start: what the run's baseline begins with; nil without one.
    ///   - memory: of earlier runs over such texts.
    package init(
        history: History, texts: [String: MarkdownText], unreadable: Set<String> = [], undated: [Document] = [],
        fixedFiles: Set<String>? = nil, asOf: AsOf, after start: PublishedStart? = nil,
        memory: CheckMemory = CheckMemory()
    ) {
        self.start = start
        self.history = history
        self.texts = texts
        self.unreadable = unreadable
        self.asOf = asOf
        published = PublishedText.all(of: history, undated, texts: texts, asOf: asOf)
        bodies = PublishedText.bodies(of: history.library, undated, texts: texts)
        self.memory = memory
        targets = LinkTargets(
            history: history, bodies: bodies, unreadable: unreadable, fixedFiles: fixedFiles, asOf: asOf,
            memory: memory)
        links = targets.judge(published, asOf: asOf, memory: memory)
        startingDay = Self.startingDay(of: history, after: start, today: asOf.day)
    }

    package var library: Library { history.library }
    package var settings: SiteSettings { history.settings }
}

/// What a check found.
package struct Finding: Sendable {
    package var diagnostic: Diagnostic
    /// The line of the record that holds the text it is in; nil for a text that can be changed at any time, as a page.
    package var key: RecordKey?
    /// Whether it stays an error whatever site.yaml says and however old its text is: it would give away what is
    /// embargoed.
    package var isHeld: Bool
    /// Whether it is a warning in a text that can no longer be touched, though others of its check are errors there.
    package var isLenient: Bool

    package init(_ diagnostic: Diagnostic, of key: RecordKey? = nil, isHeld: Bool = false, isLenient: Bool = false) {
        self.diagnostic = diagnostic
        self.key = key
        self.isHeld = isHeld
        self.isLenient = isLenient
    }
}

/// One rule: a function from the site to what is wrong with it.
package struct Check: Sendable {
    package var run: @Sendable (CheckContext) -> [Finding]

    package init(_ run: @escaping @Sendable (CheckContext) -> [Finding]) { self.run = run }
}

/// Runs every check over a site.
package func findings(_ context: CheckContext, with checks: [Check] = allChecks) -> [Finding] {
    // Those on texts take longest, and come first.
    let found = concurrentMap(checks, stretches: 1) { $0.run(context) }.flatMap(\.self)
    guard found.contains(where: { $0.diagnostic.id == .distantDate }) else { return found }
    // Where a day is wrong, that it is far away says nothing more.
    let errors = Set(found.map(\.diagnostic).filter { $0.id != .distantDate }.map(\.place))
    return found.filter { $0.diagnostic.id != .distantDate || !errors.contains($0.diagnostic.place) }
}

/// Findings at the severity that the site's settings, and what can no longer be touched, give them.
///
/// `checks:` in site.yaml turns findings on wording and links into warnings and switches off warnings by nature. A
/// finding on wording or links, or an unsafe address in a link, is a warning in any case in a text that can no longer be
/// touched: one must not have to. Characters that nobody sees are let through in such a text alone.
///
/// - Returns: the diagnostics, each once, in the order of files and lines; none that is switched off, and of one check in one
///   file of YAML a bounded number.
package func adjusted(_ findings: [Finding], settings: SiteSettings, frozen: FrozenTexts) -> [Diagnostic] {
    var frozen = frozen
    let found = findings.compactMap { finding -> Diagnostic? in
        let diagnostic = finding.diagnostic
        if finding.isHeld { return diagnostic }
        if diagnostic.id == .noticeTooShort, finding.key.map({ frozen.holdsToday($0) }) ?? false { return nil }
        // What is published kept the period of the terms that were published; that these are others, `settings-changed` says.
        if diagnostic.id == .noticeTooShort, let key = finding.key, frozen.isPublished(key), frozen.hasOtherNotice {
            return nil
        }
        // What is published was in order; what came before it is new, and backdated.
        if diagnostic.id == .interimMissing, finding.key.map({ frozen.isPublished($0) }) ?? false { return nil }
        // What was told by it and no longer is, `settings-changed` says.
        if diagnostic.id == .emptyChange, let key = finding.key, key.kind == .names,
            frozen.renamings.contains(key.moment)
        {
            return nil
        }
        // A published edition changes nothing any more: only the one before it can have come to say what it says.
        if diagnostic.id == .emptyChange, let key = finding.key, key.kind == .edition, frozen.isPublished(key) {
            return nil
        }
        let isFrozen =
            (diagnostic.id.isLenient || finding.isLenient) && finding.key.map { frozen.contains($0) } ?? false
        return diagnostic.adjusted(by: settings, isFrozen: isFrozen)
    }
    return found.sorted().reduce(into: [Diagnostic]()) { told, diagnostic in
        if !told.ends(with: diagnostic) { told.append(diagnostic) }
    }.bounded
}

extension [Diagnostic] {
    /// A bounded number of one check and severity in one file of YAML, as reading it tells: each of its items may be a text of
    /// its own. A file of Markdown is one text, which is bounded already.
    package var bounded: [Diagnostic] {
        let limit = Diagnostic.mostOfFile
        guard count > limit else { return self }
        var places: [BoundedKind: [Int]] = [:]
        for (index, diagnostic) in enumerated() where diagnostic.file.hasSuffix(".yaml") {
            places[BoundedKind(diagnostic), default: []].append(index)
        }
        var told = map(Optional.some)
        for indices in places.values where indices.count > limit {
            for index in indices[limit...] { told[index] = nil }
            told[indices[limit - 1]]?.message += "; there are \(indices.count - limit) more in this file"
        }
        return told.compactMap(\.self)
    }

    /// Whether a finding is among the last ones of a sorted list, where it would stand.
    fileprivate func ends(with diagnostic: Diagnostic) -> Bool {
        reversed().prefix { !($0 < diagnostic) }.contains(diagnostic)
    }
}

/// What is told of a file a bounded number of times. What is a warning takes no error's place.
private struct BoundedKind: Hashable {
    private let (file, id, severity): (String, CheckID, Severity)

    init(_ diagnostic: Diagnostic) {
        (file, id, severity) = (diagnostic.file, diagnostic.id, diagnostic.severity)
    }
}

extension Diagnostic {
    /// At the severity that `checks:` gives it; nil where it is switched off.
    ///
    /// - Parameter isFrozen: whether it is a finding in a text that can no longer be touched.
    package func adjusted(by settings: SiteSettings, isFrozen: Bool = false) -> Diagnostic? {
        var copy = self
        // An error of a check that warns by nature is none that can be switched off.
        let isFixed = id == .invisibleText && !isFrozen || id.severity == .warning && severity == .error
        if let severity = settings.checks[id], !isFixed {
            guard let severity else { return nil }
            copy.severity = severity
        }
        if isFrozen { copy.severity = .warning }
        return copy
    }
}

extension CheckID {
    /// Whether a finding in a text that can no longer be touched is a warning: history never blocks a build. Of a text's
    /// links alone `unsafe-url` and `unsafe-path` are findings in a text: such an address is left out, and its words stay.
    /// Of `conflicting-change` those are that have a text's key.
    fileprivate var isLenient: Bool {
        switch self {
        case .unsafeURL, .unsafePath, .cutText, .mergeConflict, .statedDate, .conflictingChange: true
        default: isOnWordingOrLinks
        }
    }
}
