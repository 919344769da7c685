/// What a file is, by its name, as a server says it to a browser.
enum MediaType {
    static func of(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "text/plain; charset=utf-8" }
        return types[String(name[name.index(after: dot)...])] ?? "application/octet-stream"
    }

    /// By the ending of the name. What a browser would not show, such as a feed, is shown as text.
    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "map": "application/json", "webmanifest": "application/manifest+json",
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "woff": "font/woff", "woff2": "font/woff2",
        "ttf": "font/ttf", "otf": "font/otf", "pdf": "application/pdf", "zip": "application/zip",
        "atom": "application/xml", "rss": "application/xml", "xml": "application/xml", "opml": "application/xml",
        "json": "application/json", "jsonl": "text/plain; charset=utf-8", "txt": "text/plain; charset=utf-8",
        "md": "text/plain; charset=utf-8", "csv": "text/plain; charset=utf-8", "ics": "text/calendar; charset=utf-8",
        "timemap": "text/plain; charset=utf-8",
    ]
}
