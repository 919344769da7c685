import Feeds
import Formats
import Model

/// A register's list as tables: subprocessors, and other recipients apart. A table has the columns that one of its rows
/// fills.
struct ListTables {
    /// A company on the list.
    struct Row {
        var id: String
        var state: ProviderState
        var since: CalendarDate
        /// What must be known of it: that it changes or leaves, that it was told late.
        var marks: [Mark] = []
    }

    private let document: DocumentHistory
    private let site: PublicSite
    private let fields: FieldText
    /// By what its rows may be filtered; nil for the list of a past day.
    private var filters: ListFilters?

    /// - Parameter names: of the day that is shown; nil for today.
    init(_ document: DocumentHistory, _ site: PublicSite, names: Names? = nil) {
        self.document = document
        self.site = site
        fields = FieldText(site: site, register: document.id, names: names)
    }

    /// With what a script needs to filter the rows.
    func filtered(_ rows: [Row]) -> String {
        var tables = self
        tables.filters = ListFilters(rows, names: fields.names)
        return HTML.lines(["<div class=\"filter-place needs-script\"></div>", tables.html(rows)])
    }

    func html(_ rows: [Row]) -> String {
        if rows.isEmpty { return "<p>Nobody is on the list.</p>" }
        let recipients = rows.filter(\.state.isRecipient)
        let others =
            recipients.isEmpty
            ? nil
            : HTML.lines([
                "<h2>Other recipients</h2>",
                "<p class=\"quiet\">These companies receive data and are no subprocessors.</p>",
                table(recipients),
            ])
        return HTML.lines([table(rows.filter { !$0.state.isRecipient }), others])
    }

    private func table(_ rows: [Row]) -> String? {
        guard !rows.isEmpty else { return nil }
        let columns = ListColumn.all.filter { $0.isFilled(by: rows.map(\.state.fieldsToday)) }
        let titles = ["Company"] + columns.map(\.label) + ["Since"]
        let groups = ListGroup.all(of: rows)
        let bodies = groups.map { group in
            HTML.block(
                "tbody", ["class": "group"],
                [
                    group.heading.map { words in
                        let category = fields.of(group.rows[0].id).html(.text(words), of: .category)
                        return heading(group.hasCategory ? category : Escaping.html(words), across: titles.count)
                    }
                ]
                    + group.rows.map { row($0, columns, in: group) })
        }
        let names = ["name"] + columns.map(\.field.rawValue) + ["since"]
        let cols = names.map { "<col class=\"\($0)\">" }.joined()
        let head = titles.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return HTML.block(
            "table", ["class": "list"],
            ["<colgroup>\(cols)</colgroup>", "<thead><tr>\(head)</tr></thead>"] + bodies)
    }

    private func heading(_ html: String, across count: Int) -> String {
        HTML.inline(
            "tr", [:],
            HTML.inline("th", ["scope": "rowgroup", "colspan": "\(count)"], html))
    }

    private func row(_ row: Row, _ columns: [ListColumn], in group: ListGroup) -> String {
        let said = row.state.fieldsToday
        let fields = fields.of(row.id)
        let beside = [
            ("entity", said[.entity].map { fields.html($0, of: .entity) } ?? ""),
            (
                "kind",
                [
                    said[.kind].map { fields.html($0, of: .kind) },
                    fields.isForAllProducts(said) ? "For all products" : nil,
                ].compactMap(\.self).joined(separator: " · ")
            ),
            (
                "category",
                group.exception(of: row).map(fields.voice(of: said[.category] ?? .text(""), .category).html) ?? ""
            ),
        ]
        let company =
            site.link("/\(document.id)/\(row.id)/", fields.name(row.state.name))
            + beside.filter { !$0.1.isEmpty }.map { HTML.inline("span", ["class": $0.0], $0.1) }.joined()
            + marks(of: row, said, fields)
        let cells = columns.map { ($0.label, $0.html(said, fields)) } + [("Since", site.time(row.since))]
        return HTML.block(
            "tr", filters?.attributes(of: row.state) ?? [:],
            ["<th scope=\"row\">\(company)</th>"]
                + cells.map { label, value in HTML.inline("td", ["data-label": label], "<div>\(value)</div>") })
    }

    /// What limits the use of a company, where its documents are, and what is to come of it.
    private func marks(of row: Row, _ said: [ProviderField: FieldValue], _ fields: FieldText) -> String {
        let documents = fields.documents(said)
        let marks = fields.tags(said) + row.marks.map(\.badge)
        return (documents.isEmpty ? "" : HTML.inline("span", ["class": "papers"], documents))
            + (marks.isEmpty ? "" : HTML.inline("span", ["class": "marks"], marks.joined(separator: " ")))
    }
}
