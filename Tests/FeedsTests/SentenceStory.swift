import Diagnostics
import Foundation
import Model
import Notices
import Source
import Testing
import TestSupport

/// A block of a page of sentences: sources, with what site.yaml says beside the usual, and what is told of them.
struct SentenceStory: CustomTestStringConvertible, Sendable {
    var page: SentencePage
    var world: World
    var told: String

    var testDescription: String { told.split(separator: "\n").first.map(String.init) ?? "" }

    static let all: [SentenceStory] = SentencePage.all.flatMap { page in
        page.text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map { _, block in
            var world = World(String(block.dropFirst()))
            let told = world.files.removeValue(forKey: "told") ?? ""
            let settings = world.files.removeValue(forKey: "site.yaml") ?? ""
            let documents = ["privacy", "sla", "subprocessors"].filter { document in
                document == "subprocessors" || world.files.keys.contains { $0.hasPrefix(document + "/") }
            }
            var files = ["Content/site.yaml": SentenceRow.site(page, documents: documents) + "\n" + settings]
            for (path, text) in world.files where path.contains(".") && !path.hasPrefix("Content/") {
                let isEdition = path.hasSuffix(".md")
                let place = isEdition ? "Content/\(path)" : "Content/subprocessors/providers/\(path)"
                files[place] = isEdition ? "---\n\(text)---\n\nText.\n" : text
            }
            files["Content/subprocessors/2025-12-01.md"] = "---\ntitle: \(page.list)\n---\n\nThe list.\n"
            world.files = files
            return SentenceStory(page: page, world: world, told: told.trimmingCharacters(in: .newlines))
        }
    }

    /// Every event with its sentences, and what a page says of each notice later.
    func telling() throws -> String {
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        let history = History(resolving: try #require(reading.library))
        let sentences = Sentences(history)
        func isProse(_ notice: Notice) -> Bool { notice.changes.isEmpty && notice.id.document == "subprocessors" }
        var lines: [String] = []
        for event in history.events {
            guard let notice = history.notice(event.notice), !isProse(notice) else { continue }
            lines.append("\(event.moment) \(event.kind.rawValue)")
            // The register's own text is none of the story.
            lines += sentences.sentences(for: event).filter { !$0.contains(page.list) }.map { "  \($0)" }
            if event.kind == .announced, let objection = sentences.objection(to: notice) {
                lines.append("  \(objection)")
            }
        }
        lines.append("looking back")
        let later = Viewpoint(asOf: AsOf(try moment("2028-01-01")))
        for notice in history.notices where !isProse(notice) {
            lines += sentences.sentences(for: notice, from: later).filter { !$0.contains(page.list) }
                .map { "  \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}
