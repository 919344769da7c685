import Language
import Model

/// Small pieces of German prose, made without a locale.
enum German {
    /// `24. Dezember 2026`.
    static func date(_ day: CalendarDate) -> String { Language.german.date(day) }

    /// `a`, `a und b`, `a, b und c`; the empty text for nothing.
    static func list(_ items: [String], _ conjunction: Conjunction = .and) -> String {
        Language.german.list(items, conjunction)
    }

    /// A sentence's words with one full stop at its end, and a capital at its start if it is to have one. Behind closing
    /// quotation marks the stop is set, whatever stands within them.
    static func sentence(_ words: String, _ hasCapital: Bool = true) -> String {
        let isClosed = [".", "!", "?"].contains { words.unmarked.hasSuffix($0) }
        return (hasCapital ? English.capitalized(words) : words) + (isClosed ? "" : ".")
    }

    /// An author's words inside a sentence of ours: in quotation marks, without their full stop.
    static func quoted(_ words: String) -> String { Language.german.quoted(words) }

    /// A name or an address in quotation marks, to the letter: its full stop is its own (`„Umbrella, Inc.“`).
    static func verbatim(_ words: String) -> String { "„" + English.folded(words).authored + "“" }

    static func items(_ items: [String]) -> String { list(Language.german.clear(items)) }

    /// ` (Zweck: „Hosting“)`; nothing where there is no purpose.
    static func purposes(_ purposes: [String]) -> String {
        let said = purposes.filter { !English.withoutStop($0).isEmpty }.map(quoted)
        return said.isEmpty ? "" : " (\(said.count == 1 ? "Zweck" : "Zwecke"): \(list(said)))"
    }
}

extension Timing {
    /// `am 24. Dezember 2026`, with the day that it replaces where there is one.
    func german(_ preposition: String) -> String {
        let instead = insteadOf.map { " (statt \(preposition) \(German.date($0)))" } ?? ""
        return "\(preposition) \(German.date(effective))\(instead)"
    }
}
