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

    /// The page as the theme frames it.
    ///
    /// A template is rendered with a placeholder for each fact; once its markup is found to be sound, the facts are put
    /// in. So they stand in the page to the byte, once, and cost nothing to escape or to look for.
    func rendered(_ site: PublicSite) -> RenderedPage {
        let theme = site.theme
        var view = frame
        view["kind"] = kind
        var names: [Fact.Name] = []
        for fact in facts {
            names.append(fact.name)
            view[fact.name.rawValue] = FrameMarkup.placeholder(fact.name)
        }
        let content = FrameMarkup.filled(theme.render(template, view), .fragment, facts, theme: theme)
        var layout = Navigation(head, site).view(kind: kind)
        for name in [Fact.Name.head, .content] { layout[name.rawValue] = FrameMarkup.placeholder(name) }
        let head = head.fact(site)
        let whole = FrameMarkup.filled(
            theme.render("layout", layout), .document, [head, Fact(.content, content.text)], theme: theme)
        let path = self.head.path.hasSuffix("/") ? self.head.path + "index.html" : self.head.path
        return RenderedPage(
            file: OutputFile(path: String(path.dropFirst()), text: whole.text), kind: kind, facts: [head] + facts,
            problems: content.problems.map { TemplateProblem(template: template, problem: $0) }
                + whole.problems.map { TemplateProblem(template: "layout", problem: $0) })
    }
}

/// A page as it is published, and the facts that are in it, each once and to the byte.
package struct RenderedPage: Sendable {
    package let file: OutputFile
    /// What it is: `edition`.
    package let kind: String
    package let facts: [Fact]
    /// What is wrong with the theme; then the file is of no use.
    let problems: [TemplateProblem]

    /// From the output folder: `privacy/index.html`.
    package var path: String { file.path }
    package var text: String { String(decoding: file.bytes, as: UTF8.self) }
}

/// What is wrong with a template, as one page shows it.
struct TemplateProblem: Sendable, Hashable {
    /// Its name, without `.mustache`.
    var template: String
    var problem: FrameProblem
}

extension FrameMarkup {
    /// A rendered template with its facts in their places.
    ///
    /// - Returns: the text, and what is wrong: markup that is not sound, and facts that are not in it exactly once.
    fileprivate static func filled(
        _ markup: String, _ shape: Shape, _ facts: [Fact], theme: Theme
    ) -> (text: String, problems: [FrameProblem]) {
        let bytes = Array(markup.utf8)
        let frame = FrameMarkup(bytes, as: shape, assets: theme.assetAddresses)
        guard frame.problems.isEmpty else { return ("", frame.problems) }
        var counts: [Fact.Name: Int] = [:]
        for hole in frame.holes { counts[hole.name, default: 0] += 1 }
        let problems = facts.compactMap { fact -> FrameProblem? in
            let tag = "{{{\(fact.name.rawValue)}}}"
            switch counts.removeValue(forKey: fact.name) ?? 0 {
            case 0: return FrameProblem("\(tag) is missing", "write \(tag) where it is to stand", fact: fact.name)
            case 1: return nil
            default:
                return FrameProblem("\(tag) stands there more than once", "write it once", fact: fact.name)
            }
        }
        guard problems.isEmpty else { return ("", problems) }
        if let other = frame.holes.first(where: { counts[$0.name] != nil }) {
            return ("", [FrameProblem("<fact \(other.name.rawValue)> is no fact of this page", "remove it")])
        }
        let html = Dictionary(facts.map { ($0.name, $0.html) }, uniquingKeysWith: { first, _ in first })
        var filled: [UInt8] = []
        var last = 0
        for hole in frame.holes {
            filled += bytes[last..<hole.range.lowerBound]
            filled += (html[hole.name] ?? "").utf8
            last = hole.range.upperBound
        }
        filled += bytes[last...]
        return (String(decoding: filled, as: UTF8.self), [])
    }
}

/// What is wrong with the markup around the facts of a page that lies somewhere, as a template's would be: a fact that
/// stands there more than once, or where readers may not see it.
///
/// - Parameters:
///   - facts: the page's own, each of which stands in it to the byte.
///   - assets: the addresses of what is published below `/assets/`.
package func frameProblem(of page: [UInt8], around facts: [Fact], assets: Set<String>) -> String? {
    var frame = page
    for fact in facts where !fact.html.isEmpty {
        let html = Array(fact.html.utf8)
        guard let place = frame.firstPlace(of: html) else { continue }
        frame.replaceSubrange(place..<(place + html.count), with: Array(FrameMarkup.placeholder(fact.name).utf8))
    }
    return FrameMarkup(frame, as: .document, assets: assets).problems.first?.message
}
