import Diagnostics
import Markdown
import Model
import Site

extension Check {
    /// `unsafe-url`: an address in a link or a picture that a page may not hold, such as `javascript:`, and
    /// `unsafe-path` where it leads out of the site. A whole address of the site is judged as the path behind it.
    ///
    /// Whoever can write a text in a pull request could otherwise run a script in every reader's browser, or send them
    /// somewhere else than it says. An address of the machine that it is read on, as a preview has it, leads no reader
    /// anywhere: that is `broken-link`.
    package static let unsafeURL = Check { context in
        let site = context.settings.url.value
        return context.memory.answers(to: .unsafeLinks, given: site, of: context.published) { text -> [Finding] in
            let unsafe = (text.markdown?.links ?? []).compactMap { link -> (LinkReference, UnsafeLink)? in
                guard case .unsafe(let reason) = link.target.within(site) else { return nil }
                return (link, reason)
            }
            let local = (text.markdown?.links ?? []).compactMap { link in
                // An address that is shown as it is may be an example.
                link.text == link.destination || link.destination.hasPrefix(site.origin)
                    ? nil : link.destination.pathOnThisMachine.map { (link, $0) }
            }
            return text.findings(unsafe) { link, reason in
                Diagnostic(
                    reason.check, at: text.place(of: link), reason.message, help: reason.help(for: link.destination))
            }
                + text.findings(local) { link, path in
                    Diagnostic(
                        .brokenLink, at: text.place(of: link), "this address leads each reader to their own machine",
                        help: path.count > 1
                            ? "write \(path.withoutPath(of: site)) if that page of this site is meant, or the address "
                                + "that readers have" : "write the address that readers have")
                }
        }
        .flatMap(\.self)
    }
}

extension String {
    /// A path that may begin with the place of a site, as the preview shows it, without that.
    fileprivate func withoutPath(of site: SiteURL) -> String {
        hasPrefix(site.path + "/") ? String(dropFirst(site.path.count)) : self
    }

    /// The path of an address that names the machine it is read on: `/terms/` of `http://127.0.0.1:8080/terms/`.
    fileprivate var pathOnThisMachine: String? {
        guard let scheme = ["http://", "https://"].first(where: { utf8.starts(with: $0.utf8) }) else { return nil }
        let rest = dropFirst(scheme.count)
        // Hardly an address begins so.
        guard let first = rest.utf8.first, "lL10".utf8.contains(first) else { return nil }
        let host = rest.prefix { !"/?#".contains($0) }
        guard ["localhost", "127.0.0.1", "0.0.0.0"].contains(host.prefix { $0 != ":" }.lowercased()) else { return nil }
        return String(rest[host.endIndex...])
    }
}
