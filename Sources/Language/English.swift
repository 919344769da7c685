import Diagnostics
import Model

/// Small pieces of English prose, made without a locale.
package enum English {
    /// A day in words: `24 December 2026`.
    package static func date(_ day: CalendarDate) -> String { Language.english.date(day) }

    /// A day of a year that was just named: `24 December`.
    package static func dayAndMonth(_ day: CalendarDate) -> String { Language.english.dayAndMonth(day) }

    /// `Dec`.
    package static func shortMonth(of day: CalendarDate) -> String { MonthNames.shortEnglish[day.month - 1] }

    /// `a`, `a and b`, `a, b and c`; the empty text for nothing.
    package static func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last else { return "" }
        guard items.count > 1 else { return last }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    /// A sentence's words with one full stop at its end, and a capital at its start if it is to have one.
    package static func sentence(_ words: String, _ hasCapital: Bool = true) -> String {
        let read = words.unmarked
        let closed = [".", "!", "?", ".”", "!”", "?”"].contains { read.hasSuffix($0) }
        return (hasCapital ? capitalized(words) : words) + (closed ? "" : ".")
    }

    /// Words with a capital letter at their start, be that an author's.
    package static func capitalized(_ words: String) -> String {
        let isMarked = words.isAuthored || words.first.map { String($0).unmarked.isEmpty } ?? false
        let start = words.prefix(isMarked ? 2 : 1)
        return start.uppercased() + words.dropFirst(start.count)
    }

    /// Predicates in one sentence: with a comma before the last `and` where one of them holds another.
    package static func predicates(_ items: [String], _ conjunction: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let isPlain = items.count == 2 && !items.contains { [" and ", " or ", ","].contains(where: $0.contains) }
        return items.dropLast().joined(separator: ", ") + (isPlain ? " \(conjunction) " : ", \(conjunction) ") + last
    }

    /// An author's words in one line, with single blanks.
    package static func folded(_ words: String) -> String {
        words.isFolded ? words : words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Words without the full stop at their end, be it an author's.
    package static func withoutStop(_ words: String) -> String {
        guard words.unmarked.hasSuffix("."), let stop = words.lastIndex(of: ".") else { return words }
        return String(words[..<stop]) + words[words.index(after: stop)...]
    }

    /// A sentence without the full stop at its end. One that an author's words end with stays: `Inc.` is called so.
    ///
    /// - Parameter sentence: with the author's words in it marked.
    package static func asTitle(_ sentence: String) -> String {
        sentence.last == "." ? String(sentence.dropLast()) : sentence
    }

    /// An author's words inside a sentence of ours: in quotation marks, without their full stop.
    package static func quoted(_ words: String) -> String { Language.english.quoted(words) }

    /// The nouns of titles that have an article in a sentence.
    private static let kindsOfText: Set<String> = [
        "addendum", "addenda", "agreement", "agreements", "annex", "appendix", "charter", "code", "conditions",
        "declaration", "disclosure", "exhibit", "guidelines", "list", "notice", "plan", "policies", "policy",
        "principles", "schedule", "statement", "terms",
    ]

    /// A title as a sentence speaks of it: `the Privacy Policy`, but `Security`.
    package static func withArticle(_ title: String) -> String {
        guard let head = headNoun(title), kindsOfText.contains(head) else { return title }
        return title.lowercased().hasPrefix("the ") ? "the" + title.dropFirst(3) : "the " + title
    }

    /// A title as a sentence speaks of it, the author's words in it marked.
    package static func named(_ title: String) -> String {
        let words = withArticle(title)
        return words == "the " + title ? "the " + title.authored : words.authored
    }

    /// Whether a title is spoken of in the plural: `Terms of Service` are, `Data Processing Addendum` is.
    package static func isPlural(_ title: String) -> Bool {
        guard let head = headNoun(title), head.hasSuffix("s") else { return false }
        return !["ss", "us", "is"].contains { head.hasSuffix($0) } && !["sms", "dns"].contains(head)
    }

    /// The noun that a title turns on, in small letters: the word before `of`, `for` and the like, else the last.
    private static func headNoun(_ title: String) -> String? {
        let title = title.lowercased()
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let words =
            title.isBytewise
            ? title.utf8.split { !letters.contains($0) && $0 != UInt8(ascii: "-") }.map { Substring($0) }
            : title.split { !$0.isLetter && $0 != "-" }
        let stop = words.dropFirst().firstIndex { ["of", "for", "on", "at", "in", "with", "and"].contains($0) }
        return (stop.map { words[$0 - 1] } ?? words.last).map(String.init)
    }
}

extension String {
    /// Whether it is of ASCII, on one line, with single blanks between words: most texts are.
    fileprivate var isFolded: Bool {
        var before = UInt8(ascii: " ")
        for byte in utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: " ") || before != byte else { return false }
            before = byte
        }
        return before != UInt8(ascii: " ")
    }
}
