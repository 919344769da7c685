import Feeds
import Formats
import Markdown
import Model
import Redline

/// What changes between two lists of a register, cell by cell: the companies that join, leave or change.
struct ListRedline {
    private let fields: FieldText
    private let voice: Voice
    private let rows: [(old: RegisterHistory.Row?, new: RegisterHistory.Row?)]

    /// - Parameter names: of the day of the new list.
    init(
        _ old: [RegisterHistory.Row], _ new: [RegisterHistory.Row], register: String, site: PublicSite,
        names: Names? = nil
    ) {
        fields = FieldText(site: site, register: register, names: names)
        voice = site.voice
        let before = Dictionary(old.map { ($0.provider, $0) }, uniquingKeysWith: { first, _ in first })
        let left = Set(old.map(\.provider)).subtracting(new.map(\.provider))
        let kept = new.map { (old: before[$0.provider], new: Optional($0)) }
        let gone = old.filter { left.contains($0.provider) }.map { (old: Optional($0), new: RegisterHistory.Row?.none) }
        rows = (kept + gone).filter { $0.old?.state.fields != $0.new?.state.fields }
    }

    /// The table as HTML; nil where nothing changes.
    var html: String? {
        guard !rows.isEmpty else { return nil }
        let columns = columns
        let header = ["Company"] + columns.map(Labels.field)
        func cells(_ row: RegisterHistory.Row?) -> [Block.Table.Cell]? {
            row.map { row in
                [[.text(row.state.name)]]
                    + columns.map { field in row.state.fields[field].map { [.text(fields.words($0, of: field))] } ?? []
                    }
            }
        }
        let table = MarkedTable(
            header: header.map { [.text($0)] }, rows: rows.map { (cells($0.old), cells($0.new)) },
            attributes: ([.name] + columns).map { $0.isInAuthorsWords ? voice.authors : "" })
        var options = HTMLOptions { $0.text }
        options.labels.attributes = voice.own
        return table.html(options, labels: RedlineLabels())
    }

    /// What changes, and of what the list always shows that which one of the rows says.
    private var columns: [ProviderField] {
        ProviderField.allCases.filter { field in
            guard field != .name else { return false }
            return rows.contains { row in
                if let old = row.old, let new = row.new, old.state.fields[field] != new.state.fields[field] {
                    return true
                }
                let isShown = Self.always.contains(field) || row.old == nil && Self.ofArrivals.contains(field)
                return isShown && [row.old, row.new].contains { $0?.state.fields[field] != nil }
            }
        }
    }

    private static let always: [ProviderField] = [.purpose, .data, .locations]

    /// What the list says besides of a company that customers do not know yet.
    private static let ofArrivals: [ProviderField] = [.kind] + ProviderField.limits
}

extension ProviderField {
    /// Whether its values are words of an author's, and not the program's for what is said.
    fileprivate var isInAuthorsWords: Bool {
        switch type {
        case .text, .texts, .groups, .oneOrMore, .products, .provider: true
        default: false
        }
    }
}
