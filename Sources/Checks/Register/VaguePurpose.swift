import Diagnostics
import Model

extension Check {
    /// `vague-purpose`: a purpose that consists of generic words, such as "services" or "operations".
    ///
    /// Generic descriptions of a purpose do not do (CCPA regulations § 7051), and a customer who reads one learns
    /// nothing.
    package static let vaguePurpose = Check { context in
        context.listings.compactMap { listing in
            let change = listing.change
            guard change.writes(.purpose), !listing.terms.isPrivate(.purpose),
                context.isCurrent(.purpose, of: listing),
                let purpose = change.text(of: .purpose), isVague(purpose), let span = change.span(of: .purpose)
            else { return nil }
            return Finding(
                Diagnostic(
                    .vaguePurpose, at: span, "\"\(purpose)\" does not say what the provider does",
                    help: "say what it does, and for what: Sends the e-mails that confirm an account"))
        }
    }
}

/// Words that say that something is done, or that somebody does it, not what.
private let genericWords: Set<String> = [
    "activities", "activity", "administration", "administrative", "business", "businesses", "company", "contractor",
    "contractors", "core", "corporate", "data", "enterprise", "external", "functionality", "functions", "general",
    "internal", "it", "management", "misc", "miscellaneous", "necessary", "operating", "operation", "operational",
    "operations", "other", "outsourced", "outsourcing", "parties", "partner", "partners", "party", "platform",
    "platforms", "process", "processes", "processing", "processor", "processors", "product", "products", "professional",
    "provide", "provider", "providers", "provides", "providing", "provision", "purpose", "purposes", "related",
    "required", "service", "services", "software", "solution", "solutions", "sub", "subcontractor", "subcontractors",
    "subprocessor", "subprocessors", "subprocessing", "supplier", "suppliers", "supply", "support", "supporting",
    "supports", "system", "systems", "task", "tasks", "technology", "third", "tool", "tooling", "tools",
    "various", "vendor", "vendors",
]

private let smallWords: Set<String> = [
    "a", "all", "an", "and", "any", "as", "by", "etc", "for", "from", "in", "its", "needed", "of", "on", "or", "our",
    "the", "their", "to", "us", "we", "with",
]

/// Whether every word of a purpose is a generic or a small one; the parts of a word with hyphens are words.
private func isVague(_ purpose: String) -> Bool {
    let words = purpose.lowercased().split { !$0.isLetter && !$0.isNumber }
        .map(String.init).filter { !smallWords.contains($0) }
    return words.allSatisfy(genericWords.contains) && !purpose.isEmpty
}
