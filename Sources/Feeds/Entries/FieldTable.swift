import Formats
import Language
import Model
import Notices
import Site

/// What a change says of a company, in words: of one that comes, all that the list says of it; else the fields that
/// change, before and after, and of a change that needs notice what stays of that which customers ask about. For customers
/// of a product that it is given to all of it is new, so that all of it is said.
struct FieldTable {
    let change: Change
    /// What the list says from the change's day of effect on, by what is known.
    let state: ProviderState
    /// What else the notice changes of the company from the day of the event on.
    let others: [Change]
    /// When it is told, which says what products and other companies are called.
    let told: Moment
    let history: History
    let voice: Voice

    /// Empty for a company that leaves, and for a change that names no field.
    var html: [String] {
        guard change.after.isListed else { return [] }
        guard change.stateBefore.isListed else {
            return list(ProviderField.allCases.compactMap { known($0, in: state.fields) })
        }
        let saysRest = change.widensReach || change.needsNotice && others.allSatisfy(\.stateAfter.isListed)
        guard saysRest, state.isListed else { return changed }
        let named = others.reduce(into: Set(fields)) { $0.formUnion($1.written.fields.keys) }
        let kept = ProviderField.allCases.filter { field in
            !named.contains(field) && (change.widensReach || ProviderField.asked.contains(field))
        }
        .compactMap { known($0, in: state.fields) }
        return changed + staying(kept)
    }

    /// Of a change that is withdrawn, what the list goes on to say of the fields that were to change.
    var withdrawn: [String] {
        guard change.stateBefore.isListed, state.isListed else { return [] }
        return staying(fields.compactMap { known($0, in: state.fields) })
    }

    private func staying(_ rows: [[String]]) -> [String] {
        rows.isEmpty ? [] : ["<p>\(tell("What stays as it is:"))</p>"] + list(rows)
    }

    /// The fields that change, before and after.
    var changed: [String] {
        list(
            fields.map { field in
                let old = words(change.before.fields[field], of: field) ?? nothing(field, tell("not given"))
                let new = words(change.after.fields[field], of: field) ?? nothing(field, tell("no longer given"))
                return [
                    term(field), "<dd>\(tell("Before: \(voice.html(old))"))</dd>",
                    "<dd>\(tell("After: \(voice.html(new))"))</dd>",
                ]
            })
    }

    private var fields: [ProviderField] {
        ProviderField.allCases.filter { change.before.fields[$0] != nil || change.after.fields[$0] != nil }
    }

    private func list(_ rows: [[String]]) -> [String] { rows.isEmpty ? [] : ["<dl>"] + rows.joined() + ["</dl>"] }

    /// Whom it replaces is left out once that one stays after all.
    private func known(_ field: ProviderField, in fields: [ProviderField: FieldValue]) -> [String]? {
        if field == .replaces, case .text(let id)? = fields[field],
            history.staysAfterAll(id, beside: change, toldAt: told)
        {
            return nil
        }
        let value = words(fields[field], of: field) ?? (field == .products ? nothing(field, "") : nil)
        return value.map { [term(field), "<dd>\(voice.html($0))</dd>"] }
    }

    private func term(_ field: ProviderField) -> String {
        let label = voice.speaks.field(field)
        return "<dt>\(Escaping.html(label.prefix(1).uppercased() + label.dropFirst()))</dt>"
    }

    /// What a field says that is left out: a company whose products are not named is used for all of them.
    private func nothing(_ field: ProviderField, _ words: String) -> String {
        field == .products ? tell("all products") : field.impliedWord.map { voice.speaks.told($0, of: field) } ?? words
    }

    private func tell(_ saying: Saying) -> String { voice.speaks.tell(saying) }

    /// A value in words, the author's in them marked.
    private func words(_ value: FieldValue?, of field: ProviderField) -> String? {
        value.map { value in
            switch value {
            case .text(let id) where field.type == .provider:
                history.name(of: id, beside: change, toldAt: told).authored
            case .text(let text):
                switch field.type {
                case .text: text.authored
                case .choice: voice.speaks.told(text, of: field)
                default: text
                }
            case .texts(let ids) where field == .products:
                voice.speaks.line(ids.map { history.names(at: told).name(ofProduct: $0).authored })
            case .texts(let texts): voice.speaks.line(texts.map(\.authored))
            case .groups(let groups): voice.speaks.parts(voice.speaks.items(groups))
            case .places(let places): voice.speaks.line(places.map(voice.speaks.place))
            case .transfer(let transfer): voice.speaks.told(transfer)
            case .date(let date): voice.speaks.date(date)
            case .map(let entries): voice.speaks.parts(entries.compactMap(voice.speaks.entry))
            }
        }
    }
}

extension ProviderField {
    /// What customers ask of a company: what for, which data of whom, where, under which mechanism, for which products,
    /// how long, trained on or not.
    package static let asked: Set<ProviderField> = [
        .purpose, .data, .subjects, .locations, .storage, .access, .transfer, .products, .enabled, .condition, .ai,
        .duration, .retention,
    ]
}
