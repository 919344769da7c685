import Diagnostics

/// Reads the front matter of an edition: a block map in the first column, with plain keys, so that it can be told for
/// ever which lines belong to which key.
func readFrontMatter(_ file: SourceFile, findings: Findings) -> (FrontMatter, YAMLText)? {
    let frontMatter: FrontMatter
    switch FrontMatter.cut(file) {
    case .found(let found): frontMatter = found
    case .none:
        findings.add(
            .missingKey, at: SourceSpan(file, 0..<min(file.utf8Count, 1)),
            "this edition does not begin with its front matter: the lines with its title and days",
            help: .frontMatter(of: file))
        return nil
    case .unclosed(_, let fence?):
        findings.add(
            .syntax, at: SourceSpan(file, fence), "this line was meant to close the front matter, and does not",
            help: "write three hyphens (---) in its place, and nothing else")
        return nil
    case .unclosed(let range, nil):
        findings.add(
            .syntax, at: SourceSpan(file, range), "this front matter is never closed",
            help: "write a line of three hyphens (---) below its last key, and the text below that")
        return nil
    }
    guard frontMatter.yaml.count <= FrontMatter.limit else {
        findings.add(
            .tooComplex, at: SourceSpan(file, file.range(ofLine: 1)),
            "this front matter is longer than \(FrontMatter.limit / 1024) KiB", help: "move the text below it")
        return nil
    }
    if let span = indentedKey(file, frontMatter.yaml) {
        findings.add(
            .syntax, at: span, "the keys of a front matter start in the first column",
            help: "take the spaces before it away")
        return nil
    }
    let text = readYAML(file, frontMatter.yaml, findings: findings)
    guard let root = text.root, !root.isEmpty else {
        if findings.count == 0 {
            findings.add(
                .missingKey, at: SourceSpan(file, file.range(ofLine: 1)), "this front matter is empty",
                help: "add title: Privacy Policy")
        }
        return nil
    }
    guard case .map = root.content else {
        return ValueReader(findings: findings).noKeys(
            root, in: "this front matter", help: "write each as a key, a colon and a value")
    }
    checkForm(text.tokens, file, findings: findings)
    return (frontMatter, text)
}

extension String {
    /// What to begin a file with that has no front matter: of what looks like its first line what is to be mended, else
    /// the least that does.
    fileprivate static func frontMatter(of file: SourceFile) -> String {
        let start = file.text.prefix { $0.isWhitespace }
        let line = file.text[start.endIndex...].prefix { !$0.isNewline }
        if line == "---" {
            return start.contains(where: \.isNewline)
                ? "take the empty lines before the three hyphens (---) away"
                : "take the spaces before the three hyphens away"
        }
        if let keys = FrontMatter.keysWithoutFence(file) {
            let (first, last) = (keys.lines.lowerBound, keys.lines.upperBound)
            if first == 1 {
                return "write a line --- above line 1" + (keys.isClosed ? "" : " and another below line \(last)")
            }
            // From the bottom up, so that the number of the line holds while it is needed.
            let (below, line) = keys.isClosed ? ("", "a line") : ("write a line --- below line \(last), ", "another")
            return "\(below)take the empty lines at the top away, and write \(line) --- above the first key"
        }
        let isOfDashes = (1...8).contains(line.count) && line.allSatisfy { "-–—−_=*+~ ".contains($0) }
        return isOfDashes
            ? "write three hyphens (---) in the place of this line, and nothing else"
            : "put before the text\n    ---\n    title: \(title(of: file))\n    ---"
    }
}

/// What a document without a title may be called: its first heading, else its folder (`terms-of-use`) in words.
private func title(of file: SourceFile) -> String {
    let line = file.text.split { $0.isNewline }.first ?? ""
    let heading = line.hasPrefix("# ") ? line.dropFirst(2) : ""
    if heading.first?.isLetter == true, heading.count <= 80,
        heading.allSatisfy({ $0.isLetter || $0.isNumber || " -,.".contains($0) })
    {
        return String(heading)
    }
    let folder = file.path.split(separator: "/").dropLast().last ?? ""
    return folder.isEmpty ? "…" : folder.prefix(1).uppercased() + String(folder.dropFirst()).replacing("-", with: " ")
}

/// The first key, where blanks stand before it and none before those of other lines: YAML takes these for the wrong ones.
private func indentedKey(_ file: SourceFile, _ yaml: Range<Int>) -> SourceSpan? {
    let lines = file.substring(yaml).utf8.split(separator: UInt8(ascii: "\n")).lazy.map(Substring.init)
    guard let first = lines.first(where: { $0.contains { $0 != " " } && !$0.drop { $0 == " " }.hasPrefix("#") }),
        first.first == " ", lines.contains(where: { $0.first?.isLetter == true && $0.contains(":") })
    else { return nil }
    let key = first.drop { $0 == " " }
    let start = yaml.lowerBound + file.substring(yaml)[..<key.startIndex].utf8.count
    return SourceSpan(file, start..<start + key.prefix { $0 != ":" }.utf8.count)
}

private func checkForm(_ tokens: [YAMLToken], _ file: SourceFile, findings: Findings) {
    guard let first = tokens.first else { return }
    let span = SourceSpan(file, first.range)
    if first.kind == .open {
        findings.add(
            .syntax, at: span, "this front matter stands in brackets",
            help: "write each key on a line of its own, without brackets")
    } else if first.start.column != 1 {
        findings.add(
            .syntax, at: span, "the keys of a front matter start in the first column",
            help: "take out the spaces before the keys")
    }
    for token in tokens where token.isKey && token.start.column == 1 && token.flowDepth == 0 {
        guard token.kind != .scalar(.plain) else { continue }
        let key = file.substring(token.range).dropFirst().dropLast()
        findings.add(
            .syntax, at: SourceSpan(file, token.range), "a key of a front matter stands in quotes",
            help: "write \(shown(String(key))) without quotes")
    }
}
