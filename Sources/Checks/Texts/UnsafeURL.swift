import Diagnostics
import Markdown
import Model
import Site

extension Check {
    /// `unsafe-url`: an address in a link or a picture that a page may not hold, such as `javascript:`, and
    /// `unsafe-path` where it leads out of the site. A whole address of the site is judged as the path behind it.
    ///
    /// Whoever can write a text in a pull request could otherwise run a script in every reader's browser, or send them
    /// somewhere else than it says.
    package static let unsafeURL = Check { context in
        let site = context.settings.url.value
        return context.memory.answers(to: .unsafeLinks, given: site, of: context.published) { text -> [Finding] in
            let unsafe = (text.markdown?.links ?? []).compactMap { link -> (LinkReference, UnsafeLink)? in
                guard case .unsafe(let reason) = link.target.within(site) else { return nil }
                return (link, reason)
            }
            return text.findings(unsafe) { link, reason in
                Diagnostic(
                    reason.check, at: text.place(of: link), reason.message, help: reason.help(for: link.destination))
            }
        }
        .flatMap(\.self)
    }
}
