import Diagnostics
import Dispatch
import Disk
import Formats
import TrustPress

/// All that is found out about sources without making what they publish.
struct SiteChecks: Sendable {
    let site: CheckedSite
    let changes: PendingChanges?
    /// What forbids to publish these.
    let findings: [Diagnostic]
    /// Nil where reading found an error.
    let preview: Preview?

    /// - Parameters:
    ///   - source: what counts as published.
    ///   - known: the pages, where they are prepared already.
    init(of read: ReadSite, after source: BaselineSource, _ known: Preview?) throws {
        let resolved = try ResolvedSite(read, after: source)
        // While it is checked, what it would publish is found out, and its pages prepared.
        let (site, (pending, preview)) = together({ resolved.checked() }) { [unchecked = resolved.unchecked] in
            (
                Result { () throws(FileError) in try pendingChanges(of: unchecked, isAllTold: false) },
                known ?? (read.isReadable ? Preview(of: read) : nil)
            )
        }
        (changes, findings) = try pending.get()
        (self.site, self.preview) = (site, preview)
    }
}

/// What a function returns that takes long, made by none of the threads that answer requests.
func aside<Value: Sendable>(_ make: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: make()) }
    }
}
