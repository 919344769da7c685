import Diagnostics
import Formats
import Model
import TestSupport

/// Small libraries with everything that can be announced, postponed and withdrawn.
enum RandomHistory {
    static func library(using random: inout SeededRandom) throws -> Library {
        let editions = try (0..<5).map { number in
            let announced = Int.random(in: number * 80..<number * 80 + 60, using: &random)
            let announcement = try announcement(after: announced, using: &random)
            return try edition(
                "privacy", "\(announcement.effective.value)\(number > 0 ? "-\(number + 1)" : "")",
                title: ["Privacy Policy", "Privacy Notice"].randomElement(using: &random) ?? "", announcement,
                summary: "See [it](provider:p1).", interim: Bool.random(using: &random))
        }
        let providers = try (0..<3).map { number in
            var start = Int.random(in: 0..<120, using: &random)
            var first = try announcement(after: start, using: &random)
            first.withdrawn = nil
            let changes = try (0..<6).map { _ in
                start += Int.random(in: 1..<70, using: &random)
                var listed: Bool?
                if Int.random(in: 0..<4, using: &random) == 0 { listed = Bool.random(using: &random) }
                var fields = fields(using: &random)
                if Bool.random(using: &random) { fields[.name] = nil }
                return item(
                    fields, try announcement(after: start, using: &random), removed: listed,
                    note: "A [note](#x).")
            }
            return provider("p\(number)", fields(using: &random), first, changes: changes)
        }
        let documents = [Document(id: "privacy", editions: editions.sorted { $0.id < $1.id }), try register(providers)]
        return try history(documents, since: "2026-02-01").library
    }

    private static func fields(using random: inout SeededRandom) -> Fields {
        var fields: Fields = [:]
        fields[.name] = .text(["Acme", "Brill", "Cobalt"].randomElement(using: &random) ?? "")
        if Bool.random(using: &random) { fields[.purpose] = .text("Hosts pages and sends mails") }
        if Bool.random(using: &random) {
            fields[.locations] = .places([.code(["DE", "US", "EU"].randomElement(using: &random) ?? "")])
        }
        if Bool.random(using: &random) { fields[.replaces] = .text("p0") }
        if Bool.random(using: &random) {
            fields[.products] = .texts([["studio", "cloud"].randomElement(using: &random) ?? ""])
        }
        return fields
    }

    /// Announced so many days into 2026, at once or later in effect, perhaps postponed, perhaps withdrawn before it.
    private static func announcement(after days: Int, using random: inout SeededRandom) throws -> Announcement {
        let start = try day("2026-01-01")
        let announced = start.adding(days: days)
        let minute = Bool.random(using: &random) ? Int.random(in: 0..<1440, using: &random) : nil
        var effective = days + (Bool.random(using: &random) ? 0 : Int.random(in: 2..<50, using: &random))
        var announcement = Announcement(
            announced: at(Moment(announced, minute: minute)), effective: at(start.adding(days: effective)))
        var told = days
        while effective > told + 2, Int.random(in: 0..<3, using: &random) == 0 {
            told = Int.random(in: told + 1..<effective, using: &random)
            effective += Int.random(in: 1..<40, using: &random)
            announcement.postponed.append(
                Postponement(
                    announced: at(Moment(start.adding(days: told))), effective: at(start.adding(days: effective)),
                    reason: at("Later."), written: .null))
        }
        if effective > told + 2, Int.random(in: 0..<4, using: &random) == 0 {
            told = Int.random(in: told + 1..<effective, using: &random)
            announcement.withdrawn = Withdrawal(
                announced: at(Moment(start.adding(days: told), minute: 60)), reason: at("No."), written: .null)
        }
        return announcement
    }
}
