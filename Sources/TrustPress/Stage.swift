/// The stages of a run, in their order. What runs them says when it enters one, and keeps no time: clocks are the command
/// line's.
package enum Stage: String, Sendable, CaseIterable {
    case files = "reading files"
    case sources = "reading sources"
    case history = "resolving the history"
    case texts = "parsing texts"
    case checks
    case record
    case redlines
    case pages
    case feeds
    case data = "files for machines"
    case assembly = "assembling, private values"
    case findings = "printing findings"
    case publishing
}

/// Is told of each stage that is entered, on the thread that runs the command.
package typealias StageObserver = (Stage) -> Void
