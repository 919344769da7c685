import Language
import Model

/// A register's list as tables: subprocessors, and other recipients apart. A table has the columns that one of its rows
/// fills; where site.yaml names none, what three rows or more all say alike is said once, above it.
struct ListTables {
    /// A company on the list.
    struct Row {
        var id: String
        var state: ProviderState
        var since: CalendarDate
        /// What must be known of it: that it changes or leaves, that it was told late.
        var marks: [Mark] = []
        /// What it says in each column, as HTML.
        var cells: [String] = []
    }

    private let document: DocumentHistory
    private let site: PublicSite
    private let fields: FieldText
    /// By what its rows may be filtered; nil for the list of a past day.
    private var filters: ListFilters?
    /// Of today: they say how a list is arranged, be it one of the past.
    private let terms: RegisterTerms
    /// That is shown.
    private let day: CalendarDate

    /// - Parameters:
    ///   - day: that is shown; nil for today.
    init(_ document: DocumentHistory, _ site: PublicSite, on day: CalendarDate? = nil) {
        self.document = document
        self.site = site
        self.day = day ?? site.today
        fields = FieldText(
            site: site, register: document.id, names: day.map { site.settings.names(on: $0) }, on: day)
        terms = site.settings.registerTerms(at: Moment(site.today))
    }

    /// What a list stands in, which says how it is arranged.
    func section(_ attributes: String, _ parts: [String?]) -> String {
        let columns = terms.columns.map { " data-columns=\"\($0.map(\.rawValue).joined(separator: " "))\"" } ?? ""
        let grouping = terms.groupBy == .category ? "" : " data-group-by=\"\(terms.groupBy.rawValue)\""
        return "<section class=\"register\" \(attributes)\(columns)\(grouping)>\n\(HTML.lines(parts))\n</section>"
    }

    /// With what a script needs to filter the rows.
    func filtered(_ rows: [Row]) -> String {
        guard !rows.isEmpty else { return html(rows) }
        var tables = self
        tables.filters = ListFilters(rows, on: day, names: fields.names, language: site.language)
        return HTML.lines(["<div class=\"filter-place needs-script\"></div>", tables.html(rows)])
    }

    func html(_ rows: [Row]) -> String {
        let recipients = rows.filter(\.state.isRecipient)
        let others =
            recipients.isEmpty
            ? nil
            : HTML.lines([
                "<h2>\(site.say("Other recipients"))</h2>",
                "<p class=\"quiet\">\(site.say("These companies receive data and are no subprocessors."))</p>",
                table(recipients),
            ])
        let nobody = "<p>\(site.say("Nobody is on the list."))</p>"
        return HTML.lines([table(rows.filter { !$0.state.isRecipient }) ?? nobody, others])
    }

    private func table(_ listed: [Row]) -> String? {
        guard !listed.isEmpty else { return nil }
        var rows = listed
        let filled = ListColumn.all(terms).filter { $0.isFilled(by: rows.map(\.state.fieldsToday), on: day) }
        for index in rows.indices {
            let texts = fields.of(rows[index].id)
            rows[index].cells = filled.map { $0.html(rows[index], texts, on: day) }
        }
        let isAlike = filled.indices.map { column in
            terms.columns == nil && filled[column].field != .purpose && rows.count > 2
                && rows.allSatisfy { $0.cells[column] == rows[0].cells[column] }
        }
        let alike: [(label: String, value: String)] = filled.indices.filter { isAlike[$0] }.map {
            (site.say("\(label(of: filled[$0])), for all"), rows[0].cells[$0])
        }
        let shown = filled.indices.filter { !isAlike[$0] }
        let columns = shown.map { filled[$0] }
        for index in rows.indices { rows[index].cells = shown.map { rows[index].cells[$0] } }
        let titles = [site.say("Company")] + columns.map(label) + [site.say("Since")]
        let groups = ListGroup.all(of: rows, by: terms.groupBy)
        let hasHeadings = groups.contains { $0.value != nil }
        let bodies = groups.map { group in
            HTML.block(
                "tbody", ["class": "group"],
                [hasHeadings ? heading(title(of: group), across: titles.count) : nil]
                    + group.rows.map { row($0, columns, in: group) })
        }
        let names = ["name"] + columns.map(\.field.rawValue) + ["since"]
        let cols = names.map { "<col class=\"\($0)\">" }.joined()
        let head = titles.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return HTML.lines([
            alike.isEmpty ? nil : HTML.facts(alike, ["class": "alike"]),
            HTML.block(
                "table", ["class": "list"],
                ["<colgroup>\(cols)</colgroup>", "<thead><tr>\(head)</tr></thead>"] + bodies),
        ])
    }

    private func label(of column: ListColumn) -> String { site.language.label(of: column.field) }

    private func title(of group: ListGroup) -> String {
        guard let value = group.value, let row = group.rows.first else {
            return terms.groupBy.nothing(in: site.language)
        }
        let words = fields.of(row.id).items(value, of: terms.groupBy.field)
        return words.isEmpty ? site.say("No product") : site.language.line(words)
    }

    private func heading(_ html: String, across count: Int) -> String {
        HTML.inline("tr", [:], HTML.inline("th", ["scope": "rowgroup", "colspan": "\(count)"], html))
    }

    private func row(_ row: Row, _ columns: [ListColumn], in group: ListGroup) -> String {
        let said = row.state.fieldsToday
        let fields = fields.of(row.id)
        let beside = [
            ("entity", said[.entity].map { fields.html($0, of: .entity) } ?? ""),
            ("kind", kind(said, fields)),
            ("category", category(of: row, said, fields, in: group)),
        ]
        let company =
            site.link("/\(document.id)/\(row.id)/", fields.name(row.state.name))
            + beside.filter { !$0.1.isEmpty }.map { HTML.inline("span", ["class": $0.0], $0.1) }.joined()
            + (columns.contains { $0.field == .purpose } ? "" : condition(said, fields)) + marks(of: row, said, fields)
        let cells =
            zip(columns, row.cells).map { Cell(column: $0, label: label(of: $0), value: $1) }
            + [Cell(label: site.say("Since"), value: site.time(row.since))]
        let folded = filters == nil ? "" : folded(cells, of: row, said, fields)
        return HTML.block(
            "tr", filters?.attributes(of: row.state) ?? [:],
            ["<th scope=\"row\">\(company)\(folded)</th>"]
                + cells.map { cell in
                    let attributes: HTML.Attributes =
                        folded.isEmpty ? ["data-label": cell.label] : ["class": cell.name, "data-label": cell.label]
                    return HTML.inline("td", attributes, "<div>\(cell.value)</div>")
                })
    }

    private struct Cell {
        /// Nil for that of the day.
        var column: ListColumn?
        var label: String
        /// HTML.
        var value: String

        /// Its class: what a reader looks for first stands on a narrow screen too, all else is folded there.
        var name: String { column.flatMap { $0.isFirst ? $0.field.rawValue : nil } ?? "folded" }
    }

    /// What a narrow screen shows of a row of the list in force only when it is unfolded. Wider ones have it in the cells.
    private func folded(
        _ cells: [Cell], of row: Row, _ said: [ProviderField: FieldValue], _ fields: FieldText
    ) -> String {
        var facts = [ProviderField.entity].compactMap { field in
            said[field].map { (label: site.language.label(of: field), value: fields.html($0, of: field)) }
        }
        facts += fields.allProducts(said)
        facts += cells.filter { $0.name == "folded" }.map { ($0.label, $0.value) }
        let documents = fields.documents(said)
        if !documents.isEmpty { facts.append((site.language.label(of: ProviderField.links), documents)) }
        let name = HTML.inline("span", ["class": "visually-hidden"], ": \(fields.name(row.state.name))")
        return "<details class=\"more\"><summary>\(site.say("More"))\(name)</summary>\(HTML.facts(facts))</details>"
    }

    /// What kind of company it is, and that no product is left out.
    private func kind(_ said: [ProviderField: FieldValue], _ fields: FieldText) -> String {
        let kind = said[.kind].map { fields.html($0, of: .kind) }
        guard fields.isForAllProducts(said) else { return kind ?? "" }
        let all = (kind == nil ? "" : " · ") + site.say("For all products")
        return (kind ?? "") + HTML.inline("span", ["class": "for-all"], all)
    }

    /// What a row says of its category, where no heading says it.
    private func category(
        of row: Row, _ said: [ProviderField: FieldValue], _ fields: FieldText, in group: ListGroup
    ) -> String {
        if let category = said[.category] {
            return terms.groupBy != .category || group.isException(row, of: .category)
                ? fields.html(category, of: .category) : ""
        }
        return terms.groupBy == .category && group.value != nil ? terms.groupBy.nothing(in: site.language) : ""
    }

    /// When a company is used; below its name where there is no column of the purpose.
    private func condition(_ said: [ProviderField: FieldValue], _ fields: FieldText) -> String {
        said[.condition].map { HTML.inline("span", ["class": "cond"], fields.html($0, of: .condition)) } ?? ""
    }

    /// What limits the use of a company, where its documents are, and what is to come of it.
    private func marks(of row: Row, _ said: [ProviderField: FieldValue], _ fields: FieldText) -> String {
        let documents = fields.documents(said)
        let marks = fields.tags(said) + row.marks.map(\.badge)
        return (documents.isEmpty ? "" : HTML.inline("span", ["class": "papers"], documents))
            + (marks.isEmpty ? "" : HTML.inline("span", ["class": "marks"], marks.joined(separator: " ")))
    }
}
