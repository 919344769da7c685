import Diagnostics
import Formats
import Model
import Synchronization

/// What a theme writes around facts: a rendered template, and where the facts are to stand in it.
///
/// A template is rendered with a placeholder for each fact, and its markup is read once. The facts are put in behind that,
/// so they stand in the page to the byte, once, and cost nothing to escape or to look for.
struct Frame: Sendable {
    private enum Hole: Sendable { case fact(Fact.Name), place }

    /// A stretch of the frame's own, and what follows it; nil at the end.
    private let pieces: [(words: [UInt8], hole: Hole?)]
    /// The facts that stand in it.
    private let facts: [Fact.Name]
    /// How many bytes its own stretches have.
    private let size: Int
    /// How often the place of its page stands in it.
    fileprivate let places: Int
    /// What is wrong with the markup itself.
    fileprivate private(set) var problems: [FrameProblem]

    /// What stands in a rendered template for the place of its page: an address as that is, with a byte that no text has.
    fileprivate static let place = [UInt8(ascii: "/"), 0xFF]

    /// - Parameters:
    ///   - markup: a rendered template with placeholders. Its addresses that begin with a slash are paths from the site's
    ///     root.
    ///   - assets: the addresses of what the theme publishes.
    ///   - site: where the site stands.
    init(_ markup: [UInt8], as shape: FrameMarkup.Shape, assets: Set<String>, at site: SiteURL) {
        let read = FrameMarkup(markup, as: shape, assets: assets)
        problems = read.problems
        facts = read.holes.map(\.name)
        var holes = read.holes.map { (range: $0.range, hole: Hole.fact($0.name)) }
        var end = 0
        while let place = markup.firstPlace(of: Self.place, from: end) {
            end = place + Self.place.count
            holes.append((place..<end, .place))
        }
        holes.sort { $0.range.lowerBound < $1.range.lowerBound }
        var pieces: [(words: [UInt8], hole: Hole?)] = []
        var last = 0
        var paths = read.paths[...]
        func words(upTo end: Int) -> [UInt8] {
            var words: [UInt8] = []
            while let path = paths.first, path <= end {
                words += markup[last..<path] + Array(site.path.utf8)
                last = path
                paths.removeFirst()
            }
            return words + markup[last..<end]
        }
        for (range, hole) in holes {
            pieces.append((words(upTo: range.lowerBound), hole))
            last = range.upperBound
        }
        self.pieces = pieces + [(words(upTo: markup.count), nil)]
        size = self.pieces.reduce(0) { $0 + $1.words.count }
        places = holes.count - facts.count
    }

    /// Says of what is wrong where it is written.
    ///
    /// - Parameter place: of a byte of the markup.
    fileprivate mutating func locate(_ place: (Int) -> TemplatePlace?) {
        problems = problems.map { problem in
            var problem = problem
            (problem.place, problem.byte) = (problem.byte.flatMap(place), nil)
            return problem
        }
    }

    /// How many bytes it has without facts, on a page at a place.
    func size(at place: String) -> Int { size + places * place.utf8.count }

    /// What is wrong where it is to frame some facts: markup that is not sound, and facts that do not stand in it exactly
    /// once.
    func problems(around wanted: [Fact.Name]) -> [FrameProblem] {
        guard problems.isEmpty else { return problems }
        let found = wanted.compactMap { name -> FrameProblem? in
            let tag = "{{{\(name.rawValue)}}}"
            return switch facts.count(where: { $0 == name }) {
            case 0: FrameProblem("\(tag) is missing", "write \(tag) where it is to stand", fact: name)
            case 1: nil
            default: FrameProblem("\(tag) stands there more than once", "write it once", fact: name)
            }
        }
        guard found.isEmpty else { return found }
        return facts.first { !wanted.contains($0) }.map {
            [FrameProblem("<fact \($0.rawValue)> is no fact of this page", "remove it")]
        } ?? []
    }

    /// The frame with what stands in it.
    ///
    /// - Parameters:
    ///   - place: that of the page.
    ///   - fill: writes a fact.
    func write(to output: inout [UInt8], at place: String, _ fill: (Fact.Name, inout [UInt8]) -> Void) {
        for (words, hole) in pieces {
            output += words
            switch hole {
            case .fact(let name): fill(name, &output)
            case .place: output += place.utf8
            case nil: break
            }
        }
    }
}

/// The frames of a site: pages that differ in their facts and their place alone share theirs, and each is made once.
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
    ///   - place: that of the page.
    ///   - more: those that follow from `view`, where it is only what they are made of.
    func frame(
        _ template: String, as shape: FrameMarkup.Shape, _ view: View, at place: String, of site: PublicSite,
        more: (View) -> View = { $0 }
    ) -> Frame {
        func made(at place: [UInt8]) -> Frame {
            let whole = more(view)
            var frame = Frame(
                site.theme.render(template, whole, at: place), as: shape, assets: site.theme.assetAddresses,
                at: site.settings.url.value)
            frame.locate { site.theme.place(of: $0, in: template, whole, at: place) }
            return frame
        }
        let shared = known.value(of: Key(template: template, view: view)) { made(at: Frame.place) }
        // What is wrong with one may name an address that stands in it.
        return shared.problems.isEmpty || shared.places == 0 ? shared : made(at: Array(place.utf8))
    }
}
