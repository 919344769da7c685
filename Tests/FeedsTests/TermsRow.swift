import Diagnostics
import Model
import Notices
import Source
import Testing
import TestSupport

/// A row of a table of terms: a block of `notice` or `register`, what stood before it, and what
/// is said of it.
struct TermsRow: CustomTestStringConvertible, Sendable {
    static let section = "Terms"
    static let all = SentenceRow.tables.filter { $0.section == section }.map(TermsRow.init)

    var row: SentenceRow

    var testDescription: String { row.testDescription }

    /// The history of a policy and a register under the row's terms.
    func history() throws -> History {
        let kind = row.kinds[0]
        func block(_ keys: [String]) -> String { "{\(keys.joined(separator: ", "))}" }
        let blocks = """
            \(kind):
              - \(block(row.before))
              - \(block(["announced: 2027-01-10", "from: 2027-02-15"] + row.announced))
            """
        let site = row.page.site(documents: ["privacy", "subprocessors"], kind == "register" ? blocks : "")
        var files = [
            "Content/privacy/2026-01-01.md": "---\ntitle: \(row.page.policy)\n---\n\nWords.\n",
            "Content/subprocessors/2026-01-01.md": "---\ntitle: \(row.page.list)\n---\n\nThe list.\n",
            "Content/subprocessors/providers/acme.yaml":
                "name: Acme AI\nentity: Acme, Inc.\npurpose: Hosts it\ndata: [code]\nlocations: [DE]\nannounced: 2026-01-01\n",
        ]
        files["Content/site.yaml"] =
            kind == "notice" ? site.replacing("notice: {days: 30, objection_days: 30}", with: blocks) : site
        let reading = readLibrary(SourceTree(files: files))
        #expect(reading.diagnostics.listing == "")
        return History(resolving: try #require(reading.library))
    }

    /// What is said of it, in the order of the columns.
    func said() throws -> [String] {
        let history = try history()
        let sentences = Sentences(history)
        let notice = try #require(history.notices.last)
        #expect("\(notice.id)" == "notice-terms-2027-01-10")
        let events = history.events.filter { $0.notice == notice.id }.map { sentences.sentences(for: $0) }
        let later = sentences.sentences(for: notice, from: Viewpoint(asOf: AsOf(try moment("2027-06-01"))))
        return (events + [later]).map { $0.joined(separator: " / ") }
    }
}
