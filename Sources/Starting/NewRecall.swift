import Formats
import Model
import Source
import TrustPress

/// What `trustpress new postponement` and `new withdrawal` are asked for.
package struct NewRecall: Sendable {
    package enum Kind: Sendable, Hashable { case postponement, withdrawal }

    package var kind: Kind
    /// Of an edition or a change: `privacy/2027-03-01`.
    package var item: String
    package var announced: String?
    /// Of a postponement: the new day of effect.
    package var effective: String?
    /// Nil leaves a blank.
    package var reason: String?

    package init(
        _ kind: Kind, of item: String, announced: String? = nil, effective: String? = nil, reason: String? = nil
    ) {
        self.kind = kind
        self.item = item
        self.announced = announced
        self.effective = effective
        self.reason = reason
    }
}

extension Workbench {
    /// What is said of an edition or a change before it takes effect: that it comes later, or not at all.
    ///
    /// - Throws: `UsageError` where it is in effect or the day cannot be; `EditProblem`; `RefusedDraft`.
    package func draft(_ new: NewRecall) throws -> Draft {
        let target = try announced(new.item, isUpcoming: true)
        let moment = try moment(new.announced, of: target.item)
        let reason = new.reason ?? "[Insert why]"
        var value: [JSONValue.Member] = [.init("announced", .string("\(moment)"))]
        var file = try EditedFile(target.path, in: tree)
        let done: String
        switch new.kind {
        case .postponement:
            let now = target.item.announcement.currentEffective
            let advice = "\(target.name) takes effect on \(now); write a later day"
            guard let given = new.effective else {
                throw UsageError("\(advice) with --effective, as --effective \(now.adding(days: 30))")
            }
            guard let day = CalendarDate(given) else {
                throw UsageError("\"\(given)\" is no day; \(dateHelp(given, allowsTime: false))")
            }
            guard day > now else { throw UsageError("\(advice) than that, as \(now.adding(days: 30))") }
            value += [.init("effective", .string("\(day)")), .init("reason", .string(reason))]
            try file.add("postponed", .object(value), at: target.place, isList: true)
            done = "Postponed \(target.name) in \(target.path): announced on \(moment), in effect from \(day)."
        case .withdrawal:
            value.append(.init("reason", .string(reason)))
            try file.add("withdrawn", .object(value), at: target.place)
            done = "Withdrew \(target.name) in \(target.path): announced on \(moment), it does not take effect."
        }
        let blank = new.reason == nil ? "write its reason, and " : ""
        return try held(
            Draft(
                [OutputFile(path: target.path, bytes: file.bytes)], done: done,
                next: "Next: \(blank)run trustpress check."))
    }
}
