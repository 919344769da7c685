import Feeds
import Formats
import Model

/// A register's list as tables: subprocessors, and other recipients apart.
struct ListTables {
    private static let columns: [ProviderField] = [.purpose, .data, .locations]

    /// A company on the list.
    struct Row {
        var id: String
        var state: ProviderState
        var since: CalendarDate
        /// What must be known of it: that it joins or leaves, that it was told late.
        var marks: [Mark] = []
        /// A class for the style sheet.
        var status = RegisterList.Status.inForce
    }

    private let document: DocumentHistory
    private let site: PublicSite
    private let fields: FieldText

    /// - Parameter names: of the day that is shown; nil for today.
    init(_ document: DocumentHistory, _ site: PublicSite, names: Names? = nil) {
        self.document = document
        self.site = site
        fields = FieldText(site: site, register: document.id, names: names)
    }

    func html(_ rows: [Row]) -> String {
        if rows.isEmpty { return "<p>Nobody is on the list.</p>" }
        let recipients = rows.filter(\.state.isRecipient)
        let others =
            recipients.isEmpty
            ? nil
            : HTML.lines([
                "<h2>Other recipients</h2>", "<p>These companies receive data and are no subprocessors.</p>",
                table(recipients),
            ])
        return HTML.lines([table(rows.filter { !$0.state.isRecipient }), others])
    }

    private func table(_ rows: [Row]) -> String? {
        guard !rows.isEmpty else { return nil }
        let columns = (["Company"] + Self.columns.map(Labels.field) + ["Since"])
            .map { "<th scope=\"col\">\($0)</th>" }.joined()
        return HTML.block(
            "table", ["class": "list"],
            ["<thead><tr>\(columns)</tr></thead>", HTML.block("tbody", [:], byEntity(rows).map(row))])
    }

    /// Rows of one entity stand together, in the order of their first.
    private func byEntity(_ rows: [Row]) -> [Row] {
        var order: [String] = []
        var groups: [String: [Row]] = [:]
        for row in rows {
            let entity = if case .text(let entity)? = row.state.fields[.entity] { entity } else { row.id }
            if groups[entity] == nil { order.append(entity) }
            groups[entity, default: []].append(row)
        }
        return order.flatMap { groups[$0] ?? [] }
    }

    private func row(_ row: Row) -> String {
        let name = HTML.link("/\(document.id)/\(row.id)/", Escaping.html(row.state.name))
        let entity = row.state.fields[.entity].map { fields.html($0, of: .entity) } ?? ""
        let marks = row.marks.map(\.badge).joined()
        let cells = Self.columns.map { (Labels.field($0), fields.html(row.state.fieldsToday[$0], of: $0)) }
        return HTML.block(
            "tr", ["class": row.status.rawValue],
            ["<th scope=\"row\">\(name)<span class=\"entity\">\(entity)</span>\(marks)</th>"]
                + (cells + [("Since", site.time(row.since))]).map { label, value in
                    HTML.inline("td", ["data-label": label], value)
                })
    }
}
