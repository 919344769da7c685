import Diagnostics
import Markdown
import Model

/// The one place where a Markdown note of a source (a summary, a note, a reason) becomes what is published.
package struct Notes: Sendable {
    package let history: History
    /// What was announced up to and including this moment is known; links lead nowhere else.
    package var known: Moment

    package init(_ history: History, knownAt known: Moment = .last) {
        self.history = history
        self.known = known
    }

    /// HTML with absolute links. A note's links are those of the document it belongs to, and a place in "this text"
    /// is one of `page`.
    package func html(_ note: Sourced<String>, of document: String, page: String) -> String {
        var options = HTMLOptions { self.address($0.text, of: document, page: page) }
        options.headingShift = 3
        return MarkdownText.parse(note).0.html(options)
    }

    /// The words alone, with absolute addresses behind those of links.
    package func plainText(_ note: Sourced<String>, of document: String, page: String) -> String {
        MarkdownText.parse(note).0.plainText { self.address($0, of: document, page: page) }
    }

    /// Where a destination leads, as an absolute address; nil where no page may hold it.
    package func address(_ destination: String, of document: String, page: String) -> String? {
        let addresses = Addresses(history.settings)
        switch LinkTarget(destination) {
        case .external(let address): return address
        case .document(let id, let clause): return addresses.document(id) + (clause.map { "#" + $0 } ?? "")
        case .edition(let document, let edition, let fragment):
            return addresses.document(document) + edition + "/" + (fragment.map { "#" + $0 } ?? "")
        case .provider(let register, let id):
            return self.register(register, listing: id, from: document).map { addresses.provider(id, in: $0) }
        case .file(let path): return addresses.absolute(path)
        case .anchor(let anchor): return anchor.isEmpty ? page : "\(page)#\(anchor)"
        case .sitePath(let path, let fragment): return addresses.absolute(path) + (fragment.map { "#" + $0 } ?? "")
        case .unsafe: return nil
        }
    }

    /// The register that a provider link means: the one it names, else the document's own, else the first that
    /// listed such a provider by then.
    private func register(_ register: String?, listing id: String, from document: String) -> String? {
        let candidates = register.map { [$0] } ?? [document] + history.documents.map(\.id)
        return candidates.first { name in
            let provider = history.document(name)?.register?.provider(id)?.provider
            return provider?.changes.contains { $0.announcement.moment <= known } ?? false
        }
    }
}
