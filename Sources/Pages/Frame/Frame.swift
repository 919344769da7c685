import Diagnostics
import Formats
import Model
import Synchronization

/// What a theme writes around facts: a rendered template, and where the facts are to stand in it.
///
/// A template is rendered with a placeholder for each fact, and its markup is read once. The facts are put in behind that,
/// so they stand in the page to the byte, once, and cost nothing to escape or to look for.
struct Frame: Sendable {
    /// A stretch of the frame's own, and the fact that follows it; nil at the end.
    private let pieces: [(words: [UInt8], fact: Fact.Name?)]
    /// How many bytes it has without facts.
    let size: Int
    /// What is wrong with the markup itself.
    private let problems: [FrameProblem]

    /// - Parameters:
    ///   - markup: a rendered template with placeholders. Its addresses that begin with a slash are paths from the site's
    ///     root.
    ///   - assets: the addresses of what the theme publishes.
    ///   - site: where the site stands.
    init(_ markup: [UInt8], as shape: FrameMarkup.Shape, assets: Set<String>, at site: SiteURL) {
        let read = FrameMarkup(markup, as: shape, assets: assets)
        problems = read.problems
        var pieces: [(words: [UInt8], fact: Fact.Name?)] = []
        var last = 0
        var paths = read.paths[...]
        func words(upTo end: Int) -> [UInt8] {
            var words: [UInt8] = []
            while let path = paths.first, path < end {
                words += markup[last..<path] + Array(site.path.utf8)
                last = path
                paths.removeFirst()
            }
            return words + markup[last..<end]
        }
        for hole in read.holes {
            pieces.append((words(upTo: hole.range.lowerBound), hole.name))
            last = hole.range.upperBound
        }
        self.pieces = pieces + [(words(upTo: markup.count), nil)]
        size = self.pieces.reduce(0) { $0 + $1.words.count }
    }

    /// What is wrong where it is to frame some facts: markup that is not sound, and facts that do not stand in it exactly
    /// once.
    func problems(around facts: [Fact.Name]) -> [FrameProblem] {
        guard problems.isEmpty else { return problems }
        let found = facts.compactMap { name -> FrameProblem? in
            let tag = "{{{\(name.rawValue)}}}"
            return switch pieces.count(where: { $0.fact == name }) {
            case 0: FrameProblem("\(tag) is missing", "write \(tag) where it is to stand", fact: name)
            case 1: nil
            default: FrameProblem("\(tag) stands there more than once", "write it once", fact: name)
            }
        }
        guard found.isEmpty else { return found }
        return pieces.lazy.compactMap(\.fact).first { !facts.contains($0) }.map {
            [FrameProblem("<fact \($0.rawValue)> is no fact of this page", "remove it")]
        } ?? []
    }

    /// The frame with what stands in it.
    ///
    /// - Parameter fill: writes a fact.
    func write(to output: inout [UInt8], _ fill: (Fact.Name, inout [UInt8]) -> Void) {
        for (words, fact) in pieces {
            output += words
            if let fact { fill(fact, &output) }
        }
    }
}

/// The frames of a site: pages of one kind share theirs, and each is made once.
final class Frames: Sendable {
    private struct Key: Hashable {
        let template: String
        let view: View
        /// Found once: a table that grows asks each of its keys again.
        private let digest: Int

        init(template: String, view: View) {
            self.template = template
            self.view = view
            var hasher = Hasher()
            hasher.combine(template)
            hasher.combine(view)
            digest = hasher.finalize()
        }

        func hash(into hasher: inout Hasher) { hasher.combine(digest) }
    }

    private let known = Mutex<[Key: Frame]>([:])

    /// - Parameters:
    ///   - view: the values of the template.
    ///   - more: those that follow from `view`, where it is only what they are made of.
    func frame(
        _ template: String, as shape: FrameMarkup.Shape, _ view: View, of site: PublicSite,
        more: (View) -> View = { $0 }
    ) -> Frame {
        known.value(of: Key(template: template, view: view)) {
            Frame(
                site.theme.render(template, more(view)), as: shape, assets: site.theme.assetAddresses,
                at: site.settings.url.value)
        }
    }
}
