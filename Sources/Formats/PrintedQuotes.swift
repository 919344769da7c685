extension StringProtocol {
    /// What stands between the curly or angled quotation marks that are around all of it: `“Terms”`, `«Terms»`,
    /// `„Terms“`. Nil where there are none, where nothing is between them, and where they are those of two quotations:
    /// `“Terms” and “Policies”`.
    ///
    /// Word processors and some keyboards put them where straight ones were typed. YAML takes them for letters.
    package var insidePrintedQuotes: SubSequence? {
        guard let first, let last, let closing = closingQuotes[first], closing.contains(last) else { return nil }
        let inner = dropFirst().dropLast()
        // Within a word ’ is an apostrophe.
        let isOfTwo = last == "’" ? inner.contains("\(last) ") : inner.contains { $0 == first || $0 == last }
        return inner.isEmpty || isOfTwo ? nil : inner
    }

    /// The text as a value in quotes in YAML: in straight ones, and where it has such itself, in single ones, each of its
    /// own doubled (YAML 1.2, section 7.3.2).
    package var inYAMLQuotes: String {
        // By scalars: a sign with an accent on it is one character, and still that sign for YAML.
        guard unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" }) else { return "\"\(self)\"" }
        return "'" + replacingScalars { $0 == "'" ? "''" : nil } + "'"
    }
}

/// The marks that close a quotation, by the one that opens it, in the ways of several languages.
private let closingQuotes: [Character: Set<Character>] = [
    "“": ["”", "“"], "„": ["“", "”"], "‟": ["”"], "”": ["”"], "‘": ["’"], "‚": ["‘", "’"], "’": ["’"], "«": ["»"],
    "»": ["«"], "‹": ["›"], "›": ["‹"],
]
