import Diagnostics
import Formats
import Model
import Record
import Source
import TrustPress

/// A site that something is added to: its sources, what counts as published, and the day on which it is done.
package struct Workbench: Sendable {
    package let history: History
    package let asOf: AsOf
    let site: CheckedSite
    private let baseline: BaselineSource
    /// What is wrong already.
    private let known: [Diagnostic]

    /// - Parameters:
    ///   - baseline: what counts as published.
    ///   - chooseAsOf: says the day, once the site's offset is known.
    /// - Throws: `UnreadableContent` where site.yaml is of no use; what `chooseAsOf` throws.
    package init(
        _ tree: SourceTree, after baseline: BaselineSource = .none,
        asOf chooseAsOf: (UTCOffset) throws(UsageError) -> AsOfChoice
    ) throws {
        site = try checkSite(tree, after: baseline, asOf: chooseAsOf)
        guard let history = site.history, let asOf = site.asOf else {
            throw UnreadableContent(diagnostics: site.diagnostics.filter { $0.severity == .error })
        }
        (self.history, self.asOf, self.baseline) = (history, asOf.asOf, baseline)
        known = try judged(site)?.diagnostics ?? []
    }

    /// The site's sources as they were read.
    package var tree: SourceTree { site.tree }

    /// The moment of a new announcement: today, or a later one where that can no longer be.
    ///
    /// Where something of today is published already its notice is closed, and a time of day is needed. What the site
    /// began with is closed once it is published, so that nothing more is announced on its last day.
    ///
    /// - Parameters:
    ///   - given: what its author wants.
    ///   - item: what it is said of, where it is said of something that was announced before.
    /// - Throws: `UsageError` where that is no moment.
    package func moment(_ given: String?, of item: NoticeItem? = nil) throws(UsageError) -> Moment {
        if let given { return try Moment(option: given, of: "--announced") }
        let published = site.baseline?.previous.record.newest
        let said = item.map { [$0.announcement.moment] + $0.announcement.laterMoments } ?? []
        let next = asOf.nextMoment(after: (said + [published].compactMap(\.self)).max())
        let since = history.settings.since.value
        return published != nil && next.day <= since ? Moment(since.adding(days: 1)) : next
    }

    /// The day of effect of what is announced of a document: the one that was asked for, else the first that the notice
    /// period allows, or a later one.
    ///
    /// - Parameters:
    ///   - terms: those by which it is judged.
    ///   - least: no day before it is chosen.
    ///   - isUrgent: whether the notice is short for a reason that customers are told.
    /// - Throws: `UsageError` for what is no day, or too early; it says the day that would do.
    func effective(
        _ given: String?, of document: String, announced: Moment, _ terms: NoticeTerms, least: CalendarDate? = nil,
        isUrgent: Bool
    ) throws(UsageError) -> CalendarDate {
        let earliest = terms.earliestEffective(announced: announced.day, for: document)
        guard let given else { return max(isUrgent ? announced.day : earliest, least ?? announced.day) }
        guard let day = CalendarDate(given) else {
            throw UsageError(
                "\"\(given)\" is no day; \(dateHelp(given, allowsTime: false)), the first possible is \(earliest)")
        }
        // What belongs to the starting state needs no notice.
        guard day < earliest, !isUrgent, announced.day > history.settings.since.value else { return day }
        let days = terms.days(for: document)
        throw UsageError(
            "\(day) is too early: announced on \(announced.day) with \(days) day\(days == 1 ? "" : "s") of notice, it can "
                + "take effect on \(earliest) at the earliest; write \(earliest) or a later day, or say with --urgent why the "
                + "notice is short")
    }

    /// A draft that the site's own checks have nothing against but what is still to be written: a blank in brackets, and
    /// what the draft leaves to its author.
    ///
    /// - Parameter isLeft: whether a finding is about that.
    /// - Throws: `RefusedDraft` with the errors that they find and did not find before.
    func held(_ draft: Draft, but isLeft: (Diagnostic) -> Bool = { _ in false }) throws -> Draft {
        var tree = tree
        for file in draft.files { tree.files[file.path] = FileContent(file.bytes) }
        let asOf = asOf
        let site = try checkSite(tree, after: baseline, memory: site.memory) { (_) throws(UsageError) in
            try AsOfChoice(option: "\(asOf)", epoch: nil, now: 0, offset: UTCOffset(minutes: 0))
        }
        let found = try judged(site)?.diagnostics ?? site.diagnostics
        let knownAlready = Set(known.map(Said.init))
        let new = found.filter {
            $0.severity == .error && !$0.isOfBlank && !isLeft($0) && !knownAlready.contains(Said($0))
        }
        guard new.isEmpty else { throw RefusedDraft(diagnostics: new) }
        return draft
    }

    /// A finding, wherever it stands in its file.
    private struct Said: Hashable {
        let file: String
        let id: CheckID
        let message: String

        init(_ diagnostic: Diagnostic) { (file, id, message) = (diagnostic.file, diagnostic.id, diagnostic.message) }
    }
}

extension SourceTree {
    /// Whether a file stands at a path, even one that was not taken in.
    func holds(_ path: String) -> Bool { files[path] != nil || refused.contains(path) }
}

extension Diagnostic {
    /// Whether it names words in brackets, `[COUNTRY]` or `[Insert …]`, which are still to be written, also where a code, a
    /// day or another word of a certain form is asked for.
    fileprivate var isOfBlank: Bool {
        guard id != .placeholder else { return true }
        guard ["\"[", "'["].contains(place.marked.prefix(2)) else { return false }
        let words = place.marked.dropFirst(2).prefix { $0 != "]" }
        let isClosed = place.marked.dropFirst(2 + words.count).first == "]"
        let isName = words.count > 2 && words.allSatisfy { $0.isUppercase || $0 == " " }
        return isClosed && (isName || words.hasPrefix("Insert "))
    }
}
