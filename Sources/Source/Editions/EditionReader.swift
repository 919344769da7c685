import Diagnostics
import Formats
import Model

/// What the readers of single files need to know of the site: its settings, where they could be read.
struct ReadingContext {
    var settings: SiteSettings?

    /// The ids of the documents that site.yaml lists; nil where it could not be read.
    var documents: [String]? {
        guard let settings, !settings.unreadable.contains("documents") else { return nil }
        return settings.documents.map(\.value)
    }
}

/// Reads one edition; nil where its front matter is not there or says no day on which it was announced that can be
/// read, which is reported.
func readEdition(
    _ file: SourceFile, document: String, id: EditionID, context: ReadingContext, findings: Findings
) -> Edition? {
    let file = withUsualSpaces(inFrontMatterOf: file, findings: findings)
    guard let (frontMatter, text) = readFrontMatter(file, findings: findings), let root = text.root,
        case .map(let entries) = root.content
    else { return nil }
    let map = MappingReader(
        entries, at: root.span, what: "an edition", findings: findings, isPartial: text.isPartial)
    let values = ValueReader(findings: findings)
    let title = map.required("title", example: "title: Privacy Policy", values.text)
    let announced =
        map.has("announced") || map.isMisspelt("announced")
        ? map.optional("announced", values.moment) : Sourced(Moment(id.day), at: map.span)
    let summary = map.optional("summary", values.sentence)
    let version = map.optional("version", values.text)
    let interim = map.optional("interim", values.bool)
    let retired = map.optional("retired") { node, key in
        readRetirement(node, key, context: context, values: values)
    }
    let effective = Sourced(id.day, at: announced?.span ?? map.span)
    var announcement = AnnouncementReader(map).announcement(
        announced: announced ?? Sourced(Moment(id.day), at: map.span), effective: effective)
    map.finish()
    announcement.unread = map.unread
    guard announced != nil else { return nil }
    return Edition(
        document: document, id: id, source: file, title: title ?? Sourced(document, at: map.span),
        announcement: announcement, summary: summary, version: version, interim: interim, retired: retired,
        body: SourceSpan(file, frontMatter.body), publishedText: PublishedText.of(file, tokens: text.tokens),
        frontMatter: .object(PublishedText.written(entries)))
}

private func withUsualSpaces(inFrontMatterOf file: SourceFile, findings: Findings) -> SourceFile {
    guard case .found(let frontMatter) = FrontMatter.cut(file), frontMatter.yaml.count <= FrontMatter.limit else {
        return file
    }
    return withUsualSpaces(file, frontMatter.yaml, findings: findings) ?? file
}

private func readRetirement(
    _ node: YAMLNode, _ key: String, context: ReadingContext, values: ValueReader
) -> Retirement? {
    guard let map = values.map(node, key, what: key, example: "retired: {replaced_by: [terms]}, or retired: {}") else {
        // It is the last edition all the same.
        return node.isBroken ? nil : Retirement(replacedBy: [], span: node.span)
    }
    defer { map.finish() }
    let replacedBy = map.optional("replaced_by") { node, key in
        values.list(node, key, example: "[terms]")?.compactMap { item -> Sourced<String>? in
            guard let id = values.word(item, key, help: "write the id of a document") else { return nil }
            if let documents = context.documents, !documents.contains(id.value) {
                values.findings.add(
                    .invalidID, at: id.span, "\"\(shown(id.value))\" is not a document of this site",
                    help: nearMiss(id.value, among: documents).map { "did you mean \($0)?" }
                        ?? "the documents are \(documents.joined(separator: ", "))")
                return nil
            }
            return id
        }
    }
    return Retirement(replacedBy: replacedBy ?? [], span: node.span)
}

/// Reads the front matter of an edition: a block map in the first column, with plain keys, so that it can be told for
/// ever which lines belong to which key.
private func readFrontMatter(_ file: SourceFile, findings: Findings) -> (FrontMatter, YAMLText)? {
    let frontMatter: FrontMatter
    switch FrontMatter.cut(file) {
    case .found(let found): frontMatter = found
    case .none:
        findings.add(
            .missingKey, at: SourceSpan(file, 0..<min(file.utf8Count, 1)),
            "this edition does not start with front matter",
            help: "begin with a line of three hyphens (---), then title: and the other keys, then another such line")
        return nil
    case .unclosed(let range):
        findings.add(
            .syntax, at: SourceSpan(file, range), "this front matter is never closed",
            help: "write a line --- after its last key")
        return nil
    }
    guard frontMatter.yaml.count <= FrontMatter.limit else {
        findings.add(
            .tooComplex, at: SourceSpan(file, file.range(ofLine: 1)),
            "this front matter is longer than \(FrontMatter.limit / 1024) KiB", help: "move the text below it")
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
        return ValueReader(findings: findings).wrong(
            root, "this front matter holds no keys", help: "write each as a key, a colon and a value")
    }
    checkForm(text.tokens, file, findings: findings)
    return (frontMatter, text)
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
