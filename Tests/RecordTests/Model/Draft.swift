import Model

/// One announcement as its author keeps it in the source: an edition, a provider's first state, or one of its changes.
struct Draft {
    var announced: Moment
    var recorded: Moment?
    /// Of an edition the day of its file's name.
    var effective: CalendarDate
    /// Of an edition: which of those of its day.
    var number = 1
    /// All other keys, with values in YAML's flow style, in their order.
    var keys: [(name: String, value: String)] = []
    /// The Markdown of an edition.
    var body = ""
    var postponed: [Postponed] = []
    var withdrawn: (announced: Moment, reason: String)?
    var erased: Erased?
    /// Whether it names unrecorded fields alone, so that it is no announcement.
    var leavesNoTrace = false

    struct Postponed {
        var announced: Moment
        var effective: CalendarDate
        var reason: String
    }

    struct Erased {
        var announced: Moment
        var reason: String
        var sha256: String
        var files: [(path: String, sha256: String)]
    }

    /// When it enters the record.
    var moment: Moment { recorded ?? announced }

    /// The day of effect with all that was said of it.
    var current: CalendarDate { postponed.last?.effective ?? effective }

    /// The latest moment that it names.
    var lastMoment: Moment {
        let later = postponed.map(\.announced) + [withdrawn?.announced, erased?.announced].compactMap(\.self)
        return later.reduce(moment, max)
    }

    /// The id of an edition.
    var stem: String { number == 1 ? "\(effective)" : "\(effective)-\(number)" }

    subscript(name: String) -> String? {
        get { keys.first { $0.name == name }?.value }
        set {
            if let index = keys.firstIndex(where: { $0.name == name }) {
                if let newValue { keys[index].value = newValue } else { keys.remove(at: index) }
            } else if let newValue {
                keys.append((name, newValue))
            }
        }
    }
}

extension Draft {
    /// An edition's file.
    var edition: String {
        "---\n" + lines(but: "effective").map { $0 + "\n" }.joined() + "---\n\n" + body
    }

    /// A provider's file.
    static func provider(_ drafts: [Draft]) -> String {
        var text = (drafts.first?.lines() ?? []).map { $0 + "\n" }.joined()
        if drafts.count > 1 { text += "changes:\n" }
        for draft in drafts.dropFirst() {
            for (index, line) in draft.lines().enumerated() { text += (index == 0 ? "  - " : "    ") + line + "\n" }
        }
        return text
    }

    private func lines(but left: String = "") -> [String] {
        var lines = keys.filter { $0.name == "title" || $0.name == "name" }.map { "\($0.name): \($0.value)" }
        lines.append("announced: \(announced)")
        if left != "effective" { lines.append("effective: \(effective)") }
        if let recorded { lines.append("recorded: \(recorded)") }
        lines += keys.filter { $0.name != "title" && $0.name != "name" }.map { "\($0.name): \($0.value)" }
        if !postponed.isEmpty {
            let items = postponed.map {
                "{announced: \($0.announced), effective: \($0.effective), reason: \($0.reason)}"
            }
            lines.append("postponed: [\(items.joined(separator: ", "))]")
        }
        if let withdrawn {
            lines.append("withdrawn: {announced: \(withdrawn.announced), reason: \(withdrawn.reason)}")
        }
        if let erased {
            let files = erased.files.map { "\($0.path): \($0.sha256)" }.joined(separator: ", ")
            lines.append(
                "erased: {announced: \(erased.announced), reason: \(erased.reason), sha256: \(erased.sha256)"
                    + (files.isEmpty ? "}" : ", files: {\(files)}}"))
        }
        return lines
    }
}
