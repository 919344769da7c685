import Diagnostics
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
}

/// The names by which columns are known.
struct ColumnNames {
    /// What a person said of columns, by their folded names.
    private let given: [String: Column]

    /// - Parameter given: pairs of a column's header and the field that it is.
    init(_ given: [(header: String, field: String)] = []) {
        self.given = Dictionary(
            given.map { ($0.header.foldedWords, Self.column(keyed: $0.field) ?? .other(Self.key(for: $0.field))) },
            uniquingKeysWith: { _, last in last })
    }

    /// Whether the cells name columns: one of them is a name, at least half are known, and all are short.
    func isHeader(_ cells: [Sourced<String>]) -> Bool {
        let filled = cells.filter { !$0.value.isEmpty }
        guard filled.allSatisfy({ $0.value.utf8.count <= 100 }) else { return false }
        let known = filled.compactMap { column(of: $0.value) }
        return known.contains(.field(.name)) && 2 * known.count >= filled.count
            && (known.count > 1 || filled.count == 1)
    }

    /// The columns of a header. Of two that are one field, the one that has its very name is it, else the first; the other
    /// is kept under its own.
    func columns(of header: [String]) -> [Column] {
        let wishes = header.map { column(of: $0) }
        var owner: [Column: Int] = [:]
        for (index, wish) in wishes.enumerated() {
            guard let wish else { continue }
            if owner[wish] == nil || Self.column(keyed: header[index]) == wish { owner[wish] = owner[wish] ?? index }
            if Self.column(keyed: header[index]) == wish { owner[wish] = index }
        }
        var used: Set<String> = []
        return wishes.enumerated().map { index, wish in
            if let wish, owner[wish] == index { return wish }
            var key = Self.key(for: header[index].isEmpty ? "column \(index + 1)" : header[index])
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

    private func column(of header: String) -> Column? {
        if let column = given[header.foldedWords] { return column }
        if let column = Self.column(keyed: header) { return column }
        let words = header.foldedWords
        return Self.synonyms[words] ?? (words.hasSuffix("s") ? Self.synonyms[String(words.dropLast())] : nil)
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
        case .ai where ProviderField.aiKeys.contains { $0.key == parts[1] }: return .key(field, parts[1])
        default: return nil
        }
    }
}
