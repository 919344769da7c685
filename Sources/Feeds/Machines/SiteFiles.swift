import Diagnostics
import Formats
import Model
import Site

/// The files that a site has for machines, each as its standard says.
enum SiteFiles {
    /// `/sitemap.xml` of the pages of a build that are meant to be found: no superseded, withdrawn or erased edition
    /// with what belongs to it, no page of a day that leads to an edition, and no error page.
    ///
    /// - Parameter pages: the paths of HTML files from the output folder: `privacy/index.html`.
    static func sitemap(_ pages: [String], _ history: PublicHistory) -> String {
        let hidden = history.documents.flatMap { document in
            document.editions
                .filter { [.superseded, .withdrawn, .erased].contains(document.state(of: $0, on: history.asOf.day)) }
                .map { "\($0.document)/\($0.id)/" }
        }
        let days = history.documents.flatMap { document in
            document.daysLeadingToText(upTo: history.asOf.day).map { "\(document.id)/on/\($0.day)/" }
        }
        let hiddenFolders = Set(hidden)
        let hiddenDays = Set(days)
        let addresses = Addresses(history.settings)
        let folders = Set(pages + ["index.html"]).compactMap { page -> String? in
            guard page == "index.html" || page.hasSuffix("/index.html") else { return nil }
            let folder = page.utf8.dropLast("index.html".utf8.count)
            let start = folder.split(separator: UInt8(ascii: "/"), maxSplits: 2).prefix(2)
                .map { Substring($0) + "/" }.joined()
            let path = String(Substring(folder))
            return hiddenFolders.contains(start) || hiddenDays.contains(path) ? nil : path
        }
        var writer = XMLWriter()
        writer.element("urlset", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { writer in
            for folder in folders.sorted() {
                writer.element("url") { $0.element("loc", text: addresses.absolute("/" + folder)) }
            }
        }
        return writer.output
    }

    /// `/robots.txt` (RFC 9309). Crawlers read the one at the root of the host alone: of a site in a folder, it holds what
    /// is to be added there.
    static func robots(_ settings: SiteSettings) -> String {
        let site = settings.url.value
        return "User-agent: *\nAllow: \(site.local("/"))\n\nSitemap: \(site.absolute("/sitemap.xml"))\n"
    }

    /// `/.well-known/security.txt` (RFC 9116); nil where the site does not say when it expires. Its place is the root of
    /// the host (section 3), also where the site stands in a folder.
    static func securityTxt(_ settings: SiteSettings) -> String? {
        guard let security = settings.securityTxt else { return nil }
        let addresses = Addresses(settings)
        var lines = [
            "Contact: mailto:\(settings.namesToday.contacts.security.value)",
            "Expires: \(security.expires.value)T23:59:59\(settings.utcOffset)",
        ]
        if !security.languages.isEmpty {
            lines.append("Preferred-Languages: \(security.languages.map(\.value).joined(separator: ", "))")
        }
        lines.append("Canonical: \(settings.url.value.origin)/.well-known/security.txt")
        if let policy = security.policy { lines.append("Policy: \(addresses.absolute(policy.value))") }
        return lines.map { Escaping.header($0) + "\n" }.joined()
    }

    /// `/_headers`, as static hosts read it, with paths from the root of the host. Nothing is said to be immutable: a text
    /// may be erased, an asset renewed.
    ///
    /// That a host is asked by HTTPS alone holds for all of it, so a site in a folder of one does not say it (RFC 6797,
    /// section 6.1).
    static func headers(_ policy: ContentSecurityPolicy, at site: SiteURL) -> String {
        let transport = site.depth > 0 ? "" : "  Strict-Transport-Security: max-age=31536000\n"
        return "/*\n  Content-Security-Policy: \(policy.header)\n\(transport)\(headers)"
            .split(separator: "\n").map { site.local(String($0)) + "\n" }.joined()
    }

    private static let headers = """
          X-Content-Type-Options: nosniff
          Cache-Control: public, max-age=300
          Referrer-Policy: strict-origin-when-cross-origin
          Permissions-Policy: camera=(), geolocation=(), microphone=()
        /*.atom
          Content-Type: application/atom+xml; charset=utf-8
        /*.rss
          Content-Type: application/rss+xml; charset=utf-8
        /feeds/*.json
          Content-Type: application/feed+json
        /*.ics
          Content-Type: text/calendar; charset=utf-8
        /*.opml
          Content-Type: text/x-opml; charset=utf-8
        /*.md
          Content-Type: text/markdown; charset=utf-8
        /*.csv
          Content-Type: text/csv; charset=utf-8; header=present
        /*.timemap
          Content-Type: application/link-format
        /*.jsonl
          Content-Type: application/jsonl; charset=utf-8
        /record/SHA256SUMS
          Content-Type: text/plain; charset=utf-8
        /record/checkpoint
          Content-Type: text/plain; charset=utf-8
        /record/as-of
          Content-Type: text/plain; charset=utf-8
        /record/tile/*
          Content-Type: application/octet-stream
        /schemas/*
          Content-Type: application/schema+json
        """
}
