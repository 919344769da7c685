import Diagnostics
import Formats

/// A tag of a template: `{{#navigation}}`.
struct TemplateTag {
    /// The sign behind the braces; nil for a value.
    var sigil: Character?
    var name: String
    /// With its braces.
    var span: SourceSpan

    /// Whether it is written nowhere itself, so that a line on which it is alone is none of the page.
    private var standsAlone: Bool { sigil.map { "#^/>!".contains($0) } ?? false }

    func finding(_ message: String, _ help: String?, _ id: CheckID = .template) -> Diagnostic {
        Diagnostic(id, at: span, message, help: help)
    }

    /// The tags of a template in order, and those that do not end, or end in other braces than they began with.
    static func all(of file: SourceFile) -> (tags: [TemplateTag], broken: [Diagnostic]) {
        let bytes = Array(file.text.utf8)
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var tags: [TemplateTag] = []
        var broken: [Diagnostic] = []
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
            func doesNotEnd() -> Diagnostic {
                let span = SourceSpan(file, start..<min(start + 2, bytes.count))
                return Diagnostic(
                    .template, at: span, "the tag does not end",
                    help: "write \(isTriple ? "}}}" : "}}") behind its name")
            }
            guard end + 1 < bytes.count else { return (tags, broken + [doesNotEnd()]) }
            let content = file.substring((start + 2)..<end).drop(while: \.isWhitespace)
            // The braces that were found are another tag's.
            if let name = name(runningOnIn: content) {
                broken.append(doesNotEnd())
                // Where a section begins or ends is told by this, so that nothing is said of the other end.
                if let sigil = content.first, "#^/".contains(sigil), !name.isEmpty {
                    tags.append(
                        TemplateTag(sigil: sigil, name: name, span: SourceSpan(file, start..<(start + 2))))
                }
                index = start + (isTriple ? 3 : 2)
                continue
            }
            let endsTriple = end + 2 < bytes.count && bytes[end + 2] == close
            end += isTriple && endsTriple ? 3 : 2
            let sigil = content.first.flatMap { "#^/><$!&{=%".contains($0) ? $0 : nil }
            let name = (sigil == nil ? content : content.dropFirst()).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            let tag = TemplateTag(sigil: sigil, name: name, span: SourceSpan(file, start..<end))
            tags.append(tag)
            if isTriple != endsTriple, sigil != "!" { broken.append(tag.unequal(isTriple ? (3, 2) : (2, 3))) }
            index = end
        }
        return (tags, broken)
    }

    /// The name of a tag whose words go on as no name does: over a tag, a line's end or other braces. Comments and what
    /// is no tag of a theme may hold anything.
    ///
    /// - Returns: nil where they do not.
    private static func name(runningOnIn content: Substring) -> String? {
        let sigil = content.first.flatMap { "#^/>&{".contains($0) ? $0 : nil }
        guard sigil != nil || content.first.map({ !"<$!=%".contains($0) }) ?? false else { return nil }
        let words = (sigil == nil ? content : content.dropFirst()).drop(while: \.isWhitespace)
            .trimmingSuffix(while: \.isWhitespace)
        guard words.contains(where: { $0 == "<" || $0.isNewline }) || content.holds("{{") else { return nil }
        return String(words.prefix { !$0.isWhitespace && !"<{}".contains($0) })
    }

    /// That as many braces as open a tag do not close it: one of them would stand on the page.
    private func unequal(_ braces: (open: Int, closing: Int)) -> Diagnostic {
        let isFact = Fact.Name(rawValue: name) != nil
        let signs = sigil.map { $0 == "{" ? "" : String($0) } ?? ""
        return finding(
            "the tag opens with \(braces.open) braces and closes with \(braces.closing)",
            isFact && signs.isEmpty ? "write {{{\(name)}}}" : "write {{\(signs)\(name)}}")
    }

    /// What the page does not have of its template: the tag, or its line where it is alone on that.
    func extent(in bytes: [UInt8]) -> Range<Int> {
        let range = span.range
        func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D].contains(byte) }
        let start = bytes[..<range.lowerBound].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
        let end = bytes[range.upperBound...].firstIndex { !isBlank($0) } ?? bytes.endIndex
        guard standsAlone, start == 0 || bytes[start - 1] == 0x0A, end == bytes.endIndex || bytes[end] == 0x0A else {
            return range
        }
        return start..<min(end + 1, bytes.endIndex)
    }
}
