import Diagnostics
import Formats
import Model
import Source

/// Where a column of a list belongs.
enum Column: Hashable {
    case field(ProviderField)
    /// A key of a field that is a map: `links.dpa`.
    case key(ProviderField, String)
    /// The id of the provider, as our own lists have it.
    case id
    /// What our own lists work out, which is worked out anew: `since`.
    case derived(String)
    /// None of the fields: kept under a key of its own.
    case other(String)

    fileprivate var isDerived: Bool { if case .derived = self { true } else { false } }
}

/// The names by which columns are known.
struct ColumnNames {
    /// What a person said of columns, by their folded names.
    private let given: [String: Column]
    private let written: [(header: String, field: String)]

    /// - Parameter given: pairs of a column's header and the field that it is.
    init(_ given: [(header: String, field: String)]) {
        written = given
        self.given = Dictionary(
            given.map { (Self.folded($0.header), Self.known($0.field) ?? .other(Self.key(for: $0.field))) },
            uniquingKeysWith: { _, last in last })
    }

    /// Which of the rows name columns: one of their cells is a name, at least half are known, and all are short. Where none
    /// is so, the first that has a name beside other cells.
    func headers(among rows: [[Sourced<String>]]) -> [Bool] {
        let known = rows.map { row in
            let filled = row.filter { !$0.value.isEmpty }
            let isShort = filled.allSatisfy { $0.value.utf8.count <= 100 }
            return (columns: isShort ? filled.compactMap { column(of: $0.value) } : [], count: filled.count)
        }
        func hasName(_ columns: [Column]) -> Bool {
            columns.contains(.field(.name)) || columns.contains(.field(.entity))
        }
        let sure = known.map { columns, count in
            hasName(columns) && 2 * columns.count >= count && (columns.count > 1 || count == 1)
        }
        guard !sure.contains(true), let first = known.firstIndex(where: { hasName($0.columns) && $0.count > 1 }) else {
            return sure
        }
        return known.indices.map { $0 == first }
    }

    /// What was said of columns that cannot be meant, each in a sentence without its full stop.
    ///
    /// - Parameter headers: those of all lists.
    func problems(headers: [String]) -> [String] {
        let known = Set(headers.map(Self.folded))
        return written.compactMap { header, field in
            if !known.contains(Self.folded(header)) {
                let names = headers.uniqued
                return "no list has a column \"\(header)\"; "
                    + (nearMiss(header, among: names).map { "did you mean \($0)?" }
                        ?? "the columns are \(names.joined(separator: ", "))")
            }
            guard Self.known(field) == nil, let meant = nearMiss(field, among: ProviderField.allCases.map(\.rawValue))
            else { return nil }
            return "\"\(field)\" is no field of a provider; did you mean \(meant)?"
        }
    }

    /// The words of a header in lower case; its signs where it has no words.
    private static func folded(_ header: String) -> String {
        let words = header.foldedWords
        return words.isEmpty ? header.trimmed : words
    }

    /// The columns of a header. Of two that are one field, the one that has its very name is it, else the first; the other
    /// is kept under its own.
    func columns(of header: [String]) -> [Column] {
        var wishes = header.map { column(of: $0) }
        // Whom the contract names is who it is where nothing else says so.
        if !wishes.contains(.field(.name)), let entity = wishes.firstIndex(of: .field(.entity)) {
            wishes[entity] = .field(.name)
        }
        var owner: [Column: Int] = [:]
        for (index, wish) in wishes.enumerated() {
            guard let wish else { continue }
            if owner[wish] == nil || Self.column(keyed: header[index]) == wish { owner[wish] = owner[wish] ?? index }
            if Self.column(keyed: header[index]) == wish { owner[wish] = index }
        }
        // What is worked out anew is so in our own lists alone.
        let isOurs = wishes.contains(.id) && wishes.contains(.derived("since"))
        var used: Set<String> = []
        return wishes.enumerated().map { index, wish in
            if let wish, owner[wish] == index, isOurs || !wish.isDerived { return wish }
            // `#`, and a name in letters of which no key is made
            var key = Self.key(for: slug(header[index]).isEmpty ? "column \(index + 1)" : header[index])
            while !used.insert(key).inserted { key += "_2" }
            return .other(key)
        }
    }

    /// The key under which a column is kept that is no field: `Cost center` under `cost_center`.
    static func key(for header: String) -> String {
        let words = freeID(for: header, .product, taken: []).replacing("-", with: "_")
        return ProviderField(rawValue: words) != nil || ourWords.contains(words) ? "listed_\(words)" : words
    }

    /// Keys of a provider's file that are no fields.
    private static let ourWords: Set<String> = [
        "announced", "effective", "recorded", "note", "material", "urgent", "applies", "postponed", "withdrawn",
        "erased",
        "salt", "true_since", "removed", "changes",
    ]

    /// Whether a column of this name has the names of companies.
    static func isName(_ header: String) -> Bool { known(header) == .field(.name) }

    /// What a column of this name is; nil where it is not known.
    func column(of header: String) -> Column? {
        let header = CellMarkup(header).words
        if let column = given[Self.folded(header)] ?? Self.known(header) { return column }
        // `Subprocessor (legal entity)`, `Vendor / Subprocessor`
        let bare = header.prefix { $0 != "(" }
        if let column = Self.known(String(bare)) { return column }
        let parts = Set(bare.split { "/|&".contains($0) }.map { Self.known(String($0)) })
        return parts.count == 1 ? parts.first ?? nil : nil
    }

    /// The column that is known by a name; nil where none is.
    private static func known(_ name: String) -> Column? {
        if let column = column(keyed: name) { return column }
        let words = name.foldedWords
        return synonyms[words] ?? (words.hasSuffix("s") ? synonyms[String(words.dropLast())] : nil)
    }

    /// A column by the key that it has in our own lists.
    private static func column(keyed header: String) -> Column? {
        if header == "id" { return .id }
        if ["since", "status", "recorded"].contains(header) { return .derived(header) }
        let parts = header.split(separator: ".", maxSplits: 1).map(String.init)
        guard let first = parts.first, let field = ProviderField(rawValue: first) else { return nil }
        guard parts.count == 2 else { return .field(field) }
        switch field.type {
        case .map(let keys) where keys.contains(parts[1]), .urls(let keys) where keys.contains(parts[1]):
            return .key(field, parts[1])
        case .urls where parts[1] == ProviderField.otherLinks: return .key(field, parts[1])
        case .ai where ProviderField.aiKeys.contains { $0.key == parts[1] }: return .key(field, parts[1])
        default: return nil
        }
    }
}
