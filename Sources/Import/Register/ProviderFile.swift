import Formats
import Model

/// A provider's file, made of a row's states.
struct ProviderFile {
    let track: RowTrack
    /// The keys, none of them fields, that the site keeps as private; the others stand in comments.
    let privateKeys: Set<String>
    /// What the columns of such keys were called.
    let columns: [String: String]

    /// The file as text.
    var text: String {
        guard let first = track.states.first, let row = first.row else { return "" }
        var members = written(row.fields) + [announced(first.day)]
        let changes = changes
        if !changes.isEmpty { members.append(JSONValue.Member("changes", .array(changes))) }
        return comments + JSONValue.object(members).yaml
    }

    /// What it says of each day on which something changed that a file says; what stands in comments alone changes nothing.
    var changes: [JSONValue] {
        guard var last = track.states.first?.row else { return [] }
        var changes: [JSONValue] = []
        for state in track.states.dropFirst() {
            guard let row = state.row else {
                changes.append(.object([announced(state.day), JSONValue.Member("removed", .bool(true))]))
                continue
            }
            let wasListed = changes.last?["removed"] != .bool(true)
            var change = [announced(state.day)]
            if !wasListed { change.append(JSONValue.Member("removed", .bool(false))) }
            change += written(differences(from: last, to: row))
            if change.count > 1 { changes.append(.object(change)) }
            last = row
        }
        return changes
    }

    private func announced(_ day: CalendarDate) -> JSONValue.Member { .init("announced", .string("\(day)")) }

    private func written(_ fields: [JSONValue.Member]) -> [JSONValue.Member] {
        fields.filter { ProviderField(rawValue: $0.key) != nil || privateKeys.contains($0.key) }
    }

    /// What a change names: each key with another value, and with `~` each that is no longer said. Of a map, whose keys
    /// are merged, its keys.
    private func differences(from old: ListRow, to new: ListRow) -> [JSONValue.Member] {
        let changed = new.fields.filter { !$0.value.isSame(as: old.value($0.key)) }.map { member in
            guard case .object(let members) = member.value, case .object(let before)? = old.value(member.key) else {
                return member
            }
            let gone = before.filter { known in !members.contains { $0.key == known.key } }
            return JSONValue.Member(
                member.key,
                .object(members.filter { !before.contains($0) } + gone.map { JSONValue.Member($0.key, .null) }))
        }
        let gone = old.fields.filter { new.value($0.key) == nil }.map { JSONValue.Member($0.key, .null) }
        return changed + gone
    }

    /// What is kept in the source alone, and is private under no key of the site.
    private var comments: String {
        var last: [String: JSONValue] = [:]
        var lines: [String] = []
        for state in track.states {
            for member in state.row?.fields ?? []
            where ProviderField(rawValue: member.key) == nil && !privateKeys.contains(member.key) {
                guard last[member.key] != member.value else { continue }
                last[member.key] = member.value
                let name = columns[member.key] ?? member.key
                // A comment holds no control character (YAML 1.2, section 5.1).
                lines.append(printable("# \(name), \(state.day): \(member.value.line)") + "\n")
            }
        }
        return lines.joined()
    }
}
