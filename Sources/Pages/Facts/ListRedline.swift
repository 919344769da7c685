import Feeds
import Formats
import Language
import Model
import Notices
import Redline

/// What changes between two lists of a register, cell by cell: the companies that join, leave or change.
struct ListRedline {
    private let fields: FieldText
    private let rows: [(old: RegisterHistory.Row?, new: RegisterHistory.Row?)]

    /// - Parameter names: of the day of the new list.
    init(
        _ old: [RegisterHistory.Row], _ new: [RegisterHistory.Row], register: String, site: PublicSite,
        names: Names
    ) {
        fields = FieldText(site: site, register: register, names: names)
        let before = Dictionary(old.map { ($0.provider, $0) }, uniquingKeysWith: { first, _ in first })
        let left = Set(old.map(\.provider)).subtracting(new.map(\.provider))
        let kept = new.map { (old: before[$0.provider], new: Optional($0)) }
        let gone = old.filter { left.contains($0.provider) }.map { (old: Optional($0), new: RegisterHistory.Row?.none) }
        rows = (kept + gone).filter { old, new in
            guard let old, let new else { return true }
            return !ListDelta.changed(old.state.fields, new.state.fields).isEmpty
        }
    }

    /// The companies with the cells that change, one below the other; nil where nothing changes.
    var html: String? {
        guard !rows.isEmpty else { return nil }
        return HTML.block(
            "ul", ["class": "deltas"],
            rows.compactMap { old, new in
                guard let row = new ?? old else { return nil }
                let fields = fields.of(row.provider)
                let name = fields.site.link("/\(fields.register)/\(row.provider)/", fields.name(row.state.name))
                let what =
                    old == nil
                    ? fields.site.say("\(name) joins the list")
                    : new == nil ? fields.site.say("\(name) leaves the list") : name
                return HTML.block(
                    "li", [:], ["<p>\(what)</p>", ListDelta(fields, old: old?.state, new: new?.state).html])
            })
    }
}

/// The cells of a row that change, each with what is added and what is taken away; of a row that joins, what the list
/// shows of it. A whole item is marked, never a part of a word.
struct ListDelta {
    private let fields: FieldText
    private let old: [ProviderField: FieldValue]
    private let new: [ProviderField: FieldValue]
    private let joins: Bool
    private let leaves: Bool

    init(_ fields: FieldText, old: ProviderState?, new: ProviderState?) {
        self.fields = fields
        joins = !(old?.isListed ?? false)
        leaves = !(new?.isListed ?? false)
        self.old = joins ? [:] : old?.fields ?? [:]
        self.new = new?.fields ?? [:]
    }

    /// Nil where no cell changes, and of a row that leaves.
    var html: String? {
        let shown = leaves ? [] : joins ? Self.ofArrivals.filter { new[$0] != nil } : Self.changed(old, new)
        let rows = shown.map { field in
            "<dt>\(fields.site.language.label(of: field))</dt><dd>\(cell(items(old[field], field), items(new[field], field)))</dd>"
        }
        return rows.isEmpty ? nil : HTML.block("dl", ["class": "delta"], rows)
    }

    /// The fields that say something else: a list whose items only stand in another order says the same.
    static func changed(
        _ old: [ProviderField: FieldValue], _ new: [ProviderField: FieldValue]
    ) -> [ProviderField] {
        ProviderField.allCases.filter { field in
            guard let before = old[field], let after = new[field] else { return old[field] != new[field] }
            return !before.isSame(as: after)
        }
    }

    private func items(_ value: FieldValue?, _ field: ProviderField) -> [String] {
        value.map { fields.items($0, of: field, isRunning: true) } ?? []
    }

    private func cell(_ old: [String], _ new: [String]) -> String {
        let comma = fields.site.language.comma
        if joins { return new.joined(separator: comma) }
        let labels = RedlineLabels(fields.site.language)
        let gone = old.filter { !new.contains($0) }.map(labels.deleted)
        return (gone + new.map { old.contains($0) ? $0 : labels.inserted($0) }).joined(separator: comma)
    }

    /// A field before and after a change, the items that only one of the two has marked.
    static func marked(
        _ old: FieldValue?, _ new: FieldValue?, of field: ProviderField, _ fields: FieldText
    ) -> (old: String, new: String) {
        func items(_ value: FieldValue?) -> [String] { value.map { fields.items($0, of: field) } ?? [] }
        func html(_ items: [String], _ value: FieldValue?) -> String {
            value == nil ? fields.html(nil, of: field) : fields.list(items)
        }
        let (before, after) = (items(old), items(new))
        let labels = RedlineLabels(fields.site.language)
        return (
            html(before.map { after.contains($0) ? $0 : labels.deleted($0) }, old),
            html(after.map { before.contains($0) ? $0 : labels.inserted($0) }, new)
        )
    }

    /// What the list shows of a company that customers do not know yet.
    private static let ofArrivals: [ProviderField] =
        [.entity, .kind, .purpose, .data, .locations] + ProviderField.limits
}

extension RedlineLabels {
    fileprivate func inserted(_ html: String) -> String { marked("ins", inserted, html) }
    fileprivate func deleted(_ html: String) -> String { marked("del", deleted, html) }

    private func marked(_ element: String, _ label: String, _ html: String) -> String {
        func hidden(_ words: String) -> String { "<span class=\"visually-hidden\">\(words)</span>" }
        return "<\(element)>\(hidden(label))\(html)\(hidden(end))</\(element)>"
    }
}
