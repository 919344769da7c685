import Diagnostics

/// Finds what is wrong with a template before the Mustache library sees it, which takes a missing variable for an
/// empty one, tells no place, and does not survive a partial that includes itself.
struct TemplateScanner {
    /// The most tags of one template, and the deepest sections: the library takes quadratic time for tags.
    private static let tagLimit = 2_000
    private static let depthLimit = 32

    private struct Tag {
        var sigil: Character?
        var name: String
        var span: SourceSpan
    }

    /// The most templates that one may come to include, each as often as it is included.
    private static let inclusionLimit = 1_000

    private let sources: [String: SourceFile]
    /// The keys of the theme's words.
    private let strings: Set<String>
    private let scanned: [String: (tags: [Tag], broken: [Diagnostic])]
    /// The templates that each template includes, through others too.
    let included: [String: Set<String>]

    /// - Parameters:
    ///   - sources: every template of the theme by its name, as partials name it.
    ///   - strings: the keys of the theme's words.
    init(_ sources: [String: SourceFile], strings: Set<String>) {
        self.strings = strings
        self.sources = sources
        let scanned = sources.mapValues(Self.tags)
        self.scanned = scanned
        let direct = scanned.mapValues { Set($0.tags.filter { $0.sigil == ">" || $0.sigil == "<" }.map(\.name)) }
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
            let partials = (scanned[next]?.tags ?? []).filter { $0.sigil == ">" || $0.sigil == "<" }.map(\.name)
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
            return [
                Diagnostic(
                    .tooComplex, at: tags[Self.tagLimit].span, "a template of more than \(Self.tagLimit) tags",
                    help: "move parts of it into partials")
            ]
        }
        var findings = broken
        var open: [Tag] = []
        for tag in tags {
            switch tag.sigil {
            case "#", "^", "$", "<":
                open.append(tag)
                if open.count > Self.depthLimit {
                    return findings + [
                        Diagnostic(.tooComplex, at: tag.span, "sections nested more than \(Self.depthLimit) deep")
                    ]
                }
                if tag.sigil == "<" { findings += partial(tag, in: name) }
                if tag.sigil == "#" || tag.sigil == "^" { findings += variable(tag) }
            case "/":
                if open.last?.name == tag.name {
                    open.removeLast()
                    continue
                }
                findings.append(
                    Diagnostic(
                        .template, at: tag.span, "{{/\(tag.name)}} closes no open section",
                        help: open.last.map { "write {{/\($0.name)}}, or open it before" } ?? "remove it"))
                return findings
            case ">": findings += partial(tag, in: name)
            case nil, "&", "{": findings += variable(tag)
            case "!": continue
            default:
                findings.append(
                    Diagnostic(
                        .template, at: tag.span, "{{\(tag.sigil.map(String.init) ?? "")…}} is no tag of a theme",
                        help: "use {{name}}, {{{name}}}, {{#name}}, {{^name}}, {{>name}} or {{!words}}"))
            }
        }
        if let last = open.last {
            findings.append(
                Diagnostic(
                    .template, at: last.span, "the section \(last.name) is not closed", help: "write {{/\(last.name)}}")
            )
        }
        return findings
    }

    private func variable(_ tag: Tag) -> [Diagnostic] {
        if tag.name == "." { return [] }
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[0] == "t" {
            guard !strings.contains(parts[1]) else { return [] }
            let near = nearMiss(parts[1], among: strings.sorted())
            return [
                Diagnostic(
                    .template, at: tag.span, "the theme has no words for \"\(parts[1])\"",
                    help: near.map { "did you mean \($0)?" } ?? "add \(parts[1]) to Templates/strings/en.yaml")
            ]
        }
        guard !tag.name.isEmpty else {
            return [Diagnostic(.template, at: tag.span, "the tag is empty", help: "write a name in it")]
        }
        guard let unknown = parts.first(where: { !Vocabulary.names.contains($0) }) else { return [] }
        let near = nearMiss(unknown, among: Vocabulary.names.sorted())
        return [
            Diagnostic(
                .template, at: tag.span, "there is no variable \"\(unknown)\"",
                help: near.map { "did you mean \($0)?" } ?? "see docs/templates.md for those there are")
        ]
    }

    private func partial(_ tag: Tag, in name: String) -> [Diagnostic] {
        guard sources[tag.name] != nil else {
            let near = nearMiss(tag.name, among: sources.keys.sorted())
            return [
                Diagnostic(
                    .template, at: tag.span, "there is no template \"\(tag.name)\"",
                    help: near.map { "did you mean \($0)?" } ?? "write Templates/\(tag.name).mustache")
            ]
        }
        guard tag.name == name || included[tag.name]?.contains(name) == true else { return [] }
        return [
            Diagnostic(
                .template, at: tag.span, "the template \(name) includes itself", help: "take this tag out")
        ]
    }

    /// The tags of a template in order, and those that do not end.
    private static func tags(of file: SourceFile) -> (tags: [Tag], broken: [Diagnostic]) {
        let bytes = Array(file.text.utf8)
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var tags: [Tag] = []
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == open, bytes[index + 1] == open else {
                index += 1
                continue
            }
            let start = index
            let isTriple = index + 2 < bytes.count && bytes[index + 2] == open
            var end = index + (isTriple ? 3 : 2)
            while end + 1 < bytes.count, bytes[end] != close || bytes[end + 1] != close { end += 1 }
            guard end + 1 < bytes.count else {
                let span = SourceSpan(file, start..<min(start + 2, bytes.count))
                return (
                    tags, [Diagnostic(.template, at: span, "the tag does not end", help: "write }} behind its name")]
                )
            }
            let content = file.substring((start + 2)..<end)
            end += isTriple && end + 2 < bytes.count && bytes[end + 2] == close ? 3 : 2
            let sigil = content.first.flatMap { "#^/><$!&{=%".contains($0) ? $0 : nil }
            let name = (sigil == nil ? content : content.dropFirst()).split(separator: " ").joined(separator: " ")
            tags.append(Tag(sigil: sigil, name: name, span: SourceSpan(file, start..<end)))
            index = end
        }
        return (tags, [])
    }
}
