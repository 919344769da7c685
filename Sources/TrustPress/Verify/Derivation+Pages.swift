import Feeds
import Formats
import Model
import Pages
import Record

extension Derivation {
    /// The pages of documents and notices: each holds what follows of its facts, to the byte, or where another version
    /// made it, word for word.
    mutating func holdPages(of site: PublicSite) {
        let jobs = pages(of: site).filter { Self.isOfDocument($0.path, site.history) }
        let folder = folder
        let present = Set(folder.paths)
        guard jobs.contains(where: { present.contains($0.path) }) else {
            unchecked.append("pages: none of them is in this folder")
            return
        }
        var others: [String] = []
        for (job, verdict) in zip(jobs, concurrentMap(jobs) { Self.verdict(on: $0, in: folder) }) {
            switch verdict {
            case .follows: derived += 1
            case .inOtherMarkup: others.append(job.path)
            case .problem(let problem): problems.append(problem)
            }
        }
        if let first = others.first {
            unchecked.append(
                "the markup of \(others.count) page\(others.count == 1 ? "" : "s") such as \(first): the words are those "
                    + "that follow, and the markup is none that this version makes")
        }
        let known = Set(jobs.map(\.path))
        for path in folder.paths where Self.isOfDocument(path, site.history) && !known.contains(path) {
            problems.append(RecordProblem(file: path, "this page is published, and does not follow from the record"))
        }
        unchecked.append("pages without history, certifications, and fields of companies that are in no record")
    }

    private enum Verdict: Sendable {
        case follows, inOtherMarkup
        case problem(RecordProblem)
    }

    /// Whether a page holds each of its facts as it follows; of those that it does not, the first is the problem.
    private static func verdict(on job: PageJob, in folder: PublishedFolder) -> Verdict {
        let page: [UInt8]
        switch folder.read(job.path) {
        case .bytes(let bytes): page = bytes
        case .missing:
            return .problem(RecordProblem(file: job.path, "this page is missing; it follows from the record"))
        case .unreadable(let reason): return .problem(RecordProblem(file: job.path, "this page \(reason)"))
        }
        var isInOtherMarkup = false
        for fact in job.render().facts where !unrecorded.contains(fact.name) {
            let wanted = Array(fact.html.utf8)
            guard page.firstPlace(of: wanted) == nil else { continue }
            guard words(of: page).firstPlace(of: words(of: wanted)) != nil else {
                return .problem(
                    RecordProblem(
                        file: job.path, "the \(fact.name.rawValue) on this page does not follow from the record",
                        expected: difference(wanted, page)))
            }
            isInOtherMarkup = true
        }
        return isInOtherMarkup ? .inOtherMarkup : .follows
    }

    /// What a page shows beside what the record holds.
    private static let unrecorded: Set<Fact.Name> = [.head, .content, .details, .certifications, .contacts]

    /// The words of some HTML, without its tags and white space: what another version says with other markup.
    private static func words(of html: [UInt8]) -> [UInt8] {
        var words: [UInt8] = []
        var isInTag = false
        for byte in html {
            switch byte {
            case UInt8(ascii: "<"): isInTag = true
            case UInt8(ascii: ">") where isInTag: isInTag = false
            case 0x20, 0x09, 0x0A, 0x0D: break
            case _ where isInTag: break
            default: words.append(byte)
            }
        }
        return words
    }

    /// Where the page goes other ways than a fact: some words of the fact from there.
    private static func difference(_ fact: [UInt8], _ page: [UInt8]) -> String {
        var (low, high) = (0, fact.count)
        // The longest beginning of the fact that the page has.
        while low < high {
            let middle = (low + high + 1) / 2
            if page.firstPlace(of: Array(fact[..<middle])) != nil { low = middle } else { high = middle - 1 }
        }
        let start = fact[..<low].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = fact[start...].prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: line.prefix(200), as: UTF8.self)
    }

    /// Whether a path is a page of a document or of notices.
    private static func isOfDocument(_ path: String, _ history: History) -> Bool {
        guard path.hasSuffix("index.html"), let first = path.split(separator: "/").first else { return false }
        return first == "notices" || history.document(String(first)) != nil
    }
}
