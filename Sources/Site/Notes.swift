import Diagnostics
import Markdown
import Model

/// The one place where a Markdown note of a source (a summary, a note, a reason) becomes what is published.
package struct Notes: Sendable {
    package let history: History

    package init(_ history: History) { self.history = history }

    /// HTML with absolute links. A note's links are those of the document it belongs to, and a place in "this text"
    /// is one of `page`. Footnotes have no links: several notes stand in an entry, and a reader may show it anywhere.
    ///
    /// - Parameters:
    ///   - occasion: that of the edition, change, postponement, withdrawal or erasure whose note it is.
    ///   - voice: of its author.
    package func html(
        _ note: Sourced<String>, of document: String, page: String, on occasion: Occasion, in voice: Voice
    ) -> String {
        var options = voice.options { self.address($0, of: document, page: page, on: occasion) }
        options.headingShift = 3
        options.linksFootnotes = false
        return MarkdownText.parse(note).0.html(options)
    }

    /// Where a destination leads, as an absolute address; nil where only its words are shown.
    package func address(_ destination: String, of document: String, page: String, on occasion: Occasion) -> String? {
        history.shownDestination(destination, of: document, on: occasion).flatMap { address($0, page: page) }
    }

    /// Where a destination leads that is shown, as an absolute address; nil where it says no such place by its letters.
    package func address(_ shown: String, page: String) -> String? {
        let addresses = Addresses(history.settings)
        switch LinkTarget(shown) {
        case .external(let address): return address
        case .document(let id, let clause): return addresses.document(id) + fragment(clause)
        case .edition(let document, let edition, let anchor):
            return addresses.document(document) + edition + "/" + fragment(anchor)
        case .provider(let register?, let id): return addresses.provider(id, in: register)
        case .file(let path): return addresses.absolute(path)
        case .anchor(let anchor): return page + fragment(anchor.isEmpty ? nil : anchor)
        case .sitePath(let path, let anchor): return addresses.absolute(path) + fragment(anchor)
        case .provider(nil, _), .beside, .unsafe: return nil
        }
    }

    private func fragment(_ anchor: String?) -> String { anchor.map { "#" + $0 } ?? "" }
}
