import Diagnostics
import Language
import Model

extension PublicSite {
    /// A change's own words and what it changes, as the pages of companies and of notices show them.
    func details(of change: Change) -> String {
        let fields = FieldText(site: self, change: change)
        // Whatever became of its row meanwhile was told to nobody.
        let isReturn = !change.stateBefore.isListed && change.stateAfter.isListed
        let note = change.written.note.map { html($0, of: change.register, on: Occasion(change.announcement)) }
        return HTML.lines(
            [
                change.written.trueSince.map { "<p>\(say("The list was wrong since \(time($0.value))."))</p>" },
                note.map { HTML.block("div", ["class": "words"], [$0]) },
            ] + marks(of: .change(change), in: change.register).map { $0.html(language) } + [
                change.written.isFirstState
                    ? row(change.after.fields, fields)
                    : isReturn ? row(change.stateAfter.fields, fields) : comparison(of: change, fields)
            ])
    }

    /// All that the list says of a company that comes.
    private func row(_ values: [ProviderField: FieldValue], _ fields: FieldText) -> String? {
        HTML.pairs(fields.rows(values, leavingOut: [.name]) + fields.allProducts(values))
    }

    /// The fields that a change names, before and after; nil where it names none.
    private func comparison(of change: Change, _ fields: FieldText) -> String? {
        let (before, after) = (change.before.fields, change.after.fields)
        let rows = ProviderField.allCases.filter { before[$0] != nil || after[$0] != nil }.map { field in
            let (old, new) = ListDelta.marked(before[field], after[field], of: field, fields)
            return "<tr><th scope=\"row\">\(language.label(of: field))</th>"
                + HTML.inline("td", ["data-label": say("Before")], "<div>\(old)</div>")
                + HTML.inline("td", ["data-label": say("After")], "<div>\(new)</div>") + "</tr>"
        }
        guard !rows.isEmpty else { return nil }
        let head = [say("Field"), say("Before"), say("After")].map { "<th scope=\"col\">\($0)</th>" }.joined()
        return HTML.block(
            "table", ["class": "comparison"],
            ["<thead><tr>\(head)</tr></thead>", HTML.block("tbody", [:], rows)])
    }
}
