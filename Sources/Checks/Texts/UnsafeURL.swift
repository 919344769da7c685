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
        return context.memory.answers(
            to: .unsafeLinks, given: site, of: context.published,
            inPieces: { $0.links.contains { target, words in PoorTarget(target, words, of: site) != nil } }
        ) { text, pieces -> [Finding] in
            guard pieces.isEmpty || pieces.contains(where: \.found) else { return [] }
            var unsafe: [(LinkReference, UnsafeLink)] = []
            var local: [(LinkReference, path: Substring)] = []
            for link in text.markdown?.links ?? [] {
                switch PoorTarget(link.target, link.text, of: site) {
                case .unsafe(let reason): unsafe.append((link, reason))
                case .onThisMachine(let path): local.append((link, path))
                case nil: break
                }
            }
            return text.findings(unsafe) { link, reason in
                Diagnostic(
                    reason.check, at: text.place(of: link), reason.message, help: reason.help(for: link.destination))
            }
                + text.findings(local) { link, path in
                    // It may begin with the place of the site, as the preview shows it.
                    let own = path.hasPrefix(site.path + "/") ? path.dropFirst(site.path.count) : path
                    return Diagnostic(
                        .brokenLink, at: text.place(of: link), "this address leads each reader to their own machine",
                        help: path.count > 1
                            ? "write \(own) if that page of this site is meant, or the address that readers have"
                            : "write the address that readers have")
                }
        }
        .flatMap(\.self)
    }
}

/// Where no link may lead.
private enum PoorTarget {
    case unsafe(UnsafeLink)
    case onThisMachine(path: Substring)

    /// Nil for another one.
    ///
    /// - Parameter words: of the link.
    init?(_ target: LinkTarget, _ words: String, of site: SiteURL) {
        switch target.within(site) {
        case .unsafe(let reason): self = .unsafe(reason)
        // One that is shown as it is may be an example.
        case .external(let address) where address != words && !address.hasPrefix(site.origin):
            guard let path = WebAddress(address)?.pathOnThisMachine else { return nil }
            self = .onThisMachine(path: path)
        default: return nil
        }
    }
}

extension WebAddress {
    /// The path of an address that names the machine it is read on: `/terms/` of `http://127.0.0.1:8080/terms/`.
    fileprivate var pathOnThisMachine: Substring? {
        ["localhost", "127.0.0.1", "0.0.0.0"].contains(name) ? rest : nil
    }
}
