import Diagnostics
import Formats
import Language
import Model
import Redline

/// What changes between two lists of a register, cell by cell: the companies that join, leave or change.
struct ListRedline {
    private let fields: FieldText
    private let rows: [(old: RegisterHistory.Row?, new: RegisterHistory.Row?)]

    /// - Parameter day: of the new list.
    init(
        _ old: [RegisterHistory.Row], _ new: [RegisterHistory.Row], register: String, site: PublicSite,
        on day: CalendarDate
    ) {
        fields = FieldText(site: site, register: register, names: site.settings.names(on: day), on: day)
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
                    ? joins(row, name)
                    : new == nil ? fields.site.say("\(name) leaves the list") : name
                return HTML.block(
                    "li", [:], ["<p>\(what)</p>", ListDelta(fields, old: old?.state, new: new?.state).html])
            })
    }

    private func joins(_ row: RegisterHistory.Row, _ name: String) -> String {
        let provider = fields.site.history.document(fields.register)?.register?.provider(row.provider)
        if provider?.wasListed(before: row.since) == true { return fields.site.say("\(name) returns to the list") }
        let wasThere = provider?.changes.contains { isStart($0, on: row.since) } == true
        return wasThere ? fields.site.say("\(name) is on the list") : fields.site.say("\(name) joins the list")
    }

    /// Whether a change says that a company was on the list already on the day on which the record begins with it.
    private func isStart(_ change: Change, on day: CalendarDate) -> Bool {
        let effective = change.announcement.effective.value
        return change.kinds.contains(.added) && effective == day && effective <= change.moment.day
            && fields.site.isStartingState(change)
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
        let shown = leaves ? [] : joins ? arrival : Self.changed(old, new)
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

    private func items(_ value: FieldValue?, _ field: ProviderField) -> [Item] {
        Item.all(value, of: field, fields, isRunning: true)
    }

    private func cell(_ old: [Item], _ new: [Item]) -> String {
        let separator = fields.site.language.separator(of: (old + new).map(\.said))
        if joins { return new.map(\.html).joined(separator: separator) }
        let labels = RedlineLabels(fields.site.language)
        let gone = old.filter { !$0.isSaid(in: new) }.map { labels.deleted($0.html) }
        return (gone + new.map { $0.isSaid(in: old) ? $0.html : labels.inserted($0.html) })
            .joined(separator: separator)
    }

    /// A field before and after a change, the items that only one of the two has marked.
    static func marked(
        _ old: FieldValue?, _ new: FieldValue?, of field: ProviderField, _ fields: FieldText
    ) -> (old: String, new: String) {
        func html(_ items: [String], _ value: FieldValue?) -> String {
            value == nil && items.isEmpty ? fields.notStated : fields.list(items)
        }
        let (before, after) = (Item.all(old, of: field, fields), Item.all(new, of: field, fields))
        let labels = RedlineLabels(fields.site.language)
        return (
            html(before.map { $0.isSaid(in: after) ? $0.html : labels.deleted($0.html) }, old),
            html(after.map { $0.isSaid(in: before) ? $0.html : labels.inserted($0.html) }, new)
        )
    }

    /// What the list shows of one that comes, and that it is no subprocessor.
    private var arrival: [ProviderField] {
        let isRecipient = ProviderState(isListed: true, fields: new).isRecipient
        return (isRecipient ? [.role] : []) + Self.ofArrivals.filter { new[$0] != nil }
    }

    /// What the list shows of a company that customers do not know yet.
    private static let ofArrivals: [ProviderField] =
        [.entity, .kind, .purpose, .data, .locations] + ProviderField.limits
}

/// What a field says, item by item. Where a site's language changed, the same words may be marked as of one language before
/// and as of none after: what is compared is what they say.
private struct Item {
    var html: String
    var said: String

    /// Of a value that is left out, what it means.
    static func all(
        _ value: FieldValue?, of field: ProviderField, _ fields: FieldText, isRunning: Bool = false
    ) -> [Item] {
        guard let value else { return fields.implied(field).map { [Item(html: $0, said: $0)] } ?? [] }
        // Compared as a set: each mechanism by itself.
        if case .transfer(let transfer) = value {
            return fields.site.language.mechanisms(transfer).map {
                let words = Escaping.html(English.capitalized($0))
                return Item(html: words, said: words)
            }
        }
        let shown = fields.items(value, of: field, isRunning: isRunning)
        let said = fields.items(value, of: field, isRunning: isRunning, in: fields.site.voice)
        return zip(shown, said).map { Item(html: $0, said: $1) }
    }

    func isSaid(in others: [Item]) -> Bool { others.contains { $0.said == said } }
}

extension RedlineLabels {
    fileprivate func inserted(_ html: String) -> String { marked("ins", inserted, html) }
    fileprivate func deleted(_ html: String) -> String { marked("del", deleted, html) }

    private func marked(_ element: String, _ label: String, _ html: String) -> String {
        func hidden(_ words: String) -> String { "<span class=\"visually-hidden\">\(words)</span>" }
        return "<\(element)>\(hidden(label))\(html)\(hidden(end))</\(element)>"
    }
}
