import Diagnostics

/// A template, read once: its words as they are written, and where values stand among them.
///
/// The syntax is that of Mustache (https://mustache.github.io/mustache.5.html) as far as `docs/templates.md` has it.
struct Template: Sendable {
    /// Held by one reference: each page of a new kind walks over all of them.
    indirect enum Part: Sendable {
        case words([UInt8], at: Origin)
        case value(Path, isEscaped: Bool, at: Origin)
        case section(Path, isInverted: Bool, [Part])
    }

    /// What a tag names.
    enum Path: Sendable {
        /// `{{.}}`
        case item
        /// `{{up.href}}`: the value of a name, and what it has by the next ones.
        case names(first: String, rest: [String])
        /// `{{t.key}}`: the theme's words.
        case constant(ViewValue)
    }

    /// Where a part is written.
    struct Origin: Sendable {
        let template: String
        /// As it is included: with blanks before each line, where the tag that includes it has them.
        let file: SourceFile
        let indentation: Int
        let range: Range<Int>

        /// The place of one of its bytes in the template itself.
        func place(of distance: Int, in source: SourceFile) -> Int {
            let place = range.lowerBound + distance
            guard indentation > 0 else { return place }
            let line = file.line(at: place)
            let column = place - file.range(ofLine: line).lowerBound - indentation
            return source.range(ofLine: line).lowerBound + max(0, column)
        }
    }

    let parts: [Part]
}

/// Makes templates of their sources, in which the scanner has found nothing wrong: partials exist, and none includes
/// itself.
struct TemplateCompiler {
    private struct Key: Hashable {
        var name: String
        var indentation: [UInt8]
    }

    private let sources: [String: SourceFile]
    /// The words of the theme by their keys.
    private let strings: [String: ViewValue]
    private var known: [Key: [Template.Part]] = [:]

    init(_ sources: [String: SourceFile], strings: [String: ViewValue]) {
        self.sources = sources
        self.strings = strings
    }

    mutating func template(_ name: String) -> Template { Template(parts: parts(of: Key(name: name, indentation: []))) }

    /// - Parameter key: of a partial that stands alone on its line, the blanks before it are put before each of its lines.
    private mutating func parts(of key: Key) -> [Template.Part] {
        if let known = known[key] { return known }
        guard var file = sources[key.name] else { return [] }
        if !key.indentation.isEmpty {
            let indentation = String(decoding: key.indentation, as: UTF8.self)
            let isEnded = file.text.utf8.last == UInt8(ascii: "\n")
            let lines = (isEnded ? file.text.dropLast() : file.text[...])
                .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            file = SourceFile(
                path: file.path,
                text: lines.map { indentation + $0 }.joined(separator: "\n") + (isEnded ? "\n" : ""))
        }
        let parts = parts(of: file, as: key)
        known[key] = parts
        return parts
    }

    private mutating func parts(of file: SourceFile, as key: Key) -> [Template.Part] {
        func origin(_ range: Range<Int>) -> Template.Origin {
            Template.Origin(template: key.name, file: file, indentation: key.indentation.count, range: range)
        }
        let bytes = Array(file.text.utf8)
        func words(_ range: Range<Int>) -> Template.Part { .words(Array(bytes[range]), at: origin(range)) }
        // The innermost is last: the tag that opened it, and what is in it so far.
        var open: [(tag: TemplateTag?, parts: [Template.Part])] = [(nil, [])]
        var last = 0
        func add(_ parts: [Template.Part]) { open[open.count - 1].parts += parts }
        for tag in TemplateTag.all(of: file).tags {
            let extent = tag.extent(in: bytes)
            if last < extent.lowerBound { add([words(last..<extent.lowerBound)]) }
            last = max(last, extent.upperBound)
            switch tag.sigil {
            case "#", "^": open.append((tag, []))
            case "/":
                guard let (opening, parts) = open.popLast(), let opening else { return [] }
                add([.section(path(opening.name), isInverted: opening.sigil == "^", parts)])
            case ">":
                let indentation = Array(bytes[extent.lowerBound..<max(extent.lowerBound, tag.span.range.lowerBound)])
                add(parts(of: Key(name: tag.name, indentation: indentation)))
            case "{", "&": add([.value(path(tag.name), isEscaped: false, at: origin(tag.span.range))])
            case nil: add([.value(path(tag.name), isEscaped: true, at: origin(tag.span.range))])
            default: continue
            }
        }
        if last < bytes.count { add([words(last..<bytes.count)]) }
        return open[0].parts
    }

    private func path(_ name: String) -> Template.Path {
        if name == "." { return .item }
        let names = name.split(separator: ".").map(String.init)
        if names.count == 2, names[0] == "t" { return .constant(strings[names[1]] ?? .text(names[1])) }
        return .names(first: names.first ?? "", rest: Array(names.dropFirst()))
    }
}
