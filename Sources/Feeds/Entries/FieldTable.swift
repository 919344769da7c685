import Diagnostics
import Formats
import Model

/// The fields that a change names, in words: of a company that comes, what the list says of it; else what it said
/// before and says after.
struct FieldTable {
    private let change: Change
    private let history: History

    init(_ change: Change, history: History) {
        self.change = change
        self.history = history
    }

    var html: [String] {
        let (before, after) = (change.before.fields, change.after.fields)
        let isArrival = !change.before.isListed
        let fields = ProviderField.allCases.filter { field in
            isArrival ? after[field] != nil : before[field] != nil || after[field] != nil
        }
        guard change.after.isListed, !fields.isEmpty else { return [] }
        let rows = fields.flatMap { field -> [String] in
            let label = Wording.field(field)
            let term = "<dt>\(Escaping.html(label.prefix(1).uppercased() + label.dropFirst()))</dt>"
            let new = words(after[field], of: field) ?? "no longer given"
            guard !isArrival else { return [term, "<dd>\(Escaping.html(new))</dd>"] }
            let old = words(before[field], of: field) ?? "not given"
            return [
                term, "<dd>Before: \(Escaping.html(old))</dd>", "<dd>After: \(Escaping.html(new))</dd>",
            ]
        }
        return ["<dl>"] + rows + ["</dl>"]
    }

    private func words(_ value: FieldValue?, of field: ProviderField) -> String? {
        value.map { value in
            switch value {
            case .text(let id) where field.type == .provider:
                history.name(of: id, in: change.register, knownAt: change.moment)
            case .text(let text): text
            case .texts(let ids) where field == .products:
                ids.map { id in history.settings.products.first { $0.id.value == id }?.name.value ?? id }
                    .joined(separator: ", ")
            case .texts(let texts): texts.joined(separator: ", ")
            case .places(let places): places.map(Wording.place).joined(separator: ", ")
            case .transfer(let transfer): Wording.transfer(transfer)
            case .date(let date): English.date(date)
            case .map(let entries): entries.compactMap(Wording.entry).joined(separator: "; ")
            }
        }
    }
}
