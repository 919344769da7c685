import Model

/// Small pieces of English prose, made without a locale.
package enum English {
    /// A day in words: `24 December 2026`.
    package static func date(_ day: CalendarDate) -> String { "\(dayAndMonth(day)) \(day.year)" }

    /// The same in HTML: `<time datetime="2026-12-24">24 December 2026</time>`.
    package static func time(_ day: CalendarDate) -> String { "<time datetime=\"\(day)\">\(date(day))</time>" }

    /// A day of a year that was just named: `24 December`.
    package static func dayAndMonth(_ day: CalendarDate) -> String { "\(day.day) \(MonthNames.english[day.month - 1])" }

    /// `Dec`.
    static func shortMonth(of day: CalendarDate) -> String { MonthNames.shortEnglish[day.month - 1] }

    /// `a`, `a and b`, `a, b and c`; the empty text for nothing.
    package static func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last else { return "" }
        guard items.count > 1 else { return last }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    /// A sentence's words with one full stop at its end, and a capital at its start if it is to have one.
    package static func sentence(_ words: String, _ hasCapital: Bool = true) -> String {
        let closed = [".", "!", "?", ".”", "!”", "?”"].contains { words.hasSuffix($0) }
        return (hasCapital ? words.prefix(1).uppercased() + words.dropFirst() : words) + (closed ? "" : ".")
    }

    /// Predicates in one sentence: with a comma before the last `and` where one of them holds another.
    static func predicates(_ items: [String], _ conjunction: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let isPlain = items.count == 2 && !items.contains { [" and ", " or ", ","].contains(where: $0.contains) }
        return items.dropLast().joined(separator: ", ") + (isPlain ? " \(conjunction) " : ", \(conjunction) ") + last
    }

    /// An author's words in one line, with single blanks.
    static func folded(_ words: String) -> String {
        words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Words without the full stop at their end.
    static func withoutStop(_ words: String) -> String { words.hasSuffix(".") ? String(words.dropLast()) : words }

    /// An author's words inside a sentence of ours: in quotation marks, without their full stop.
    static func quoted(_ words: String) -> String { "“" + withoutStop(folded(words)) + "”" }

    /// A title as a sentence speaks of it: `the Privacy Policy`, but `Security`.
    static func withArticle(_ title: String) -> String {
        let kinds: Set<Substring> = [
            "addendum", "addenda", "agreement", "agreements", "annex", "appendix", "charter", "code", "conditions",
            "declaration", "disclosure", "exhibit", "guidelines", "list", "notice", "plan", "policies", "policy",
            "principles", "schedule", "statement", "terms",
        ]
        guard let head = headNoun(title), kinds.contains(head[...]) else { return title }
        return title.lowercased().hasPrefix("the ") ? "the" + title.dropFirst(3) : "the " + title
    }

    /// Whether a title is spoken of in the plural: `Terms of Service` are, `Data Processing Addendum` is.
    static func isPlural(_ title: String) -> Bool {
        guard let head = headNoun(title), head.hasSuffix("s") else { return false }
        return !["ss", "us", "is"].contains { head.hasSuffix($0) } && !["sms", "dns"].contains(head)
    }

    /// The noun that a title turns on, in small letters: the word before `of`, `for` and the like, else the last.
    private static func headNoun(_ title: String) -> String? {
        let words = title.lowercased().split { !$0.isLetter && $0 != "-" }
        let stop = words.dropFirst().firstIndex { ["of", "for", "on", "at", "in", "with", "and"].contains($0) }
        return (stop.map { words[$0 - 1] } ?? words.last).map(String.init)
    }
}
