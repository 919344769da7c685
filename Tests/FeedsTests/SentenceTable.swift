import Diagnostics
import Foundation
import Model
import Notices
import Source
import Testing
import TestSupport

/// A row of a table of sentences: what is on the list, what is announced, and what is said of it.
struct SentenceRow: CustomTestStringConvertible, Sendable {
    var page: SentencePage
    var section: String
    var kinds: [String]
    var before: [String]
    var announced: [String]
    /// At the announcement, on its day, looking back; a correction has the first alone.
    var sentences: [String]

    var testDescription: String { "\(page.language), \(section): \(announced.joined(separator: ", "))" }

    private var isCorrection: Bool { section == "Corrections" }
    var companies: [String] { section == "Several companies" ? ["Acme AI", "Brill AI"] : ["Acme AI"] }

    /// The history of the companies of the row, read from sources.
    func history() throws -> History {
        var files = ["Content/site.yaml": Self.site(page)]
        files["Content/subprocessors/2026-01-01.md"] = "---\ntitle: \(page.list)\n---\n\nThe list.\n"
        for company in companies {
            let first = company.split(separator: " ")[0]
            var lines = before.filter { $0 != "removed" }
            if !lines.contains(where: { $0.hasPrefix("entity:") }) { lines.append("entity: \(first), Inc.") }
            lines += ["name: \(company)", "announced: 2026-01-01", "changes:"]
            func change(_ keys: [String]) { lines += ["  - \(keys[0])"] + keys.dropFirst().map { "    \($0)" } }
            if before.contains("removed") { change(["announced: 2026-06-01", "removed: true"]) }
            change(["announced: 2027-01-10"] + (isCorrection ? [] : ["effective: 2027-02-15"]) + announced)
            files["Content/subprocessors/providers/\(first.lowercased()).yaml"] = lines.joined(separator: "\n") + "\n"
        }
        let reading = readLibrary(SourceTree(files: files))
        #expect(reading.diagnostics.listing == "")
        return History(resolving: try #require(reading.library))
    }

    static func site(_ page: SentencePage = .english, documents: [String] = ["subprocessors"]) -> String {
        page.site(
            documents: documents, "products: {studio: Studio, cloud: Cloud}\nregister: {required: [name]}")
    }

    /// What is said of it, in the order of the columns.
    func said() throws -> [String] {
        let history = try history()
        let sentences = Sentences(history)
        let notice = try #require(history.notices.last)
        let events = history.events.filter { $0.notice == notice.id }.map { sentences.sentences(for: $0) }
        let later = sentences.sentences(for: notice, from: Viewpoint(asOf: AsOf(try moment("2027-06-01"))))
        return (isCorrection ? events : events + [later]).map { $0.joined(separator: " / ") }
    }

    /// The kinds of the change, in words.
    func derived() throws -> [String] {
        let change = try #require(history().notices.last?.changes.first)
        return change.kinds.map { $0.rawValue.replacing("_", with: " ").replacing("ai terms", with: "AI terms") }
    }

    /// The table of terms has rows of another kind.
    static let all = tables.filter { $0.section != TermsRow.section }

    static let tables: [SentenceRow] = SentencePage.all.flatMap(tables)

    private static func tables(on page: SentencePage) -> [SentenceRow] {
        var section = ""
        return page.text.split(separator: "\n").compactMap { line in
            if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count > 3, !["Kinds", "Block"].contains(cells[0]), !cells[0].hasPrefix("-") else { return nil }
            func code(_ cell: String) -> [String] {
                cell.split(separator: "`").map(String.init).filter { $0 != " " }
            }
            return SentenceRow(
                page: page, section: section, kinds: cells[0].components(separatedBy: ", "), before: code(cells[1]),
                announced: code(cells[2]), sentences: Array(cells[3...]))
        }
    }
}
