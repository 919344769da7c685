import Diagnostics
import Formats

/// A file whose YAML is indented and parted by blanks that YAML takes for letters, or holds signs of no width in its
/// keys: the same with usual spaces, so that all of it is read as it was meant. Word processors and web pages put them
/// there, and nobody sees them. Each line with some is reported; nil where there are none.
///
/// Inside texts they may stand, and in lines below a `|` or `>`.
///
/// - Parameter range: the part of the file that is YAML.
func withUsualSpaces(_ file: SourceFile, _ range: Range<Int>, findings: Findings) -> SourceFile? {
    let text = file.substring(range)
    // Nearly all files hold none.
    guard text.utf8.contains(where: { $0 >= 0xC2 }), text.unicodeScalars.contains(where: \.isOddInYAML) else {
        return nil
    }
    let attempt = YAMLAttempt(file, range, findings: Findings())
    if case .root(let root) = attempt.outcome, root?.hasOddKey != true { return nil }
    let texts = attempt.tokens.filter { $0.kind == .scalar(.block) }.map(\.range)
    var mended = String(file.substring(0..<range.lowerBound))
    var offset = range.lowerBound
    var isMended = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let isInText = texts.contains { $0.lowerBound < offset && offset < $0.upperBound }
        let structure = isInText ? line[..<line.startIndex] : line.structure
        if let first = structure.unicodeScalars.firstIndex(where: \.isOddInYAML) {
            isMended = true
            let start = offset + line.utf8.distance(from: line.startIndex, to: first)
            let odd = structure.unicodeScalars[first...].prefix { $0.isOddInYAML }
            let end = start + odd.reduce(0) { $0 + UTF8.width($1) }
            report(structure.unicodeScalars[first], at: SourceSpan(file, start..<end), findings: findings)
        }
        for scalar in structure.unicodeScalars where !scalar.isOddInYAML || scalar.isOddSpace {
            mended.unicodeScalars.append(scalar.isOddSpace ? " " : scalar)
        }
        mended += line[structure.endIndex...]
        offset += line.utf8.count + 1
        if offset <= range.upperBound { mended += "\n" }
    }
    guard isMended else { return nil }
    mended += file.substring(range.upperBound..<file.utf8Count)
    return SourceFile(path: file.path, text: mended)
}

private func report(_ scalar: Unicode.Scalar, at span: SourceSpan, findings: Findings) {
    if scalar.isOddSpace {
        findings.add(
            .syntax, at: span, "\(scalar.named) stands here, which looks like a space but is none",
            help: "put an ordinary space in its place; typing the start of the line again does that")
    } else {
        findings.add(
            .syntax, at: span, "\(scalar.named) stands here, which nobody sees",
            help: "remove it; typing the start of the line again does that")
    }
}

extension Substring {
    /// The start of a line up to its value: spaces, hyphens of items, the key, its colon, and the spaces after it.
    fileprivate var structure: Substring {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar.isOddInYAML }
        let scalars = unicodeScalars
        let start = scalars.prefix { isBlank($0) || $0 == "-" }.endIndex
        let key = scalars[start...].prefix { $0.isOfKey || $0.isOddInYAML }
        guard key.endIndex < scalars.endIndex, scalars[key.endIndex] == ":", key.contains(where: \.isOfKey) else {
            return self[..<start]
        }
        let rest = scalars[scalars.index(after: key.endIndex)...]
        return self[..<rest.prefix(while: isBlank).endIndex]
    }
}

extension YAMLNode {
    /// Whether a key in it holds such a sign.
    fileprivate var hasOddKey: Bool {
        switch content {
        case .scalar, .broken, .probe: false
        case .list(let items): items.contains(where: \.hasOddKey)
        case .map(let entries):
            entries.contains { $0.key.unicodeScalars.contains(where: \.isOddInYAML) || $0.value.hasOddKey }
        }
    }
}

extension Unicode.Scalar {
    /// A blank that is no space of YAML: no-break, thin, ideographic and the like.
    var isOddSpace: Bool { properties.generalCategory == .spaceSeparator && self != " " }

    /// A sign that is drawn as nothing at all: zero-width spaces and joiners, marks of direction, soft hyphens.
    var isUnseen: Bool {
        switch value {
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    fileprivate var isOddInYAML: Bool { isOddSpace || isUnseen }

    fileprivate var isOfKey: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'": true
        default: false
        }
    }

    /// `a no-break space (U+00A0)`
    var named: String {
        let name = (properties.name ?? properties.nameAlias ?? "character").lowercased()
        return "\("aeiou".contains(name.first ?? " ") ? "an" : "a") \(name) (\(codePoint))"
    }
}
