import Model

/// What the author builds on states to come, and then takes from under it.
extension HostileSite {
    /// Announces in time that a row is in the other role, for ever or for some days alone; something else with it.
    mutating func announceRole(of row: String, today: CalendarDate, forSomeDays: Bool) -> Bool {
        let (fields, _) = state(of: row)
        let now = fields["role"] ?? "subprocessor"
        let other = now == "recipient" ? "subprocessor" : "recipient"
        let first = today.adding(days: Self.days + number(1...4))
        var draft = draft(on: today, [("role", other)])
        draft.effective = first
        rows[row]?.append(draft)
        if forSomeDays {
            var back = self.draft(on: today, [("role", now)])
            back.effective = first.adding(days: number(1...3))
            rows[row]?.append(back)
        }
        return true
    }

    /// Changes a row at once on the days on which something is announced of it, so that it is judged by that.
    mutating func changeOnStateToCome(
        of row: String, _ values: [(String, String)], today: CalendarDate, editorial: Bool
    ) -> Bool {
        let coming = (rows[row] ?? []).filter { $0.withdrawn == nil && $0.current > today }
        guard let foundation = pick(coming) else { return false }
        var draft = draft(on: today, values)
        draft.effective = foundation.current.adding(days: number(0...1))
        if editorial { draft["material"] = "false" }
        rows[row]?.append(draft)
        return true
    }

    /// Withdraws or postpones something to come, whatever stands on it.
    mutating func undermine(_ row: String, today: CalendarDate, withdrawing: Bool) -> Bool {
        guard var drafts = rows[row] else { return false }
        let coming = drafts.indices.filter { $0 > 0 && drafts[$0].withdrawn == nil && drafts[$0].current > today }
        guard let index = pick(coming) else { return false }
        if withdrawing {
            drafts[index].withdrawn = (Moment(today), "It stays")
        } else {
            let later = drafts[index].current.adding(days: number(1...9))
            drafts[index].postponed.append(.init(announced: Moment(today), effective: later, reason: "Later"))
        }
        rows[row] = drafts
        return true
    }

    /// Lists somebody in a policy whose days were short before it listed anybody, or changes such a row.
    mutating func listInPolicy(_ values: [(String, String)], today: CalendarDate) -> Bool {
        let isListed = rows[Self.rowOfPolicy] != nil
        let draft = draft(on: today, isListed ? values : [("name", "Davit"), ("data", "[logs, mails]")])
        rows[Self.rowOfPolicy, default: []].append(draft)
        return true
    }

    /// Announces something, or shorter terms, on the day of the starting state, which is published.
    mutating func useStartAgain(_ row: String, _ values: [(String, String)], today: CalendarDate, terms: Bool) {
        let moment = Moment(Self.since, minute: 11 * 60)
        if terms {
            laterNotice = "  - {announced: \(moment), from: \(Self.since), days: 0, objection_days: 0}\n"
        }
        var draft = draft(on: today, values)
        if !terms { draft.announced = moment }
        rows[row]?.append(draft)
    }
}
