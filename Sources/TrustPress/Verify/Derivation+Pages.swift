import Diagnostics
import Formats
import Model
import Notices
import Pages
import Record
import Site

extension Derivation {
    /// The pages of documents and notices: each holds what follows of its facts, to the byte, or where another version
    /// made it, word for word.
    mutating func holdPages(of site: PublicSite) {
        guard folder.hasPages else {
            unchecked.append("pages: there is none of them in this folder")
            return
        }
        let jobs = pages(of: site).filter { Self.isOwn($0.path, site.history) }
        known.formUnion(jobs.map(\.path))
        let folder = folder
        let present = Set(folder.paths)
        let assets = Set(
            present.filter { $0.hasPrefix("assets/") }.map { site.history.settings.url.value.local("/" + $0) })
        var (follow, others) = (0, [RecordProblem]())
        for verdict in concurrentMap(jobs, { Self.verdict(on: $0, in: folder, assets: assets) }) {
            switch verdict {
            case .follows: follow += 1
            case .inOtherMarkup(let problem): others.append(problem)
            case .problem(let problem): problems.append(problem)
            }
        }
        derived += follow
        // A build makes all pages at once: where most of them follow to the byte, this version made the others as well.
        if others.count < follow {
            problems.append(contentsOf: others)
        } else if let first = others.first {
            unchecked.append(
                "the markup of \(others.count) page\(others.count == 1 ? "" : "s") such as \(first.file), which another "
                    + "version made: the words and the links are those that follow")
        }
        unchecked.append(
            "fields of companies that are in no record, certifications, contacts, the introduction, and what the theme "
                + "says around what follows from the record")
    }

    private enum Verdict: Sendable {
        case follows
        /// With the words that follow, and what is wrong if this version made it.
        case inOtherMarkup(RecordProblem)
        case problem(RecordProblem)
    }

    /// Whether a page holds each of its facts as it follows, where readers see it; of those that it does not, the first
    /// is the problem.
    private static func verdict(on job: PageJob, in folder: PublishedFolder, assets: Set<String>) -> Verdict {
        let made = job.facts()
        let page: [UInt8]
        switch folder.read(job.path, against: made.reduce(0) { $0 + $1.bytes.count }) {
        case .bytes(let bytes): page = bytes
        case .missing:
            return .problem(RecordProblem(file: job.path, "this page is missing; it follows from the record"))
        case .unreadable(let reason): return .problem(RecordProblem(file: job.path, "this page \(reason)"))
        }
        let facts = shown(made, of: job, as: page)
        let wrong = facts.filter { page.firstPlace(of: $0.bytes) == nil }
        guard !wrong.isEmpty else {
            guard let problem = frameProblem(of: page, around: facts, assets: assets) else { return .follows }
            return .problem(RecordProblem(file: job.path, "what is around the facts of this page is wrong: \(problem)"))
        }
        let shown = shownWords(of: page)
        func isElsewise(_ fact: Fact) -> Bool { shown.firstPlace(of: shownWords(of: fact.bytes)) == nil }
        // What stands there to the byte may stand in what hides it.
        let other = wrong.first(where: isElsewise) ?? facts.first { $0.name != .head && isElsewise($0) }
        let fact = other ?? wrong[0]
        let problem = RecordProblem(
            file: job.path, "what this page shows as \(fact.name.rawValue) does not follow from the record",
            expected: difference(fact.bytes, page))
        // What this version made is what it makes: the same source gives the same bytes.
        let isOwn = page.firstPlace(of: Array(Program.generator.utf8)) != nil
        return other == nil && !isOwn ? .inOtherMarkup(problem) : .problem(problem)
    }

    /// The facts of a page: those that follow, and in the place of those that are in no record what the page shows.
    private static func shown(_ facts: [Fact], of job: PageJob, as page: [UInt8]) -> [Fact] {
        guard job.path == overview else {
            // The lists of today, of which such fields are read, have no row that left or never came.
            guard facts.contains(where: { $0.name == .provider }) else { return facts }
            return facts.filter { $0.name != .details } + [shownFact(.details, in: page)].compactMap(\.self)
        }
        let held: Set<Fact.Name> = [.documents, .upcoming, .lists, .recent]
        let free: [Fact.Name] = [.heading, .intro, .certifications, .contacts]
        var own = facts.filter { held.contains($0.name) }
        own += facts.filter { $0.name == .head }.map { $0.withTitle(of: page) }
        return own + free.compactMap { shownFact($0, in: page) }
    }

    private static let overview = "index.html"

    /// Where the page goes other ways than a fact: some words of the fact from there.
    private static func difference(_ fact: [UInt8], _ page: [UInt8]) -> String {
        var (low, high) = (0, fact.count)
        // The longest beginning of the fact that the page has.
        while low < high {
            let middle = (low + high + 1) / 2
            if page.firstPlace(of: Array(fact[..<middle])) != nil { low = middle } else { high = middle - 1 }
        }
        let start = low < fact.count ? fact[..<low].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0 : 0
        let line = fact[start...].prefix { $0 != UInt8(ascii: "\n") }
        return String(decoding: line.prefix(200), as: UTF8.self)
    }
}
