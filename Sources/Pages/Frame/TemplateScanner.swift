import Diagnostics

/// Finds what is wrong with the templates of a theme: tags that do not end, names that no page has, sections that are not
/// closed, and partials that include themselves.
struct TemplateScanner {
    /// The most tags of one template, and the deepest sections.
    private static let tagLimit = 2_000
    private static let depthLimit = 32

    /// The most templates that one may come to include, each as often as it is included.
    private static let inclusionLimit = 1_000

    let sources: [String: SourceFile]
    /// The keys of the theme's words.
    private let strings: Set<String>
    private let scanned: [String: (tags: [TemplateTag], broken: [Diagnostic])]
    /// The keys of the words that templates use, or that the program brings for them.
    let usedWords: Set<String>
    /// The templates that each template includes, through others too.
    let included: [String: Set<String>]

    /// - Parameters:
    ///   - sources: every template of the theme by its name, as partials name it.
    ///   - strings: the keys of the theme's words.
    ///   - ownStrings: those of them that the program brings.
    init(_ sources: [String: SourceFile], strings: Set<String>, ownStrings: Set<String>) {
        self.strings = strings
        self.sources = sources
        let scanned = sources.mapValues(TemplateTag.all)
        self.scanned = scanned
        let named = scanned.values.flatMap { $0.tags.map(\.name) }.filter { $0.hasPrefix("t.") }
        usedWords = ownStrings.union(named.map { String($0.dropFirst("t.".count)) })
        let direct = scanned.mapValues { Set($0.tags.filter { $0.sigil == ">" }.map(\.name)) }
        included = direct.mapValues { names in
            var reached: Set<String> = []
            var pending = Array(names)
            while let name = pending.popLast() {
                if reached.insert(name).inserted { pending += direct[name] ?? [] }
            }
            return reached
        }
    }

    /// What is wrong with any of the templates, in the order of their names.
    var findings: [Diagnostic] {
        let findings = sources.keys.sorted().flatMap(findings)
        // Without partials that include themselves, the inclusions can be counted.
        return findings.isEmpty ? sources.keys.sorted().compactMap(excess) : findings
    }

    /// A template that includes too many others: twenty that each include the next one twice are a million.
    private func excess(in name: String) -> Diagnostic? {
        guard let file = sources[name], inclusions(of: name) > Self.inclusionLimit else { return nil }
        return Diagnostic(
            .tooComplex, at: SourceSpan(file, 0..<0), "this template includes more than \(Self.inclusionLimit) others",
            help: "include fewer partials")
    }

    private func inclusions(of name: String) -> Int {
        var known: [String: Int] = [:]
        var pending = [(name: name, isDone: false)]
        while let (next, isDone) = pending.popLast() {
            let partials = (scanned[next]?.tags ?? []).filter { $0.sigil == ">" }.map(\.name)
            if isDone {
                known[next] = partials.reduce(0) { min(Self.inclusionLimit + 1, $0 + 1 + (known[$1] ?? 0)) }
            } else if known[next] == nil {
                pending.append((next, true))
                pending += partials.map { ($0, false) }
            }
        }
        return known[name] ?? 0
    }

    private func findings(in name: String) -> [Diagnostic] {
        let (tags, broken) = scanned[name] ?? ([], [])
        guard tags.count <= Self.tagLimit else {
            let message = "a template of more than \(Self.tagLimit) tags"
            return [tags[Self.tagLimit].finding(message, "move parts of it into partials", .tooComplex)]
        }
        var findings = broken
        var open: [TemplateTag] = []
        for tag in tags {
            switch tag.sigil {
            case "#", "^":
                open.append(tag)
                if open.count > Self.depthLimit {
                    return findings
                        + [tag.finding("sections nested more than \(Self.depthLimit) deep", nil, .tooComplex)]
                }
                findings += variable(tag)
                if let same = open.dropLast().first(where: {
                    $0.name == tag.name && tag.sigil == "#" && $0.sigil == "#"
                }) {
                    let line = same.span.file.line(at: same.span.range.lowerBound)
                    let help = "close the one on line \(line) before it"
                    findings.append(tag.finding("the section \(tag.name) stands in itself", help))
                }
            case "/":
                if open.last?.name == tag.name {
                    open.removeLast()
                    continue
                }
                let help = open.last.map { "write {{/\($0.name)}}, or open it before" } ?? "remove it"
                return findings + [tag.finding("{{/\(tag.name)}} closes no open section", help)]
            case ">": findings += partial(tag, in: name)
            case nil where Fact.Name(rawValue: tag.name) != nil:
                findings.append(
                    tag.finding("{{\(tag.name)}} is a fact, which is never escaped", "write {{{\(tag.name)}}}"))
            case nil, "&", "{": findings += variable(tag)
            case "!": continue
            default:
                findings.append(
                    tag.finding(
                        "{{\(tag.sigil.map(String.init) ?? "")…}} is no tag of a theme",
                        "use {{name}}, {{{name}}}, {{#name}}, {{^name}}, {{>name}} or {{!words}}"))
            }
        }
        guard let last = open.last else { return findings }
        return findings + [last.finding("the section \(last.name) is not closed", "write {{/\(last.name)}}")]
    }

    private func variable(_ tag: TemplateTag) -> [Diagnostic] {
        if tag.name == "." { return [] }
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[0] == "t" {
            guard !strings.contains(parts[1]) else { return [] }
            let help = meant(parts[1], strings) ?? "add \(parts[1]) to Templates/strings/en.yaml"
            return [tag.finding("the theme has no words for \"\(parts[1])\"", help)]
        }
        guard !tag.name.isEmpty else { return [tag.finding("the tag is empty", "write a name in it")] }
        guard let unknown = parts.first(where: { !Vocabulary.names.contains($0) }) else { return [] }
        let help = meant(unknown, Vocabulary.names) ?? "see docs/templates.md for those there are"
        return [tag.finding("there is no variable \"\(unknown)\"", help)]
    }

    private func meant(_ name: String, _ names: some Sequence<String>) -> String? {
        nearMiss(name, among: names.sorted()).map { "did you mean \($0)?" }
    }

    private func partial(_ tag: TemplateTag, in name: String) -> [Diagnostic] {
        guard sources[tag.name] != nil else {
            let help = meant(tag.name, sources.keys) ?? "write Templates/\(tag.name).mustache"
            return [tag.finding("there is no template \"\(tag.name)\"", help)]
        }
        guard tag.name == name || included[tag.name]?.contains(name) == true else { return [] }
        return [tag.finding("the template \(name) includes itself", "take this tag out")]
    }
}
