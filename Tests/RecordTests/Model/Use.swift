import Model

/// What a row of the register lets happen to customers' data, as a set of single things: who may touch which data, of
/// whom, where, what for. It shares no code with the product: no resolution, no kinds of change, no comparison of texts.
///
/// Each value that the hostile author writes has its meaning in a table, as the things that it allows. What is not said
/// allows something that no value does, so that saying nothing is wider than saying anything.
enum Use {
    private static let countries = ["DE", "FR", "NL", "US", "the rest"]
    private static let rules = ["Nearest", "We choose"]

    /// A place that is listed allows being there by any rule too; a rule allows what it chooses, and by that rule alone.
    private static func listed(_ codes: String...) -> Set<String> {
        Set(codes.flatMap { code in [code] + rules.map { "\(code) by \($0)" } })
    }

    private static func chosen(by rule: String, _ codes: [String]) -> Set<String> {
        Set(codes.map { "\($0) by \(rule)" })
    }

    private static let anywhere = Set(countries.flatMap { code in [code] + rules.map { "\(code) by \($0)" } })

    private static let places: [String: Set<String>] = [
        "[DE]": listed("DE"), "[DE, FR]": listed("DE", "FR"), "[EU]": listed("DE", "FR", "NL"),
        "[DE, US]": listed("DE", "US"), "[US]": listed("US"), "[GLOBAL]": anywhere,
        "[{rule: Nearest, of: [DE, US]}]": chosen(by: "Nearest", ["DE", "US"]),
        "[{rule: nearest, of: [US, DE]}]": chosen(by: "Nearest", ["DE", "US"]),
        "[{rule: Nearest}]": chosen(by: "Nearest", countries),
        "[{rule: We choose, of: [DE, US]}]": chosen(by: "We choose", ["DE", "US"]),
        "[FR, {rule: Nearest, of: [DE, US]}]": listed("FR").union(chosen(by: "Nearest", ["DE", "US"])),
        "[]": anywhere.union(["unsaid"]), "~": anywhere.union(["unsaid"]),
    ]

    /// By field and value as written; `~` where nothing is said.
    static let meanings: [String: [String: Set<String>]] = [
        "data": [
            "[logs]": ["logs"], "[LOGS]": ["logs"], "[logs, mails]": ["logs", "mails"], "[mails]": ["mails"],
            "[logs, mails, health data]": ["logs", "mails", "health data"], "[]": ["unsaid"], "~": ["unsaid"],
        ],
        "subjects": [
            "[users]": ["users"], "[users, children]": ["users", "children"],
            "[ users,  Children ]": ["users", "children"],
            "~": ["unsaid"],
        ],
        "purpose": [
            "Hosts the databases": ["hosting"], "Hosts the databsaes": ["hosting"], "hosts  the databases": ["hosting"],
            "Reads the messages": ["reading"], "~": ["unsaid"],
        ],
        "entity": [
            "Anchor Limited": ["Anchor"], "ANCHOR limited": ["Anchor"], "Anchor Limtied": ["Anchor"],
            "Buoy Limited": ["Buoy"], "~": ["unsaid"],
        ],
        "locations": places, "storage": places, "access": places,
        "transfer": [
            "[SCC-3]": ["clauses"], "[SCC-3, BCR]": ["clauses", "rules"], "[BCR]": ["rules"],
            "[derogation]": ["consent"],
            "[SCC-3, DPF]": ["clauses", "framework"], "~": ["unsaid"],
        ],
        "products": [
            "[desk]": ["desk"], "[desk, chart]": ["desk", "chart"], "[chart]": ["chart"], "~": ["desk", "chart"],
        ],
        "enabled": [
            "opt-in": ["who asks"], "opt-out": ["who asks", "who is silent"],
            "default": ["who asks", "who is silent", "who refuses"], "~": ["who asks", "who is silent", "who refuses"],
        ],
        "condition": [
            "Only on request": ["request"], "only ON request": ["request"], "Only for pilots": ["pilots"],
            "~": ["request", "pilots", "no reason"],
        ],
        "via": ["buoy": ["through buoy"], "~": ["directly"]],
        "retention": [
            "Thirty weekdays": ["weeks"], "Thirty weekdasy": ["typo"], "Thirty wekedays": ["weeks"],
            "For years": ["years"],
            "~": ["unsaid"],
        ],
        "ai": ["{training: never}": ["none"], "{training: always}": ["training"], "~": ["unsaid"]],
        "role": ["subprocessor": ["as a subprocessor"], "recipient": ["as a recipient"], "~": ["as a subprocessor"]],
    ]

    /// What each value allows, as things of its field.
    private static let things = Dictionary(
        uniqueKeysWithValues: meanings.map { field, values in
            (field, values.mapValues { Set($0.map { "\(field): \($0)" }) })
        })

    static let asSubprocessor = "role: as a subprocessor"

    /// What reaches a recipient: more of anything else is its own affair.
    private static let ofRecipients: Set<String> = [
        "data", "subjects", "purpose", "locations", "storage", "access", "role",
    ]

    /// Everything that a row allows; nothing where it is not on the list.
    static func reach(of fields: [String: String], isListed: Bool) -> Set<String> {
        guard isListed else { return [] }
        let isRecipient = fields["role"] == "recipient"
        return things.reduce(into: ["listed"]) { reach, field in
            guard !isRecipient || ofRecipients.contains(field.key) else { return }
            let value = fields[field.key] ?? "~"
            reach.formUnion(field.value[value] ?? ["\(field.key): unknown \(value)"])
        }
    }
}

/// One row's announcements one after the other, by what was public on a day.
struct UseOfRow {
    struct Step {
        var index: Int
        var day: CalendarDate
        var before: Set<String>
        var after: Set<String>
        /// What it adds to what a subprocessor may do, whatever the row is then.
        var opened: Set<String>
    }

    /// In the order in which they take effect.
    var steps: [Step] = []

    /// - Parameters:
    ///   - published: on which day an announcement, and each thing said of it later, was first published; by
    ///     `<index>`, `<index> postponed <n>` and `<index> withdrawn`.
    ///   - known: what was published up to and including this day is known.
    init(_ drafts: [Draft], published: [String: CalendarDate], known: CalendarDate) {
        func isKnown(_ name: String) -> Bool { published[name].map { $0 <= known } ?? false }
        var order: [(day: CalendarDate, announced: Moment, index: Int)] = []
        for (index, draft) in drafts.enumerated() where isKnown("\(index)") && !isKnown("\(index) withdrawn") {
            let moved = draft.postponed.indices.last { isKnown("\(index) postponed \($0)") }
            let day = moved.map { draft.postponed[$0].effective } ?? draft.effective
            order.append((day, draft.announced, index))
        }
        order.sort { ($0.day, $0.announced, $0.index) < ($1.day, $1.announced, $1.index) }
        var (fields, isListed) = ([String: String](), false)
        for (day, _, index) in order {
            let before = Use.reach(of: fields, isListed: isListed)
            let could = Use.reach(of: fields.filter { $0.key != "role" }, isListed: true)
            for (name, value) in drafts[index].keys where Use.meanings[name] != nil {
                fields[name] = value == "~" ? nil : value
            }
            if index == 0 { isListed = true }
            if let removed = drafts[index]["removed"] { isListed = removed == "false" }
            let after = Use.reach(of: fields, isListed: isListed)
            let can = Use.reach(of: fields.filter { $0.key != "role" }, isListed: true)
            let opened = after.subtracting(before).union(can.subtracting(could))
            steps.append(Step(index: index, day: day, before: before, after: after, opened: opened))
        }
    }

    /// What it allows on a day.
    func reach(on day: CalendarDate) -> Set<String> { steps.last { $0.day <= day }?.after ?? [] }
}
