import Diagnostics
import Formats
import Model

/// Every published file that is no page: lists, notices and changes as data, texts, feeds, schemas, and what hosts and
/// crawlers read.
///
/// - Parameters:
///   - history: of what is public at the as-of.
///   - pages: the paths of the HTML files that the build makes, for the sitemap.
/// - Returns: files sorted by path.
package func machineFiles(_ history: History, asOf: AsOf, pages: [String]) -> [OutputFile] {
    let settings = history.settings
    var files = history.documents.flatMap { document in
        document.editions.map {
            OutputFile(path: "\($0.document)/\($0.id).md", text: SiteFiles.text(of: $0))
        } + registerFiles(document, of: history, asOf: asOf)
    }
    let notices = NoticeJSON(history)
    files += history.notices.map { OutputFile(path: "notices/\($0.id).json", text: notices.json(of: $0).pretty) }
    files += Feed.all(of: history, asOf: asOf).map {
        OutputFile(path: "feeds/\($0.name).atom", text: $0.atom(settings))
    }
    files += Schemas.all(settings).map { OutputFile(path: "schemas/\($0.name).json", text: $0.schema.pretty) }
    files.append(OutputFile(path: "sitemap.xml", text: SiteFiles.sitemap(pages, history: history, asOf: asOf)))
    files.append(OutputFile(path: "robots.txt", text: SiteFiles.robots(settings)))
    files.append(OutputFile(path: "_headers", text: SiteFiles.headers))
    if let security = SiteFiles.securityTxt(settings) {
        files.append(OutputFile(path: ".well-known/security.txt", text: security))
    }
    return files.sorted { $0.path < $1.path }
}

/// A register's lists and changes; none for a document that is no register.
///
/// A change's file is its canonical JSON to the byte, without a line feed at its end, so that its hash in the record
/// is that of the canonical form as well.
private func registerFiles(_ document: DocumentHistory, of history: History, asOf: AsOf) -> [OutputFile] {
    guard let register = document.register, let list = RegisterList(of: document.id, in: history, asOf: asOf) else {
        return []
    }
    let settings = history.settings
    var files = [
        OutputFile(path: "\(document.id).json", text: list.json.pretty),
        OutputFile(path: "\(document.id).csv", text: list.csv(terms: settings.registerTerms(on: asOf.day))),
    ]
    for day in register.daysOfChange(upTo: asOf.day) {
        let dated = DatedList(of: register, on: day)
        let path = "\(document.id)/on/\(day)"
        files.append(OutputFile(path: "\(path).json", text: dated.json.pretty))
        files.append(OutputFile(path: "\(path).csv", text: dated.csv(terms: settings.registerTerms(on: day))))
    }
    files += register.providers.flatMap(\.changes).map {
        OutputFile(path: "\(document.id)/\($0.id).json", text: $0.published.canonical)
    }
    return files
}
