import Diagnostics
import Foundation
import Model
import Source
import Testing
import TrustPress

/// A section of `docs/mistakes.md`: an edit of the site that stands at the page's start, and what is said of it.
struct Mistake: CustomTestStringConvertible, Sendable {
    var title: String
    /// Paths and lines, as the page explains them.
    var edit: [String]
    var said: String

    var testDescription: String { title }

    /// What `trustpress check --as-of 2026-11-23 --previous none` prints on standard error.
    static func check(_ files: [String: [UInt8]]) throws -> String {
        let committed = files.keys.sorted().map {
            CommittedSource(path: $0, size: files[$0]?.count ?? 0, isLink: false)
        }
        let tree = SourceTree(committed: committed) { paths in paths.map { files[$0] ?? [] } }
        let site = try checkSite(tree) { offset throws(UsageError) in
            try AsOfChoice(option: "2026-11-23", epoch: nil, now: 0, offset: offset)
        }
        return try render(site).diagnostics.map { $0.printed(as: .text) }.joined()
    }

    /// The files of the site with the edit made. An edit that the site has no place for is an issue.
    func files() throws -> [String: [UInt8]] {
        var files = MistakePage.site
        var (old, new): (String?, String?)
        var (gone, come) = ([String](), [String]())
        var isUTF16 = false
        for line in edit {
            switch line {
            case _ where line.hasPrefix("--- "): old = String(line.dropFirst(4))
            case _ where line.hasPrefix("+++ "): new = String(line.dropFirst(4))
            case "\\ in UTF-16": isUTF16 = true
            case _ where line.hasPrefix("-"): gone.append(String(line.dropFirst()))
            case _ where line.hasPrefix("+"): come.append(Self.signs(in: line.dropFirst()))
            default: Issue.record("\(title): \(line) is no line of an edit")
            }
        }
        guard let path = new ?? old else { throw EditError(title: title, problem: "names no file") }
        var text = ""
        if let old {
            text = try #require(files[old], "\(title): there is no \(old)")
            files[old] = nil
            let lines = gone.map { $0 + "\n" }.joined()
            let range = try #require(
                gone.isEmpty ? text.endIndex..<text.endIndex : text.firstRange(of: lines), "\(title): no \(lines)")
            #expect(range.lowerBound == text.startIndex || text[text.index(before: range.lowerBound)] == "\n")
            text.replaceSubrange(range, with: come.map { $0 + "\n" }.joined())
        } else {
            text = come.map { $0 + "\n" }.joined()
        }
        files[path] = text
        return files.reduce(into: [:]) { bytes, file in
            bytes[file.key] = file.key == path && isUTF16 ? Self.inUTF16(file.value) : Array(file.value.utf8)
        }
    }

    struct EditError: Error {
        var title: String
        var problem: String
    }

    /// `⟨U+00A0⟩` is the sign of that number.
    static func signs(in line: Substring) -> String {
        line.split(separator: "⟨U+", omittingEmptySubsequences: false).enumerated().map { index, part in
            let pieces = part.split(separator: "⟩", maxSplits: 1, omittingEmptySubsequences: false)
            guard index > 0, pieces.count == 2, let scalar = UInt32(pieces[0], radix: 16).flatMap(Unicode.Scalar.init)
            else { return String(part) }
            return String(scalar) + pieces[1]
        }.joined()
    }

    /// With the byte order mark that Windows writes.
    private static func inUTF16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}

/// `docs/mistakes.md`, read.
enum MistakePage {
    private static let text: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "docs/mistakes.md"), encoding: .utf8)) ?? ""
    }()

    /// The text of each block of code below a heading, with the language that stands behind its fence.
    private struct Block {
        var heading: String
        var language: Substring
        var lines: [String] = []
    }

    private static let blocks: [Block] = {
        var blocks: [Block] = []
        var heading = ""
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isOpen.toggle()
                if isOpen { blocks.append(Block(heading: heading, language: line.dropFirst(3))) }
            } else if isOpen {
                blocks[blocks.count - 1].lines.append(String(line))
            } else if line.hasPrefix("### ") || line.hasPrefix("## ") {
                heading = String(line.drop { $0 == "#" || $0 == " " })
            }
        }
        return blocks
    }()

    /// The sound site: each block below its heading is a file, under a line with its path.
    static let site: [String: String] = blocks.filter { $0.heading == "The site" }.reduce(into: [:]) { files, block in
        let path = block.lines.first.map { $0.drop { $0 == "#" || $0 == " " } } ?? ""
        files[String(path)] = block.lines.dropFirst().map { $0 + "\n" }.joined()
    }

    /// Every other heading with blocks below it: the edit, then what is said.
    static let mistakes: [Mistake] = {
        let parts = blocks.filter { $0.heading != "The site" }
        return zip(parts, parts.dropFirst()).compactMap { edit, said in
            guard edit.language == "diff", said.language == "text", edit.heading == said.heading else { return nil }
            return Mistake(
                title: edit.heading, edit: edit.lines,
                said: said.lines.map { Mistake.signs(in: $0[...]) + "\n" }.joined())
        }
    }()

    static var headings: [Substring] {
        text.split(separator: "\n").filter { $0.hasPrefix("### ") }.map { $0.dropFirst(4) }
    }
}
