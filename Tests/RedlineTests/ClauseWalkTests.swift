import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Redline

/// Walking the changes of each clause from the first edition to the last gives its text of today: what a redline does
/// not list as changed says the same as the section that it continues.
@Suite("The history of a clause")
struct ClauseWalkTests {
    @Test("Generated histories", arguments: 0..<20)
    func generated(seed: UInt64) {
        var text = RandomText(seed: seed &+ 40_000)
        var draft = text.draft()
        var editions = [MarkdownSource.write(draft)]
        for _ in 0..<8 {
            draft = text.edited(draft, times: 1...5)
            editions.append(MarkdownSource.write(draft))
        }
        expectWalk(editions, "seed \(seed)")
    }

    /// Run where the real histories are beside the repository; the generated ones stand for them elsewhere.
    @Test("Real histories")
    func real() throws {
        var package = URL(filePath: #filePath)
        for _ in 0..<3 { package.deleteLastPathComponent() }
        let folder = package.deletingLastPathComponent().appending(path: "shared/real/github-site-policy/Content")
        for document in ["github-corporate-terms-of-service", "github-sponsors-additional-terms"] {
            let path = folder.appending(path: document).path(percentEncoded: false)
            let files = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
            let editions = try files.filter { $0.hasSuffix(".md") }.map {
                let text = try String(contentsOfFile: path + "/" + $0, encoding: .utf8)
                return String(text.split(separator: "\n---\n", maxSplits: 1).last ?? "")
            }
            expectWalk(editions, document)
        }
    }

    /// Soft breaks and raw HTML alone are headings to the one and none to a page; a heading in a list begins no section.
    @Test("The sections of a text that is compared with nothing are those of one that is")
    func sectionsAlone() {
        var text = RandomText(seed: 41)
        let sources =
            (0..<20).map { _ in MarkdownSource.write(text.draft()) } + [
                "", "a\n\n# b\n\n- # c\n- d\n\n> ## e\n\n## f[^1]\n\n#\n\ng\n=\nh\n\n[^1]: # i\n",
                "# [](/x)\n\n# <b></b>\n\n**<b>\n<i>**\n===\n\n# **a**[](/x) <br>\n\n# <br>\n\n# ![](/y)\n",
            ]
        for source in sources {
            let file = SourceFile(path: "text.md", text: source)
            let text = MarkdownText.parse(SourceSpan(file, 0..<source.utf8.count)).0
            let compared = ComparedText(text).sections.map { $0.heading?.anchor }
            #expect(text.headingsOfSections.map { $0?.anchor } == compared, "\(source)")
        }
    }

    private func expectWalk(_ editions: [String], _ name: String) {
        let texts = editions.map { source in
            let file = SourceFile(path: "text.md", text: source)
            return ComparedText(MarkdownText.parse(SourceSpan(file, 0..<source.utf8.count)).0)
        }
        guard let first = texts.first, let last = texts.last else { return }
        var carried = first.sections.indices.map(first.words)
        for (old, new) in zip(texts, texts.dropFirst()) {
            let redline = Redline(from: old, to: new)
            let changed = Set(redline.changes.filter(\.saysOtherwise).compactMap(\.section))
            carried = new.sections.indices.map { section in
                guard !changed.contains(section), let origin = redline.origins[section] else {
                    return new.words(section)
                }
                return carried[origin]
            }
        }
        for section in last.sections.indices {
            #expect(carried[section] == last.words(section), "\(name), section \(section)")
        }
    }
}

extension ComparedText {
    /// What a section says, its number, its form and its typography aside: letters and numbers, pictures and links.
    fileprivate func words(_ section: Int) -> String {
        pieces[sections[section].range].map { piece in
            if case .block(.heading(_, let words)) = piece.content { return words.headingTitle }
            return piece.block.map(said) ?? ""
        }
        .joined().filter { $0.isLetter || $0.isNumber }
    }

    private func said(_ block: Block) -> String {
        switch block {
        case .paragraph(let words), .heading(_, let words): said(words)
        case .list(let list): list.items.flatMap { $0.blocks.map(said) }.joined()
        case .quote(let blocks): blocks.map(said).joined()
        case .code(_, let text): text
        case .table(let table): ([table.header] + table.rows).joined().map(said).joined()
        case .thematicBreak, .html, .seam: ""
        }
    }

    private func said(_ words: [Inline]) -> String {
        words.map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let children), .strong(let children), .strikethrough(let children): said(children)
            case .link(let destination, _, let children), .image(let destination, _, let children):
                said(children) + destination
            case .softBreak, .hardBreak, .html, .footnote, .seam: ""
            }
        }
        .joined()
    }
}
