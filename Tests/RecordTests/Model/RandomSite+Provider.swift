import Model

extension RandomSite {
    /// Values that the fields of a provider may take; any two of a field differ in what they say.
    static let values: [String: [String]] = [
        "name": ["Anchor Hosting", "Buoy Mail", "Capstan Desk", "Davit Backup"],
        "entity": ["Anchor Hosting GmbH", "Buoy Mail AB", "Capstan Desk SAS"],
        "purpose": ["Runs the servers", "Sends mails to customers", "Answers support questions"],
        "data": ["[account data]", "[account data, logs]", "[mails]", "[logs, mails]"],
        "locations": ["[DE]", "[DE, FR]", "[IE]", "[{rule: Nearest of two, of: [SE, FI]}]"],
        "category": ["Hosting", "Mail", "Support"],
        "website": ["https://anchor.example", "https://buoy.example"],
        "address": ["1 Quay", "2 Pier"],
        "contact": ["desk@anchor.example", "help@anchor.example"],
    ]

    mutating func firstState(of provider: String) -> [(name: String, value: String)] {
        var keys = ["name", "entity", "purpose", "data", "locations"].map { name in
            (name: name, value: pick(Self.values[name] ?? []) ?? "")
        }
        keys.append(("cost_center", "\"\(number(100_000...999_999))\""))
        keys.append(("verified", "2026-01-01"))
        if chance(1, of: 2) { keys.append(("terms", "https://\(provider).example/terms")) }
        return keys
    }

    /// The fields of a provider and whether it is listed, when all that was written has taken effect.
    func state(of group: String) -> (fields: [String: String], isListed: Bool) {
        var fields: [String: String] = [:]
        var isListed = true
        for draft in drafts[group] ?? [] where draft.withdrawn == nil {
            for (name, value) in draft.keys where Self.values[name] != nil { fields[name] = value }
            if let removed = draft["removed"] { isListed = removed == "false" }
        }
        return (fields, isListed)
    }

    mutating func newChange() {
        guard let group = pick(groups.filter(Self.isProvider)), let all = drafts[group] else { return }
        let (fields, isListed) = state(of: group)
        let moment = moment(after: all)
        var draft = Draft(announced: moment, effective: moment.day)
        var needsNotice = true
        func other(_ name: String) -> [String] { (Self.values[name] ?? []).filter { $0 != fields[name] } }
        if !isListed {
            draft["removed"] = "false"
        } else {
            switch number(0...9) {
            case 0:
                draft["removed"] = "true"
                needsNotice = false
            case 1:
                draft["contact"] = pick(other("contact"))
                draft.leavesNoTrace = true
                needsNotice = false
            case 2...4:
                let name = pick(["category", "website", "address"]) ?? ""
                draft[name] = pick(other(name))
                needsNotice = false
                // A correction takes effect on the day on which it is told, and is of days on which the row is listed.
                if name == "category", latest(all) <= moment.day, coming.covers(moment), today <= moment.day,
                    chance(1, of: 2)
                {
                    let listed = latest(all.prefix(1) + all.filter { $0["removed"] == "false" })
                    draft["true_since"] = "\(max(moment.day.adding(days: -number(0...9)), listed))"
                }
            default:
                for name in ["entity", "purpose", "data", "locations"].shuffled(using: &random).prefix(number(1...2)) {
                    draft[name] = pick(other(name))
                }
            }
        }
        draft["note"] = sentence()
        if needsNotice, chance(1, of: 4) {
            draft["urgent"] = sentence()
            needsNotice = false
        }
        if draft["true_since"] == nil {
            if chance(1, of: 6) {
                draft.recorded = moment
                draft.announced = Moment(moment.day.adding(days: -number(1...20)))
            }
            let isLater = draft.recorded != nil
            draft.effective = day(of: draft, after: all, needsNotice: needsNotice, strictly: isLater)
        }
        append(draft, to: group)
    }

    mutating func newProvider() {
        let name = "provider-\(drafts.count)"
        let moment = moment(after: [])
        var draft = Draft(announced: moment, effective: moment.day, keys: firstState(of: name))
        draft["note"] = sentence()
        if chance(1, of: 4) { draft["role"] = "recipient" }
        draft.effective = day(of: draft, after: [], needsNotice: true, strictly: false)
        append(draft, to: "\(Self.register)/\(name)")
    }
}
