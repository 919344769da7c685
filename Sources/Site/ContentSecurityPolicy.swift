import Formats

/// What a page of the site may load and do (W3C Content Security Policy, level 3): its own files and nothing else. Scripts
/// run, and a manifest is read, only where the theme ships some; none is ever written in a page. A script may make no
/// markup and no script out of text (W3C Trusted Types: required, and no policy may be made).
package struct ContentSecurityPolicy: Sendable {
    private let directives: [String]
    private let trustedTypes: [String]
    /// As a page says it itself, for hosts that send no headers of a site's own.
    package let meta: String

    /// - Parameter assets: the names of the files that the theme ships: `assets/style.css`.
    package init(assets: some Sequence<String>) {
        let types = Set(assets.map { $0.split(separator: ".").last?.lowercased() ?? "" })
        let hasScripts = !types.isDisjoint(with: ["js", "mjs"])
        let scripts = hasScripts ? ["script-src 'self'", "connect-src 'self'"] : []
        trustedTypes = hasScripts ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []
        let manifest = types.contains("webmanifest") ? ["manifest-src 'self'"] : []
        directives =
            ["default-src 'none'"] + scripts + manifest
            + ["style-src 'self'", "img-src 'self'", "font-src 'self'", "form-action 'none'", "base-uri 'none'"]
        meta =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\(directives.joined(separator: "; "))\">"
    }

    /// As a header says it, which alone can forbid that the page is framed (section 3.3 of the standard), and alone speaks of
    /// Trusted Types: the Nu checker calls those directives errors in a page.
    package var header: String { (directives + trustedTypes + ["frame-ancestors 'none'"]).joined(separator: "; ") }

    /// A page without it: for a preview, which adds to the page and sends a policy of its own.
    package static func dropped(from page: [UInt8]) -> [UInt8] {
        let beginning = Array("<meta http-equiv=\"Content-Security-Policy\"".utf8)
        guard let start = page.firstPlace(of: beginning),
            let end = page[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return page }
        return Array(page[..<start]) + page[(end + 1)...]
    }
}
