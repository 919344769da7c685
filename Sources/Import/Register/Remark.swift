import Diagnostics

/// What is said of a column or a cell. Where its words are kept is known when all lists are read.
struct Remark {
    private let diagnostic: Diagnostic
    /// The one under which words are kept that are no value of a field; nil where nothing is kept.
    private let key: String?

    init(_ diagnostic: Diagnostic, key: String?) {
        (self.diagnostic, self.key) = (diagnostic, key)
    }

    /// - Parameter kept: the private keys of the site. What has another one stands in comments.
    func diagnostic(kept: Set<String>) -> Diagnostic {
        guard let key else { return diagnostic }
        let place = kept.contains(key) ? "it is kept as \(key)" : "it is kept in a comment of the provider's file"
        var said = diagnostic
        said.help = place + (diagnostic.help.map { $0.isEmpty ? "" : "; \($0)" } ?? "")
        return said
    }
}
