import Diagnostics
import Formats
import Model
import Redline
import Site

/// Some published files still to be made; every job can run on its own.
package struct MachineJob: Sendable {
    package let make: @Sendable () -> [OutputFile]

    init(_ make: @escaping @Sendable () -> [OutputFile]) { self.make = make }

    init(_ path: String, _ text: @escaping @Sendable () -> String) {
        make = { [OutputFile(path: path, text: text())] }
    }
}

/// Every published file that is no page: lists, notices and changes as data, texts, feeds, schemas, and what hosts and
/// crawlers read.
///
/// - Parameters:
///   - redlines: of its editions.
///   - pages: the paths of the HTML files that the build makes, for the sitemap.
///   - policy: what the pages say that they may load.
///   - entries: of its events, made by `PublicHistory.feedEntries`.
/// - Returns: jobs that make different files.
package func machineJobs(
    _ history: PublicHistory, redlines: EditionRedlines, entries: [WrittenEntry], pages: [String],
    policy: ContentSecurityPolicy = ContentSecurityPolicy(assets: [])
) -> [MachineJob] {
    let (settings, asOf, known) = (history.settings, history.asOf, history.history)
    let feeds = Feed.all(of: known, entries: entries)
    // The calendars take longest, and are begun first.
    var jobs = [
        MachineJob {
            EventCalendar.all(of: known, feeds).map {
                OutputFile(path: "feeds/\($0.feed.name).ics", text: $0.text(settings))
            }
        }
    ]
    jobs += history.documents.flatMap { registerJobs($0, of: history) }
    // One by one: all texts of a document at once would be much of what a build holds.
    jobs += history.documents.flatMap(\.items).map { item in
        MachineJob { item.published.map { [OutputFile(path: $0.path, text: $0.text)] } ?? [] }
    }
    jobs += history.documents.map { document in
        MachineJob {
            TimeMap.text(of: document, settings, upTo: asOf.day).map {
                [OutputFile(path: String(TimeMap.path(of: document.id).dropFirst()), text: $0)]
            } ?? []
        }
    }
    let notices = NoticeJSON(known, redlines: redlines)
    jobs += history.notices.map { notice in
        MachineJob("notices/\(notice.id).json") { notices.json(of: notice).pretty }
    }
    jobs += feeds.flatMap { feed in
        FeedFormat.allCases.map { format in
            MachineJob { feed.documents.map { OutputFile(path: $0.path(format), text: $0.text(format, settings)) } }
        }
    }
    jobs.append(MachineJob("feeds/subscriptions.opml") { subscriptions(feeds, settings) })
    jobs += Schemas.all(settings).map { name, schema in MachineJob("schemas/\(name).json") { schema.pretty } }
    jobs.append(MachineJob("sitemap.xml") { SiteFiles.sitemap(pages, history) })
    jobs.append(MachineJob("robots.txt") { SiteFiles.robots(settings) })
    jobs.append(MachineJob("_headers") { SiteFiles.headers(policy, at: settings.url.value) })
    // GitHub Pages would pass over files whose names begin with a dot or a line.
    jobs.append(MachineJob(".nojekyll") { "" })
    if let security = SiteFiles.securityTxt(settings) {
        jobs.append(MachineJob(".well-known/security.txt") { security })
    }
    return jobs
}

/// A register's lists; none for a document that is no register.
private func registerJobs(_ document: DocumentHistory, of history: PublicHistory) -> [MachineJob] {
    guard let register = document.register else { return [] }
    let (id, settings, asOf) = (document.id, history.settings, history.asOf)
    var jobs = [
        MachineJob {
            guard let list = RegisterList(of: id, in: history) else { return [] }
            return [
                OutputFile(path: "\(id).json", text: list.json.pretty),
                OutputFile(path: "\(id).csv", text: list.csv(terms: settings.registerTerms(on: asOf.day))),
            ]
        }
    ]
    jobs += register.daysOfChange(upTo: asOf.day).map { day in
        MachineJob {
            let dated = DatedList(of: register, on: day)
            return [
                OutputFile(path: "\(id)/on/\(day).json", text: dated.json.pretty),
                OutputFile(path: "\(id)/on/\(day).csv", text: dated.csv(terms: settings.registerTerms(on: day))),
            ]
        }
    }
    return jobs
}
