import Formats

/// A value as it stands in quotes in YAML. Quotes around all of it are taken for those that were meant, and quotes
/// around its first words for a part of it.
///
///     inQuotes("Logs: 30 days")       // "Logs: 30 days"
///     inQuotes("'It's new'")          // "It's new"
///     inQuotes("\"Logs\" are kept")   // '"Logs" are kept'
///     inQuotes("“Logs: 30 days”")     // "Logs: 30 days"
package func inQuotes(_ value: Substring) -> String {
    var inner = value.insidePrintedQuotes ?? value
    if let quote = value.first, "'\"".contains(quote), value.last == quote, value.count > 2 {
        let within = value.dropFirst().dropLast()
        let quotes = within.count { $0 == quote }
        let next = within.firstIndex(of: quote)
        // A quote after a space opens, so that the first is still open there.
        let isOpening = next.map { $0 > within.startIndex && within[within.index(before: $0)] == " " } ?? true
        if quotes % 2 == 1 || isOpening { inner = within }
    }
    return inner.inYAMLQuotes
}
