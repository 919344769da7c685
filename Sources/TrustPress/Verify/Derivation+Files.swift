import Formats
import Model
import Record

extension Derivation {
    /// Lists, notices and feeds, byte by byte.
    mutating func holdFiles(_ made: [OutputFile], _ history: History) {
        let own = made.filter { Self.isOwn($0.path, history) }
        known.formUnion(own.map(\.path))
        for file in own {
            switch folder.read(file.path, against: file.bytes.count) {
            case .missing: report(file.path, "this file is missing; it follows from the record")
            case .unreadable(let reason): report(file.path, "this file \(reason)")
            case .bytes(let bytes):
                if bytes == file.bytes {
                    derived += 1
                } else {
                    problems.append(Self.difference(bytes, file))
                }
            }
        }
    }

    /// Whatever lies at the addresses of documents, notices and feeds and does not follow: pages, lists and files of any
    /// kind, as a visitor takes them for the document's. The same holds of what hosts may serve in the place of a file
    /// that is held.
    ///
    /// - Parameter held: the paths that the record holds, or that follow from it.
    mutating func holdNothingMore(beside held: Set<String>, _ history: History) {
        let places = Dictionary(held.map { ($0.servedPath, $0) }) { min($0, $1) }
        for path in folder.paths where !held.containsToTheByte(path) {
            let served = path.servedPath
            if Self.isOwn(path, history) {
                let what = path.hasSuffix(".html") ? "this page" : "this"
                report(path, "\(what) is published, and does not follow from the record")
            } else if let place = places[served] ?? served.withoutCompression.flatMap({ places[$0] }) {
                report(path, "this does not follow from the record, and hosts may serve it as \(place)")
            }
        }
    }

    /// Names what lies beside all that was held, by its first folder; of the record's own files each, and of those
    /// that tell a host what to serve: with hidden names (`files/.htaccess`), and IIS's `web.config`.
    ///
    /// - Parameter held: the paths that the record holds, or that follow from it.
    mutating func nameTheRest(beside held: Set<String>) {
        let names = folder.paths.filter { !held.containsToTheByte($0) }.map { path in
            let isWhole =
                path.hasPrefix("record/") || path.utf8.contains("/.".utf8) || path.lowercased().hasSuffix("/web.config")
            return path.firstIndex(of: "/").flatMap { isWhole ? nil : String(path[...$0]) } ?? path
        }.uniqued
        let most = 20
        var words = names.prefix(most).joined(separator: ", ")
        if names.count > most { words += " and \(names.count - most) more" }
        if !words.isEmpty { unchecked.append("what the record does not hold: \(words)") }
    }

    /// Whether a path belongs to a document, to the notices, to the feeds or to the overview: `subprocessors.json`,
    /// `privacy/2026-11-23/index.html`, `notices/privacy-2026-11-23.json`, `feeds/all.atom`, `index.php`, which hosts may
    /// serve before `index.html`.
    static func isOwn(_ path: String, _ history: History) -> Bool {
        let name = path.publicName
        return name == "notices" || name == "feeds" || history.document(name) != nil
            || (name == "index" || name == "default") && !path.servedPath.utf8.contains(UInt8(ascii: "/"))
    }
}

extension String {
    /// Without the ending of a compressed copy, which hosts send in the place of the file beside it (nginx'
    /// `gzip_static`, Caddy's `precompressed`); nil of a path that has none.
    fileprivate var withoutCompression: String? {
        [".gz", ".br", ".zst"].first(where: hasSuffix).map { String(dropLast($0.count)) }
    }
}
