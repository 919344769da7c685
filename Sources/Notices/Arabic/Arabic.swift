import Language
import Model

/// Small pieces of Arabic prose, made without a locale.
enum Arabic {
    /// `24 ديسمبر 2026`.
    static func date(_ day: CalendarDate) -> String { Language.arabic.date(day) }

    /// `أ وب وج`; the empty text for nothing.
    static func list(_ items: [String], _ conjunction: Conjunction = .and) -> String {
        Language.arabic.list(items, conjunction)
    }

    /// A sentence's words with a full stop. One of a name in Latin letters is the name's, and stands on its other side.
    static func sentence(_ words: String) -> String {
        let read = Language.arabic.plain(words)
        return [".", "!", "؟"].contains { read.hasSuffix($0) } ? words : words + "."
    }

    /// Clauses that share a day: each after the first begins with its verb, to which `و` is written.
    static func clauses(_ clauses: [String]) -> String { clauses.joined(separator: "، و") }

    /// An author's words inside a sentence of ours: in quotation marks, in which they keep their own case, and without
    /// their full stop.
    static func quoted(_ words: String) -> String { Language.arabic.quoted(words) }

    /// A name or an address in quotation marks, to the letter.
    static func verbatim(_ words: String) -> String { "«\(English.folded(words).authored)»" }

    static func names(_ names: [String]) -> String { list(Language.arabic.clear(names)) }

    /// ` (الغرض: «الاستضافة»)`; nothing where there is no purpose.
    static func purposes(_ purposes: [String]) -> String {
        let said = purposes.filter { !English.withoutStop($0).isEmpty }.map(quoted)
        let noun = ArabicCount(said.count).of("الغرض", "الغرضان", "الأغراض")
        return said.isEmpty ? "" : " (\(noun): \(list(said)))"
    }

    /// What is given no longer, which agrees with what it is: `المدة: لم تعد مذكورة`.
    static func ungiven(_ label: String) -> String {
        let noun = label.unmarked.prefix { !$0.isWhitespace }
        let isFeminine =
            ["ة", "ات"].contains(where: noun.hasSuffix) || ["أماكن", "أنواع", "شروط", "النماذج"].contains(noun)
        return "\(label): \(isFeminine ? "لم تعد مذكورة" : "لم يعد مذكورًا")"
    }

    /// How a number of days is written behind a verb or a preposition, which ask for different cases of one day alone.
    static func days(_ count: Int, isObject: Bool) -> String {
        switch Language.arabic.plural(count) {
        case .one: isObject ? "يومًا واحدًا" : "يوم واحد"
        case .two: "يومين"
        case .few: "\(count) أيام"
        case .many: "\(count) يومًا"
        default: "\(count) يوم"
        }
    }
}

/// Arabic has a number of its own for two.
enum ArabicCount {
    case one, two, many

    init(_ count: Int) { self = count == 1 ? .one : count == 2 ? .two : .many }

    func of(_ one: String, _ two: String, _ many: String) -> String {
        switch self {
        case .one: one
        case .two: two
        case .many: many
        }
    }
}

extension Timing {
    /// `في 24 ديسمبر 2026`, with the day that it replaces where there is one.
    func arabic(_ preposition: String) -> String {
        let instead = insteadOf.map { " (بدلًا من \(Arabic.date($0)))" } ?? ""
        return "\(preposition) \(Arabic.date(effective))\(instead)"
    }
}
