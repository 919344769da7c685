import Diagnostics
import Formats
import Model

extension Theme {
    /// Where style sheets, scripts and data among the assets name other assets from the root of the host, and the site
    /// stands below it: assets are published as they are, so nothing would be found there.
    func rootedAddresses(at site: SiteURL) -> [Diagnostic] {
        guard site.depth > 0 else { return [] }
        return assets.flatMap { asset -> [Diagnostic] in
            guard Self.namesOthers(asset.path), let text = String(validating: asset.bytes, as: UTF8.self) else {
                return []
            }
            let file = SourceFile(path: "Templates/\(asset.path)", text: text)
            return places(in: asset.bytes).map { range, address in
                Diagnostic(
                    .template, at: SourceSpan(file, range),
                    "\(address) begins at the root of the host, and this site stands at \(site)",
                    help: "write \(Self.relative(address, from: "/\(asset.path)")), as seen from this file")
            }
        }
    }

    /// Whether an asset is of a kind that may name others.
    private static func namesOthers(_ path: String) -> Bool {
        [".css", ".js", ".mjs", ".json", ".svg", ".webmanifest"].contains { path.lowercased().hasSuffix($0) }
    }

    /// The addresses of assets that stand as a value of their own: behind a quote, a bracket or a blank.
    private func places(in bytes: [UInt8]) -> [(Range<Int>, String)] {
        let sign = Array("/assets/".utf8)
        var places: [(Range<Int>, String)] = []
        var start = 0
        while let found = bytes.firstPlace(of: sign, from: start) {
            let end = bytes[found...].firstIndex { "\"'`() \t\n\r?#,;".utf8.contains($0) } ?? bytes.count
            start = end
            let address = String(decoding: bytes[found..<end], as: UTF8.self)
            if found > 0, "\"'`( \t\n=:".utf8.contains(bytes[found - 1]), assetAddresses.contains(address) {
                places.append((found..<end, address))
            }
        }
        return places
    }

    /// `../fonts/a.woff2` of `/assets/fonts/a.woff2`, from `/assets/css/a.css`.
    private static func relative(_ address: String, from file: String) -> String {
        let (to, from) = (address.split(separator: "/"), file.split(separator: "/").dropLast())
        let common = zip(to.dropLast(), from).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: from.count - common) + to.dropFirst(common)).joined(separator: "/")
    }
}
