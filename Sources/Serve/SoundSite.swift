import Diagnostics
import Formats
import Model
import Source
import Synchronization
import TrustPress

/// Sources without an error, and what a build of them publishes on any day, each page made when it is asked for.
package final class SoundSite: Sendable {
    let offset: UTCOffset
    /// The path below which its addresses stand: `/trust`, or nothing.
    let place: String
    private let checked: CheckedSite
    private let views = Mutex<[AsOf: View]>([:])

    private struct View: Sendable {
        var preview: Preview?
        var rendering: Rendering?
    }

    /// Everything that a build would write.
    private struct Rendering: Sendable {
        let task: Task<RenderedSite?, Never>
        /// Whether nobody waits for it who could not do without.
        var isIdle: Bool
    }

    /// What stands at a path.
    package enum Found: Sendable, Equatable {
        case file(path: String, [UInt8])
        /// A folder, to be asked for with a slash at its end.
        case folder
        case nothing
    }

    /// The moment that is asked for most.
    var asOf: AsOf? { checked.asOf?.asOf }

    /// - Parameters:
    ///   - checked: without an error, as of the moment that is asked for most.
    ///   - preview: its pages as of that moment, if they are prepared.
    init(_ checked: CheckedSite, _ settings: SiteSettings, preview: Preview?) {
        self.checked = checked
        offset = settings.utcOffset
        place = settings.url.value.path
        if let preview, let asOf { view(asOf) { $0.preview = preview } }
    }

    /// - Parameter path: from the site's root, without a slash before it: `privacy/`, `feeds/all.atom`.
    func find(_ path: String, asOf: AsOf) async -> Found {
        if let found = preview(asOf)?.found(path) { return found }
        let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        // Every page is known without a whole build, and what a browser asks for by itself is no reason for one.
        guard !name.hasSuffix(".html"), !name.hasPrefix("files/"), name != "favicon.ico" else { return .nothing }
        let files = await rendered(asOf: asOf, isIdle: false)?.files ?? []
        return files.first { $0.path == name }.map { .file(path: name, $0.bytes) } ?? .nothing
    }

    private static let mostViews = 16

    private func view(_ asOf: AsOf, _ change: (inout View) -> Void) {
        views.withLock { views in
            if views.count >= Self.mostViews, views[asOf] == nil { views = [:] }
            change(&views[asOf, default: View()])
        }
    }

    private func preview(_ asOf: AsOf) -> Preview? {
        if let known = views.withLock({ $0[asOf]?.preview }) { return known }
        let preview = Preview(of: checked, asOf: asOf)
        view(asOf) { $0.preview = preview }
        return preview
    }

    /// All that a build would write, and all that is found only then; nil where a file is gone meanwhile, or it is stopped.
    ///
    /// - Parameter isIdle: whether it may be stopped.
    func rendered(asOf: AsOf, isIdle: Bool) async -> RenderedSite? {
        let task = views.withLock { views in
            if !isIdle { views[asOf]?.rendering?.isIdle = false }
            if let known = views[asOf]?.rendering { return known.task }
            // Whole sites are large: those of two days at once are enough.
            let others = views.filter { $0.value.rendering != nil && $0.key != self.asOf }
            for day in others.keys { views[day]?.rendering = nil }
            let task = Task.detached { [self] in await render(asOf) }
            views[asOf, default: View()].rendering = Rendering(task: task, isIdle: isIdle)
            return task
        }
        return await task.value
    }

    /// Stops what is made for nobody who waits for it.
    func stopIdling() {
        views.withLock { views in
            for (day, view) in views where view.rendering?.isIdle == true {
                view.rendering?.task.cancel()
                views[day]?.rendering = nil
            }
        }
    }

    private func render(_ asOf: AsOf) async -> RenderedSite? {
        let isOver = Flag()
        return await withTaskCancellationHandler {
            let rendered = try? TrustPress.render(try checked(asOf)) { !isOver.isUp }
            return isOver.isUp ? nil : rendered
        } onCancel: {
            isOver.raise()
        }
    }

    private func checked(_ asOf: AsOf) throws -> CheckedSite {
        if self.asOf == asOf { return checked }
        return try checkSite(checked.tree, memory: checked.memory) { offset throws(UsageError) in
            try AsOfChoice(option: "\(asOf)", epoch: nil, now: 0, offset: offset)
        }
    }
}

/// What one task tells another.
private final class Flag: Sendable {
    private let value = Atomic(false)

    var isUp: Bool { value.load(ordering: .relaxed) }

    func raise() { value.store(true, ordering: .relaxed) }
}
