import Diagnostics

/// Collects what is wrong with one file.
///
/// It stops at a bound, and says so: a hostile file of one long line could otherwise give a hundred thousand findings,
/// each with that line.
final class Findings {
    private(set) var diagnostics: [Diagnostic] = []
    /// How many there were, those that were said before counted again.
    private(set) var count = 0
    /// Whether nothing more is taken in; then a help need not be thought of.
    var isFull: Bool { diagnostics.count >= Diagnostic.mostOfFile }
    private var said: Set<Said> = []
    /// Keys that stand there and were not seen as keys, which is reported: none of them is said to be missing.
    private(set) var hiddenKeys: Set<String> = []

    func noteHidden(_ key: some StringProtocol) { hiddenKeys.insert(String(key)) }

    /// The parts of a text may be read more than once; what is found twice is said once.
    private struct Said: Hashable {
        var id: CheckID
        var offset: Int
        var message: String
    }

    /// - Parameters:
    ///   - first: another place that a reader needs to see: what came before it.
    ///   - firstIs: what that is.
    func add(
        _ id: CheckID, at span: SourceSpan, _ message: String, help: @autoclosure () -> String? = nil,
        first: SourceSpan? = nil, firstIs: String = "the first one"
    ) {
        count += 1
        guard !isFull,
            said.insert(Said(id: id, offset: span.range.lowerBound, message: message)).inserted
        else { return }
        if diagnostics.count < Diagnostic.mostOfFile - 1 {
            diagnostics.append(Diagnostic(id, at: span, message, help: help()).also(first, firstIs))
        } else {
            diagnostics.append(
                Diagnostic(
                    .tooComplex, at: span,
                    "this file has \(Diagnostic.mostOfFile) errors or more; the rest is not shown",
                    help: "mend the first ones and check again"))
        }
    }

    func add(_ diagnostic: Diagnostic) {
        count += 1
        if !isFull { diagnostics.append(diagnostic) }
    }

    func add(_ id: CheckID, file: String, _ message: String, help: String? = nil) {
        count += 1
        diagnostics.append(Diagnostic(id, file: file, message, help: help))
    }
}
