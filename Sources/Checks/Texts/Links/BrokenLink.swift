import Diagnostics
import Formats
import Model
import Source
import Synchronization

extension Check {
    /// `broken-link`: a link to what is not there, or not yet announced when the text that links to it is.
    ///
    /// A permanent text is judged by what was public at its own moment, so that no later announcement makes it right
    /// or wrong, and none is given away before its time.
    package static let brokenLink = Check { context in
        let helps = Once { LinkHelps.of(context) }
        return context.findings(of: .brokenLink) { problem, link, text in
            let place = text.place(of: link.link)
            switch problem {
            case .later(let address, let moment) where text.occasion.announced == nil:
                return Diagnostic(
                    .brokenLink, at: place, "\(address) is public from \(moment) on, and not yet",
                    help: "leave the link out until then")
            case .later(let address, let moment):
                return Diagnostic(
                    .brokenLink, at: place, .later(address, moment),
                    help: "leave the link out, or announce this text on \(moment) or later")
            case .missing(let missing):
                return Diagnostic(.brokenLink, at: place, .missing(missing), help: helps.value.help(for: missing))
            default: return Diagnostic(.brokenLink, at: place, "")
            }
        }
    }
}

/// What is said of each thing that is missing. One address is often broken in many editions: each is looked for once, and
/// not again as long as there is the same to choose from.
private final class LinkHelps: Sendable {
    private let suggestions: LinkSuggestions
    private let helps = Mutex<[JudgedLink.Missing: String]>([:])
    /// So many are kept: a preview goes on for days, and an address that is being typed is another one at each save.
    private static let most = 4096

    private init(_ suggestions: LinkSuggestions) { self.suggestions = suggestions }

    static func of(_ context: CheckContext) -> LinkHelps {
        let suggestions = LinkSuggestions(context.history, asOf: context.asOf)
        if let last: LinkHelps = context.memory.last(.suggestions), last.suggestions == suggestions { return last }
        let helps = LinkHelps(suggestions)
        context.memory.keep(helps, of: .suggestions)
        return helps
    }

    func help(for missing: JudgedLink.Missing) -> String {
        helps.withLock { if $0.count >= Self.most { $0 = [:] } }
        return helps.value(of: missing) { suggestions.help(for: missing) }
    }
}

extension String {
    fileprivate static func later(_ address: String, _ moment: Moment) -> String {
        "\(address) is public from \(moment) on, later than this text"
    }

    fileprivate static func missing(_ missing: JudgedLink.Missing) -> String {
        switch missing {
        case .address(""): "this link has no address"
        case .address(let address): "this site has no \(address)"
        case .file(let path): "there is no file Content\(path)"
        case .edition(let document, let edition): "\(document) has no edition \(edition)"
        case .provider(nil, let id): "no register has a provider \"\(id)\""
        case .provider(let register?, let id): "\(register) has no provider \"\(id)\""
        }
    }
}

/// Finds what an author may have meant by an address that leads nowhere, among all that is there.
struct LinkSuggestions: Equatable, Sendable {
    private let site: SiteURL
    private var addresses: [String]
    private let standing: [String]
    private let notices: [String]
    private let files: [String]
    private let documents: [Document]

    private struct Document: Equatable {
        var id: String
        var editions: [String]
        var rows: [String]
    }

    init(_ history: History, asOf: AsOf) {
        site = history.settings.url.value
        standing =
            history.documents.map { "/\($0.id)/" }
            + history.library.pages.map { $0.id == "index" ? "/" : "/\($0.id)/" }
        addresses = standing + history.documents.map { "/\($0.id)/history/" }
        for document in history.documents where document.register != nil {
            addresses += ["/\(document.id)/annex-iii/", "/\(document.id).json", "/\(document.id).csv"]
        }
        addresses += ["/subscribe/", "/notices/", "/record/", "/feeds/all.atom"]
        if history.library.certifications.contains(where: { asOf.covers($0.announced.value) }) {
            addresses.append("/certifications/")
        }
        notices = history.notices.map { "/notices/\($0.id)/" }
        files = history.library.files
        let rows = Dictionary(
            history.library.documents.map { ($0.id, ($0.providers ?? []).map(\.id)) },
            uniquingKeysWith: { first, _ in first })
        documents = history.documents.map {
            Document(id: $0.id, editions: $0.editions.map(\.id.description), rows: rows[$0.id] ?? [])
        }
    }

    func help(for missing: JudgedLink.Missing) -> String {
        switch missing {
        case .address(""):
            return
                "write it between the round brackets, as (/terms/) or (https://example.com); or write the words without brackets"
        case .address(let address):
            if site.depth > 0, let path = site.own(site.origin + address) {
                return "write \(path), as every path here begins at \(site)"
            }
            switch address {
            case "/certifications/", "/certifications":
                return "put a certification into Content/certifications/, or remove the link"
            case "/.well-known/security.txt":
                return "write security_txt: in site.yaml, which makes it, or remove the link"
            default: break
            }
            let bare = address.drop { $0 == "/" }
            let name = bare.split(separator: "/").last ?? bare
            if name.contains("."), let file = files.first(where: { $0.hasSuffix("/\(name)") }) {
                return "did you mean \(file)?"
            }
            let others = address.hasPrefix("/notices/") ? notices : []
            let page = bare.withoutPageEnding.map { $0.isEmpty || $0.hasSuffix("/") ? "/\($0)" : "/\($0)/" }
            if let page, let meant = pageOfPart(page) { return "did you mean \(meant)?" }
            if let page, let meant = addresses.first(where: { $0 == page || $0 != "/" && page.hasSuffix($0) }) {
                return "did you mean \(meant)?"
            }
            if let near = nearMiss(page ?? address, among: addresses + others) { return "did you mean \(near)?" }
            if bare.contains("@"), !bare.contains("/") { return "write mailto:\(bare)" }
            if page == nil, name.isFileName, !name.hasSuffix(".md") {
                return "put the file in Content/files/, and write /files/\(name)"
            }
            if bare.hasPrefix("www.") || bare.isHost { return "write https://\(bare)" }
            let shown = standing.filter { $0 != "/" }.prefix(8)
            return shown.isEmpty
                ? "remove the link" : "write one of \(shown.joined(separator: ", ")), or remove the link"
        case .file(let path):
            if let near = nearMiss(path, among: files) { return "did you mean \(near)?" }
            return "put the file there, or remove the link"
        case .edition(let document, let edition):
            guard let editions = documents.first(where: { $0.id == document })?.editions, !editions.isEmpty else {
                return help(for: .address("/\(document)/"))
            }
            let near = nearMiss(edition, among: editions) ?? editions.last ?? ""
            return "did you mean /\(document)/\(near)/?"
        case .provider(let register, let id):
            let ids = documents.filter { register == nil || register == $0.id }.flatMap(\.rows)
            if let near = nearID(id, among: ids) {
                return "did you mean provider:\(register.map { $0 + "/" } ?? "")\(near)?"
            }
            return "write the name of a file in providers/ without .yaml, or remove the link"
        }
    }

    /// The page of an edition or a row that a path ends with: `/subprocessors/heron/`.
    private func pageOfPart(_ path: String) -> String? {
        let parts = path.split(separator: "/").suffix(2)
        guard parts.count == 2, let id = parts.first, let part = parts.last,
            let document = documents.first(where: { $0.id == id }),
            document.editions.contains(where: { $0 == part }) || document.rows.contains(where: { $0 == part })
        else { return nil }
        return "/\(id)/\(part)/"
    }
}

extension Substring {
    /// Whether it begins with a name of the internet: `edpb.europa.eu/guidelines`.
    fileprivate var isHost: Bool {
        let labels = prefix { $0 != "/" }.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
            && labels.last?.count ?? 0 > 1 && labels.last?.allSatisfy(\.isLetter) ?? false
            && (contains("/") || !isFileName)
    }
}
