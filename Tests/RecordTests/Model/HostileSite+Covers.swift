import Formats
import Model

extension HostileSite {
    /// Something that a row may say otherwise, most often something wider.
    mutating func otherValues(of row: String) -> [(String, String)] {
        let (fields, _) = state(of: row)
        let names = Use.meanings.keys.sorted().filter { $0 != "role" && ($0 != "via" || row == "anchor") }
        var pairs: [(String, String)] = []
        for _ in 0..<number(1...2) {
            guard let name = pick(names), let values = Use.meanings[name], !pairs.contains(where: { $0.0 == name })
            else { continue }
            let now = fields[name] ?? "~"
            let others = values.keys.sorted().filter { $0 != now }
            if let value = pick(others) { pairs.append((name, value)) }
        }
        return pairs
    }

    /// Tries one cover.
    ///
    /// - Parameters:
    ///   - today: the day for which the coming build speaks.
    ///   - spoken: that of the last build.
    /// - Returns: false where there is nothing to try it on.
    mutating func attempt(_ cover: Cover, today: CalendarDate, spoken: CalendarDate) -> Bool {
        guard let row = pick(rows.keys.sorted()), let all = rows[row] else { return false }
        let (fields, isListed) = state(of: row)
        let values = otherValues(of: row)
        guard !values.isEmpty else { return false }
        if !isListed, cover != .newRow, cover != .newRecipient, cover != .olderRow {
            var back = draft(on: today, [("removed", "false")] + (chance(1, of: 2) ? values : []))
            if chance(1, of: 3) { back["urgent"] = "It failed without" }
            if chance(1, of: 3) { back.effective = today.adding(days: Self.days + 1) }
            rows[row]?.append(back)
            return true
        }
        var draft = draft(on: today, values)
        let later = today.adding(days: Self.days + 1)
        switch cover {
        case .inTime: draft.effective = later.adding(days: number(0...5))
        case .urgent: draft["urgent"] = "It failed without"
        case .late, .recordedBack:
            draft.recorded = Moment(today)
            draft.announced = Moment(today.adding(days: -number(1...20)))
            draft.effective = draft.announced.day.adding(days: number(0...3))
            if cover == .late { draft["urgent"] = "We forgot it" }
        case .correction, .quietCorrection:
            draft["true_since"] = "\(today.adding(days: -number(0...9)))"
            if cover == .correction { draft["urgent"] = "It was wrong" }
        case .atOnce: break
        case .shortNotice: draft.effective = today.adding(days: number(1...Self.days))
        case .editorial: draft["material"] = "false"
        case .blankUrgent: draft["urgent"] = pick(Self.blanks)
        case .backdated:
            draft.announced = Moment(today.adding(days: -Self.days - number(1...9)))
            draft.effective = today
        case .recordedToday:
            draft.announced = Moment(today.adding(days: -Self.days - number(1...9)))
            draft.recorded = Moment(today)
            draft.effective = today
        case .forAllAtOnce:
            draft.effective = later
            draft["applies"] = "[{to: All customers, from: \(today.adding(days: number(0...Self.days - 1)))}]"
        case .removedAndReturned:
            append([("removed", "true")], to: row, on: today)
            draft["removed"] = "false"
        case .removedWithMore: draft["removed"] = "true"
        case .asRecipient, .asSubprocessor:
            let role = cover == .asRecipient ? "recipient" : "subprocessor"
            guard fields["role"] ?? "subprocessor" != role else { return false }
            draft["role"] = role
            if chance(1, of: 2) { draft["material"] = "false" }
        case .postponed, .withdrawn:
            guard var last = all.last, all.count > 1, last.current > today, last.withdrawn == nil else { return false }
            if cover == .withdrawn {
                last.withdrawn = (Moment(today), "It stays")
            } else {
                last.postponed.append(
                    .init(
                        announced: Moment(today), effective: last.current.adding(days: number(1...9)), reason: "Later"))
            }
            rows[row]?[all.count - 1] = last
            return true
        case .roleInTime, .roleForSomeDays:
            return announceRole(of: row, today: today, forSomeDays: cover == .roleForSomeDays)
        case .onStateToCome, .editorialOnStateToCome:
            return changeOnStateToCome(of: row, values, today: today, editorial: cover == .editorialOnStateToCome)
        case .foundationWithdrawn, .foundationPostponed:
            return undermine(row, today: today, withdrawing: cover == .foundationWithdrawn)
        case .policyLists: return listInPolicy(values, today: today)
        case .startAgain, .termsOfStartAgain:
            useStartAgain(row, values, today: today, terms: cover == .termsOfStartAgain)
            return true
        case .newRow, .newRecipient, .olderRow: return add(cover, on: today)
        case .rewritten, .rewrittenFirst, .erasedAndMore: return rewrite(cover, row, values, today: today)
        case .postponedBack:
            draft.effective = later
            let earlier = "{announced: \(today), effective: \(today.adding(days: 1)), reason: Sooner}"
            draft["postponed"] = "[\(earlier)]"
        case .inThePast: draft.effective = today.adding(days: -number(1...9))
        case .twoAtOnce: append(otherValues(of: row), to: row, on: today)
        case .termsFromToday:
            laterNotice = "  - {from: \(today), days: 0, objection_days: 0}\n"
        case .privateFromToday, .unrecordedFromToday:
            let key = cover == .privateFromToday ? "private" : "unrecorded"
            laterRegister = "  - {from: \(today), required: [name], \(key): [\(values[0].0)]}\n"
        case .sinceMoved: since = today
        case .switchedOff: checks = "checks: {notice-too-short: off}\n"
        case .reordered:
            rows[row]?.insert(draft, at: min(1, all.count))
            return true
        case .dropped:
            guard all.count > 1 else { return false }
            let index = number(1...all.count - 1)
            rows[row]?.remove(at: index)
        }
        rows[row]?.append(draft)
        return true
    }

    private mutating func append(_ keys: [(String, String)], to row: String, on day: CalendarDate) {
        let draft = draft(on: day, keys)
        rows[row]?.append(draft)
    }

    /// Reasons that show nothing.
    private static let blanks = [
        "\"[](/)\"", "\"&nbsp;\"", "\"***\"", "\"\\u2800\"", "\"\\u200B\"", "\"\\u3164\"", "\"<!-- It failed -->\"",
        "\"[x]: /y\"", "\".\"", "\"![](/files/a.png)\"", "\"- \"", "\"&#8203;\"",
    ]

    private mutating func add(_ cover: Cover, on today: CalendarDate) -> Bool {
        var draft = draft(on: today, [("name", "Davit"), ("data", "[logs, mails, health data]")])
        if cover == .newRecipient { draft["role"] = "recipient" }
        if cover == .olderRow {
            draft.recorded = Moment(today)
            draft.announced = Moment(Self.since.adding(days: -number(-9...20)))
            draft.effective = draft.announced.day
        }
        rows["davit-\(rows.count + 1)"] = [draft]
        return true
    }

    /// Alters what was published: a change, the first state, or what is left of it when it is said to be erased.
    private mutating func rewrite(
        _ cover: Cover, _ row: String, _ values: [(String, String)], today: CalendarDate
    ) -> Bool {
        guard var drafts = rows[row] else { return false }
        let index = cover == .rewritten ? drafts.count - 1 : 0
        for (name, value) in values { drafts[index][name] = value == "~" ? nil : value }
        if cover == .erasedAndMore {
            drafts[index].erased = Draft.Erased(
                announced: Moment(today), reason: "A court has ordered it", sha256: sha256(Array("x".utf8)), files: [])
        }
        rows[row] = drafts
        return true
    }
}
