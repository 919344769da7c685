import Formats

/// A page before its theme: its head, its facts, and what its template may use beside them.
struct PageParts {
    var head: PageHead
    /// `document` for `document.mustache`.
    var template: String
    /// What the page is, for style sheets: `edition`.
    var kind: String
    var facts: [Fact]
    /// Values for the frame: links, titles.
    var frame: View = [:]
    /// Where the page's own addresses in the frame begin: so pages that differ in these alone share their frame.
    var place = ""

    /// The head and the facts, in the languages in which they are told.
    func told(on site: PublicSite) -> [Fact] {
        [head.fact(site)] + ((head.path == "/" ? [] : [head.running(site)]) + facts).map { $0.told(in: site.voice) }
    }

    /// The page as the theme frames it.
    func rendered(_ site: PublicSite) -> RenderedPage {
        var view = frame
        view["kind"] = .text(kind)
        for fact in facts { view[fact.name.rawValue] = .fact(fact.name) }
        let inner = site.frames.frame(template, as: .fragment, view, at: place, of: site)
        let outer = site.frames.frame(
            "layout", as: .document, site.navigation.place(of: head, kind: kind), at: place, of: site
        ) { site.navigation.view(of: $0) }
        let facts = told(on: site)
        let (wrong, wrongLayout) = (
            inner.problems(around: self.facts.map(\.name)), outer.problems(around: [.head, .content])
        )
        var bytes: [UInt8] = []
        if wrong.isEmpty, wrongLayout.isEmpty {
            bytes.reserveCapacity(
                facts.reduce(outer.size(at: place) + inner.size(at: place)) { $0 + $1.bytes.count })
            outer.write(to: &bytes, at: place) { name, bytes in
                guard name == .content else { return facts.write(name, to: &bytes) }
                facts.write(.running, to: &bytes)
                inner.write(to: &bytes, at: place) { facts.write($0, to: &$1) }
            }
        }
        let path = self.head.path.hasSuffix("/") ? self.head.path + "index.html" : self.head.path
        return RenderedPage(
            file: OutputFile(path: String(path.dropFirst()), bytes: bytes), kind: kind,
            problems: PageProblems(
                page: self.head.path,
                found: wrong.map { TemplateProblem(template: template, problem: $0) }
                    + wrongLayout.map { TemplateProblem(template: "layout", problem: $0) }))
    }
}

extension [Fact] {
    fileprivate func write(_ name: Fact.Name, to output: inout [UInt8]) {
        if let fact = first(where: { $0.name == name }) { output += fact.bytes }
    }
}

/// A page as it is published.
package struct RenderedPage: Sendable {
    package let file: OutputFile
    /// What it is: `edition`.
    package let kind: String
    /// What is wrong with the theme; then the file is of no use.
    package let problems: PageProblems

    /// From the output folder: `privacy/index.html`.
    package var path: String { file.path }
    package var text: String { String(decoding: file.bytes, as: UTF8.self) }
}

/// What a page shows to be wrong with its theme.
package struct PageProblems: Sendable {
    /// Its address from the site's root: `/privacy/`.
    let page: String
    let found: [TemplateProblem]
}

/// What is wrong with a template, as one page shows it.
struct TemplateProblem: Sendable, Hashable {
    /// Its name, without `.mustache`.
    var template: String
    var problem: FrameProblem
}

/// What is wrong with the markup around the facts of a page that lies somewhere, as a template's would be: a fact that
/// stands there more than once, or where readers may not see it.
///
/// - Parameters:
///   - facts: the page's own, each of which stands in it to the byte.
///   - assets: the addresses of what is published below `/assets/`.
package func frameProblem(of page: [UInt8], around facts: [Fact], assets: Set<String>) -> String? {
    var frame = page
    for fact in facts where !fact.bytes.isEmpty {
        guard let place = frame.firstPlace(of: fact.bytes) else { continue }
        frame.replaceSubrange(place..<(place + fact.bytes.count), with: Array(FrameMarkup.placeholder(fact.name).utf8))
    }
    return FrameMarkup(frame, as: .document, assets: assets).problems.first?.message
}
