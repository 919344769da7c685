import Diagnostics
import Model

extension Check {
    /// `ai-terms-missing`: a provider of AI whose terms do not say whether it trains on the data and how long it keeps
    /// it.
    ///
    /// These are the first two questions of a buyer. A provider of AI is one with the field `ai`,
    /// or whose category or purpose says so.
    package static let aiTermsMissing = Check { context in
        context.listings.compactMap { listing in
            let change = listing.change
            guard !listing.terms.isPrivate(.ai), change.isRead(.ai), let (field, span) = saysAI(change),
                context.isCurrent(field, of: listing)
            else {
                return nil
            }
            var missing = ["training", "retention"]
            let hasTerms: Bool
            if case .map(let entries)? = change.fieldsAfter[.ai] {
                missing.removeAll { key in entries.contains { $0.key == key } }
                hasTerms = true
            } else {
                hasTerms = false
            }
            guard !missing.isEmpty else { return nil }
            let examples = ["training": "training: never", "retention": "retention: 30 days"]
            let lines = missing.compactMap { examples[$0] }.joined(separator: ", ")
            return Finding(
                Diagnostic(
                    .aiTermsMissing, at: span, .missing(missing, of: change.nameInFindings),
                    help: hasTerms ? "add to ai \(lines)" : "add ai: {\(lines)}, as its terms are"))
        }
    }
}

/// Where a change makes a provider one of AI, or changes its terms.
private func saysAI(_ change: Change) -> (ProviderField, SourceSpan)? {
    if let span = change.span(of: .ai) { return (.ai, span) }
    for field in [ProviderField.category, .purpose] where change.writes(field) {
        guard let text = change.text(of: field), let word = aiWord(in: text), let span = change.span(of: field) else {
            continue
        }
        return (field, span.place(ofWord: word))
    }
    return nil
}

/// The first word of a text that speaks of AI.
private func aiWord(in text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (index, word) in words.enumerated() {
        if ["AI", "LLM", "LLMs", "KI"].contains(word) { return word }
        let pair = index + 1 < words.count ? "\(word) \(words[index + 1])".lowercased() : ""
        if ["machine learning", "artificial intelligence", "language model", "language models"].contains(pair) {
            return word
        }
    }
    return nil
}

extension String {
    fileprivate static func missing(_ keys: [String], of name: String) -> String {
        let what = ["training": "whether it trains on the data", "retention": "how long it keeps the data"]
        return "the AI terms of \(name) do not say " + keys.compactMap { what[$0] }.joined(separator: " and ")
    }
}
