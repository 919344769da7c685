import Diagnostics
import Markdown

extension Check {
    /// `unsafe-url`: an address in a link or a picture that a page may not hold, such as `javascript:`, and
    /// `unsafe-path` where it leads out of the site.
    ///
    /// Whoever can write a text in a pull request could otherwise run a script in every reader's browser, or send them
    /// somewhere else than it says.
    package static let unsafeURL = Check { context in
        context.memory.answers(to: .unsafeLinks, of: context.published) { text -> [Finding] in
            let unsafe = (text.markdown?.links ?? []).compactMap { link -> (LinkReference, UnsafeLink)? in
                guard case .unsafe(let reason) = link.target else { return nil }
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
